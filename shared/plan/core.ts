import { EDITIONS, type Edition } from '../matrix/editions.ts';
import type { Plan, PlanInput, Pricer } from '../model/index.ts';
import type { Decision } from './decision.ts';
import { type Facts, factsOf, supportReader } from './facts.ts';
import { keepToday } from './kept.ts';
import { type Members, type PostureContext, planScope, type ScopePlan } from './posture.ts';
import type { Prepared } from './prepare.ts';
import { makePricing, type Pricing } from './pricing.ts';
import { type LandingProblem, landingOf, outsideDecision, routeOf, type TenantPlan, withRoute } from './routes.ts';
import { makeScopes, type Scope, type Scopes } from './scopes.ts';
import { makeTenants, type Tenant } from './tenants.ts';
import type { Grouped } from './wants.ts';

/** Everything decided, for groups of machines; nothing of it in words. */
export interface CorePlan {
  readonly input: PlanInput;
  readonly edition: Edition;
  readonly prepared: Prepared;
  readonly grouped: Grouped;
  readonly facts: readonly Facts[];
  /** For each group. */
  readonly decisions: readonly Decision[];
  readonly scopes: readonly ScopePlan[];
  readonly tenants: readonly TenantPlan[];
  readonly pricing: Pricing;
  /** The base of a tenant's designated subscription; null when its switch is off. */
  readonly designatedPlan: (tenant: Tenant) => Plan | null;
  readonly scopePlan: (scope: Scope) => ScopePlan;
  /** Landing subscriptions that were told and cannot be, or are not known, with the number of machines that go to Arc. */
  readonly landings: readonly Landing[];
}

interface Landing {
  readonly wished: string;
  readonly problem: LandingProblem;
  readonly count: number;
}

/** The five steps, in their order; there is no way back. */
export function planGroups(input: PlanInput, prepared: Prepared, grouped: Grouped, pricer: Pricer): CorePlan {
  const edition = EDITIONS[input.assumptions.edition];
  const tenants = makeTenants(input, prepared, edition);
  const scopes = makeScopes(input, prepared, tenants);
  const context = { input, edition, tenants, scopes, support: supportReader(input.asOf) };
  const facts = grouped.groups.map((group) => factsOf(group, context));
  const tenantPlans = new Map(switches(facts, tenants.all, scopes, edition, input).map((plan) => [plan.tenant, plan]));
  const placed = place(facts, tenantPlans, scopes, edition);
  const pricing = makePricing(pricer, prepared);
  const scopePlans = planAll(scopes, placed.membersOf, { input, edition, pricing, prepared });
  const byScope = new Map(scopePlans.map((plan) => [plan.scope, plan]));
  for (const plan of scopePlans) {
    plan.members.decided.forEach((of, index) => {
      placed.decisions[of.group.index] = plan.decisions[index];
    });
  }
  return {
    input,
    edition,
    prepared,
    grouped,
    facts,
    decisions: placed.decisions.map(complete),
    scopes: scopePlans,
    tenants: [...tenantPlans.values()],
    pricing,
    landings: landingProblems(facts, scopes, edition),
    designatedPlan: (tenant) => designatedPlan(tenantPlans.get(tenant), byScope),
    scopePlan: (scope) => complete(byScope.get(scope)),
  };
}

/** Step 3 of the order: on when a machine's route is direct, or when it is on today and allowed. */
function switches(
  facts: readonly Facts[],
  tenants: readonly Tenant[],
  scopes: Scopes,
  edition: Edition,
  { scenario }: PlanInput,
): readonly TenantPlan[] {
  const asked = new Set<Tenant>();
  for (const of of facts) if (routeOf(of, edition)?.outcome === 'direct') asked.add(of.tenant);
  return tenants.map((tenant) => {
    if (scenario.kind === 'as-is') {
      const isOn = tenant.switchToday === true;
      const host = tenant.designatedToday;
      return { tenant, isOn, designated: isOn && host !== null ? scopes.get(host, tenant) : null };
    }
    const isOn = tenant.isDirectAllowed && (tenant.switchToday === true || asked.has(tenant));
    return { tenant, isOn, designated: isOn ? scopes.get(tenant.designated, tenant) : null };
  });
}

/** Steps 1 and 2 brought together: where every group stands or lands, and what no base decides. */
function place(
  facts: readonly Facts[],
  tenantPlans: ReadonlyMap<Tenant, TenantPlan>,
  scopes: Scopes,
  edition: Edition,
): { readonly membersOf: Map<Scope, Members>; readonly decisions: (Decision | undefined)[] } {
  const membersOf = new Map<Scope, Members>();
  const members = (scope: Scope) => {
    const known = membersOf.get(scope) ?? { decided: [], fixed: [], isDesignated: false };
    membersOf.set(scope, known);
    return known;
  };
  const decisions: (Decision | undefined)[] = facts.map(() => undefined);
  const fix = (of: Facts, decision: Decision) => {
    decisions[of.group.index] = decision;
    if (decision.scope) members(decision.scope).fixed.push({ facts: of, decision });
  };
  for (const { designated } of tenantPlans.values()) if (designated) members(designated).isDesignated = true;
  for (const of of facts) {
    const tenantPlan = complete(tenantPlans.get(of.tenant));
    if (of.isKept) fix(of, hosted(keepToday(of), tenantPlan));
    else if (of.scope) members(of.scope).decided.push(of);
    else {
      const outside = outsideDecision(of, tenantPlan, edition);
      const route = routeOf(of, edition);
      if (outside !== 'arc-first') fix(of, outside);
      else if (route) members(landingOf(of, scopes).scope).decided.push(withRoute(of, route));
    }
  }
  return { membersOf, decisions };
}

function landingProblems(facts: readonly Facts[], scopes: Scopes, edition: Edition): readonly Landing[] {
  const found = new Map<string, Landing>();
  for (const of of facts) {
    const { wish, count } = of.group;
    if (wish.landing === null || routeOf(of, edition)?.outcome !== 'arc-first') continue;
    const { problem } = landingOf(of, scopes);
    if (problem === null) continue;
    const key = `${wish.landing}|${problem}`;
    found.set(key, { wished: wish.landing, problem, count: (found.get(key)?.count ?? 0) + count });
  }
  return [...found.values()].sort((a, b) => (a.wished < b.wished ? -1 : 1));
}

/** A direct machine that stays as it is stands in the designated subscription. */
function hosted(decision: Decision, { designated }: TenantPlan): Decision {
  return decision.method === 'direct' ? { ...decision, scope: designated } : decision;
}

function planAll(
  scopes: Scopes,
  membersOf: ReadonlyMap<Scope, Members>,
  context: PostureContext,
): readonly ScopePlan[] {
  const empty = (): Members => ({ decided: [], fixed: [], isDesignated: false });
  return [...scopes.all]
    .filter((scope) => scope.subscription !== null || membersOf.has(scope))
    .sort((a, b) => Number(a.kind === 'new') - Number(b.kind === 'new') || (a.id < b.id ? -1 : 1))
    .map((scope) => planScope(scope, membersOf.get(scope) ?? empty(), context));
}

/** The plan that directly onboarded machines are billed under; P1 where that is not known or off: the switch turns it on. */
function designatedPlan(plan: TenantPlan | undefined, byScope: ReadonlyMap<Scope, ScopePlan>): Plan | null {
  if (!plan?.designated) return null;
  const base = byScope.get(plan.designated)?.base;
  return base === 'P2' ? 'P2' : 'P1';
}

/** For what the steps before have filled in. */
function complete<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A step of planning left something open');
  return value;
}
