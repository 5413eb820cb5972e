import { finding } from '../i18n/findings/index.ts';
import { assertNever, type Finding, type FindingParams, type Plan } from '../model/index.ts';
import type { CorePlan } from './core.ts';
import { planOfWant } from './decision.ts';
import type { Facts } from './facts.ts';
import { type Candidate, isMixedConnector, type ScopePlan, wantsOf } from './posture.ts';
import type { PriceCounts } from './pricing.ts';

/** What a reader of one subscription's or connector's plan must know besides. */
export function scopeFindings(plan: ScopePlan, core: CorePlan): readonly Finding[] {
  if (core.input.scenario.kind === 'as-is') return [...unread(plan)];
  return [
    ...headline(plan, core),
    ...unread(plan),
    ...unchecked(plan),
    ...policies(plan),
    ...otherBases(plan),
    ...minority(plan, core),
    ...follows(plan, core),
    ...outOfScope(plan),
  ];
}

function tell(plan: ScopePlan, code: string, params: FindingParams = {}): Finding {
  const { id, name } = plan.scope;
  return finding(code, { scope: name ?? id, ...params }, { subscriptionId: id });
}

function headline(plan: ScopePlan, { input }: CorePlan): Finding[] {
  const limit = input.assumptions.exceptionLimit;
  const { exceptions } = plan;
  return exceptions > limit ? [tell(plan, 'plan-scope-exception-limit', { exceptions, limit })] : [];
}

function unread(plan: ScopePlan): Finding[] {
  const { scope } = plan;
  const found: Finding[] = [];
  if (scope.subscription?.isNameOnly) found.push(tell(plan, 'plan-scope-name-only'));
  if (scope.isTodayContradicted) found.push(tell(plan, 'plan-scope-contradicted'));
  else if (scope.today === 'unknown') found.push(tell(plan, 'plan-scope-plan-unknown'));
  return found;
}

/** Exceptions stand or fall with what was not read. */
function unchecked(plan: ScopePlan): Finding[] {
  const { scope, exceptions } = plan;
  if (exceptions === 0 || scope.kind === 'new') return [];
  const found: Finding[] = [];
  if (!scope.subscription?.arePoliciesRead) found.push(tell(plan, 'plan-scope-policies-unread', { exceptions }));
  if (scope.enforce === 'unknown') found.push(tell(plan, 'plan-scope-enforce-unknown', { exceptions }));
  return found;
}

function policies(plan: ScopePlan): Finding[] {
  const { scope, base, members } = plan;
  return (scope.subscription?.policies ?? []).flatMap((policy) => {
    const params = { policy: policy.name };
    if (policy.isExempted) return [];
    switch (policy.effect) {
      case 'enforces-subscription-plan':
      case 'sets-subscription-plan':
        return base === scope.today ? [] : [tell(plan, 'plan-scope-policy-undoes', { ...params, base })];
      case 'sets-machine-plan':
        return [tell(plan, 'plan-scope-policy-machines', params)];
      case 'clears-designated':
        return members.isDesignated ? [tell(plan, 'plan-scope-policy-designated', params)] : [];
      case 'unknown-initiative':
        return [tell(plan, 'plan-scope-policy-initiative', params)];
      default:
        return assertNever(policy.effect);
    }
  });
}

/**
 * From how many machines another base, that serves all wants as well, needs fewer exceptions. P2 is no such base: who
 * wants it under a lower one is unmet, not an exception.
 */
function otherBases(plan: ScopePlan): Finding[] {
  const chosen = plan.candidates.find((candidate) => candidate.base === plan.base);
  if (!chosen || chosen.base === 'P2' || plan.scope.kind !== 'subscription') return [];
  const wants = wantsOf(plan.members);
  return plan.candidates.flatMap((other) => {
    const isRival = other.isAllowed && other !== chosen && other.base !== 'P2' && other.unmet === chosen.unmet;
    if (!isRival || wants[other.base] === 0) return [];
    const now = wants[other.base];
    // Each machine that changes its mind takes one exception from the other base and adds one here.
    const from = now + Math.floor((other.exceptions - chosen.exceptions) / 2) + 1;
    return [tell(plan, 'plan-scope-other-base', { from, now, want: other.base, base: other.base })];
  });
}

/** When few want P2, the others need exceptions: what a subscription of their own would change. */
function minority(plan: ScopePlan, core: CorePlan): Finding[] {
  const wants = wantsOf(plan.members);
  const total = wants.off + wants.P1 + wants.P2;
  if (plan.base !== 'P2' || wants.P2 === 0 || wants.P2 * 2 >= total || plan.scope.kind !== 'subscription') return [];
  const { base, exceptions: rest } = exceptionsWithoutP2(wants, core);
  const { exceptions } = plan;
  return [tell(plan, 'plan-scope-minority', { count: wants.P2, total, exceptions, rest, base })];
}

function exceptionsWithoutP2(
  wants: Readonly<Record<Plan, number>>,
  { edition }: CorePlan,
): { base: Plan; exceptions: number } {
  const knowsOffUnderP1 = edition.azure.some(
    (row) => row.id === 'A5' && row.when.some((when) => when.base?.includes('P1')),
  );
  const isOffBetter = wants.off > wants.P1 || (wants.off > 0 && !knowsOffUnderP1);
  return isOffBetter ? { base: 'off', exceptions: wants.P1 } : { base: 'P1', exceptions: wants.off };
}

/** Machines that follow a base which they do not want: connectors and Databricks. */
function follows(plan: ScopePlan, core: CorePlan): Finding[] {
  const found: Finding[] = [];
  const { currency } = core.input.assumptions;
  if (isMixedConnector(plan.scope, plan.members)) {
    const month = (base: Plan) => money(plan.candidates.find((candidate) => candidate.base === base));
    found.push(tell(plan, 'plan-scope-mixed', { base: plan.base, p1: month('P1'), p2: month('P2'), currency }));
  }
  const unwanted = plan.members.decided.filter((facts) => isFollower(facts) && planOfWant(facts) !== plan.base);
  const count = unwanted.reduce((sum, facts) => sum + facts.group.count, 0);
  if (count > 0) {
    const money = priceOf(unwanted, plan, core);
    found.push(tell(plan, 'plan-scope-follows', { count, base: plan.base, money, currency }));
  }
  return found;
}

function isFollower({ group }: Facts): boolean {
  return group.shape.placement === 'databricks' || group.shape.placement === 'arc-connector';
}

function priceOf(unwanted: readonly Facts[], plan: ScopePlan, { pricing }: CorePlan): string {
  const counts: PriceCounts = new Map();
  plan.members.decided.forEach((facts, index) => {
    const decision = plan.decisions[index];
    if (decision && unwanted.includes(facts)) pricing.add(counts, facts, decision, null);
  });
  return pricing.total(counts)?.always.toFixed() ?? '?';
}

function money(candidate: Candidate | undefined): string {
  return candidate?.monthly?.always.toFixed() ?? '?';
}

/** Out of scope, but inheriting from a plan that changes. */
function outOfScope(plan: ScopePlan): Finding[] {
  if (plan.base === plan.scope.today) return [];
  const count = plan.members.fixed
    .filter(
      ({ decision }) => decision.method === 'subscription' || (decision.method === 'none' && !decision.isException),
    )
    .filter(({ facts }) => facts.isKept && facts.scope !== null && facts.group.shape.placement !== 'aks')
    .reduce((sum, { facts }) => sum + facts.group.count, 0);
  return count > 0 ? [tell(plan, 'plan-scope-out-inherits', { count, base: plan.base })] : [];
}
