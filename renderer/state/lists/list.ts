import { fold } from '../../../shared/text/fold.ts';
import { type CodedColumn, type CodedValue, codeColumn, sortRows } from '../inventory/coded.ts';
import type { Filter, Pill, Sort } from '../inventory/rows.ts';

/** A column of a long list. */
export interface ListColumn {
  readonly id: string;
  /** Pixels at 100 %. */
  readonly width: number;
  readonly isNumber: boolean;
  /** Filters are offered for what has few values. */
  readonly isFilter: boolean;
  /** Made when first asked for. */
  readonly coded: () => CodedColumn;
}

/** A list of any length, as columns. */
export interface List {
  readonly count: number;
  readonly columns: readonly ListColumn[];
  /** The column in which the search looks. */
  readonly searchIn: string;
}

interface ColumnWish<Raw> {
  readonly id: string;
  readonly width: number;
  readonly isNumber?: boolean;
  readonly isFilter?: boolean;
  /** Two values that are `===` are one. */
  readonly pick: (row: number) => Raw;
  readonly view: (raw: Raw) => CodedValue;
}

export function listColumn<Raw>(count: number, wish: ColumnWish<Raw>): ListColumn {
  const { id, width, isNumber = false, isFilter = false, pick, view } = wish;
  let made: CodedColumn | null = null;
  return {
    id,
    width,
    isNumber,
    isFilter,
    coded: () => {
      made ??= codeColumn(count, pick, view);
      return made;
    },
  };
}

/** Rows that pass the filter, in the order of the sort; without one, in their own. */
export function listRows(list: List, filter: Filter, sort: Sort | null): Uint32Array {
  const passes = passing(list, filter);
  const all = Uint32Array.from({ length: list.count }, (_, row) => row);
  const rows = passes === null ? all : all.filter((row) => passes[row] === 1);
  const column = sort && findListColumn(list, sort.field);
  return column ? sortRows(rows, column.coded(), sort.descending) : rows;
}

/** The values of a column with the number of rows that pass all other filters: the choices of a pill. */
export function listValues(list: List, filter: Filter, field: string): readonly (CodedValue & { count: number })[] {
  const column = findListColumn(list, field)?.coded();
  if (!column) return [];
  const passes = passing(list, { ...filter, pills: filter.pills.filter((pill) => pill.field !== field) });
  const counts = new Uint32Array(column.values.length);
  column.codes.forEach((code, row) => {
    if (passes === null || passes[row] === 1) counts[code] = (counts[code] ?? 0) + 1;
  });
  return column.values
    .map((value, code) => ({ ...value, count: counts[code] ?? 0 }))
    .sort((a, b) => Number(a.sort === null) - Number(b.sort === null) || compare(a.sort ?? '', b.sort ?? ''));
}

/** What stands in a cell. */
export function listText(list: List, row: number, column: string): string {
  const coded = findListColumn(list, column)?.coded();
  return coded?.values[coded.codes[row] ?? 0]?.text ?? '';
}

export function findListColumn({ columns }: List, id: string): ListColumn | undefined {
  return columns.find((column) => column.id === id);
}

/** Rows as a spreadsheet takes them from the clipboard; tabs and line ends within a value become spaces. */
export function listTsv(
  list: List,
  rows: Iterable<number>,
  columns: readonly { readonly id: string; readonly title: string }[],
): string {
  const cell = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  const lines = [columns.map(({ title }) => cell(title)).join('\t')];
  for (const row of rows) lines.push(columns.map(({ id }) => cell(listText(list, row, id))).join('\t'));
  return `${lines.join('\r\n')}\r\n`;
}

function passing(list: List, { search, pills }: Filter): Uint8Array | null {
  const tests: [column: CodedColumn, isAllowed: readonly boolean[]][] = [];
  const wanted = fold(search);
  const searched = wanted === '' ? undefined : findListColumn(list, list.searchIn)?.coded();
  if (searched) tests.push([searched, searched.values.map(({ text }) => fold(text).includes(wanted))]);
  for (const pill of pills) {
    const column = isFiltering(pill) ? findListColumn(list, pill.field)?.coded() : undefined;
    if (column) tests.push([column, column.values.map(({ key }) => pill.values.includes(key))]);
  }
  if (tests.length === 0) return null;
  const passes = new Uint8Array(list.count).fill(1);
  for (const [{ codes }, isAllowed] of tests) {
    for (let row = 0; row < passes.length; row += 1) if (!isAllowed[codes[row] ?? 0]) passes[row] = 0;
  }
  return passes;
}

function isFiltering({ isOn, values }: Pill): boolean {
  return isOn && values.length > 0;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
