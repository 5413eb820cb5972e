import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { formatMoney } from '../../../shared/cost/index.ts';
import { methodWord, planWord, scopeWord, stepWord } from '../../../shared/i18n/plan/words.ts';
import { CAPABILITIES } from '../../../shared/matrix/capabilities.ts';
import { type KnownPlan, METHODS, type NowAlways, STEPS } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { tagTitle } from '../../state/money/keys.ts';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import { CountCell, MoneyCell } from './cells.tsx';
import { ColumnsTable, type TableGroup, type TableRow } from './columns-table.tsx';
import styles from './compare.module.css';
import { keysByAmount } from './deltas.ts';
import { FIGURES, type Figure } from './figures.ts';
import { ScenarioHead } from './scenario-head.tsx';
import type { Compared, CompareGround } from './use-compare.ts';

interface TableProps {
  readonly ground: CompareGround;
  readonly figure: Figure;
}

/** The totals of every column, large; the heads choose the scenarios. */
export function TotalsTable({ ground }: { readonly ground: CompareGround }) {
  const text = useText('compare');
  const { columns, currency, language } = ground;
  const first = columns[0]?.planned.totals();
  const rows = FIGURES.map(
    (figure): TableRow => ({
      key: figure,
      title: text(`total.${figure}`),
      note: text(`total.${figure}Note`),
      cells: columns.map(({ planned, sums }, at) => {
        const { monthly, atMost, atLeast, alwaysAtLeast } = planned.totals();
        return (
          <div key={planned.scenario.id} data-testid={`${planned.scenario.id}-${figure}`}>
            <MoneyCell
              monthly={monthly}
              first={at === 0 ? null : (first?.monthly ?? null)}
              figure={figure}
              currency={currency}
              isAtLeast={figure === 'now' ? atLeast : alwaysAtLeast}
              isMissing={[...sums.byPlan.values()].some((each) => each.isMissing)}
              isBig
            />
            <div className={styles.delta}>
              {atMost[figure] !== monthly[figure] &&
                text('atMost', { amount: formatMoney(atMost[figure], currency, language) })}
            </div>
          </div>
        );
      }),
    }),
  );
  return (
    <ColumnsTable
      label={text('totals')}
      heads={columns.map(({ planned }, at) => ({
        id: planned.scenario.id,
        head: <ScenarioHead ground={ground} at={at} />,
      }))}
      groups={[{ key: 'totals', title: '', rows }]}
    />
  );
}

/** Servers, features, changes, and where the money falls. */
export function DetailsTable({ ground, figure }: TableProps) {
  const text = useText('compare');
  const nameOf = useScenarioName();
  const money = useMoneyGroups({ ground, figure });
  const counts = useCountGroups(ground);
  return (
    <ColumnsTable
      label={text('details')}
      heads={ground.columns.map(({ planned }) => ({ id: planned.scenario.id, head: nameOf(planned.scenario) }))}
      groups={[...counts, ...money]}
    />
  );
}

const PLAN_ORDER: readonly KnownPlan[] = ['P2', 'P1', 'off', 'unknown'];

