import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useNewProject } from '../../state/use-new-project.ts';

interface NewProjectDialogProps {
  readonly close: () => void;
  /** What comes next, once the project is there. */
  readonly created?: () => void;
}

/** Asks for a name; where the file goes is the host's matter. */
export function NewProjectDialog({ close, created }: NewProjectDialogProps) {
  const text = useText('start');
  const create = useNewProject();
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await create(name.trim()))) return;
    close();
    created?.();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{text('new')}</DialogTitle>
            <DialogContent>
              <Field label={text('new.name')} hint={text('new.hint')}>
                <Input value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>{text('cancel')}</Button>
              </DialogTrigger>
              <Button type="submit" appearance="primary" disabled={name.trim() === ''}>
                {text('new.create')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
