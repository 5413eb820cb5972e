import type { CostLine, NowAlways } from '../model/index.ts';
import { Exact, times, written, ZERO } from './exact.ts';

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
  const parts = new Map<
    string,
    { now: Map<string, number>; always: Map<string, number>; atLeast: boolean; lines: number }
  >();
  for (const line of lines) {
    const key = keyOf(line);
    const part = parts.get(key) ?? { now: new Map(), always: new Map(), atLeast: false, lines: 0 };
    parts.set(key, part);
    part.lines++;
    if (line.amount.now === null || line.amount.always === null || line.state === 'unknown') part.atLeast = true;
    tally(part.now, line.amount.now);
    tally(part.always, line.amount.always);
  }
  return new Map(
    [...parts].map(([key, { now, always, atLeast, lines: count }]) => [
      key,
      { monthly: { now: total(now), always: total(always) }, atLeast, lines: count },
    ]),
  );
}

/** A few amounts come thousands of times: they are counted first, and made exact once. */
function tally(counts: Map<string, number>, amount: string | null): void {
  if (amount !== null) counts.set(amount, (counts.get(amount) ?? 0) + 1);
}

function total(counts: ReadonlyMap<string, number>): string {
  let sum = ZERO;
  for (const [amount, count] of counts) sum = sum.plus(new Exact(amount).times(count));
  return sum.toFixed();
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
