import { Decimal } from 'decimal.js';
import { recogniseOperatingSystem } from '../../shared/matrix/operating-systems.ts';
import {
  type Assumptions,
  BUILT_IN_SCENARIOS,
  DEFAULT_ASSUMPTIONS,
  type Machine,
  type MachineKind,
  type Money,
  type Placement,
  type Plan,
  type PlanInput,
  type Pricer,
  type Recommendation,
  type Scenario,
  type Subscription,
} from '../../shared/model/index.ts';
import { DEFAULT_RULES, type Planning, planScenario } from '../../shared/plan/index.ts';

export const TENANT = '11111111-0000-0000-0000-000000000000';
export const SUBSCRIPTION = 'aaaaaaaa-0000-0000-0000-000000000001';

/** Most fields of a machine follow from its placement and the text of its system. */
export type MachineWish = Partial<Omit<Machine, 'os'>> & { readonly os?: string };

/** A running Windows Server 2022 in Azure that inherits P2 from its subscription, unless said otherwise. */
export function aMachine(wish: MachineWish = {}): Machine {
  const { os = 'Windows Server 2022', ...rest } = wish;
  const placement = wish.placement ?? 'azure-vm';
  const name = wish.name ?? wish.id ?? 'web01';
  return { ...atHome(placement, name), id: name, name, os: recogniseOperatingSystem({ osText: os }), ...rest };
}

/** A subscription on P2 without `enforce`, everything read, unless said otherwise. */
export function aSubscription(wish: Partial<Subscription> = {}): Subscription {
  return {
    id: SUBSCRIPTION,
    name: 'prod',
    tenantId: TENANT,
    kind: 'subscription',
    isNameOnly: false,
    plan: 'P2',
    enforce: false,
    coverage: null,
    trialDaysLeft: null,
    isDesignated: false,
    hasCspm: false,
    arePoliciesRead: true,
    policies: [],
    ...wish,
  };
}

export interface PlanWish extends Partial<Omit<PlanInput, 'assumptions' | 'scenario'>> {
  readonly scenario?: Scenario['id'] | Scenario;
  readonly assumptions?: Partial<Assumptions>;
}

/** The input of a plan: one subscription, the default rules, the day on which the facts were collected. */
export function aPlanInput(wish: PlanWish = {}): PlanInput {
  const { scenario = 'recommended', assumptions, ...rest } = wish;
  const chosen = typeof scenario === 'string' ? BUILT_IN_SCENARIOS.find(({ id }) => id === scenario) : scenario;
  if (!chosen) throw new Error(`No scenario ${scenario}`);
  return {
    scenario: chosen,
    machines: [],
    subscriptions: [aSubscription()],
    rules: DEFAULT_RULES,
    overrides: [],
    lists: [],
    asOf: '2026-11-24',
    language: 'en',
    ...rest,
    assumptions: { ...DEFAULT_ASSUMPTIONS, ...assumptions },
  };
}

export function aPlan(wish: PlanWish = {}): Planning {
  return planScenario(aPlanInput(wish), aPricer());
}

/** Plans one machine among others, and gives its recommendation. */
export function recommendFor(machine: Machine, wish: PlanWish = {}): Recommendation {
  return aPlan({ ...wish, machines: [machine, ...(wish.machines ?? [])] }).recommendation(0);
}

const MONTHLY: Readonly<Record<Plan, string>> = { off: '0', P1: '4.9056', P2: '14.6' };

/** Plan prices of 730 hours for every server, whatever its state. */
export function aPricer(missing: readonly Plan[] = []): Pricer {
  return {
    zero: money(new Decimal(0)),
    monthly({ machine, plan, method, designatedPlan }) {
      const priced = method === 'direct' && designatedPlan === 'P2' ? 'P2' : plan === 'unknown' ? 'off' : plan;
      if (missing.includes(priced)) return null;
      const amount = money(new Decimal(MONTHLY[priced]).times(machine.capacity));
      return { now: amount, always: amount };
    },
    isNowKnown: () => true,
    nextMachine: (plan) => (missing.includes(plan) ? null : money(new Decimal(MONTHLY[plan]))),
  };
}

function money(amount: Decimal): Money {
  return amount as unknown as Money;
}

const KINDS: Readonly<Record<Placement, MachineKind>> = {
  'azure-vm': 'azure-vm',
  'vmss-uniform': 'vmss',
  aks: 'vmss',
  databricks: 'azure-vm',
  arc: 'arc',
  'arc-connector': 'arc',
  'mde-direct': 'mde-direct',
  'mde-only': 'mde-only',
  'on-premises': 'on-premises',
};

function atHome(placement: Placement, name: string): Omit<Machine, 'id' | 'name' | 'os'> {
  const isInAzure = !['mde-direct', 'mde-only', 'on-premises'].includes(placement);
  const isArc = placement === 'arc' || placement === 'arc-connector';
  const hasSensor = placement === 'mde-direct' || placement === 'mde-only';
  const provider = isArc ? 'microsoft.hybridcompute/machines' : 'microsoft.compute/virtualmachines';
  return {
    kind: KINDS[placement],
    placement,
    capacity: 1,
    tenantId: TENANT,
    subscriptionId: isInAzure ? SUBSCRIPTION : null,
    subscriptionName: isInAzure ? 'prod' : null,
    connectorId: null,
    resourceGroup: isInAzure ? 'rg' : null,
    resourceId: isInAzure ? `/subscriptions/${SUBSCRIPTION}/resourcegroups/rg/providers/${provider}/${name}` : null,
    mdeDeviceId: null,
    smbiosUuid: null,
    vmId: null,
    fqdn: null,
    location: isInAzure ? 'japaneast' : null,
    ipAddresses: [],
    tags: {},
    cores: null,
    power: isArc ? null : isInAzure ? 'running' : 'on',
    arcStatus: isArc ? 'connected' : null,
    arcAgentVersion: isArc ? '1.62' : null,
    sensorHealth: hasSensor ? 'active' : null,
    sensorOnboarding: hasSensor ? 'onboarded' : null,
    sensorVersion: hasSensor ? '10.8760' : null,
    lastSeen: null,
    hasEsu: false,
    hasSoftwareAssurance: false,
    mayBeBilledTwice: false,
    today: isInAzure ? { plan: 'P2', explicit: false } : { plan: 'unknown', explicit: 'unknown' },
    keys: [],
    evidence: [],
  };
}
