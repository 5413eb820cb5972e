import type { SavedView } from '../../shared/contract/app-views.ts';
import type { Machine } from '../../shared/model/index.ts';
import { DEFAULT_COLUMNS } from './inventory/columns.ts';
import type { Filter, Pill, Sort } from './inventory/rows.ts';
import type { Slice } from './store.ts';

/** How the inventory is looked at. The machine in the details pane is the `focus` of the location. */
export interface InventorySlice {
  readonly filter: Filter;
  readonly sort: Sort | null;
  readonly columns: readonly string[];
  /** Widths that the user gave, by column. */
  readonly widths: Readonly<Record<string, number>>;
  /** Positions; they hold for the array of machines that they were chosen in. */
  readonly selection: { readonly machines: readonly Machine[] | null; readonly rows: ReadonlySet<number> };
  searchMachines(search: string): void;
  setPill(field: string, values: readonly string[]): void;
  switchPill(field: string): void;
  removePill(field: string): void;
  clearFilter(): void;
  sortBy(field: string): void;
  setColumns(columns: readonly string[]): void;
  setWidth(column: string, width: number): void;
  select(rows: Iterable<number>): void;
  applyView(view: Pick<SavedView, 'search' | 'pills' | 'sort' | 'columns'>): void;
}

const NO_FILTER: Filter = { search: '', pills: [] };
const NARROWEST = 48;
const WIDEST = 800;

export const inventorySlice: Slice<InventorySlice> = () => (set, get) => {
  const setPills = (change: (pills: readonly Pill[]) => readonly Pill[]) =>
    set(({ filter }) => ({ filter: { ...filter, pills: change(filter.pills) } }));
  return {
    filter: NO_FILTER,
    sort: null,
    columns: DEFAULT_COLUMNS,
    widths: {},
    selection: { machines: null, rows: new Set() },

    searchMachines: (search) => set(({ filter }) => ({ filter: { ...filter, search } })),
    setPill: (field, values) =>
      setPills((pills) =>
        pills.some((pill) => pill.field === field)
          ? pills.map((pill) => (pill.field === field ? { field, values, isOn: true } : pill))
          : [...pills, { field, values, isOn: true }],
      ),
    switchPill: (field) =>
      setPills((pills) => pills.map((pill) => (pill.field === field ? { ...pill, isOn: !pill.isOn } : pill))),
    removePill: (field) => setPills((pills) => pills.filter((pill) => pill.field !== field)),
    clearFilter: () => set({ filter: NO_FILTER }),

    // Ascending, descending, and back to the order of names.
    sortBy: (field) =>
      set(({ sort }) => {
        if (sort?.field !== field) return { sort: { field, descending: false } };
        return { sort: sort.descending ? null : { field, descending: true } };
      }),
    setColumns: (columns) => set({ columns: columns.includes('name') ? columns : ['name', ...columns] }),
    setWidth: (column, width) =>
      set(({ widths }) => ({ widths: { ...widths, [column]: Math.min(WIDEST, Math.max(NARROWEST, width)) } })),

    select: (rows) => {
      const { project } = get();
      set({ selection: { machines: project.kind === 'open' ? project.machines : null, rows: new Set(rows) } });
    },

    applyView: ({ search, pills, sort, columns }) =>
      set({
        filter: { search, pills: pills.map(({ field, values }) => ({ field, values, isOn: true })) },
        sort,
        columns: columns.length > 0 ? columns : DEFAULT_COLUMNS,
      }),
  };
};
