import { finding } from '../i18n/findings/index.ts';
import type { Finding } from '../model/index.ts';
import type { CorePlan } from './core.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import type { TenantPlan } from './routes.ts';
import { UNKNOWN_TENANT } from './tenants.ts';

/** What direct onboarding means for each tenant. */
export function tenantFindings(core: CorePlan): readonly Finding[] {
  return core.tenants.flatMap((plan) => [...reading(plan, core), ...switching(plan, core), ...hosting(plan, core)]);
}

/**
 * Whether the switch takes a group in: everything outside Azure that has a sensor or gets one, what goes to Arc later
 * included, since it is billed until then.
 */
export function isAffected(facts: Facts, decision: Decision): boolean {
  if (facts.group.shape.placement !== null || facts.isOffboarded) return false;
  return facts.group.shape.hasSensor || decision.method === 'direct';
}

function count(core: CorePlan, plan: TenantPlan, holds: (facts: Facts, decision: Decision) => boolean): number {
  let sum = 0;
  core.facts.forEach((facts, index) => {
    const decision = core.decisions[index];
    if (decision && facts.tenant === plan.tenant && holds(facts, decision)) sum += facts.group.count;
  });
  return sum;
}

function reading(plan: TenantPlan, core: CorePlan): Finding[] {
  const { tenant } = plan;
  const found: Finding[] = [];
  const sensors = count(core, plan, ({ group }) => group.shape.placement === null && group.shape.hasSensor);
  if (tenant.switchToday === 'unknown' && sensors > 0) {
    found.push(finding('plan-direct-unread', { tenant: tenant.id ?? UNKNOWN_TENANT, count: sensors }));
  }
  if (tenant.switchToday === true && tenant.designatedToday === null) {
    found.push(finding('plan-direct-host-unknown', { tenant: tenant.id ?? UNKNOWN_TENANT }));
  }
  if (tenant.designatedSeveral.length > 0) {
    found.push(finding('plan-direct-several', { subscriptions: tenant.designatedSeveral.join(', ') }));
  }
  return found;
}

function switching(plan: TenantPlan, core: CorePlan): Finding[] {
  const { tenant, isOn } = plan;
  if (core.input.scenario.kind === 'as-is') return [];
  const found: Finding[] = [];
  const add = (code: string, counted: number, params = {}) => {
    if (counted > 0) found.push(finding(code, { count: counted, ...params }));
  };
  if (isOn) add('plan-direct-on', count(core, plan, isAffected), { tenant: tenant.id ?? UNKNOWN_TENANT });
  add(
    'plan-direct-conflict',
    count(core, plan, (_, decision) => decision.rules.includes('N6')),
  );
  add(
    'plan-direct-reduced',
    count(core, plan, (_, decision) => decision.rules.includes('N4')),
  );
  if (tenant.switchToday === true && !isOn)
    add(
      'plan-direct-switched-off',
      count(core, plan, (facts) => facts.isDirectToday),
    );
  if (isOn && tenant.switchToday !== true) {
    add(
      'plan-direct-out-of-scope',
      count(core, plan, (facts, decision) => facts.isKept && isAffected(facts, decision)),
    );
  }
  return found;
}

function hosting(plan: TenantPlan, core: CorePlan): Finding[] {
  const { designated, tenant } = plan;
  if (!designated || core.input.scenario.kind === 'as-is') return [];
  const found: Finding[] = [];
  const { members } = core.scopePlan(designated);
  const others = [...members.decided, ...members.fixed.map(({ facts }) => facts)]
    .filter(({ group }) => group.shape.placement !== null)
    .reduce((sum, { group }) => sum + group.count, 0);
  const place = { subscriptionId: designated.id };
  const scope = designated.name ?? designated.id;
  if (others > 0) found.push(finding('plan-direct-host', { scope, count: others }, place));
  if (tenant.designatedToday !== null && tenant.designatedToday !== designated.id) {
    found.push(finding('plan-direct-moves', { from: tenant.designatedToday, to: scope }, place));
  }
  return found;
}
