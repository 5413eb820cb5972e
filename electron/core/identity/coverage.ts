import { fill } from '../../../shared/i18n/fill.ts';
import { COVERAGE_GAPS, type CoverageGap } from '../../../shared/i18n/labels/coverage.ts';
import {
  type CoverageScope,
  type Evidence,
  type FindingParams,
  type Inventory,
  type Language,
  type LocatedRecord,
  READ_TOPICS,
  type ReadTopic,
  type SourceRecord,
} from '../../../shared/model/index.ts';
import { subscriptionOfScope } from './policies.ts';
import { machineResource } from './resources.ts';

export interface CoverageInput {
  readonly evidence: readonly Evidence[];
  readonly records: Iterable<LocatedRecord>;
  readonly inventory: Pick<Inventory, 'machines' | 'subscriptions'>;
}

/** One scope with its gaps as codes, so that they can be said in any language. */
export interface CoverageGaps extends Omit<CoverageScope, 'weakens'> {
  readonly gaps: readonly { readonly gap: CoverageGap; readonly params: FindingParams }[];
}

type Read = Record<ReadTopic, string | null>;

/** Where a topic was read: a subscription id, or the tenant as a whole. */
interface Seen {
  readonly subscriptions: Map<string, Read>;
  readonly tenants: Map<string, Read>;
}

/** That a topic was read somewhere, told by one piece of evidence. */
interface Reading {
  readonly places: keyof Seen;
  readonly place: string;
  readonly what: ReadTopic;
  readonly date: string;
  /** The evidence says of itself that it holds only a part: then its records prove nothing. */
  isPartial: boolean;
}

/** The tenant of what tells none. */
const NO_TENANT = '';

/**
 * What was read of every tenant and subscription, and of when: that it was asked (a `read` record), or that there are
 * records of it. Newest date wins. A tenant's own scope comes before its subscriptions.
 */
export function resolveCoverage(input: CoverageInput): readonly CoverageGaps[] {
  const seen = collect(input);
  const { subscriptions } = input.inventory;
  const tenants = new Set([...subscriptions.map((scope) => scope.tenantId ?? NO_TENANT), ...seen.tenants.keys()]);
  const counts = machinesBySubscription(input.inventory.machines);
  return [...tenants].sort().flatMap((tenant) => {
    const ofTenant = seen.tenants.get(tenant) ?? nothing();
    const own = subscriptions.filter(
      (scope) => scope.kind === 'subscription' && (scope.tenantId ?? NO_TENANT) === tenant,
    );
    const scopes = own.map((scope): CoverageGaps => {
      const read = newest(seen.subscriptions.get(scope.id) ?? nothing(), ofTenant);
      const { id: subscriptionId, name } = scope;
      const gaps = gapsOfSubscription(read, scope, counts.get(scope.id) ?? 0);
      return { tenantId: tenant || null, subscriptionId, name, read, gaps };
    });
    const whole = scopes.reduce((all, { read }) => oldest(all, read), scopes[0]?.read ?? ofTenant);
    const read = { ...whole, defender: ofTenant.defender };
    const gaps = gapsOfTenant(read, tenant || null, input);
    return [{ tenantId: tenant || null, subscriptionId: null, name: null, read, gaps }, ...scopes];
  });
}

/** The few records that coverage follows from: one of those that tell the same of the same file. */
export interface Witnesses {
  note(located: LocatedRecord): void;
  readonly records: readonly LocatedRecord[];
}

/** Collects witnesses while the records of a project pass by once, for something else. */
export function collectWitnesses(): Witnesses {
  const seen = new Set<string>();
  const records: LocatedRecord[] = [];
  return {
    records,
    note(located) {
      const told = topicOf(located.record);
      if (!told) return;
      const { what, subscriptionId, subscriptionName, tenantId, isWholeTenant, isPartial } = told;
      const key = JSON.stringify([
        located.evidenceId,
        what,
        subscriptionId,
        subscriptionName,
        tenantId,
        isWholeTenant,
        isPartial,
      ]);
      if (seen.has(key)) return;
      seen.add(key);
      records.push(located);
    },
  };
}

/** The scopes with their sentences. */
export function viewCoverage(scopes: readonly CoverageGaps[], language: Language): readonly CoverageScope[] {
  return scopes.map(({ gaps, ...scope }) => ({
    ...scope,
    weakens: gaps.map(({ gap, params }) => fill(COVERAGE_GAPS[gap][language], params)),
  }));
}

