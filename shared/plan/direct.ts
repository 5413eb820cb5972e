import type { DirectPlan, MonthlyMoney, Pricer } from '../model/index.ts';
import { type CorePlan, planGroups } from './core.ts';
import type { PriceCounts } from './pricing.ts';
import type { TenantPlan } from './routes.ts';
import { isAffected } from './tenant-findings.ts';
import { UNKNOWN_TENANT } from './tenants.ts';

/**
 * Direct onboarding is one switch for a tenant: the whole set that it takes in, its conflicts and cost, and the same plan
 * without it. The latter is planned anew, so this is made on demand.
 */
export function directPlans(core: CorePlan, pricer: Pricer): readonly DirectPlan[] {
  return core.tenants.map((plan) => directPlan(plan, core, pricer));
}

function directPlan(plan: TenantPlan, core: CorePlan, pricer: Pricer): DirectPlan {
  const { tenant, isOn, designated } = plan;
  const isConflict = (group: number) => core.decisions[group]?.rules.includes('N6') ?? false;
  const machines = isOn ? machinesOf(affectedGroups(plan, core), core) : [];
  const affected = machines.map((machine) => groupOf(core, machine));
  const id = (machine: number) => core.prepared.machines[machine]?.id ?? '';
  return {
    tenantId: tenant.id,
    today: { switch: tenant.switchToday, designated: tenant.designatedToday },
    switch: isOn,
    designated: designated?.id ?? null,
    machines: machines.map(id),
    conflicts: machines.filter((_, index) => isConflict(affected[index] ?? -1)).map(id),
    monthly: isOn ? written(monthly(new Set(affected), core, true)) : null,
    without: isOn && core.input.scenario.kind !== 'as-is' ? withoutSwitch(plan, machines, core, pricer) : null,
  };
}

function affectedGroups({ tenant }: TenantPlan, core: CorePlan): ReadonlySet<number> {
  const groups = new Set<number>();
  core.facts.forEach((facts, index) => {
    const decision = core.decisions[index];
    if (decision && facts.tenant === tenant && isAffected(facts, decision)) groups.add(index);
  });
  return groups;
}

/** Positions of the machines of some groups, in the order of their ids: the order of input does not show. */
function machinesOf(groups: ReadonlySet<number>, core: CorePlan): readonly number[] {
  const found: number[] = [];
  for (const machine of core.prepared.machines.keys()) if (groups.has(groupOf(core, machine))) found.push(machine);
  const { machines } = core.prepared;
  return found.sort((a, b) => ((machines[a]?.id ?? '') < (machines[b]?.id ?? '') ? -1 : 1));
}

function groupOf({ grouped }: CorePlan, machine: number): number {
  return grouped.parts[grouped.partOf[machine] ?? -1]?.group ?? -1;
}

function monthly(groups: ReadonlySet<number>, core: CorePlan, isDirectOnly: boolean): MonthlyMoney | null {
  const counts: PriceCounts = new Map();
  for (const group of groups) {
    const [facts, decision] = [core.facts[group], core.decisions[group]];
    if (!facts || !decision || (isDirectOnly && decision.method !== 'direct')) continue;
    core.pricing.add(counts, facts, decision, core.designatedPlan(facts.tenant));
  }
  return core.pricing.total(counts);
}

/** The same plan with direct onboarding forbidden in this tenant: Arc first instead. */
function withoutSwitch(
  { tenant }: TenantPlan,
  machines: readonly number[],
  core: CorePlan,
  pricer: Pricer,
): DirectPlan['without'] {
  const { assumptions } = core.input;
  const key = tenant.id ?? UNKNOWN_TENANT;
  const tenants = { ...assumptions.tenants, [key]: { ...assumptions.tenants[key], direct: false } };
  const other = planGroups(
    { ...core.input, assumptions: { ...assumptions, tenants } },
    core.prepared,
    core.grouped,
    pricer,
  );
  // The groups stay the same, so their numbers mean the same machines.
  const groups = machines.map((machine) => groupOf(core, machine));
  const rows = machines.flatMap((machine, index) => {
    const decision = other.decisions[groups[index] ?? -1];
    if (!decision) return [];
    const { method, plan, rules } = decision;
    return [{ id: core.prepared.machines[machine]?.id ?? '', method, plan, rules }];
  });
  return {
    machines: rows,
    blocked: rows.filter((row) => row.method === 'blocked').length,
    monthly: written(monthly(new Set(groups), other, false)),
  };
}

function written(money: MonthlyMoney | null): { readonly now: string; readonly always: string } | null {
  return money && { now: money.now.toFixed(), always: money.always.toFixed() };
}
