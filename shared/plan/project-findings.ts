import { finding } from '../i18n/findings/index.ts';
import { supportOf } from '../matrix/operating-systems.ts';
import type { Finding, Pricer } from '../model/index.ts';
import type { CorePlan } from './core.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { lifecycleFindings } from './lifecycle-findings.ts';
import { tenantFindings } from './tenant-findings.ts';
import { UNKNOWN_TENANT } from './tenants.ts';

/** What a reader of the whole plan must know: everything that was not known, dropped or cannot be done. */
export function projectFindings(core: CorePlan, pricer: Pricer): readonly Finding[] {
  return [
    ...blocked(core),
    ...billedTwice(core, pricer),
    ...counts(core),
    ...droppedEsu(core),
    ...lifecycleFindings(core.prepared, core.input.asOf),
    ...lost(core),
    ...tenantFindings(core),
  ];
}

function counted(code: string, count: number, params: Record<string, string> = {}): Finding[] {
  return count > 0 ? [finding(code, { count, ...params })] : [];
}

/** The second bill is Plan 1's at least; where its price is not known, only the servers are told. */
function billedTwice({ prepared, input }: CorePlan, pricer: Pricer): Finding[] {
  const count = prepared.billedTwice;
  if (count === 0) return [];
  const { currency } = input.assumptions;
  const money = pricer.nextMachine('P1')?.times(count).toFixed() ?? '?';
  return [finding('plan-billed-twice', { count, money, currency })];
}

function blocked(core: CorePlan): Finding[] {
  const byRule = new Map<string, number>();
  core.decisions.forEach((decision, index) => {
    if (decision.method !== 'blocked') return;
    const rule = decision.rules.at(-1) ?? '';
    byRule.set(rule, (byRule.get(rule) ?? 0) + (core.facts[index]?.group.count ?? 0));
  });
  return [...byRule].sort().flatMap(([rule, count]) => counted('plan-blocked', count, { rule }));
}

/** What is counted over all machines, in the order in which it is told. */
const COUNTED: readonly { readonly code: string; readonly holds: (facts: Facts, decision: Decision) => boolean }[] = [
  { code: 'plan-machine-settings-unread', holds: mayDifferUnread },
  { code: 'plan-aks', holds: ({ group }) => group.shape.placement === 'aks' },
  { code: 'plan-client-os', holds: ({ rules }) => rules.ids[0] === 'X2' },
  { code: 'plan-os-unsupported', holds: ({ rules }) => rules.ids[0] === 'X6' },
  { code: 'plan-scale-set-exception', holds: (_, { rules }) => rules.at(-1) === 'A9' },
];

/**
 * Its own setting was not read, and it may have one: not under `enforce`, not where a subscription that is off covers
 * nothing, and not on machines that cannot be excluded or are none under Servers (X5, X4).
 */
function mayDifferUnread({ scope, group }: Facts): boolean {
  const { isSettingUnread, placement } = group.shape;
  if (scope === null || !isSettingUnread || placement === 'aks' || placement === 'databricks') return false;
  const coversNothing = scope.today === 'off' && scope.subscription?.coverage === 'NotCovered';
  return scope.enforce !== true && !coversNothing;
}

function counts(core: CorePlan): Finding[] {
  const found = COUNTED.map(() => 0);
  core.facts.forEach((facts, index) => {
    const decision = core.decisions[index];
    COUNTED.forEach(({ holds }, at) => {
      if (decision && holds(facts, decision)) found[at] = (found[at] ?? 0) + facts.group.count;
    });
  });
  return COUNTED.flatMap(({ code }, at) =>
    counted(code, found[at] ?? 0, code === 'plan-os-unsupported' ? { systems: unsupportedSystems(core) } : {}),
  );
}

function unsupportedSystems({ facts }: CorePlan): string {
  const unsupported = facts.filter(({ rules }) => rules.ids[0] === 'X6');
  const systems = unsupported.map(({ support, group }) => support.product?.name ?? group.shape.machine.os.text ?? '?');
  return [...new Set(systems)].sort().join(', ');
}

/** ESU that are over, not needed yet, or not offered, for each system apart. */
function droppedEsu({ facts, grouped, prepared, input }: CorePlan): Finding[] {
  if (!facts.some((of) => of.isEsuDropped && !of.isKept)) return [];
  const byProduct = new Map<string | null, number>();
  prepared.machines.forEach((machine, index) => {
    const of = facts[grouped.parts[grouped.partOf[index] ?? -1]?.group ?? -1];
    if (of?.isEsuDropped && !of.isKept) byProduct.set(machine.os.product, (byProduct.get(machine.os.product) ?? 0) + 1);
  });
  const told = [...byProduct].map(([id, count]) => ({ os: supportOf(id, input.asOf), count }));
  return told
    .map(({ os, count }) => ({ os: os.product?.name ?? '?', esu: os.esu, count }))
    .sort((a, b) => (a.os < b.os ? -1 : 1))
    .flatMap(({ os, esu, count }) => counted('plan-esu-dropped', count, { os, esu }));
}

function lost(core: CorePlan): Finding[] {
  const { grouped, input } = core;
  const isByRules = input.scenario.kind === 'rules';
  const subscriptions = new Set(core.scopes.map(({ scope }) => scope.id));
  const tenants = new Set(core.tenants.map(({ tenant }) => tenant.id ?? UNKNOWN_TENANT));
  const ids = [
    ...Object.keys(input.assumptions.subscriptions).filter((id) => !subscriptions.has(id)),
    ...Object.keys(input.assumptions.tenants).filter((id) => !tenants.has(id)),
  ];
  return [
    ...counted('plan-no-rule', isByRules ? unruled(core) : 0),
    ...counted('plan-override-lost', grouped.lostOverrides.length),
    ...grouped.missingLists.map((list) => finding('plan-list-missing', { list })),
    ...ids.sort().map((id) => finding('plan-assumption-lost', { id })),
    ...core.landings.map(({ wished, problem, count }) => finding(LANDING_CODES[problem], { landing: wished, count })),
  ];
}

const LANDING_CODES = {
  tenant: 'plan-landing-other-tenant',
  connector: 'plan-landing-connector',
  unread: 'plan-landing-unread',
} as const;

function unruled({ grouped }: CorePlan): number {
  const { ruleOf, overrideOf } = grouped;
  let count = 0;
  for (let machine = 0; machine < ruleOf.length; machine++)
    if (ruleOf[machine] === -1 && !overrideOf.has(machine)) count++;
  return count;
}
