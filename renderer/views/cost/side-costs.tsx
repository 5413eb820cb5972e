import { Link, Switch } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type LineSum, sumBy } from '../../../shared/cost/index.ts';
import { COST_ITEM_TEXTS } from '../../../shared/i18n/cost/items.ts';
import type { CostItem, CostLine } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useAssume } from '../../ui/use-assume.ts';
import { Amount, hasNoPrice } from './amount.tsx';
import styles from './cost.module.css';
import type { Drill } from './lines-view.tsx';
import { sideCostItems, withSideCost } from './side-cost-items.ts';
import type { CostGround } from './use-cost.ts';

interface SideCostsProps {
  readonly ground: CostGround;
  readonly openLines: (drill: Drill) => void;
}

/** What comes beside Defender for Servers; each can be counted in the total. */
export function SideCosts({ ground, openLines }: SideCostsProps) {
  const text = useText('cost');
  const assume = useAssume();
  const { planned, currency, language, state } = ground;
  const { sideCosts } = planned.assumptions;
  const rows = useMemo(() => sideRows(planned.cost(), sideCosts), [planned, sideCosts]);
  if (rows.length === 0) return <p className={styles.quiet}>{text('beside.none')}</p>;
  const count = (item: CostItem, isCounted: boolean) =>
    assume([['side-costs', withSideCost(state.assumptions.sideCosts, item, isCounted).join(',')]]);
  return (
    <DataTable
      label={text('beside.title')}
      rows={rows}
      keyOf={({ item }) => item}
      columns={[
        {
          key: 'item',
          title: text('items.item'),
          cell: ({ item }) => (
            <Link as="button" inline onClick={() => openLines({ values: { item: [item] }, tag: null })}>
              {COST_ITEM_TEXTS[item][language]}
            </Link>
          ),
        },
        {
          key: 'lines',
          title: text('beside.lines'),
          isNumber: true,
          cell: ({ sum }) => text('number', { value: sum.lines }),
        },
        {
          key: 'now',
          title: text('column.now'),
          isNumber: true,
          cell: ({ sum }) => <SideAmount sum={sum} which="now" currency={currency} />,
        },
        {
          key: 'always',
          title: text('column.always'),
          isNumber: true,
          cell: ({ sum }) => <SideAmount sum={sum} which="always" currency={currency} />,
        },
        {
          key: 'counted',
          title: text('beside.counted'),
          cell: ({ item, canCount, isCounted }) =>
            canCount ? (
              <Switch
                className={styles.switch}
                checked={isCounted}
                aria-label={text('beside.count', { item: COST_ITEM_TEXTS[item][language] })}
                onChange={(_, { checked }) => count(item, checked)}
              />
            ) : (
              <span className={styles.quiet}>{text('beside.never')}</span>
            ),
        },
      ]}
    />
  );
}

/** Data that are free of charge are no sum of 0. */
function SideAmount({
  sum,
  which,
  currency,
}: {
  readonly sum: LineSum;
  readonly which: 'now' | 'always';
  readonly currency: string;
}) {
  const text = useText('cost');
  if (!hasNoPrice(sum) && Number(sum.monthly.always) === 0)
    return <span className={styles.quiet}>{text('beside.free')}</span>;
  return <Amount sum={sum} which={which} currency={currency} />;
}

function sideRows(
  { lines, beside }: { lines: readonly CostLine[]; beside: readonly CostLine[] },
  counted: readonly string[],
) {
  const all = [...beside, ...lines.filter(({ item }) => counted.includes(item))];
  const sums = sumBy(all, ({ item }) => item);
  return sideCostItems(all).flatMap(({ item, canCount }) => {
    const sum = sums.get(item);
    return sum ? [{ item, sum, canCount, isCounted: counted.includes(item) }] : [];
  });
}
