import { type CodedColumn, ranksOf, sortRows } from './coded.ts';
import { findColumn, type InventoryGround } from './columns.ts';
import { searchMachines } from './search.ts';

/** One filter: the machine's value is one of these. Switched off, it stays there and does nothing. */
export interface Pill {
  readonly field: string;
  /** Keys of values; `''` is "missing". Empty: nothing chosen yet, which filters nothing. */
  readonly values: readonly string[];
  readonly isOn: boolean;
}

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

export interface Filter {
  readonly search: string;
  readonly pills: readonly Pill[];
}

/** Positions of the machines that pass, in order. */
export function rowsOf(ground: InventoryGround, filter: Filter, sort: Sort | null): Uint32Array {
  const passes = passing(ground, filter);
  const byName = nameOrder(ground);
  const rows = passes === null ? byName : byName.filter((row) => passes[row] === 1);
  const column = sort && findColumn(sort.field)?.code(ground);
  if (!column) return rows;
  return sortRows(rows, column, sort.descending);
}

/** How many machines have each value of a field, among those that pass all other filters: the choices of a pill. */
export function valuesOf(ground: InventoryGround, filter: Filter, field: string): readonly FieldValue[] {
  const column = findColumn(field)?.code(ground);
  if (!column) return [];
  const passes = passing(ground, { ...filter, pills: filter.pills.filter((pill) => pill.field !== field) });
  const ranks = ranksOf(column);
  const counts = new Uint32Array(column.values.length);
  column.codes.forEach((code, row) => {
    if (passes === null || passes[row] === 1) counts[code] = (counts[code] ?? 0) + 1;
  });
  return column.values
    .map(({ key, text }, code) => ({ key, text, count: counts[code] ?? 0, rank: ranks[code] ?? -1 }))
    .sort((a, b) => Number(a.rank === -1) - Number(b.rank === -1) || a.rank - b.rank);
}

export interface FieldValue {
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

/** 1 for every machine that passes; null when all do. */
function passing(ground: InventoryGround, { search, pills }: Filter): Uint8Array | null {
  let passes = searchMachines(ground.machines, search);
  for (const { field, values, isOn } of pills) {
    const column = findColumn(field)?.code(ground);
    if (!isOn || values.length === 0 || !column) continue;
    passes ??= new Uint8Array(ground.machines.length).fill(1);
    keepOnly(passes, column, values);
  }
  return passes;
}

function keepOnly(passes: Uint8Array, { codes, values }: CodedColumn, wanted: readonly string[]): void {
  const isWanted = new Set(wanted);
  const allowed = values.map(({ key }) => isWanted.has(key));
  for (let row = 0; row < passes.length; row += 1) if (!allowed[codes[row] ?? 0]) passes[row] = 0;
}

const ORDERS = new WeakMap<object, Uint32Array>();

/** All machines by name, naturally; the order that every other one starts from. */
export function nameOrder(ground: InventoryGround): Uint32Array {
  const { machines } = ground;
  const known = ORDERS.get(machines);
  if (known) return known;
  const all = Uint32Array.from(machines, (_, row) => row);
  const column = findColumn('name')?.code(ground);
  const order = column ? sortRows(all, column, false) : all;
  ORDERS.set(machines, order);
  return order;
}
