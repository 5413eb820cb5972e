import type { PostureCandidate, Pricer, SubscriptionPlan } from '../model/index.ts';
import type { CorePlan } from './core.ts';
import type { Candidate, ScopePlan } from './posture.ts';
import { scopeFindings } from './scope-findings.ts';

/** The plan of every scope, with its candidates, as users see it. */
export function subscriptionPlans(core: CorePlan, pricer: Pricer): readonly SubscriptionPlan[] {
  return core.scopes.map((plan) => subscriptionPlan(plan, core, pricer));
}

function subscriptionPlan(plan: ScopePlan, core: CorePlan, pricer: Pricer): SubscriptionPlan {
  const { scope, members } = plan;
  const inAzure = [...members.decided, ...members.fixed.map(({ facts }) => facts)];
  return {
    id: scope.id,
    name: scope.name,
    tenantId: scope.tenant.id,
    kind: scope.kind,
    today: { plan: scope.today, enforce: scope.enforce },
    base: plan.base,
    exceptions: plan.exceptions,
    unmet: plan.unmet,
    machines: inAzure.reduce((sum, { group }) => sum + group.count, 0),
    candidates: plan.candidates.map((candidate) => written(candidate, pricer)),
    findings: scopeFindings(plan, core),
  };
}

function written(
  { base, unmet, exceptions, changes, monthly, isAllowed }: Candidate,
  pricer: Pricer,
): PostureCandidate {
  const next = base === 'off' ? pricer.zero : pricer.nextMachine(base);
  return {
    base,
    unmet,
    exceptions,
    changes,
    monthly: monthly && { now: monthly.now.toFixed(), always: monthly.always.toFixed() },
    nextMachine: next?.toFixed() ?? null,
    allowed: isAllowed,
  };
}