function useCountGroups({ columns, language }: CompareGround): readonly TableGroup[] {
  const text = useText('compare');
  const row = (
    key: string,
    title: string,
    countOf: (column: Compared) => number,
    isFeature = false,
    note?: string,
  ): TableRow | null => {
    const counts = columns.map(countOf);
    // What no column has is no news.
    if (counts.every((count) => count === 0)) return null;
    const cells = counts.map((count, at) => (
      <CountCell
        key={columns[at]?.planned.scenario.id}
        count={count}
        first={at === 0 ? null : (counts[0] ?? 0)}
        isFeature={isFeature}
      />
    ));
    return { key, title, cells, note };
  };
  const group = (
    key: 'plans' | 'methods' | 'changes' | 'features',
    rows: readonly (TableRow | null)[],
  ): TableGroup => ({
    key,
    title: text(`group.${key}`),
    rows: rows.filter((each) => each !== null),
  });
  return [
    group(
      'plans',
      PLAN_ORDER.map((plan) => row(plan, planWord(plan, language), ({ summary }) => summary.plans.get(plan) ?? 0)),
    ),
    group(
      'methods',
      METHODS.map((method) =>
        row(method, methodWord(method, language), ({ summary }) => summary.methods.get(method) ?? 0),
      ),
    ),
    group('changes', [
      row('machines', text('changes.machines'), ({ summary }) => summary.changes.machines),
      row('scopes', text('changes.scopes'), ({ summary }) => summary.changes.scopes),
      ...STEPS.map((step) =>
        row(step, stepWord(step, language), ({ summary }) => summary.changes.steps.get(step) ?? 0),
      ),
    ]),
    group(
      'features',
      CAPABILITIES.map(({ id, name, note }) =>
        row(id, name[language], ({ summary }) => summary.capabilities.get(id) ?? 0, true, note?.[language]),
      ),
    ),
  ];
}

/** Rows at first, for each table of money. */
const FIRST = 8;

function useMoneyGroups({ ground, figure }: TableProps): readonly TableGroup[] {
  const text = useText('compare');
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const { columns, currency, language, tag } = ground;
  const nothing: NowAlways = { now: '0', always: '0' };
  const cells = (amountOf: (column: Compared) => { readonly monthly: NowAlways; readonly isMissing: boolean }) => {
    const first = columns[0] && amountOf(columns[0]).monthly;
    return columns.map((column, at) => {
      const { monthly, isMissing } = amountOf(column);
      return (
        <MoneyCell
          key={column.planned.scenario.id}
          monthly={monthly}
          first={at === 0 ? null : (first ?? null)}
          figure={figure}
          currency={currency}
          isAtLeast={isMissing}
          isMissing={isMissing}
        />
      );
    });
  };
  const scopeName = (id: string) => {
    const scope = columns.flatMap(({ planned }) => planned.planning.subscriptions).find((each) => each.id === id);
    return id === '' ? text('noSubscription') : scopeWord({ id, name: scope?.name ?? null }, language);
  };
  const group = (key: 'bySubscription' | 'byTag', title: string, nameOf: (key: string) => string): TableGroup => {
    const tables = columns.map(({ sums }) => sums[key]);
    const keys = keysByAmount(tables, figure);
    const shown = whole.has(key) ? keys : keys.slice(0, FIRST);
    const rows = shown.map(
      (id): TableRow => ({
        key: id,
        title: nameOf(id),
        cells: cells(({ sums }) => sums[key].get(id) ?? { monthly: nothing, isMissing: false }),
      }),
    );
    if (shown.length === keys.length) return { key, title, rows };
    const more = (
      <Button appearance="subtle" size="small" onClick={() => setWhole(new Set([...whole, key]))}>
        {text('showMore', { count: keys.length - shown.length })}
      </Button>
    );
    return { key, title, rows: [...rows, { key: 'more', title: more, cells: columns.map(() => null) }] };
  };
  const rest = columns.some(({ sums }) => Number(sums.rest[figure]) !== 0);
  return [
    group('bySubscription', text('group.bySubscription', { figure: text(`figure.${figure}`) }), scopeName),
    ...(tag === null
      ? []
      : [
          group('byTag', text('group.byTag', { tag: tagTitle(tag), figure: text(`figure.${figure}`) }), (key) =>
            key === '' ? text('noTag') : key,
          ),
        ]),
    ...(rest
      ? [
          {
            key: 'rest',
            title: text('group.rest'),
            rows: [
              {
                key: 'rest',
                title: text('rest'),
                cells: cells(({ sums }) => ({ monthly: sums.rest, isMissing: false })),
              },
            ],
          },
        ]
      : []),
  ];
}
