import type {
  Known,
  KnownPlan,
  PlanRecord,
  PolicyAssignmentRecord,
  Subscription,
} from '../../../shared/model/index.ts';
import { parseArmId } from '../../../shared/text/arm-id.ts';
import { foldName } from './names.ts';
import type { Switch } from './placement.ts';
import { policiesOf, subscriptionOfScope } from './policies.ts';
import { compareText, type Located, type Prepared, tenantsOfSubscriptions } from './rows.ts';
import type { SubscriptionNames, ToldName } from './subscription-names.ts';
import {
  displayNames,
  inheritedPlans,
  NAME_PREFIX,
  newestBy,
  type OtherRecords,
  planSubscription,
  sortOthers,
  subscriptionIds,
  subscriptionsWithDirectServers,
} from './subscription-records.ts';

export interface SubscriptionInput {
  readonly prepared: Prepared;
  readonly names: SubscriptionNames;
  readonly asOf: string;
}

export interface Scopes {
  readonly subscriptions: readonly Subscription[];
  readonly byId: ReadonlyMap<string, Subscription>;
  /** Tenant of the project where there is just one; records without a tenant are its own then. */
  readonly onlyTenant: string | null;
  readonly tenants: readonly string[];
  /** Plans that were set or inherited on single machines: ARM id → newest record. */
  readonly machinePlans: ReadonlyMap<string, Located<PlanRecord>>;
  /** Subscriptions whose own record says another plan than their machines inherit. */
  readonly contradicted: readonly { readonly id: string; readonly told: KnownPlan; readonly inherited: KnownPlan }[];
  /** Subscriptions taken as designated because `mdeServers` resources stand in them. */
  readonly inferredDesignated: readonly string[];
}

/** The names that stood beside an id in records other than machines. */
export function toldNames(others: Prepared['others']): readonly ToldName[] {
  return others.flatMap(({ record }) => {
    const name = 'subscriptionName' in record ? record.subscriptionName : undefined;
    const id = 'subscriptionId' in record ? record.subscriptionId : undefined;
    return name && id ? [{ name: foldName(name), id }] : [];
  });
}

/** Every subscription and connector that any record speaks of, with what is known of its plan, switch and policies. */
export function buildScopes(input: SubscriptionInput): Scopes {
  const { rows, others } = input.prepared;
  const sorted = sortOthers(others);
  const tenantOf = tenantsOfSubscriptions(rows, others);
  const tenants = [...new Set([...tenantOf.values(), ...rows.flatMap((row) => row.tenant ?? [])])].sort(compareText);
  const onlyTenant = tenants.length === 1 ? (tenants[0] ?? null) : null;
  const machinePlans = newestBy(
    sorted.plans.filter(({ record }) => record.scope === 'machine' && record.planName === 'VirtualMachines'),
    (record) => record.scopeId,
  );
  const inherited = inheritedPlans(rows, machinePlans);
  const designated = subscriptionsWithDirectServers(rows);
  const display = displayNames(rows, others, input.names);
  const ownPlans = sorted.plans.filter(({ record }) => record.scope === 'subscription');
  const context = { ...input, sorted, ownPlans, tenantOf, onlyTenant, inherited, designated, display };
  const made = [...subscriptionIds(rows, others, input.names)].sort(compareText).map((id) => subscription(id, context));
  const subscriptions = [...made.map(({ scope }) => scope), ...connectors(context)];
  return {
    subscriptions,
    byId: new Map(subscriptions.map((scope) => [scope.id, scope])),
    onlyTenant,
    tenants,
    machinePlans,
    contradicted: made.flatMap(({ contradiction }) => contradiction ?? []),
    inferredDesignated: made.filter((one) => one.isInferred).map(({ scope }) => scope.id),
  };
}

/** On when some subscription of the tenant is designated; off only when every one that was read says it is not. */
export function directSwitch(scopes: Scopes, tenantId: string | null): Switch {
  const own = scopes.subscriptions.filter((scope) => scope.kind === 'subscription' && scope.tenantId === tenantId);
  if (own.some((scope) => scope.isDesignated === true)) return 'on';
  return own.length > 0 && own.every((scope) => scope.isDesignated === false) ? 'off' : 'unknown';
}

/** The connector that an Arc machine's tag names: by its ARM id, or by the last part of it. */
export function findConnector(scopes: Scopes, connectorId: string): Subscription | undefined {
  return (
    scopes.byId.get(connectorId) ??
    scopes.subscriptions.find((scope) => scope.kind === 'connector' && scope.id.endsWith(`/${connectorId}`))
  );
}

interface Context extends SubscriptionInput {
  readonly sorted: OtherRecords;
  /** Plans of subscriptions, newest first. */
  readonly ownPlans: readonly Located<PlanRecord>[];
  readonly tenantOf: ReadonlyMap<string, string>;
  readonly onlyTenant: string | null;
  readonly inherited: ReadonlyMap<string, readonly KnownPlan[]>;
  readonly designated: ReadonlySet<string>;
  readonly display: ReadonlyMap<string, string>;
}

