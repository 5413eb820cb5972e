import {
  METHODS,
  type Money,
  type MonthlyMoney,
  PLANS,
  type Plan,
  type PlannedMachine,
  type Pricer,
} from '../model/index.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { interner, type Prepared } from './prepare.ts';
import type { Part } from './wants.ts';

/** How many machines have which price: many machines add up to few multiplications. */
export type PriceCounts = Map<number, number>;

export interface Pricing {
  /** Adds machines of a group (all of them, unless parts are given), decided so, to the counts. */
  add(
    counts: PriceCounts,
    facts: Facts,
    decision: Decision,
    designatedPlan: Plan | null,
    parts?: readonly Priced[],
  ): void;
  /** Null when a price is missing. */
  total(counts: PriceCounts): MonthlyMoney | null;
  /** Everything that the cost of a group's machines follows from, but for the machine and its number of a price group. */
  planned(facts: Facts, decision: Decision, designatedPlan: Plan | null): PlannedGroup;
  readonly pricer: Pricer;
}

/** How many machines have a price shape. */
export type Priced = Pick<Part, 'price' | 'count'>;

interface PlannedGroup {
  readonly planned: Omit<PlannedMachine, 'machine' | 'group'>;
  /** All of it in one text, without the place: equal texts cost the same. */
  readonly description: string;
}

const CONNECTS = [null, 'arc', 'direct'] as const;
const KNOWN_PLANS = [...PLANS, 'unknown'] as const;

/** Asks each price once, however many groups, scopes and bases it occurs in. */
export function makePricing(pricer: Pricer, prepared: Prepared): Pricing {
  const ids = new Map<number, number>();
  const prices: (MonthlyMoney | null)[] = [];
  const samePrice = interner();
  const hoursNumber = interner();

  const priceId = (
    facts: Facts,
    part: Priced,
    outcome: number,
    decision: Decision,
    designatedPlan: Plan | null,
  ): number => {
    const shape = prepared.priceShapes[part.price];
    if (!shape) throw new RangeError(`No price shape ${part.price}`);
    const key = outcome * MONEY_SHAPES + shape.moneyShape;
    let id = ids.get(key);
    if (id === undefined) {
      const { planned, description } = plannedGroup(facts, decision, designatedPlan);
      const group = prepared.groupNumber(part.price, prepared.describe(description));
      const price = pricer.monthly({ machine: shape.machine, group, ...planned });
      id = samePrice(price === null ? 'none' : `${price.now.toFixed()}|${price.always.toFixed()}`);
      prices[id] = price;
      ids.set(key, id);
    }
    return id;
  };

  return {
    pricer,
    planned: plannedGroup,
    add(counts, facts, decision, designatedPlan, parts = facts.group.parts) {
      const outcome = outcomeKey(facts, decision, designatedPlan, hoursNumber);
      for (const part of parts) {
        const id = priceId(facts, part, outcome, decision, designatedPlan);
        counts.set(id, (counts.get(id) ?? 0) + part.count);
      }
    },
    total: (counts) => total(counts, prices, pricer),
  };
}

function total(counts: PriceCounts, prices: readonly (MonthlyMoney | null)[], pricer: Pricer): MonthlyMoney | null {
  let now: Money = pricer.zero;
  let always: Money = pricer.zero;
  for (const [id, count] of counts) {
    const price = prices[id];
    if (!price) return null;
    now = now.plus(price.now.times(count));
    always = always.plus(price.always.times(count));
  }
  return { now, always };
}

/** A trial lasts 30 days. */
const TRIAL_DAYS = 100;

/** More than there are combinations of placement, capacity and state. */
const MONEY_SHAPES = 1_000_000;

/** A number for everything planned that Defender's meters ask about. */
function outcomeKey(
  facts: Facts,
  decision: Decision,
  designatedPlan: Plan | null,
  hoursNumber: (text: string) => number,
): number {
  const { method, plan, connectsTo, scope } = decision;
  const designated = method === 'direct' && designatedPlan ? PLANS.indexOf(designatedPlan) + 1 : 0;
  const trialDays = scope?.trialDaysLeft ?? 0;
  const extra =
    (hoursNumber(facts.group.wish.hours ?? '') * TRIAL_DAYS + Math.min(trialDays, TRIAL_DAYS - 1)) * 2 +
    Number(scope?.hasCspm ?? false);
  const way = METHODS.indexOf(method) * KNOWN_PLANS.length + KNOWN_PLANS.indexOf(plan);
  const decided = (way * CONNECTS.length + CONNECTS.indexOf(connectsTo)) * (PLANS.length + 1) + designated;
  return extra * METHODS.length * KNOWN_PLANS.length * CONNECTS.length * (PLANS.length + 1) + decided;
}

function plannedGroup(facts: Facts, decision: Decision, designatedPlan: Plan | null): PlannedGroup {
  const { scope, method, plan, connectsTo } = decision;
  const trialDaysLeft = scope?.trialDaysLeft ?? 0;
  const hasCspm = scope?.hasCspm ?? false;
  const isInArc = facts.group.shape.placement !== null || connectsTo === 'arc';
  const needs = isInArc ? facts.needs : [];
  const scheduledHours = facts.group.wish.hours;
  const designated = method === 'direct' ? designatedPlan : null;
  const description = `${method}|${plan}|${connectsTo}|${scheduledHours}|${needs.join()}|${designated}|${trialDaysLeft}|${hasCspm}`;
  return {
    description,
    planned: {
      subscriptionId: scope?.id ?? null,
      method,
      plan,
      connectsTo,
      scheduledHours,
      needs,
      designatedPlan: designated,
      trialDaysLeft,
      hasCspm,
    },
  };
}
