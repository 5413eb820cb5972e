import { recogniseOperatingSystem } from '../../../shared/matrix/operating-systems.ts';
import type { EvidenceRef, Machine, MachineKey, OperatingSystem } from '../../../shared/model/index.ts';
import { machineBilledTwice } from './billed-twice.ts';
import { type Cluster, strength } from './clusters.ts';
import type { Attached, ExtensionIndex } from './extensions.ts';
import { believed, believedRow, believedTags, lastSeen, newestFirst, OS_BELIEVED } from './fields.ts';
import { CONFIDENCE_OF } from './levels.ts';
import { fqdnKey, hostPart } from './names.ts';
import { KIND_OF_PLACEMENT, placementOf } from './placement.ts';
import type { ArmResource } from './resources.ts';
import { comparePlaces, compareText, type Located, type Row } from './rows.ts';
import type { SubscriptionNames } from './subscription-names.ts';
import { scopeOfName } from './subscription-records.ts';
import { directSwitch, findConnector, type Scopes } from './subscriptions.ts';
import { todayOf } from './today.ts';

/** What the making of every machine looks at. */
export interface MachineContext {
  readonly scopes: Scopes;
  readonly names: SubscriptionNames;
  readonly extensions: ExtensionIndex;
}

/** Puts together what all rows of one cluster say. Pure: the id is given. */
export function makeMachine(id: string, cluster: Cluster, members: readonly Row[], context: MachineContext): Machine {
  const { scopes, names } = context;
  const rows = newestFirst(members);
  const tenantId = cluster.tenant ?? scopes.onlyTenant;
  const switchState = switchOf(scopes, tenantId);
  const placement = placementOf(rows, cluster, switchState);
  const resourceId = cluster.arm.vm ?? cluster.arm.set ?? cluster.arm.arc ?? null;
  const isInAzure = placement !== 'mde-direct' && placement !== 'mde-only' && placement !== 'on-premises';
  const resource = resourceId === null ? undefined : resourceOf(resourceId, rows);
  const subscriptionId = isInAzure ? (resource?.subscriptionId ?? subscriptionOf(rows, names)) : null;
  const subscription = subscriptionId === null ? undefined : scopes.byId.get(subscriptionId);
  const tag = placement === 'arc-connector' ? believed(rows, 'connectorId') : undefined;
  const connector = tag === undefined ? undefined : findConnector(scopes, tag);
  const extensions = context.extensions.of(rows, resourceId, subscription?.name ?? null);
  const plan = resourceId === null ? undefined : scopes.machinePlans.get(resourceId);
  const os = operatingSystem(rows);
  const sensorVersion = believed(rows, 'sensorVersion') ?? null;
  return {
    id,
    name: displayName(rows),
    kind: KIND_OF_PLACEMENT[placement],
    placement,
    capacity: capacityOf(placement, rows, cluster),
    os,
    tenantId,
    subscriptionId,
    subscriptionName: subscription?.name ?? null,
    connectorId: connector?.id ?? tag ?? null,
    resourceGroup: isInAzure ? (resource?.resourceGroup ?? believed(rows, 'resourceGroup') ?? null) : null,
    resourceId,
    mdeDeviceId: believed(rows, 'mdeDeviceId') ?? null,
    smbiosUuid: believed(rows, 'smbiosUuid') ?? null,
    vmId: believed(rows, 'vmId') ?? null,
    fqdn: believed(rows, 'fqdn') ?? rows.find((row) => row.fqdn !== null)?.fqdn ?? null,
    location: believed(rows, 'location') ?? null,
    ipAddresses: believed(rows, 'ipAddresses') ?? [],
    tags: believedTags(rows),
    cores: believed(rows, 'cores') ?? null,
    power: believed(rows, 'power') ?? null,
    arcStatus: believed(rows, 'arcStatus') ?? null,
    arcAgentVersion: believed(rows, 'arcAgentVersion') ?? null,
    sensorHealth: believed(rows, 'sensorHealth') ?? null,
    sensorOnboarding: onboardingOf(rows, extensions),
    sensorVersion,
    lastSeen: lastSeen(rows),
    hasEsu: believed(rows, 'hasEsu') ?? false,
    hasSoftwareAssurance: believed(rows, 'hasSoftwareAssurance') ?? false,
    mayBeBilledTwice: isInAzure && machineBilledTwice(rows, os, sensorVersion, switchState) === 'may',
    today: todayOf(placement, resourceId, rows, connector ?? subscription, scopes, switchState),
    keys: keysOf(cluster, rows),
    evidence: references([...rows, ...extensions.records, ...(plan ? [plan] : [])]),
  };
}

/** Host name without domain where only a Defender device names the machine; else as the believed source writes it. */
export function displayName(rows: readonly Row[]): string {
  const row = believedRow(rows, 'name') ?? rows[0];
  const name = hostPart(row?.record.name ?? '');
  const isDevice = row?.record.source === 'mde-device' || row?.record.source === 'mde-server';
  return isDevice && fqdnKey(name) !== null ? name.slice(0, name.indexOf('.')) : name;
}