function collect({ evidence, records, inventory }: CoverageInput): Seen {
  const byId = new Map(evidence.map((entry) => [entry.id, entry]));
  const tenants = [...new Set(inventory.subscriptions.flatMap((scope) => scope.tenantId ?? []))];
  const onlyTenant = tenants.length === 1 ? (tenants[0] ?? NO_TENANT) : NO_TENANT;
  const scopes = new Map(inventory.subscriptions.map((scope) => [scope.id, scope]));
  const byName = new Map(inventory.subscriptions.map((scope) => [scope.name?.toLowerCase() ?? '', scope.id]));
  const readings = new Map<string, Reading>();
  for (const { evidenceId, record } of records) {
    const source = byId.get(evidenceId);
    const told = source ? topicOf(record) : null;
    if (!source || !told) continue;
    const id = told.subscriptionId ?? byName.get(told.subscriptionName?.toLowerCase() ?? '-');
    const tenant = told.tenantId ?? source.tenantId ?? scopes.get(id ?? '')?.tenantId ?? onlyTenant;
    const isOfTenant = told.what === 'defender' || (told.isWholeTenant && id === undefined);
    const place = isOfTenant ? tenant : id;
    if (place === undefined) continue;
    const places = isOfTenant ? 'tenants' : 'subscriptions';
    const key = `${evidenceId} ${places} ${place} ${told.what}`;
    const reading = readings.get(key) ?? { places, place, what: told.what, date: source.date, isPartial: false };
    reading.isPartial ||= told.isPartial === true;
    readings.set(key, reading);
  }
  const seen: Seen = { subscriptions: new Map(), tenants: new Map() };
  for (const { places, place, what, date, isPartial } of readings.values()) {
    if (!isPartial) note(seen[places], place, what, date);
  }
  return seen;
}

interface Told {
  readonly what: ReadTopic;
  readonly subscriptionId?: string | undefined;
  readonly subscriptionName?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly isWholeTenant?: boolean;
  readonly isPartial?: boolean | undefined;
}

/** What a record is evidence of; null for those that prove no reading. */
function topicOf(record: SourceRecord): Told | null {
  switch (record.type) {
    case 'read':
      return { ...record, isWholeTenant: record.subscriptionId === undefined };
    case 'machine': {
      if (record.source === 'mde-device') return { what: 'defender', tenantId: record.tenantId };
      if (record.source !== 'azure-vm' && record.source !== 'arc' && record.source !== 'vmss') return null;
      const subscriptionId = machineResource(record.resourceId)?.subscriptionId ?? record.subscriptionId;
      return { what: 'machines', subscriptionId, subscriptionName: record.subscriptionName, tenantId: record.tenantId };
    }
    case 'plan': {
      if (record.planName !== 'VirtualMachines' || record.scope === 'connector') return null;
      const subscriptionId = record.subscriptionId ?? subscriptionOfScope(record.scopeId) ?? undefined;
      return { what: record.scope === 'machine' ? 'machinePlans' : 'plans', subscriptionId, tenantId: record.tenantId };
    }
    case 'policy-assignment':
      return { what: 'policies', subscriptionId: subscriptionOfScope(record.scope) ?? undefined };
    default:
      return null;
  }
}

function machinesBySubscription(machines: Inventory['machines']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { subscriptionId } of machines) {
    if (subscriptionId !== null) counts.set(subscriptionId, (counts.get(subscriptionId) ?? 0) + 1);
  }
  return counts;
}

function gapsOfSubscription(
  read: Read,
  scope: Inventory['subscriptions'][number],
  machines: number,
): CoverageGaps['gaps'] {
  const name = scope.name ?? scope.id;
  const params = { subscription: name, machines };
  const gaps: CoverageGap[] = [];
  if (read.machines === null) gaps.push('machines');
  if (machines > 0) {
    if (read.plans === null) gaps.push(scope.plan === 'unknown' ? 'plans' : 'plans-inherited');
    if (read.machinePlans === null) gaps.push('machine-plans');
    if (read.policies === null) gaps.push('policies');
  }
  return gaps.map((gap) => ({ gap, params }));
}

function gapsOfTenant(read: Read, tenantId: string | null, { inventory }: CoverageInput): CoverageGaps['gaps'] {
  const own = inventory.machines.filter((machine) => machine.tenantId === tenantId);
  const outside = own.filter((machine) => machine.kind === 'mde-only' || machine.kind === 'mde-direct').length;
  const listed = own.filter((machine) => machine.kind === 'on-premises').length;
  if (read.defender === null && listed === 0) return [{ gap: 'defender-unlisted', params: {} }];
  if (read.defender === null) return [{ gap: 'defender', params: { listed } }];
  // Device groups hide devices from whoever may not see them: an export proves what it holds, not that it holds all.
  return [{ gap: 'defender-maybe-partial', params: { outside } }];
}

function note(places: Map<string, Read>, place: string, what: ReadTopic, date: string): void {
  const read = places.get(place) ?? nothing();
  if (read[what] === null || Date.parse(date) > Date.parse(read[what])) read[what] = date;
  places.set(place, read);
}

function nothing(): Read {
  return { machines: null, plans: null, machinePlans: null, policies: null, defender: null };
}

function newest(left: Read, right: Read): Read {
  return combined(left, right, (a, b) => (a === null ? b : b === null || Date.parse(a) >= Date.parse(b) ? a : b));
}

/** Of a whole: as old as its oldest part, and not read when a part was not. */
function oldest(left: Read, right: Read): Read {
  return combined(left, right, (a, b) => (a === null || b === null ? null : Date.parse(a) <= Date.parse(b) ? a : b));
}

function combined(left: Read, right: Read, pick: (a: string | null, b: string | null) => string | null): Read {
  const read = nothing();
  for (const topic of READ_TOPICS) read[topic] = pick(left[topic], right[topic]);
  return read;
}
