import type { CostLine, NowAlways } from '../model/index.ts';
import { Exact, NOTHING, type Pair, plus, times, written } from './exact.ts';

/** The sum of some lines. `atLeast`: one of them has no price or no known state. */
export interface LineSum {
  readonly monthly: NowAlways;
  readonly atLeast: boolean;
  readonly lines: number;
}

/**
 * Sums lines by a key, e.g. their subscription, or their machine's environment tag, placement or method.
 * The sums of all keys together are the scenario's total; lines of no machine (pre-purchased units, licence offset) get
 * the key that the caller gives them.
 */
export function sumBy(lines: readonly CostLine[], keyOf: (line: CostLine) => string): ReadonlyMap<string, LineSum> {
  const sums = new Map<string, { total: Pair; atLeast: boolean; lines: number }>();
  for (const line of lines) {
    const key = keyOf(line);
    const sum = sums.get(key) ?? { total: NOTHING, atLeast: false, lines: 0 };
    sums.set(key, sum);
    sum.lines++;
    if (line.amount.now === null || line.amount.always === null) sum.atLeast = true;
    else sum.total = plus(sum.total, { now: new Exact(line.amount.now), always: new Exact(line.amount.always) });
    if (line.state === 'unknown') sum.atLeast = true;
  }
  return new Map(
    [...sums].map(([key, { total, atLeast, lines: count }]) => [
      key,
      { monthly: written(total), atLeast, lines: count },
    ]),
  );
}

/** A monthly figure over several months: 12 for a year, 36 for three. */
export function overMonths(monthly: NowAlways, months: number): NowAlways {
  return written(times({ now: new Exact(monthly.now), always: new Exact(monthly.always) }, months));
}

/** `left - right`, for comparing scenarios. */
export function difference(left: NowAlways, right: NowAlways): NowAlways {
  return {
    now: new Exact(left.now).minus(right.now).toFixed(),
    always: new Exact(left.always).minus(right.always).toFixed(),
  };
}
