import { Button } from '@fluentui/react-components';
import type { Machine } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { ActionsTitle } from '../../ui/actions-title.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import type { AffectedRow } from './affected.ts';
import styles from './direct.module.css';

interface ConflictsProps {
  readonly rows: readonly AffectedRow[];
  readonly machines: readonly Machine[];
}

/** Servers that are billed though nobody wants a plan for them, with the two ways out. */
export function Conflicts({ rows, machines }: ConflictsProps) {
  const text = useText('direct');
  const settle = useSettle();
  if (rows.length === 0) return null;
  const count = rows.length;
  const ids = rows.map(({ id }) => id);
  return (
    <div className={styles.block}>
      <h3>{text('conflicts', { count })}</h3>
      <p className={styles.quiet}>{text('conflicts.text')}</p>
      {count > 1 && (
        <div className={styles.buttons}>
          <Button onClick={() => settle(ids, 'offboard')}>{text('conflicts.offboard', { count })}</Button>
          <Button onClick={() => settle(ids, 'P1')}>{text('conflicts.accept', { count })}</Button>
        </div>
      )}
      <div className={styles.narrow}>
        <LongTable
          label={text('switch.conflicts')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'machine',
              title: text('column.machine'),
              cell: ({ id, position }) => <MachineLink id={id} name={machines[position]?.name ?? id} />,
            },
            {
              key: 'actions',
              title: <ActionsTitle />,
              cell: ({ id, position }) => {
                const name = machines[position]?.name ?? id;
                return (
                  <span className={styles.buttons}>
                    <Button
                      size="small"
                      aria-label={text('conflicts.offboardOne', { name })}
                      onClick={() => settle([id], 'offboard')}
                    >
                      {text('conflict.offboard')}
                    </Button>
                    <Button
                      size="small"
                      aria-label={text('conflicts.acceptOne', { name })}
                      onClick={() => settle([id], 'P1')}
                    >
                      {text('conflict.accept')}
                    </Button>
                  </span>
                );
              },
            },
          ]}
        />
      </div>
    </div>
  );
}

/** A conflict is settled by a person's word about the machine, which can be taken back. */
function useSettle(): (machines: readonly string[], want: 'offboard' | 'P1') => void {
  const text = useText('direct');
  const store = useAppStore();
  const by = useApp(({ settings }) => settings.by);
  return (machines, want) => {
    const { edit, tell } = store.getState();
    const params = { machines: [...machines], want, why: text(`conflicts.why.${want}`), ...(by === '' ? {} : { by }) };
    void edit('overrides.set', params).then(
      (reply) => reply && tell('overridden', { count: reply.machines.length, offersUndo: true }),
    );
  };
}
