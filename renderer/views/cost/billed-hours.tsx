import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { compareUsage, sumUsage } from '../../../shared/cost/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './cost.module.css';
import type { CostGround } from './use-cost.ts';

/** What was really billed, and where it does not agree with today's plans and states. */
export function BilledHours({ ground }: { readonly ground: CostGround }) {
  const text = useText('cost');
  const store = useAppStore();
  const { state, planned, language } = ground;
  const findings = useMemo(
    () => compareUsage(state.usage, planned.planning.planned).map((found) => viewFinding(found, language)),
    [state, planned, language],
  );
  if (state.usage.length === 0) {
    return (
      <EmptyState
        title={text('billed.empty.title')}
        action={<Button onClick={() => void store.getState().chooseFiles()}>{text('billed.empty.action')}</Button>}
      >
        {text('billed.empty.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <Section title={text('billed.title')}>
        <DataTable
          label={text('billed.title')}
          rows={sumUsage(state.usage)}
          keyOf={({ meterName, currency }) => `${meterName} ${currency}`}
          columns={[
            { key: 'meter', title: text('line.meter'), cell: ({ meterName }) => meterName },
            { key: 'days', title: text('billed.days'), cell: ({ from, to }) => `${from} – ${to}` },
            {
              key: 'resources',
              title: text('billed.resources'),
              isNumber: true,
              cell: ({ resources }) => text('number', { value: resources }),
            },
            {
              key: 'hours',
              title: text('billed.hours'),
              isNumber: true,
              cell: ({ hours }) => text('number', { value: Number(hours) }),
            },
            {
              key: 'cost',
              title: text('billed.cost'),
              isNumber: true,
              cell: ({ cost, currency }) => <Money amount={cost} currency={currency} />,
            },
          ]}
        />
      </Section>
      <Section title={text('billed.compared')}>
        {findings.length === 0 ? (
          <p className={styles.quiet}>{text('billed.agrees')}</p>
        ) : (
          <FindingList findings={findings} first={20} />
        )}
      </Section>
    </>
  );
}
