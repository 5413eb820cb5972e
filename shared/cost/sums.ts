import type { CostLine, NowAlways } from '../model/index.ts';
import { UNKNOWN_PLAN_RULE } from './defender-lines.ts';
import { Exact, times, written, ZERO } from './exact.ts';

/** The sum of some lines, and what keeps it from being the whole truth. */
export interface LineSum {
  readonly monthly: NowAlways;
  /** One of the lines has no price, no known plan or no known state. */
  readonly atLeast: boolean;
  readonly lines: number;
  /** Lines without a price; of them those whose plan is not known. */
  readonly missing: number;
  readonly unknownPlans: number;
  readonly unknownStates: number;
}

interface Part {
  readonly now: Map<string, number>;
  readonly always: Map<string, number>;
  lines: number;
  missing: number;
  unknownPlans: number;
  unknownStates: number;
}

/**
 * Sums lines by a key, e.g. their subscription, or their machine's environment tag, placement or method.
 * The sums of all keys together are the scenario's total; lines of no machine (pre-purchased units, licence offset) get
 * the key that the caller gives them.
 */
export function sumBy(lines: readonly CostLine[], keyOf: (line: CostLine) => string): ReadonlyMap<string, LineSum> {
  const parts = new Map<string, Part>();
  for (const line of lines) {
    const key = keyOf(line);
    const part = parts.get(key) ?? emptyPart();
    parts.set(key, part);
    part.lines++;
    if (line.unitPrice === null) part.missing++;
    if (line.rule === UNKNOWN_PLAN_RULE) part.unknownPlans++;
    if (line.state === 'unknown') part.unknownStates++;
    tally(part.now, line.amount.now);
    tally(part.always, line.amount.always);
  }
  return new Map([...parts].map(([key, part]) => [key, sumOf(part)]));
}

function emptyPart(): Part {
  return { now: new Map(), always: new Map(), lines: 0, missing: 0, unknownPlans: 0, unknownStates: 0 };
}

function sumOf({ now, always, ...counts }: Part): LineSum {
  const atLeast = counts.missing > 0 || counts.unknownStates > 0;
  return { ...counts, monthly: { now: total(now), always: total(always) }, atLeast };
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

/** The sum of several figures. */
export function addUp(figures: readonly NowAlways[]): NowAlways {
  let [now, always] = [ZERO, ZERO];
  for (const figure of figures) [now, always] = [now.plus(figure.now), always.plus(figure.always)];
  return { now: now.toFixed(), always: always.toFixed() };
}

/** `left - right`, for comparing scenarios. */
export function difference(left: NowAlways, right: NowAlways): NowAlways {
  return {
    now: new Exact(left.now).minus(right.now).toFixed(),
    always: new Exact(left.always).minus(right.always).toFixed(),
  };
}
