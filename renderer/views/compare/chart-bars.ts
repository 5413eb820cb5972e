import { difference } from '../../../shared/cost/index.ts';
import type { NowAlways } from '../../../shared/model/index.ts';
import type { Compared } from './use-compare.ts';

/** Parts of a bar, from the left. */
export const BAR_PARTS = ['P2', 'P1', 'other'] as const;
export type BarPart = (typeof BAR_PARTS)[number];

/** One scenario's bar. Money as numbers: a drawing needs no more. */
export interface Bar {
  readonly id: string;
  readonly segments: readonly {
    readonly part: BarPart;
    readonly start: number;
    readonly length: number;
    readonly amount: string;
  }[];
  readonly total: string;
  readonly isAtLeast: boolean;
  /** Where the bar would end if all that is not known were billed; null: nothing is open. */
  readonly most: number | null;
}

/**
 * The bars of a chart, in shares of the longest. Reductions that belong to no machine make the last part shorter, and
 * where they are more than all else of it, they are left to the total.
 */
export function barsOf(columns: readonly Compared[], figure: keyof NowAlways): readonly Bar[] {
  const longest = Math.max(
    1e-9,
    ...columns.map(({ planned }) =>
      Math.max(Number(planned.totals().atMost[figure]), Number(planned.totals().monthly[figure])),
    ),
  );
  return columns.map(({ planned, sums }) => {
    const { monthly, atMost, atLeast, alwaysAtLeast } = planned.totals();
    const nothing = { now: '0', always: '0' };
    const p2 = sums.byPlan.get('P2')?.monthly ?? nothing;
    const p1 = sums.byPlan.get('P1')?.monthly ?? nothing;
    const other = difference(difference(monthly, p2), p1);
    let start = 0;
    const segments = [p2, p1, other].flatMap((money, at) => {
      const room = Number(monthly[figure]) / longest - start;
      const length = Math.min(Number(money[figure]) / longest, room);
      const part = BAR_PARTS[at];
      if (length <= 0 || part === undefined) return [];
      const segment = { part, start, length, amount: money[figure] };
      start += length;
      return [segment];
    });
    const most = Number(atMost[figure]) > Number(monthly[figure]) ? Number(atMost[figure]) / longest : null;
    const isAtLeast = figure === 'now' ? atLeast : alwaysAtLeast;
    return { id: planned.scenario.id, segments, total: monthly[figure], isAtLeast, most };
  });
}
