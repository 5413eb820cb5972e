import type {
  ConnectorRecord,
  Known,
  KnownPlan,
  PlanRecord,
  PolicyAssignmentRecord,
  PolicyExemptionRecord,
  ReadRecord,
  Subscription,
} from '../../../shared/model/index.ts';
import { parseArmId } from '../../../shared/text/arm-id.ts';
import { foldName } from './names.ts';
import type { Switch } from './placement.ts';
import { policiesOf, subscriptionOfScope } from './policies.ts';
import { comparePlaces, compareText, type Located, type Prepared, type Row, tenantsOfSubscriptions } from './rows.ts';
import type { SubscriptionNames, ToldName } from './subscription-names.ts';

/** All records but machines, by type and newest first. */
export interface OtherRecords {
  readonly plans: readonly Located<PlanRecord>[];
  readonly connectors: readonly Located<ConnectorRecord>[];
  readonly assignments: readonly Located<PolicyAssignmentRecord>[];
  readonly exemptions: readonly PolicyExemptionRecord[];
  /** That policies were asked for. */
  readonly policyReads: readonly Located<ReadRecord>[];
}

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

/** The id that a subscription's name stands for; `name:…` while no record has shown the name with one id. */
export function scopeOfName(folded: string, names: SubscriptionNames): string {
  const ids = names.get(folded);
  return ids?.length === 1 ? (ids[0] ?? '') : `${NAME_PREFIX}${folded}`;
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

const NAME_PREFIX = 'name:';

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

function sortOthers(others: Prepared['others']): OtherRecords {
  const sorted = others
    .filter(({ record }) => SCOPE_RECORDS.has(record.type))
    .sort((left, right) => right.evidence.time - left.evidence.time || comparePlaces(left, right));
  const plans: Located<PlanRecord>[] = [];
  const connectors: Located<ConnectorRecord>[] = [];
  const assignments = new Map<string, Located<PolicyAssignmentRecord>>();
  const exemptions = new Map<string, PolicyExemptionRecord>();
  const policyReads: Located<ReadRecord>[] = [];
  for (const { record, evidence } of sorted) {
    if (record.type === 'plan') plans.push({ record, evidence });
    else if (record.type === 'connector') connectors.push({ record, evidence });
    else if (record.type === 'read' && record.what === 'policies') policyReads.push({ record, evidence });
    else if (record.type === 'policy-assignment' && !assignments.has(record.assignmentId)) {
      assignments.set(record.assignmentId, { record, evidence });
    } else if (record.type === 'policy-exemption') {
      const key = `${record.assignmentId}|${record.scope}`;
      if (!exemptions.has(key)) exemptions.set(key, record);
    }
  }
  return {
    plans,
    connectors,
    assignments: [...assignments.values()].sort((a, b) => compareText(a.record.assignmentId, b.record.assignmentId)),
    exemptions: [...exemptions.values()],
    policyReads,
  };
}

const SCOPE_RECORDS: ReadonlySet<string> = new Set([
  'plan',
  'connector',
  'policy-assignment',
  'policy-exemption',
  'read',
]);

function newestBy<T extends PlanRecord | ConnectorRecord>(
  records: readonly Located<T>[],
  keyOf: (record: T) => string,
): ReadonlyMap<string, Located<T>> {
  const newest = new Map<string, Located<T>>();
  for (const entry of records) if (!newest.has(keyOf(entry.record))) newest.set(keyOf(entry.record), entry);
  return newest;
}

/** Subscription id → plans that machines in it inherit. A connector's machine inherits from its connector. */
function inheritedPlans(
  rows: readonly Row[],
  machinePlans: Scopes['machinePlans'],
): ReadonlyMap<string, readonly KnownPlan[]> {
  const plans = new Map<string, Set<KnownPlan>>();
  const ofConnectors = new Set(rows.flatMap((row) => (row.record.connectorId && row.own ? [row.own.id] : [])));
  function learn(subscription: string | null | undefined, plan: KnownPlan): void {
    if (subscription && plan !== 'unknown') plans.set(subscription, (plans.get(subscription) ?? new Set()).add(plan));
  }
  for (const { record } of machinePlans.values()) {
    if (record.isInherited && !ofConnectors.has(record.scopeId)) learn(planSubscription(record), record.plan);
  }
  for (const { own, record } of rows) {
    if (own && record.isPlanExplicit === false && record.connectorId === undefined && !machinePlans.has(own.id)) {
      learn(own.subscriptionId, record.plan ?? 'unknown');
    }
  }
  return new Map([...plans].map(([id, found]) => [id, [...found]]));
}

/** `mdeServers` resources are made in the designated subscription and nowhere else. */
function subscriptionsWithDirectServers(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ record, subscriptionId }) => (record.source === 'mde-server' ? (subscriptionId ?? []) : [])),
  );
}

function subscriptionIds(rows: readonly Row[], others: Prepared['others'], names: SubscriptionNames): Set<string> {
  const ids = new Set<string>();
  for (const row of rows) {
    if (row.subscriptionId !== null) ids.add(row.subscriptionId);
    else if (row.subscriptionName !== null) ids.add(scopeOfName(row.subscriptionName, names));
    if (row.linked) ids.add(row.linked.subscriptionId);
  }
  for (const { record } of others) {
    if (record.type === 'plan') ids.add(planSubscription(record) ?? '');
    else if (record.type === 'policy-assignment') ids.add(subscriptionOfScope(record.scope) ?? '');
    else if ('subscriptionId' in record && record.subscriptionId) ids.add(record.subscriptionId);
  }
  ids.delete('');
  return ids;
}

function planSubscription(record: PlanRecord): string | null {
  return record.subscriptionId ?? subscriptionOfScope(record.scopeId);
}

/** Subscription scope → its name as the newest source writes it. */
function displayNames(
  rows: readonly Row[],
  others: Prepared['others'],
  names: SubscriptionNames,
): ReadonlyMap<string, string> {
  const newest = new Map<string, { name: string; time: number }>();
  function learn(id: string | null | undefined, name: string | undefined, time: number): void {
    if (!id || !name) return;
    const before = newest.get(id);
    if (!before || time > before.time || (time === before.time && name < before.name)) newest.set(id, { name, time });
  }
  for (const { record, evidence, subscriptionId, subscriptionName } of rows) {
    const scope = subscriptionId ?? (subscriptionName === null ? null : scopeOfName(subscriptionName, names));
    learn(scope, record.subscriptionName, evidence.time);
  }
  for (const { record, evidence } of others) {
    if ('subscriptionName' in record) learn(record.subscriptionId, record.subscriptionName, evidence.time);
  }
  return new Map([...newest].map(([id, { name }]) => [id, name]));
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
