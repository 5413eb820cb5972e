import { Decimal } from 'decimal.js';

/**
 * Decimals for money. With 100 significant digits no product or sum of ours ever needs rounding; a quotient that does
 * not end (a schedule's share of a month) is rounded once, by `share`, before it meets a price.
 */
export const Exact = Decimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });
export type Exact = Decimal;

export const ZERO: Exact = new Exact(0);
export const ONE: Exact = new Exact(1);

/** Decimal places of a quotient: finer than any price, and short enough that sums stay exact in any order. */
const QUOTIENT_PLACES = 12;

/** A part of a whole, rounded to some decimal places; 0 of nothing. */
export function share(part: Exact, whole: Exact, places = QUOTIENT_PLACES): Exact {
  return whole.isZero() ? ZERO : part.div(whole).toDecimalPlaces(places);
}

/** Two exact figures: today's states all month, and every hour of the month. */
export interface Pair {
  readonly now: Exact;
  readonly always: Exact;
}

export const NOTHING: Pair = { now: ZERO, always: ZERO };

export function plus(left: Pair, right: Pair): Pair {
  return { now: left.now.plus(right.now), always: left.always.plus(right.always) };
}

export function times(pair: Pair, factor: Exact | number): Pair {
  return { now: pair.now.times(factor), always: pair.always.times(factor) };
}

export function minus(left: Pair, right: Pair): Pair {
  return { now: left.now.minus(right.now), always: left.always.minus(right.always) };
}

/** The smaller of both, figure by figure. */
export function least(left: Pair, right: Pair): Pair {
  return { now: Exact.min(left.now, right.now), always: Exact.min(left.always, right.always) };
}

/** As decimal strings without exponent. */
export function written(pair: Pair): { readonly now: string; readonly always: string } {
  return { now: pair.now.toFixed(), always: pair.always.toFixed() };
}
