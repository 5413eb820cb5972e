import type { ReactNode } from 'react';
import { methodWord, planWord } from '../../../shared/i18n/plan/words.ts';
import type { DirectPlan } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { capital } from '../../ui/capital.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Money } from '../../ui/money.tsx';
import { type AffectedRow, outcomeCounts } from './affected.ts';
import styles from './direct.module.css';

interface ComparisonProps {
  readonly direct: DirectPlan;
  readonly rows: readonly AffectedRow[];
  readonly planned: PlannedScenario;
}

/** The affected servers under this plan, and under the same plan without the switch. */
export function Comparison({ direct, rows, planned }: ComparisonProps) {
  const text = useText('direct');
  const language = useLanguage();
  const { currency } = planned.assumptions;
  const { without } = direct;
  const number = (value: number) => text('number', { value });
  const money = (monthly: DirectPlan['monthly'], which: 'now' | 'always') => (
    <Money amount={monthly?.[which] ?? null} currency={currency} />
  );
  const lines: { readonly title: string; readonly with: ReactNode; readonly without: ReactNode }[] = [
    ...outcomeCounts(rows).map((outcome) => ({
      title: capital(
        text('compare.servers', {
          plan: planWord(outcome.plan, language),
          method: methodWord(outcome.method, language),
        }),
      ),
      with: number(outcome.with),
      without: number(outcome.without),
    })),
    { title: text('compare.conflicts'), with: number(direct.conflicts.length), without: number(0) },
    {
      title: text('compare.blocked'),
      with: number(rows.filter((row) => row.with.method === 'blocked').length),
      without: number(without?.blocked ?? 0),
    },
    { title: text('compare.now'), with: money(direct.monthly, 'now'), without: money(without?.monthly ?? null, 'now') },
    {
      title: text('compare.always'),
      with: money(direct.monthly, 'always'),
      without: money(without?.monthly ?? null, 'always'),
    },
  ];
  return (
    <div className={styles.block}>
      <h3>{text('compare')}</h3>
      {without === null ? (
        <p>{text('compare.asIs')}</p>
      ) : (
        <div className={styles.narrow}>
          <DataTable
            label={text('compare')}
            rows={lines}
            keyOf={({ title }) => title}
            columns={[
              { key: 'measure', title: text('compare.measure'), cell: ({ title }) => title },
              { key: 'with', title: text('compare.with'), isNumber: true, cell: (line) => line.with },
              { key: 'without', title: text('compare.without'), isNumber: true, cell: (line) => line.without },
            ]}
          />
          <p className={styles.quiet}>{text('compare.note')}</p>
        </div>
      )}
    </div>
  );
}
