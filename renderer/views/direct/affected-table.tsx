import { methodWord, planWord } from '../../../shared/i18n/plan/words.ts';
import type { Machine } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { capital } from '../../ui/capital.ts';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import type { AffectedRow, Outcome } from './affected.ts';
import styles from './direct.module.css';

interface AffectedTableProps {
  readonly rows: readonly AffectedRow[];
  readonly machines: readonly Machine[];
}

/** Every server that the switch takes in, with what becomes of it either way. */
export function AffectedTable({ rows, machines }: AffectedTableProps) {
  const text = useText('direct');
  const words = useText('words');
  const language = useLanguage();
  const said = (outcome: Outcome | null) =>
    outcome &&
    capital(
      text('compare.servers', {
        plan: planWord(outcome.plan, language),
        method: methodWord(outcome.method, language),
      }),
    );
  if (rows.length === 0) return null;
  return (
    <div className={styles.block}>
      <h3>{text('affected')}</h3>
      <LongTable
        label={text('affected')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'machine',
            title: text('column.machine'),
            cell: ({ id, position }) => <MachineLink id={id} name={machines[position]?.name ?? id} />,
          },
          {
            key: 'placement',
            title: text('column.placement'),
            cell: ({ position }) => {
              const machine = machines[position];
              return machine ? words(`placement.${machine.placement}`) : null;
            },
          },
          { key: 'with', title: text('column.with'), cell: (row) => said(row.with) },
          { key: 'rules', title: text('column.rules'), cell: (row) => row.with.rules.join(' ') },
          { key: 'without', title: text('column.without'), cell: (row) => said(row.without) },
        ]}
      />
    </div>
  );
}