interface Made {
  readonly scope: Subscription;
  readonly contradiction: Scopes['contradicted'][number] | null;
  readonly isInferred: boolean;
}

function subscription(id: string, context: Context): Made {
  const { sorted, asOf } = context;
  const tenantId = context.tenantOf.get(id) ?? context.onlyTenant;
  const own = context.ownPlans.filter(({ record }) => planSubscription(record) === id);
  const servers = own.filter(({ record }) => record.planName === 'VirtualMachines').map(({ record }) => record);
  const posture = own.find(({ record }) => record.planName === 'CloudPosture')?.record;
  const told = first(servers, (record) => (record.plan === 'unknown' ? undefined : record.plan)) ?? 'unknown';
  const inherited = onlyOne(context.inherited.get(id) ?? []);
  const plan = told === 'unknown' ? inherited : told;
  const read = first(servers, (record) => record.isDesignated);
  const isInferred = read === undefined && context.designated.has(id);
  const isNameOnly = id.startsWith('name:');
  const scope: Subscription = {
    id,
    name: context.display.get(id) ?? (isNameOnly ? id.slice(NAME_PREFIX.length) : null),
    tenantId,
    kind: 'subscription',
    isNameOnly,
    plan,
    enforce: first(servers, (record) => record.enforce) ?? 'unknown',
    coverage: first(servers, (record) => record.coverage) ?? null,
    trialDaysLeft: first(servers, (record) => record.trialDaysLeft) ?? null,
    isDesignated: read ?? (isInferred ? true : 'unknown'),
    hasCspm: isOn(posture?.plan),
    arePoliciesRead: arePoliciesRead(id, context),
    policies: isNameOnly ? [] : policiesOf(id, assignmentsOf(tenantId, sorted), sorted.exemptions, asOf),
  };
  const isContradicted = told !== 'unknown' && inherited !== 'unknown' && told !== inherited;
  return { scope, isInferred, contradiction: isContradicted ? { id, told, inherited } : null };
}

function connectors({ sorted, tenantOf, onlyTenant, prepared }: Context): Subscription[] {
  const told = newestBy(sorted.connectors, (record) => record.connectorId);
  const plans = sorted.plans.filter(({ record }) => record.scope === 'connector');
  const ids = new Set([...told.keys(), ...plans.map(({ record }) => record.scopeId)]);
  const known = [...ids];
  for (const { record } of prepared.rows) {
    const { connectorId } = record;
    if (connectorId !== undefined && !known.some((id) => id === connectorId || id.endsWith(`/${connectorId}`))) {
      ids.add(connectorId);
    }
  }
  return [...ids].sort(compareText).map((id) => {
    const record = told.get(id)?.record;
    const own = plans.filter((plan) => plan.record.scopeId === id).map((plan) => plan.record);
    const servers = own.filter((plan) => plan.planName === 'VirtualMachines');
    const subscriptionId = record?.subscriptionId ?? parseArmId(id)?.subscriptionId;
    return {
      id,
      name: record?.name ?? id.split('/').at(-1) ?? null,
      tenantId: record?.tenantId ?? tenantOf.get(subscriptionId ?? '') ?? onlyTenant,
      kind: 'connector',
      isNameOnly: false,
      plan: first(servers, (plan) => (plan.plan === 'unknown' ? undefined : plan.plan)) ?? record?.plan ?? 'unknown',
      enforce: false,
      coverage: null,
      trialDaysLeft: first(servers, (plan) => plan.trialDaysLeft) ?? null,
      isDesignated: false,
      hasCspm: isOn(own.find((plan) => plan.planName === 'CloudPosture')?.plan),
      arePoliciesRead: true,
      policies: [],
    };
  });
}

/** A management group belongs to one tenant; where an assignment's tenant is not told, it may be any. */
function assignmentsOf(tenantId: string | null, sorted: OtherRecords): readonly PolicyAssignmentRecord[] {
  return sorted.assignments
    .filter(({ evidence }) => evidence.tenantId === null || tenantId === null || evidence.tenantId === tenantId)
    .map(({ record }) => record);
}

function arePoliciesRead(id: string, { sorted, tenantOf, onlyTenant }: Context): boolean {
  const tenant = tenantOf.get(id) ?? onlyTenant;
  return (
    sorted.assignments.some(({ record }) => subscriptionOfScope(record.scope) === id) ||
    sorted.policyReads.some(({ record, evidence }) =>
      record.subscriptionId === undefined
        ? (record.tenantId ?? evidence.tenantId ?? onlyTenant) === tenant
        : record.subscriptionId === id,
    )
  );
}

function first<T, V>(records: readonly T[], value: (record: T) => V | undefined): V | undefined {
  for (const record of records) {
    const told = value(record);
    if (told !== undefined) return told;
  }
  return undefined;
}

function onlyOne(plans: readonly KnownPlan[]): KnownPlan {
  return plans.length === 1 ? (plans[0] ?? 'unknown') : 'unknown';
}

function isOn(plan: KnownPlan | undefined): Known<boolean> {
  return plan === undefined || plan === 'unknown' ? 'unknown' : plan !== 'off';
}