/** The text that leads to a product wins over one that names only a family. */
function operatingSystem(rows: readonly Row[]): OperatingSystem {
  let best: OperatingSystem = { text: null, family: 'unknown', product: null, role: 'unknown' };
  const ranked = rows.length < 2 ? rows : rows.toSorted((left, right) => osRank(left) - osRank(right));
  for (const { record } of ranked) {
    if (record.osText === undefined && record.image === undefined) continue;
    const os = recognised(record);
    if (os.product !== null || os.role === 'client' || os.role === 'appliance') return os;
    if (best.family === 'unknown' && (os.family !== 'unknown' || best.text === null)) best = os;
  }
  return best;
}

function osRank({ record }: Row): number {
  return OS_BELIEVED.indexOf(record.source);
}

const OS_CACHE_LIMIT = 10_000;
const osCache = new Map<string, OperatingSystem>();

/** Fleets repeat a few dozen systems many thousand times. */
function recognised({ osText, osVersion, image }: Row['record']): OperatingSystem {
  const key = `${osText}|${osVersion}|${image?.publisher}|${image?.offer}|${image?.sku}`;
  const before = osCache.get(key);
  if (before) return before;
  const os = recogniseOperatingSystem({ osText, osVersion, image });
  if (osCache.size >= OS_CACHE_LIMIT) osCache.clear();
  osCache.set(key, os);
  return os;
}

function resourceOf(id: string, rows: readonly Row[]): ArmResource | undefined {
  for (const { own, linked } of rows) {
    if (own?.id === id) return own;
    if (linked?.id === id) return linked;
  }
  return undefined;
}

/** Of a machine without an id: what a row tells, its id before its name. */
function subscriptionOf(rows: readonly Row[], names: SubscriptionNames): string | null {
  const telling = rows.filter((row) => row.record.source !== 'mde-server');
  const byId = telling.find((row) => row.subscriptionId !== null)?.subscriptionId;
  if (byId) return byId;
  const byName = telling.find((row) => row.subscriptionName !== null)?.subscriptionName;
  return byName ? scopeOfName(byName, names) : null;
}

/** A set that no inventory lists has at least the instances that Defender knows. */
function capacityOf(placement: Machine['placement'], rows: readonly Row[], cluster: Cluster): number {
  if (placement !== 'vmss-uniform' && placement !== 'aks') return 1;
  return believed(rows, 'capacity') ?? Math.max(1, cluster.devices.length);
}

function onboardingOf(rows: readonly Row[], extensions: Attached): Machine['sensorOnboarding'] {
  const told = believed(rows, 'sensorOnboarding');
  if (told !== undefined) return told;
  if (rows.some((row) => row.record.source === 'mde-server')) return 'onboarded';
  return extensions.isSensorInstalled ? 'onboarded' : null;
}

/** The keys that joined; for a machine of one row the strongest key that it has, so that none is without. */
function keysOf(cluster: Cluster, rows: readonly Row[]): readonly MachineKey[] {
  if (cluster.keys.length > 0) return strongestFirst(cluster.keys);
  const row = rows[0];
  if (!row) return [];
  const own: readonly (readonly [MachineKey['key'], string | null | undefined])[] = [
    ['resource-id', row.own?.id ?? (row.linked ? null : row.record.resourceId)],
    ['mde-device-id', row.record.mdeDeviceId],
    ['linked-resource-id', row.linked?.id],
    ['vm-id', row.record.vmId],
    ['smbios-uuid', row.record.smbiosUuid],
    ['fqdn', row.fqdn],
    ['short-name', row.short],
  ];
  const [key, value] = own.find(([, told]) => told) ?? [];
  return key && value ? [{ key, value, confidence: CONFIDENCE_OF[key] }] : [];
}

function strongestFirst(keys: readonly MachineKey[]): readonly MachineKey[] {
  if (keys.length < 2) return keys;
  const distinct = new Map(keys.map((key) => [`${key.key}|${key.value}`, key]));
  return [...distinct.values()].sort(
    (left, right) => strength(left.key) - strength(right.key) || compareText(left.value, right.value),
  );
}

function references(records: readonly Located<Row['record'] | Attached['records'][number]['record']>[]): EvidenceRef[] {
  return records.toSorted(comparePlaces).map(({ record, evidence }) => ({
    id: evidence.id,
    file: evidence.file,
    format: evidence.format,
    sheet: record.sheet ?? null,
    row: record.row,
    date: evidence.date,
  }));
}

/** Asked for every machine, answered once for each tenant. */
function switchOf(scopes: Scopes, tenantId: string | null): ReturnType<typeof directSwitch> {
  const cached = switches.get(scopes) ?? new Map<string | null, ReturnType<typeof directSwitch>>();
  const state = cached.get(tenantId) ?? directSwitch(scopes, tenantId);
  switches.set(scopes, cached.set(tenantId, state));
  return state;
}

const switches = new WeakMap<Scopes, Map<string | null, ReturnType<typeof directSwitch>>>();
