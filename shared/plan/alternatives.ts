import type { Saying } from '../i18n/plan/sentences.ts';
import { planWord, scopeWord } from '../i18n/plan/words.ts';
import type { Alternative, Plan } from '../model/index.ts';
import { noArc, noDirect } from './blockers.ts';
import type { Case } from './case.ts';
import { planOfWant } from './decision.ts';
import type { ScopePlan } from './posture.ts';

/** An alternative before it is put into words. */
export type AlternativeSaying = Pick<Alternative, 'method' | 'plan'> & { readonly whyNot: readonly Saying[] };

/** The other ways that were looked at, and why each was not taken. */
export function alternativesOf(of: Case): readonly AlternativeSaying[] {
  if (of.facts.isKept || of.decision.rules.includes('X4')) return [];
  const { method, plan } = of.decision;
  const taken =
    method === 'arc-then-subscription' ? 'subscription' : method === 'arc-then-resource' ? 'resource' : method;
  return [...subscriptionWays(of), ...resourceWays(of), directWay(of)].filter(
    (way) => way.whyNot.length > 0 && (way.method !== taken || way.plan !== plan),
  );
}

function subscriptionWays(of: Case): AlternativeSaying[] {
  const { facts, decision, core } = of;
  const scopePlan = decision.scope && decision.method !== 'direct' ? core.scopePlan(decision.scope) : null;
  return (['P2', 'P1'] as const).map((plan) => {
    const whyNot = scopePlan ? whyNotBase(of, scopePlan, plan) : whyNotArc(of);
    return {
      method: 'subscription',
      plan,
      whyNot: facts.group.shape.placement === null && !scopePlan ? whyNotArc(of) : whyNot,
    };
  });
}

function whyNotBase({ language, decision }: Case, plan: ScopePlan, base: Plan): readonly Saying[] {
  if (plan.base === base && decision.method !== 'resource') return [];
  const { scope } = plan;
  const params = { scope: scopeWord(scope, language), base: planWord(base, language) };
  const tried = plan.candidates.find((candidate) => candidate.base === base);
  if (!tried) return [{ id: 'base-of-scope', params }];
  if (!tried.isAllowed) return [{ id: 'base-not-allowed', params }];
  const { unmet, exceptions } = tried;
  if (unmet === plan.unmet && exceptions === plan.exceptions)
    return plan.base === base ? [] : [{ id: 'base-equal', params }];
  return [
    {
      id: 'base-worse',
      params: { ...params, unmet, exceptions, chosenUnmet: plan.unmet, chosenExceptions: plan.exceptions },
    },
  ];
}

function whyNotArc(of: Case): readonly Saying[] {
  const { facts, decision } = of;
  const impossible = noArc(of);
  if (impossible.length > 0) return impossible;
  if (facts.want === 'none') return [{ id: 'direct-not-wanted' }];
  return [{ id: decision.rules.includes('N7') ? 'arc-not-needed' : 'arc-not-preferred' }];
}

function resourceWays(of: Case): AlternativeSaying[] {
  const { facts } = of;
  const plans: readonly Plan[] = facts.want === 'P2' ? ['P2', 'P1', 'off'] : ['P1', 'off'];
  return plans.map((plan) => ({ method: 'resource', plan, whyNot: whyNotOwn(of, plan) }));
}

function whyNotOwn({ facts, decision, language }: Case, plan: Plan): readonly Saying[] {
  const { placement } = facts.group.shape;
  if (placement === null && decision.connectsTo !== 'arc') return [{ id: 'own-no-resource' }];
  if (placement === 'databricks' || placement === 'arc-connector') return [{ id: 'own-not-possible' }];
  if (plan === 'P2') return [{ id: 'own-never-p2' }];
  if (decision.rules.includes('A8'))
    return [{ id: 'enforced-by-setting', params: { scope: scopeOf(decision, language) } }];
  if (planOfWant(facts) === plan) return [{ id: 'own-not-needed' }];
  return [{ id: 'own-not-wanted', params: { want: planWord(facts.want, language) } }];
}

function scopeOf(decision: Case['decision'], language: Case['language']): string {
  return decision.scope ? scopeWord(decision.scope, language) : '';
}

function directWay(of: Case): AlternativeSaying {
  return { method: 'direct', plan: 'P1', whyNot: whyNotDirect(of) };
}

function whyNotDirect(of: Case): readonly Saying[] {
  const { facts } = of;
  if (facts.group.shape.placement !== null) return [{ id: 'direct-in-azure' }];
  const impossible = noDirect(of);
  if (impossible.length > 0) return impossible;
  return [{ id: facts.want === 'none' ? 'direct-not-wanted' : 'direct-less' }];
}
