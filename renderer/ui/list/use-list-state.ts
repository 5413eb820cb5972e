import { useMemo, useState } from 'react';
import type { Filter, Pill, Sort } from '../../state/inventory/rows.ts';
import type { List } from '../../state/lists/list.ts';

/** How a long list is looked at, as long as its screen is there. */
export interface ListState {
  readonly filter: Filter;
  readonly sort: Sort | null;
  readonly widths: Readonly<Record<string, number>>;
  readonly selection: ReadonlySet<number>;
  search(search: string): void;
  /** Sets one filter; it is switched on. */
  choose(field: string, values: readonly string[]): void;
  switchPill(field: string): void;
  removePill(field: string): void;
  clear(): void;
  sortBy(field: string): void;
  resize(column: string, width: number): void;
  select(rows: Iterable<number>): void;
}

const NARROWEST = 48;
const WIDEST = 800;
const NO_ROWS: ReadonlySet<number> = new Set();

/** @param list what is looked at: rows that were selected in another list are none of this one */
export function useListState(list: List, pills: readonly Pill[] = [], first: Sort | null = null): ListState {
  const [filter, setFilter] = useState<Filter>({ search: '', pills });
  const [sort, setSort] = useState<Sort | null>(first);
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({});
  const [selected, setSelected] = useState<{ readonly list: List; readonly rows: ReadonlySet<number> } | null>(null);
  return useMemo(() => {
    const change = (of: (pills: readonly Pill[]) => readonly Pill[]) =>
      setFilter((before) => ({ ...before, pills: of(before.pills) }));
    return {
      filter,
      sort,
      widths,
      selection: selected?.list === list ? selected.rows : NO_ROWS,
      search: (search) => setFilter((before) => ({ ...before, search })),
      choose: (field, values) =>
        change((before) => [...before.filter((pill) => pill.field !== field), { field, values, isOn: true }]),
      switchPill: (field) =>
        change((before) => before.map((pill) => (pill.field === field ? { ...pill, isOn: !pill.isOn } : pill))),
      removePill: (field) => change((before) => before.filter((pill) => pill.field !== field)),
      clear: () => setFilter({ search: '', pills: [] }),
      // Ascending, descending, and back to the list's own order.
      sortBy: (field) =>
        setSort((before) => {
          if (before?.field !== field) return { field, descending: false };
          return before.descending ? null : { field, descending: true };
        }),
      resize: (column, width) =>
        setWidths((before) => ({ ...before, [column]: Math.min(WIDEST, Math.max(NARROWEST, width)) })),
      select: (rows) => setSelected({ list, rows: new Set(rows) }),
    };
  }, [list, filter, sort, widths, selected]);
}
