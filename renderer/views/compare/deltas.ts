import { difference } from '../../../shared/cost/index.ts';
import type { NowAlways } from '../../../shared/model/index.ts';

/** How an amount differs from the first column's. */
export interface MoneyDelta {
  /** Decimal string; negative: less. */
  readonly amount: string;
  /** Share of the first column's; null where that is nothing. */
  readonly share: number | null;
}

/** Null where there is no difference. */
export function moneyDelta(first: NowAlways, other: NowAlways, figure: keyof NowAlways): MoneyDelta | null {
  const amount = difference(other, first)[figure];
  if (Number(amount) === 0) return null;
  const base = Number(first[figure]);
  return { amount, share: base === 0 ? null : Number(amount) / base };
}

/** Keys of several tables of money, the dearest first by the largest amount that any column has. */
export function keysByAmount(
  tables: readonly ReadonlyMap<string, { readonly monthly: NowAlways }>[],
  figure: keyof NowAlways,
): readonly string[] {
  const largest = new Map<string, number>();
  for (const table of tables) {
    for (const [key, { monthly }] of table) {
      largest.set(key, Math.max(largest.get(key) ?? 0, Number(monthly[figure])));
    }
  }
  return [...largest]
    .filter(([, amount]) => amount > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([key]) => key);
}
