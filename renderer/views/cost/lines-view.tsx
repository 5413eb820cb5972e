import { useMemo, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { listRows } from '../../state/lists/list.ts';
import { tagTitle } from '../../state/money/keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListFilters } from '../../ui/list/list-filters.tsx';
import { ListGrid } from '../../ui/list/list-grid.tsx';
import { useListState } from '../../ui/list/use-list-state.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useWord } from '../../ui/use-word.ts';
import styles from './cost.module.css';
import { LineDetails } from './line-details.tsx';
import { type LineList, lineList } from './lines.ts';
import type { CostGround } from './use-cost.ts';

/** Which lines were asked for: values by column, and the tag that the column `tag` means; null: the likeliest one. */
export interface Drill {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly tag: string | null;
}

export const ALL_LINES: Drill = { values: {}, tag: null };

const COLUMNS = [
  'machine',
  'item',
  'subscription',
  'now',
  'always',
  'state',
  'meter',
  'quantity',
  'unitPrice',
  'hoursNow',
  'hoursAlways',
  'rule',
  'source',
  'priceDate',
  'counted',
] as const;

interface LinesViewProps {
  readonly ground: CostGround;
  readonly drill: Drill;
}

/** Every line of the estimate; one is explained at the right. */
export function LinesView({ ground, drill }: LinesViewProps) {
  const text = useText('cost');
  const tag = drill.tag ?? ground.tags[0] ?? null;
  const list = useLineList(ground, tag);
  const state = useListState(
    list,
    Object.entries(drill.values).map(([field, values]) => ({ field, values, isOn: true })),
  );
  const [shown, setShown] = useState<{ readonly list: LineList; readonly row: number } | null>(null);
  const rows = useMemo(() => listRows(list, state.filter, state.sort), [list, state.filter, state.sort]);
  const columns = useMemo(() => COLUMNS.map((id) => ({ id, title: text(`line.${id}`) })), [text]);
  const row = shown?.list === list ? shown.row : null;
  const line = row === null ? null : (list.lines[row] ?? null);
  const show = (next: number | null) => setShown(next === null ? null : { list, row: next });
  const nameOf = (at: number) => {
    const column = list.columns[0]?.coded();
    return column?.values[column.codes[at] ?? 0]?.text ?? '';
  };
  return (
    <>
      <ListFilters
        list={list}
        state={state}
        searchLabel={text('lines.search')}
        titleOf={(id) => (id === 'tag' ? tagTitle(tag ?? '') : text(`line.${id as 'item'}`))}
      >
        {text('lines.count', { count: rows.length, all: list.count })}
      </ListFilters>
      <SplitPane
        sideLabel={text('lines.details')}
        side={
          line === null || row === null ? null : (
            <LineDetails ground={ground} line={line} isCounted={list.isCounted(row)} close={() => show(null)} />
          )
        }
      >
        {rows.length === 0 ? (
          <div className={styles.nothing}>
            <EmptyState title={text('lines.none.title')}>{text('lines.none.text')}</EmptyState>
          </div>
        ) : (
          <ListGrid
            label={text('tab.lines')}
            list={list}
            rows={rows}
            state={state}
            columns={columns}
            nameOf={nameOf}
            shownRow={row}
            show={show}
          />
        )}
      </SplitPane>
    </>
  );
}

function useLineList({ planned, machines, language, scope }: CostGround, tag: string | null): LineList {
  const text = useText('cost');
  const word = useWord();
  return useMemo(() => {
    const words = {
      placement: (placement: string) => word('placement', placement),
      state: (state: string) => (state === 'all' ? text('stateAll') : word('state', state)),
      scope: (id: string) => (id === '' ? text('noSubscription') : scope(id)),
      all: text('ofAll'),
      counted: (is: boolean) => text(is ? 'counted.yes' : 'counted.no'),
      number: (value: string) => text('number', { value: Number(value) }),
    };
    return lineList({ planned, machines, language, words }, tag);
  }, [planned, machines, language, scope, tag, text, word]);
}
