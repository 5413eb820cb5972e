import { finding } from '../i18n/findings/index.ts';
import type { Finding } from '../model/index.ts';
import type { CorePlan } from './core.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import type { TenantPlan } from './routes.ts';
import { type Tenant, UNKNOWN_TENANT } from './tenants.ts';

/** What direct onboarding means for each tenant. */
export function tenantFindings(core: CorePlan): readonly Finding[] {
  const counts = countsOf(core);
  return core.tenants.flatMap((plan) => {
    const counted = counts.get(plan.tenant) ?? NOTHING;
    return [...reading(plan, counted), ...switching(plan, counted, core), ...hosting(plan, core)];
  });
}

/**
 * Whether the switch takes a group in: everything outside Azure that has a sensor or gets one, what goes to Arc later
 * included, since it is billed until then.
 */
export function isAffected(facts: Facts, decision: Decision): boolean {
  if (facts.group.shape.placement !== null || facts.isOffboarded) return false;
  return facts.group.shape.hasSensor || decision.method === 'direct';
}

interface Counts {
  sensors: number;
  affected: number;
  conflicts: number;
  reduced: number;
  directToday: number;
  keptAffected: number;
}

const NOTHING: Readonly<Counts> = {
  sensors: 0,
  affected: 0,
  conflicts: 0,
  reduced: 0,
  directToday: 0,
  keptAffected: 0,
};

/** Counts everything in one pass over the groups outside Azure. */
function countsOf({ facts, decisions }: CorePlan): ReadonlyMap<Tenant, Readonly<Counts>> {
  const found = new Map<Tenant, Counts>();
  facts.forEach((of, index) => {
    const decision = decisions[index];
    if (of.group.shape.placement !== null || !decision) return;
    const { count, shape } = of.group;
    const counts = found.get(of.tenant) ?? { ...NOTHING };
    found.set(of.tenant, counts);
    const affected = isAffected(of, decision);
    if (shape.hasSensor) counts.sensors += count;
    if (affected) counts.affected += count;
    if (affected && of.isKept) counts.keptAffected += count;
    if (of.isDirectToday) counts.directToday += count;
    if (decision.rules.includes('N6')) counts.conflicts += count;
    if (decision.rules.includes('N4')) counts.reduced += count;
  });
  return found;
}

function reading({ tenant }: TenantPlan, { sensors }: Counts): Finding[] {
  const found: Finding[] = [];
  if (tenant.switchToday === 'unknown' && sensors > 0) {
    found.push(finding('plan-direct-unread', { tenant: tenant.id ?? UNKNOWN_TENANT, count: sensors }));
  }
  if (tenant.switchToday === true && tenant.designatedToday === null) {
    found.push(finding('plan-direct-host-unknown', { tenant: tenant.id ?? UNKNOWN_TENANT }));
  }
  if (tenant.designatedRefused !== null) {
    found.push(finding('plan-direct-designated-refused', { subscription: tenant.designatedRefused }));
  }
  if (tenant.designatedSeveral.length > 0) {
    found.push(finding('plan-direct-several', { subscriptions: tenant.designatedSeveral.join(', ') }));
  }
  return found;
}

function switching({ tenant, isOn }: TenantPlan, counts: Counts, { input }: CorePlan): Finding[] {
  if (input.scenario.kind === 'as-is') return [];
  const found: Finding[] = [];
  const add = (code: string, counted: number, params = {}) => {
    if (counted > 0) found.push(finding(code, { count: counted, ...params }));
  };
  if (isOn) add('plan-direct-on', counts.affected, { tenant: tenant.id ?? UNKNOWN_TENANT });
  add('plan-direct-conflict', counts.conflicts);
  add('plan-direct-reduced', counts.reduced);
  if (tenant.switchToday === true && !isOn) add('plan-direct-switched-off', counts.directToday);
  if (isOn && tenant.switchToday !== true) add('plan-direct-out-of-scope', counts.keptAffected);
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
