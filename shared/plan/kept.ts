import type { KnownPlan } from '../model/index.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';

/**
 * X1: a machine stays as it is. An explicit setting is `resource`, an inherited or unknown one `subscription`, direct
 * onboarding without an Azure resource `direct`, off `none`.
 */
export function keepToday(facts: Facts): Decision {
  const { machine, placement } = facts.group.shape;
  const kept = { rules: facts.rules.ids, connectsTo: null, steps: ['none'], isUnmet: false } as const;
  if (placement === 'aks') {
    // AKS nodes are counted under Containers, today as well as later: else a plan would seem to save them.
    return {
      ...kept,
      scope: facts.scope,
      method: 'none',
      plan: 'off',
      rules: [...facts.rules.ids, 'X4'],
      isException: false,
    };
  }
  if (facts.scope === null) return { ...kept, ...keptOutside(facts), isException: false };
  const isException = machine.today.explicit === true;
  const plan = planToday(facts);
  const method = plan === 'off' ? 'none' : isException ? 'resource' : 'subscription';
  return { ...kept, scope: facts.scope, method, plan, isException };
}

/** The plan that a machine in Azure has today: its own, or the subscription's where its own setting was not read. */
function planToday({ group, scope }: Pick<Facts, 'group' | 'scope'>): KnownPlan {
  const { plan, explicit } = group.shape.machine.today;
  if (plan !== 'unknown' || explicit === true) return plan;
  return scope?.today ?? 'unknown';
}

function keptOutside(facts: Facts): Pick<Decision, 'scope' | 'method' | 'plan'> {
  if (facts.isDirectToday) return { scope: null, method: 'direct', plan: 'P1' };
  // A sensor in a tenant whose switch was not read may be billed or not.
  const isOpen = facts.group.shape.hasSensor && facts.tenant.switchToday === 'unknown';
  return isOpen ? { scope: null, method: 'direct', plan: 'unknown' } : { scope: null, method: 'none', plan: 'off' };
}
