import type { Confidence, KeyName, MachineKey } from '../../../shared/model/index.ts';
import { type Cluster, type Clusters, canBeOne } from './clusters.ts';
import { addressKey, foldName, hostPart, smbiosKey } from './names.ts';
import type { Row } from './rows.ts';

/** How sure each key is. A short name alone is never a reason to join: it is only offered. */
export const CONFIDENCE_OF: Readonly<Record<KeyName, Confidence>> = {
  'resource-id': 'certain',
  'mde-device-id': 'certain',
  'linked-resource-id': 'certain',
  'vm-id': 'certain',
  'smbios-uuid': 'strong',
  fqdn: 'strong',
  'device-name': 'strong',
  'group-name': 'strong',
  'scope-name': 'strong',
  'name-address': 'strong',
  manual: 'manual',
  'short-name': 'weak',
};

/** Rows that share a key and cannot be one machine, so that it joined none of them. */
export interface Conflict {
  readonly key: KeyName;
  readonly value: string;
  /** One row of each cluster that it touched. */
  readonly rows: readonly number[];
}

/** Takes the values of a row; a value that no witness carries joins nothing. */
type Emit = (value: string | null | undefined, isWitness: boolean) => void;

/** A key whose value joins the rows that carry it. */
export interface ValueLevel {
  readonly key: KeyName;
  values(row: Row, emit: Emit): void;
  /** How the key of a group is shown; default: its value. */
  shown?(row: Row): string | undefined;
  /** The key is stated also where a stronger one had already joined the rows. */
  readonly confirms: boolean;
}

/** The keys whose equal values join, strongest first. The two that need a look at the scope stand in `named.ts`. */
export const STRONG_LEVELS: readonly ValueLevel[] = [
  {
    key: 'resource-id',
    confirms: true,
    values: (row, emit) => emit(row.own?.id ?? (row.linked ? null : row.record.resourceId), true),
  },
  { key: 'mde-device-id', confirms: true, values: (row, emit) => emit(row.record.mdeDeviceId, true) },
  {
    key: 'linked-resource-id',
    confirms: true,
    values: (row, emit) => emit((row.linked ?? row.own)?.id, row.linked !== null),
  },
  { key: 'vm-id', confirms: true, values: (row, emit) => emit(vmKey(row), true) },
  { key: 'smbios-uuid', confirms: true, values: smbiosUuids, shown: (row) => row.record.smbiosUuid?.toLowerCase() },
  { key: 'fqdn', confirms: true, values: (row, emit) => emit(row.fqdn, true) },
  { key: 'device-name', confirms: false, values: (row, emit) => emit(deviceName(row), true) },
];

/** A name within a domain: a domain holds a computer name once, whatever the computer is. */
export const DOMAIN_LEVEL: ValueLevel = {
  key: 'scope-name',
  confirms: false,
  values: ({ domain, short }, emit) => emit(domain === null || short === null ? null : `${domain}/${short}`, true),
};

/** A name and an IP address together: two facts, where the name alone would be one. */
export const ADDRESS_LEVEL: ValueLevel = {
  key: 'name-address',
  confirms: false,
  values: ({ short, record }, emit) => {
    if (short === null) return;
    for (const address of record.ipAddresses ?? []) {
      const key = addressKey(address);
      if (key !== null) emit(`${short}/${key}`, true);
    }
  },
};

/** Joins what shares a value of the level; gives back the values that could not. The order of rows changes nothing. */
export function joinByValue(rows: readonly Row[], clusters: Clusters, level: ValueLevel): readonly Conflict[] {
  const groups = groupByValue(rows, level);
  const conflicts: Conflict[] = [];
  for (const value of [...groups.keys()].sort()) {
    const group = groups.get(value);
    if (!group) continue;
    const shown = shownOf(group, value, rows, level);
    const key: MachineKey = { key: level.key, value: shown, confidence: CONFIDENCE_OF[level.key] };
    for (const members of byTenant(group, clusters)) {
      const roots = distinctRoots(members, clusters);
      if (roots.length === 1) {
        if (level.confirms && members.length > 1) clusters.unite(roots, key);
      } else if (canBeOne(roots.map(clusters.at), level.key)) clusters.unite(roots, key);
      else conflicts.push({ key: level.key, value: shown, rows: roots });
    }
  }
  return conflicts;
}

/** The clusters that rows belong to, each once. */
export function distinctRoots(rows: readonly number[], clusters: Clusters): number[] {
  return [...new Set(rows.map(clusters.find))];
}

/** Never across tenants: one part for each tenant; rows of no known tenant join the only one there is, else stay together. */
export function byTenant(rows: readonly number[], clusters: Clusters): readonly (readonly number[])[] {
  const parts = new Map<string | null, number[]>();
  for (const row of rows) {
    const { tenant } = clusters.at(row);
    const part = parts.get(tenant);
    if (part) part.push(row);
    else parts.set(tenant, [row]);
  }
  return parts.has(null) && parts.size === 2 ? [rows] : [...parts.values()];
}

/** True when the cluster is a resource or a device of its own, which no other name is needed for. */
export function isIdentified(cluster: Cluster): boolean {
  return cluster.devices.length > 0 || Object.keys(cluster.arm).length > 0;
}

/** Values that several rows carry, one of them a witness. A value of one row costs one number. */
function groupByValue(rows: readonly Row[], level: ValueLevel): ReadonlyMap<string, readonly number[]> {
  const firsts = new Map<string, number>();
  const groups = new Map<string, number[]>();
  const witnessed = new Set<string>();
  let position = 0;
  function emit(value: string | null | undefined, isWitness: boolean): void {
    if (value === null || value === undefined) return;
    const first = firsts.get(value);
    // The sign of the first tells whether it was a witness: +1, so that row 0 has a sign too.
    if (first === undefined) firsts.set(value, isWitness ? position + 1 : -position - 1);
    else {
      const group = groups.get(value);
      if (group) group.push(position);
      else groups.set(value, [Math.abs(first) - 1, position]);
      if (isWitness || first > 0) witnessed.add(value);
    }
  }
  for (const row of rows) {
    level.values(row, emit);
    position += 1;
  }
  for (const value of groups.keys()) if (!witnessed.has(value)) groups.delete(value);
  return groups;
}

/** As a row writes it; the smallest where they differ, so that their order does not show. */
function shownOf(group: readonly number[], value: string, rows: readonly Row[], level: ValueLevel): string {
  if (!level.shown) return value;
  let shown: string | undefined;
  for (const position of group) {
    const row = rows[position];
    const text = row && level.shown(row);
    if (text !== undefined && (shown === undefined || text < shown)) shown = text;
  }
  return shown ?? value;
}

function vmKey({ record: { vmId } }: Row): string | undefined {
  const isUuid = vmId?.length === UUID_LENGTH;
  return isUuid && smbiosKey(vmId) === null ? undefined : vmId;
}

const UUID_LENGTH = 36;

/** Azure's `vmId` is the SMBIOS UUID of the VM; so an Arc agent, or an RVTools line, on an Azure VM meets it. */
function smbiosUuids(row: Row, emit: Emit): void {
  emit(row.smbios, true);
  const azure = row.record.source === 'azure-vm' ? smbiosKey(row.record.vmId) : null;
  if (azure !== row.smbios) emit(azure, false);
}

function deviceName({ record, short }: Row): string | null {
  const isDefender = record.source === 'mde-device' || record.source === 'mde-server';
  return isDefender && short !== null ? foldName(hostPart(record.name)) : null;
}
