import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { Machine } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { OverrideForm } from './override-form.tsx';

interface OverrideDialogProps {
  readonly machines: readonly Machine[];
  readonly close: () => void;
}

/** One word for many machines. */
export function OverrideDialog({ machines, close }: OverrideDialogProps) {
  const text = useText('inventory');
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('override.title', { count: machines.length })}</DialogTitle>
          <DialogContent>
            <OverrideForm machines={machines} current={null} done={close} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
