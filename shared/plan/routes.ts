import { type Edition, outsideRow } from '../matrix/editions.ts';
import type { OutsideRow } from '../matrix/rows.ts';
import { type Decision, withOffboarding } from './decision.ts';
import type { Facts } from './facts.ts';
import { withRule } from './rule-lists.ts';
import type { Scope, Scopes } from './scopes.ts';
import type { Tenant } from './tenants.ts';

/** A tenant's switch for direct onboarding, as planned. */
export interface TenantPlan {
  readonly tenant: Tenant;
  readonly isOn: boolean;
  /** Null when the switch is off. */
  readonly designated: Scope | null;
}

/** Step 2 of the order: the way in of a machine outside Azure that wants a plan. It depends on no base. Null: none wanted, or kept. */
export function routeOf(facts: Facts, edition: Edition): OutsideRow | null {
  if (facts.group.shape.placement !== null || facts.isKept || facts.want === 'none') return null;
  return rowOf(facts, false, edition);
}

/** The row of a machine outside Azure, once the switch is known. */
export function outsideDecision(facts: Facts, plan: TenantPlan, edition: Edition): Decision | 'arc-first' {
  const isEnrolled = facts.group.shape.hasSensor && !facts.isOffboarded && plan.isOn;
  const row = rowOf(facts, isEnrolled, edition);
  const rules = withRule(facts.rules, row.id).ids;
  if (row.outcome === 'arc-first') return 'arc-first';
  const nowhere = { scope: null, plan: 'off', rules, connectsTo: null, isException: false } as const;
  if (row.outcome === 'none') return { ...nowhere, method: 'none', steps: withOffboarding(facts, []), isUnmet: false };
  if (row.outcome === 'blocked') return { ...nowhere, method: 'blocked', steps: ['none'], isUnmet: true };
  const { hasSensor } = facts.group.shape;
  return {
    scope: plan.designated,
    method: 'direct',
    plan: 'P1',
    rules,
    connectsTo: hasSensor ? null : 'direct',
    steps: hasSensor ? ['none'] : ['onboard-sensor'],
    isUnmet: false,
    isException: false,
  };
}

/** The route's rule stands before the row where the machine lands. */
export function withRoute(facts: Facts, route: OutsideRow): Facts {
  return { ...facts, rules: withRule(facts.rules, route.id) };
}

/** Why a machine does not land where it was told to, or may not: `unread` stands for a subscription that no source describes. */
export type LandingProblem = 'tenant' | 'connector' | 'unread';

/**
 * Where a machine that goes to Arc lands: the chosen subscription (an id, or a name that is unique in the tenant), else a
 * new one for each wanted plan. A connector, and a subscription of another tenant, are refused.
 */
export function landingOf(
  facts: Facts,
  scopes: Scopes,
): { readonly scope: Scope; readonly problem: LandingProblem | null } {
  const { tenant, want, group } = facts;
  const wished = group.wish.landing;
  const usual = () => scopes.get(tenant.newId(want === 'P2' ? 'P2' : 'P1'), tenant);
  if (wished === null) return { scope: usual(), problem: null };
  const scope = newScope(wished, facts, scopes) ?? scopes.find(wished, tenant) ?? scopes.get(wished, tenant);
  // What no source ties to a tenant may go where a person says.
  if (tenant.id !== null && scope.tenant !== tenant) return { scope: usual(), problem: 'tenant' };
  if (scope.kind === 'connector') return { scope: usual(), problem: 'connector' };
  return { scope, problem: scope.kind === 'new' || scope.subscription !== null ? null : 'unread' };
}

/** `new:P2` as it stands in our own tables. */
function newScope(wished: string, { tenant }: Facts, scopes: Scopes): Scope | null {
  const use = (['P1', 'P2', 'direct'] as const).find((each) => tenant.newId(each).toLowerCase() === wished);
  return use ? scopes.get(tenant.newId(use), tenant) : null;
}

function rowOf(facts: Facts, isEnrolled: boolean, edition: Edition): OutsideRow {
  const { want, arc, direct, tenant } = facts;
  return outsideRow(edition, { want, arc, direct, isArcPreferred: tenant.isArcPreferred, isEnrolled });
}
