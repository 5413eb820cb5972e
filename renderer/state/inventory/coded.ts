import { naturalKey } from '../../../shared/text/fold.ts';

/** One distinct value of a column. */
export interface CodedValue {
  /** Stays the same in every language: what a filter keeps. Empty: the value is missing. */
  readonly key: string;
  /** As a person reads it. */
  readonly text: string;
  /** What it is sorted by; null: missing, always last. Texts are compared naturally. */
  readonly sort: string | number | null;
}

/** A column of all machines: for each a number, and what the numbers stand for. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly values: readonly CodedValue[];
}

/**
 * Codes a column; `view` is asked once for each distinct value.
 * @param pick the raw value at a position; two that are `===` are one
 */
export function codeColumn<Raw>(
  count: number,
  pick: (position: number) => Raw,
  view: (raw: Raw) => CodedValue,
): CodedColumn {
  const codes = new Int32Array(count);
  const values: CodedValue[] = [];
  const byRaw = new Map<Raw, number>();
  const byKey = new Map<string, number>();
  for (let position = 0; position < count; position += 1) {
    const raw = pick(position);
    let code = byRaw.get(raw);
    if (code === undefined) {
      const value = view(raw);
      code = byKey.get(value.key) ?? values.push(value) - 1;
      byKey.set(value.key, code);
      byRaw.set(raw, code);
    }
    codes[position] = code;
  }
  return { codes, values };
}

const RANKS = new WeakMap<CodedColumn, Int32Array>();

/** Place of every value among the values of its column; missing ones have -1. */
export function ranksOf(column: CodedColumn): Int32Array {
  const known = RANKS.get(column);
  if (known) return known;
  const ranks = new Int32Array(column.values.length).fill(-1);
  // Natural keys are made only for a column that somebody sorts by.
  const present = column.values.flatMap(({ sort }, code) =>
    sort === null ? [] : [{ sort: typeof sort === 'string' ? naturalKey(sort) : sort, code }],
  );
  present.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  present.forEach(({ code }, rank) => {
    ranks[code] = rank;
  });
  RANKS.set(column, ranks);
  return ranks;
}

/**
 * Rows in the order of a column; rows that are equal in it keep the order that they come in. One pass over the rows,
 * however many there are, since ranks are known.
 */
export function sortRows(rows: Uint32Array, column: CodedColumn, descending: boolean): Uint32Array {
  const ranks = ranksOf(column);
  const places = ranks.length;
  const placeOf = (row: number): number => {
    const rank = ranks[column.codes[row] ?? 0] ?? -1;
    return rank === -1 ? places : descending ? places - 1 - rank : rank;
  };
  const starts = new Uint32Array(places + 2);
  for (const row of rows) add(starts, placeOf(row) + 1, 1);
  for (let place = 1; place < starts.length; place += 1) add(starts, place, starts[place - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const place = placeOf(row);
    sorted[starts[place] ?? 0] = row;
    add(starts, place, 1);
  }
  return sorted;
}

function add(numbers: Uint32Array, index: number, amount: number): void {
  numbers[index] = (numbers[index] ?? 0) + amount;
}
