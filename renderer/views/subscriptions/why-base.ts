import type { Assumptions, Plan, PostureCandidate, SubscriptionPlan } from '../../../shared/model/index.ts';
import { PLANS } from '../../../shared/model/index.ts';

/** Why a scope has the base that it has. */
export type WhyBase =
  | { readonly kind: 'kept'; readonly why: 'as-is' | 'out-of-scope' | 'mixed' | 'nothing-known' }
  | { readonly kind: 'chosen'; readonly others: readonly LostBase[] };

/** Another base, and the first question in which it was worse. */
export interface LostBase {
  readonly base: Plan;
  readonly by: 'not-allowed' | 'unmet' | 'exceptions' | 'new-machines' | 'today' | 'cheaper' | 'lower';
  /** Figures of that question, where it has some. */
  readonly own: number;
  readonly other: number;
}

/** The questions are those of `shared/plan/posture`, in its order. */
export function whyBase(
  plan: SubscriptionPlan,
  { newMachines }: Pick<Assumptions, 'newMachines'>,
  scenarioKind: string,
): WhyBase {
  if (scenarioKind === 'as-is') return { kind: 'kept', why: 'as-is' };
  if (plan.candidates.length === 0) return { kind: 'kept', why: 'out-of-scope' };
  if (plan.findings.some(({ code }) => code === 'plan-scope-mixed')) return { kind: 'kept', why: 'mixed' };
  const chosen = plan.candidates.find(({ base }) => base === plan.base);
  if (!chosen) return { kind: 'kept', why: 'nothing-known' };
  const lost = (candidate: PostureCandidate): LostBase => {
    const figures = { base: candidate.base, own: 0, other: 0 };
    if (!candidate.allowed) return { ...figures, by: 'not-allowed' };
    for (const by of ['unmet', 'exceptions'] as const) {
      if (candidate[by] !== chosen[by]) return { base: candidate.base, by, own: chosen[by], other: candidate[by] };
    }
    if (newMachines === chosen.base) return { ...figures, by: 'new-machines' };
    if (plan.today.plan === chosen.base) return { ...figures, by: 'today' };
    const [own, other] = [chosen.monthly, candidate.monthly];
    if (own && other && Number(own.always) !== Number(other.always)) return { ...figures, by: 'cheaper' };
    return { ...figures, by: 'lower' };
  };
  return { kind: 'chosen', others: plan.candidates.filter((candidate) => candidate !== chosen).map(lost) };
}

/** Scopes that pass a search, those first that need a look: too many exceptions, wants unmet, another base than today. */
export function orderScopes(
  plans: readonly SubscriptionPlan[],
  passes: (plan: SubscriptionPlan) => boolean,
  exceptionLimit: number,
): readonly SubscriptionPlan[] {
  const rank = ({ exceptions, unmet, base, today }: SubscriptionPlan): number => {
    if (exceptions > exceptionLimit) return 0;
    if (unmet > 0) return 1;
    return base !== today.plan ? 2 : 3;
  };
  return plans
    .filter(passes)
    .toSorted((a, b) => rank(a) - rank(b) || b.machines - a.machines || (a.id < b.id ? -1 : 1));
}

/** Bases after one was switched on or off; null: none would be left. All three is what nobody said anything about. */
export function toggledBases(allowed: readonly Plan[], base: Plan): readonly Plan[] | null {
  const next = PLANS.filter((plan) => (plan === base ? !allowed.includes(plan) : allowed.includes(plan)));
  return next.length === 0 ? null : next;
}
