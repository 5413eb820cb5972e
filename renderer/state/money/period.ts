import { addUp, estimateTotals, overMonths } from '../../../shared/cost/index.ts';
import type { NowAlways } from '../../../shared/model/index.ts';
import type { PlannedScenario } from '../planning.ts';

/** Months of what figures can be shown for. */
export const PERIODS = { month: 1, year: 12, threeYears: 36 } as const;
export type Period = keyof typeof PERIODS;
export const PERIOD_IDS = Object.keys(PERIODS) as readonly Period[];

interface PeriodFigures {
  readonly total: NowAlways;
  readonly atMost: NowAlways;
}

/**
 * A scenario's totals over a period. Free trial days lie in the first month: the months after it are priced without.
 * @param asOf as in `ProjectState`
 */
export function overPeriod(planned: PlannedScenario, asOf: string, period: Period): PeriodFigures {
  const { monthly, atMost } = planned.totals();
  const later = PERIODS[period] - 1;
  if (later === 0) return { total: monthly, atMost };
  const steady = planned.assumptions.trial ? withoutTrial(planned, asOf) : { monthly, atMost };
  return {
    total: addUp([monthly, overMonths(steady.monthly, later)]),
    atMost: addUp([atMost, overMonths(steady.atMost, later)]),
  };
}

function withoutTrial({ scenario, planning, assumptions, book }: PlannedScenario, asOf: string) {
  const { planned, subscriptions, blocked } = planning;
  const pricing = { book, assumptions: { ...assumptions, trial: false }, asOf };
  return estimateTotals({ scenario, planned, subscriptions, blocked, pricing });
}
