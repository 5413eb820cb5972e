import type { Machine } from './machine.ts';
import type { ArcNeed, KnownPlan, Method, Plan } from './words.ts';

/**
 * What the cost of one machine follows from. Machines of one `group` differ in nothing that has a price:
 * their lines are equal but for the machine's own id and its subscription.
 */
export interface PlannedMachine {
  readonly machine: Machine;
  readonly group: number;
  /** Where it ends, as in `Recommendation.subscriptionId`. */
  readonly subscriptionId: string | null;
  readonly method: Method;
  readonly plan: KnownPlan;
  /** The route that the plan gives to a machine that is not there yet; null for one that is. */
  readonly connectsTo: 'arc' | 'direct' | null;
  /** Hours of the schedule that holds for it, a month; null: the whole month. */
  readonly scheduledHours: string | null;
  readonly needs: readonly ArcNeed[];
  /** Of a directly onboarded machine: the plan of the designated subscription. */
  readonly designatedPlan: Plan | null;
  /** Trial days left of the subscription where it ends; 0 when none or not known. */
  readonly trialDaysLeft: number;
  /** Defender CSPM is on in the subscription where it ends. */
  readonly hasCspm: boolean;
}

/** Money of one machine under one plan, exact. Null: no price found. */
export interface MonthlyMoney {
  readonly now: Money;
  readonly always: Money;
}

/** The few operations that planning needs of an exact decimal; decimal.js's Decimal has them. */
export interface Money {
  plus(other: Money | number): Money;
  times(factor: number): Money;
  comparedTo(other: Money | number): number;
  toFixed(): string;
}

/** Cost as planning sees it; made by `shared/cost`, handed in, so that planning knows nothing of prices. */
export interface Pricer {
  readonly zero: Money;
  /** The month of one machine row (capacity counted) on Defender meters after discounts; null: no price found. */
  monthly(planned: PlannedMachine): MonthlyMoney | null;
  /** Whether a source tells if the machine is billed now; where not, `now` of its month is only the least. */
  isNowKnown(planned: PlannedMachine): boolean;
  /** What one more machine costs a month under a plan, always on; null: no price found. */
  nextMachine(plan: Plan): Money | null;
}
