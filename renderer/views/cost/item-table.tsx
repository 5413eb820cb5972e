import { Link } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type LineSum, sumBy } from '../../../shared/cost/index.ts';
import { COST_ITEM_TEXTS } from '../../../shared/i18n/cost/items.ts';
import type { CostItem, CostLine } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Amount } from './amount.tsx';
import type { Drill } from './lines-view.tsx';
import type { CostGround } from './use-cost.ts';

interface ItemTableProps {
  readonly ground: CostGround;
  readonly openLines: (drill: Drill) => void;
}

interface ItemRow {
  readonly item: CostItem;
  readonly meter: string;
  readonly sum: LineSum;
  readonly servers: number;
}

/** How the total comes about: every item and meter, reductions as negative amounts. */
export function ItemTable({ ground, openLines }: ItemTableProps) {
  const text = useText('cost');
  const { planned, language, currency } = ground;
  const rows = useMemo(() => itemRows(planned.cost().lines), [planned]);
  const money = (which: 'now' | 'always') => (sum: LineSum) => <Amount sum={sum} which={which} currency={currency} />;
  return (
    <DataTable
      label={text('items.title')}
      rows={rows}
      keyOf={({ item, meter }) => `${item} ${meter}`}
      columns={[
        {
          key: 'item',
          title: text('items.item'),
          cell: ({ item, meter }) => (
            <Link
              as="button"
              inline
              onClick={() => openLines({ values: { item: [item], meter: [meter], counted: ['true'] }, tag: null })}
            >
              {COST_ITEM_TEXTS[item][language]}
            </Link>
          ),
        },
        { key: 'meter', title: text('items.meter'), cell: ({ meter }) => meter },
        {
          key: 'servers',
          title: text('items.servers'),
          isNumber: true,
          cell: ({ servers }) => text('number', { value: servers }),
        },
        { key: 'now', title: text('column.now'), isNumber: true, cell: ({ sum }) => money('now')(sum) },
        { key: 'always', title: text('column.always'), isNumber: true, cell: ({ sum }) => money('always')(sum) },
      ]}
      total={[text('total'), '', '', money('now')(ground.total), money('always')(ground.total)]}
    />
  );
}

/** Sums of the lines by item and meter, in the order in which items first appear. */
export function itemRows(lines: readonly CostLine[]): readonly ItemRow[] {
  const first = new Map<string, CostLine>();
  const servers = new Map<string, number>();
  const keyOf = ({ item, meter }: CostLine) => `${item}\n${meter}`;
  for (const line of lines) {
    const key = keyOf(line);
    if (!first.has(key)) first.set(key, line);
    servers.set(key, (servers.get(key) ?? 0) + line.quantity);
  }
  return [...sumBy(lines, keyOf)].flatMap(([key, sum]) => {
    const line = first.get(key);
    return line ? [{ item: line.item, meter: line.meter, sum, servers: servers.get(key) ?? 0 }] : [];
  });
}
