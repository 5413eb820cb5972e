import type {
  ConnectorRecord,
  KnownPlan,
  PlanRecord,
  PolicyAssignmentRecord,
  PolicyExemptionRecord,
  ReadRecord,
} from '../../../shared/model/index.ts';
import { subscriptionOfScope } from './policies.ts';
import { comparePlaces, compareText, type Located, type Prepared, type Row } from './rows.ts';
import type { SubscriptionNames } from './subscription-names.ts';

/** Before the name of a subscription that is known by nothing else. */
export const NAME_PREFIX = 'name:';

/** All records but machines, by type and newest first. */
export interface OtherRecords {
  readonly plans: readonly Located<PlanRecord>[];
  readonly connectors: readonly Located<ConnectorRecord>[];
  readonly assignments: readonly Located<PolicyAssignmentRecord>[];
  readonly exemptions: readonly PolicyExemptionRecord[];
  /** That policies were asked for. */
  readonly policyReads: readonly Located<ReadRecord>[];
}

/** Picks out what subscriptions are made from. */
export function sortOthers(others: Prepared['others']): OtherRecords {
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

/** The newest record of each key. */
export function newestBy<T extends PlanRecord | ConnectorRecord>(
  records: readonly Located<T>[],
  keyOf: (record: T) => string,
): ReadonlyMap<string, Located<T>> {
  const newest = new Map<string, Located<T>>();
  for (const entry of records) if (!newest.has(keyOf(entry.record))) newest.set(keyOf(entry.record), entry);
  return newest;
}

/** Subscription id → plans that machines in it inherit. A connector's machine inherits from its connector. */
export function inheritedPlans(
  rows: readonly Row[],
  machinePlans: ReadonlyMap<string, Located<PlanRecord>>,
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
export function subscriptionsWithDirectServers(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ record, subscriptionId }) => (record.source === 'mde-server' ? (subscriptionId ?? []) : [])),
  );
}

/** Every scope that any record speaks of. */
export function subscriptionIds(
  rows: readonly Row[],
  others: Prepared['others'],
  names: SubscriptionNames,
): Set<string> {
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

/** Subscription scope → its name as the newest source writes it. */
export function displayNames(
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

/** The id that a subscription's name stands for; `name:…` while no record has shown the name with one id. */
export function scopeOfName(folded: string, names: SubscriptionNames): string {
  const ids = names.get(folded);
  return ids?.length === 1 ? (ids[0] ?? '') : `${NAME_PREFIX}${folded}`;
}

/** The subscription that a pricings answer belongs to. */
export function planSubscription(record: PlanRecord): string | null {
  return record.subscriptionId ?? subscriptionOfScope(record.scopeId);
}
