import type { Keyed } from '../../state/requirements-slice.ts';

/** Edits of an ordered list whose items keep their keys. */

export function keyed<Value>(values: readonly Value[]): readonly Keyed<Value>[] {
  return values.map((value, key) => ({ key, value }));
}

function nextKey(items: readonly Keyed<unknown>[]): number {
  return items.reduce((most, { key }) => Math.max(most, key), -1) + 1;
}

/** Adds an item at a place. @returns the list, and the key of the new item */
export function inserted<Value>(
  items: readonly Keyed<Value>[],
  at: number,
  value: Value,
): { readonly items: readonly Keyed<Value>[]; readonly key: number } {
  const key = nextKey(items);
  return { items: items.toSpliced(at, 0, { key, value }), key };
}

export function removed<Value>(items: readonly Keyed<Value>[], key: number): readonly Keyed<Value>[] {
  return items.filter((item) => item.key !== key);
}

export function replaced<Value>(items: readonly Keyed<Value>[], key: number, value: Value): readonly Keyed<Value>[] {
  return items.map((item) => (item.key === key ? { key, value } : item));
}

/** Moves an item up (-1) or down (1); at the ends it stays. */
export function moved<Value>(items: readonly Keyed<Value>[], key: number, step: -1 | 1): readonly Keyed<Value>[] {
  const from = items.findIndex((item) => item.key === key);
  const to = from + step;
  const item = items[from];
  if (!item || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
