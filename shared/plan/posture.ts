import type { Edition } from '../matrix/editions.ts';
import type { KnownPlan, MonthlyMoney, Plan, PlanInput } from '../model/index.ts';
import { PLANS } from '../model/index.ts';
import { classesOf, type RowClass } from './classes.ts';
import { type Decision, decideAll, decideInAzure, planOfWant } from './decision.ts';
import type { Facts } from './facts.ts';
import type { Prepared } from './prepare.ts';
import type { PriceCounts, Pricing } from './pricing.ts';
import type { Scope } from './scopes.ts';

/** Machines of a scope, by what its base means for them. */
export interface Members {
  /** Their rows follow from the base. */
  readonly decided: Facts[];
  /** They stay as they are, or are directly onboarded: the base does not move them. */
  readonly fixed: { readonly facts: Facts; readonly decision: Decision }[];
  isDesignated: boolean;
}

/** One base tried. */
export interface Candidate {
  readonly base: Plan;
  readonly unmet: number;
  readonly exceptions: number;
  readonly changes: number;
  readonly monthly: MonthlyMoney | null;
  readonly isAllowed: boolean;
}

export interface ScopePlan {
  readonly scope: Scope;
  readonly members: Members;
  readonly base: KnownPlan;
  /** For each of `members.decided`. */
  readonly decisions: readonly Decision[];
  readonly candidates: readonly Candidate[];
  readonly unmet: number;
  readonly exceptions: number;
  /** Why no base was chosen, where today's is kept. */
  readonly kept: 'as-is' | 'out-of-scope' | 'mixed' | 'nothing-known' | null;
}

export interface PostureContext {
  readonly input: PlanInput;
  readonly edition: Edition;
  readonly pricing: Pricing;
  readonly prepared: Prepared;
}

/**
 * Step 4 of the order: the base of one scope. Of the bases that it may have: fewest wants unmet, fewest exceptions, the
 * wish for new machines, the base that is today's, the cheaper, the lower.
 */
export function planScope(scope: Scope, members: Members, context: PostureContext): ScopePlan {
  const kept = keptFor(scope, members, context.input);
  const classes = classesOf(members.decided, context.prepared);
  const isTried = kept !== 'as-is' && kept !== 'out-of-scope';
  const candidates = isTried ? tryBases(scope, members, classes, context) : [];
  const [chosen] = candidates.filter((candidate) => candidate.isAllowed).sort(better(scope, context.input));
  if (kept === null && !chosen) throw new Error(`No base allowed for ${scope.id}`);
  const base = kept === null && chosen ? chosen.base : scope.today;
  const known = candidates.find((candidate) => candidate.base === base);
  const { unmet, exceptions } = known ?? tally(scope, classes, base, context);
  const decisions = decideAll(members.decided, scope, base, context.edition);
  const own = kept === null ? 0 : keptExceptions(members);
  return { scope, members, base, decisions, candidates, unmet, exceptions: exceptions + own, kept };
}

/** Not off where direct onboarding is billed; the switch beats what the user allows. */
function allowedBases(scope: Scope, isDesignated: boolean): readonly Plan[] {
  if (!isDesignated) return scope.allowed;
  const on = scope.allowed.filter((base) => base !== 'off');
  return on.length > 0 ? on : ['P1', 'P2'];
}

/** Connector machines take one plan together: where they want different ones, today's stays until the user chooses. */
export function isMixedConnector({ kind }: Scope, { decided }: Pick<Members, 'decided'>): boolean {
  return kind === 'connector' && new Set(decided.map((facts) => facts.want)).size > 1;
}

function keptFor(scope: Scope, members: Members, input: PlanInput): ScopePlan['kept'] {
  if (input.scenario.kind === 'as-is') return 'as-is';
  const isOpen = scope.today === 'unknown' && members.decided.length > 0 && scope.kind !== 'connector';
  if (!scope.isInScope && !isOpen) return 'out-of-scope';
  const hasChoice = scope.allowed.length > 1;
  const isTodayAllowed = scope.today === 'unknown' || scope.allowed.includes(scope.today);
  if (isMixedConnector(scope, members) && hasChoice && isTodayAllowed) return 'mixed';
  const isNothingAsked =
    members.decided.length === 0 && !members.isDesignated && input.assumptions.newMachines === null;
  if (isNothingAsked && scope.today === 'unknown' && scope.allowed.length === PLANS.length) return 'nothing-known';
  return null;
}

/** Where nothing is decided, today's own settings are the exceptions. */
function keptExceptions({ decided, fixed }: Members): number {
  if (decided.length > 0) return 0;
  return fixed.reduce((sum, { facts, decision }) => sum + (decision.isException ? facts.group.count : 0), 0);
}

function tryBases(
  scope: Scope,
  members: Members,
  classes: readonly RowClass[],
  context: PostureContext,
): readonly Candidate[] {
  const allowed = allowedBases(scope, members.isDesignated);
  return PLANS.map((base) => {
    const counts: PriceCounts = new Map();
    const { unmet, exceptions, steps } = tally(scope, classes, base, context, counts);
    const designatedPlan = members.isDesignated ? base : null;
    for (const { facts, decision } of members.fixed) context.pricing.add(counts, facts, decision, designatedPlan);
    const settings = (base === scope.today ? 0 : 1) + (exceptions > 0 && scope.enforce === true ? 1 : 0);
    const monthly = context.pricing.total(counts);
    return { base, unmet, exceptions, changes: steps + settings, monthly, isAllowed: allowed.includes(base) };
  });
}

/** Counts what a base means for the machines that it decides about, and adds their prices. */
function tally(
  scope: Scope,
  classes: readonly RowClass[],
  base: KnownPlan,
  { edition, pricing }: PostureContext,
  counts: PriceCounts = new Map(),
) {
  let [unmet, exceptions, steps] = [0, 0, 0];
  for (const { facts, count, parts } of classes) {
    const decision = decideInAzure(facts, scope, base, edition);
    if (decision.isUnmet) unmet += count;
    if (decision.isException) exceptions += count;
    if (decision.steps[0] !== 'none') steps += count;
    pricing.add(counts, facts, decision, null, parts);
  }
  return { unmet, exceptions, steps };
}

function better(scope: Scope, { assumptions }: PlanInput): (left: Candidate, right: Candidate) => number {
  const differs = (left: Candidate, right: Candidate, plan: KnownPlan | null) =>
    Number(right.base === plan) - Number(left.base === plan);
  return (left, right) =>
    left.unmet - right.unmet ||
    left.exceptions - right.exceptions ||
    differs(left, right, assumptions.newMachines) ||
    differs(left, right, scope.today) ||
    (left.monthly && right.monthly ? left.monthly.always.comparedTo(right.monthly.always) : 0) ||
    PLANS.indexOf(left.base) - PLANS.indexOf(right.base);
}

/** How many of the machines that a base decides about want which plan. */
export function wantsOf({ decided }: Pick<Members, 'decided'>): Readonly<Record<Plan, number>> {
  const counts: Record<Plan, number> = { off: 0, P1: 0, P2: 0 };
  for (const facts of decided) counts[planOfWant(facts)] += facts.group.count;
  return counts;
}
