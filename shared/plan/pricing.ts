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

/** How many machines have which price: many machines add up to few multiplications. */
export type PriceCounts = Map<number, number>;

export interface Pricing {
  /** Adds the machines of a group, decided so, to the counts. */
  add(counts: PriceCounts, facts: Facts, decision: Decision, designatedPlan: Plan | null): void;
  /** Null when a price is missing. */
  total(counts: PriceCounts): MonthlyMoney | null;
  /** Everything that the cost of a group follows from, for any of its machines. */
  planned(facts: Facts, decision: Decision, designatedPlan: Plan | null): Omit<PlannedMachine, 'machine'>;
  readonly pricer: Pricer;
}

const CONNECTS = [null, 'arc', 'direct'] as const;
const KNOWN_PLANS = [...PLANS, 'unknown'] as const;

/** Asks each price once, however many groups, scopes and bases it occurs in. */
export function makePricing(pricer: Pricer, prepared: Prepared): Pricing {
  const ids = new Map<number, number>();
  const prices: (MonthlyMoney | null)[] = [];
  const samePrice = interner();
  const extras = interner();

  const planned = (facts: Facts, decision: Decision, designatedPlan: Plan | null): Omit<PlannedMachine, 'machine'> => {
    const { scope, method, plan, connectsTo } = decision;
    const trialDaysLeft = scope?.trialDaysLeft ?? 0;
    const isInArc = facts.group.shape.placement !== null || connectsTo === 'arc';
    const needs = isInArc ? facts.needs : [];
    const { hours } = facts.group.wish;
    const hasCspm = scope?.hasCspm ?? false;
    const designated = method === 'direct' ? designatedPlan : null;
    const description = `${facts.group.shape.index}|${scope?.id}|${method}|${plan}|${connectsTo}|${hours}|${needs.join()}|${designated}|${trialDaysLeft}|${hasCspm}`;
    return {
      group: prepared.groupNumber(description),
      subscriptionId: scope?.id ?? null,
      method,
      plan,
      connectsTo,
      scheduledHours: hours,
      needs,
      designatedPlan: designated,
      trialDaysLeft,
      hasCspm,
    };
  };

  const priceId = (facts: Facts, decision: Decision, designatedPlan: Plan | null): number => {
    const key = moneyKey(facts, decision, designatedPlan, extras);
    let id = ids.get(key);
    if (id === undefined) {
      const price = pricer.monthly({ machine: facts.group.shape.machine, ...planned(facts, decision, designatedPlan) });
      id = samePrice(price === null ? 'none' : `${price.now.toFixed()}|${price.always.toFixed()}`);
      prices[id] = price;
      ids.set(key, id);
    }
    return id;
  };

  return {
    pricer,
    planned,
    add(counts, facts, decision, designatedPlan) {
      const id = priceId(facts, decision, designatedPlan);
      counts.set(id, (counts.get(id) ?? 0) + facts.group.count);
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

/** A number for everything that Defender's meters ask about. */
function moneyKey(
  facts: Facts,
  decision: Decision,
  designatedPlan: Plan | null,
  extras: (text: string) => number,
): number {
  const { method, plan, connectsTo, scope } = decision;
  const designated = method === 'direct' && designatedPlan ? PLANS.indexOf(designatedPlan) + 1 : 0;
  const extra = extras(`${scope?.trialDaysLeft ?? 0}|${scope?.hasCspm ?? false}|${facts.group.wish.hours}`);
  const decided =
    ((METHODS.indexOf(method) * KNOWN_PLANS.length + KNOWN_PLANS.indexOf(plan)) * CONNECTS.length +
      CONNECTS.indexOf(connectsTo)) *
      4 +
    designated;
  return (extra * 1_000 + decided) * 1_000_000 + facts.group.shape.moneyShape;
}
