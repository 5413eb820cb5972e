import { Button, DialogActions, DialogBody, DialogContent, DialogTitle } from '@fluentui/react-components';
import type { ImportView } from '../../../shared/contract/views.ts';
import type { Machine } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { InventoryChange } from '../../state/inventory/change.ts';
import { selectMachines, selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { TenantQuestion } from '../../ui/tenants/tenant-question.tsx';
import styles from './import.module.css';

interface ImportedProps {
  readonly view: ImportView;
  readonly change: InventoryChange;
}

/** What an import did: machines that came, were joined, left out or went. */
export function Imported({ view, change }: ImportedProps) {
  const text = useText('import');
  const store = useAppStore();
  const machines = useApp(selectMachines).length;
  const state = useApp(selectProjectState);
  const number = (value: number) => text('number', { value });
  const findings = [...view.evidence.flatMap((each) => each.findings), ...view.findings].filter(
    ({ severity }) => severity !== 'info',
  );
  const { dropImport, navigate, undo } = store.getState();
  const leave = (then: () => void) => {
    dropImport();
    then();
  };
  return (
    <DialogBody>
      <DialogTitle>{text('done.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <KeyValues
          entries={[
            { key: text('done.new'), value: number(change.appeared.length) },
            { key: text('done.joined'), value: number(view.merged) },
            { key: text('done.excluded'), value: number(view.excluded) },
            { key: text('done.disappeared'), value: number(change.disappeared.length) },
            { key: text('done.machines'), value: number(machines) },
          ]}
        />
        <Names machines={change.appeared} which="appeared" />
        <Names machines={change.disappeared} which="disappeared" />
        {state && <TenantQuestion state={state} />}
        {findings.length > 0 && (
          <>
            <h3 className={styles.heading}>{text('findings', { count: findings.length })}</h3>
            <FindingList findings={findings} first={5} />
          </>
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={() => leave(() => void undo())}>{text('done.undo')}</Button>
        <Button onClick={() => leave(() => navigate('evidence'))}>{text('done.evidence')}</Button>
        <Button appearance="primary" onClick={() => leave(() => navigate('inventory'))}>
          {text('done.inventory')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

/** More names nobody reads in a line. */
const NAMED = 12;

function Names({ machines, which }: { readonly machines: readonly Machine[]; readonly which: keyof InventoryChange }) {
  const text = useText('import');
  const comma = useText('common')('list.comma');
  if (machines.length === 0) return null;
  const names = machines
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(comma);
  const rest = machines.length - NAMED;
  return (
    <p className={styles.file}>
      {text(`done.${which}Names`, { names: rest > 0 ? text('done.more', { names, count: rest }) : names })}
    </p>
  );
}
