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

/** A key whose value joins the rows that carry it. */
export interface ValueLevel {
  readonly key: KeyName;
  /** Values of one row. A value that no `isWitness` row carries joins nothing. */
  values(row: Row): readonly LevelValue[];
  /** The key is stated also where a stronger one had already joined the rows. */
  readonly confirms: boolean;
}

interface LevelValue {
  readonly value: string;
  readonly isWitness: boolean;
  /** As the key is shown; default: the value. */
  readonly shown?: string;
}

interface Group {
  readonly rows: number[];
  witness: boolean;
  shown: string;
}

const NONE: readonly LevelValue[] = [];

/** The keys whose equal values join, strongest first. The two that need a look at the scope stand in `named.ts`. */
export const STRONG_LEVELS: readonly ValueLevel[] = [
  { key: 'resource-id', confirms: true, values: (row) => one(row.own?.id ?? otherResourceId(row)) },
  { key: 'mde-device-id', confirms: true, values: (row) => one(row.record.mdeDeviceId) },
  {
    key: 'linked-resource-id',
    confirms: true,
    values: (row) =>
      row.linked
        ? [{ value: row.linked.id, isWitness: true }]
        : row.own
          ? [{ value: row.own.id, isWitness: false }]
          : NONE,
  },
  { key: 'vm-id', confirms: true, values: vmIds },
  { key: 'smbios-uuid', confirms: true, values: smbiosUuids },
  { key: 'fqdn', confirms: true, values: (row) => one(row.fqdn) },
  { key: 'device-name', confirms: false, values: deviceNames },
];

/** A name within a domain: a domain holds a computer name once, whatever the computer is. */
export const DOMAIN_LEVEL: ValueLevel = {
  key: 'scope-name',
  confirms: false,
  values: (row) => one(row.domain === null || row.short === null ? null : `${row.domain}/${row.short}`),
};

/** A name and an IP address together: two facts, where the name alone would be one. */
export const ADDRESS_LEVEL: ValueLevel = {
  key: 'name-address',
  confirms: false,
  values: (row) => {
    const { short } = row;
    if (short === null) return NONE;
    return (row.record.ipAddresses ?? []).flatMap((address) => one(withName(short, addressKey(address))));
  },
};

/** Joins what shares a value of the level; gives back the values that could not. The order of rows changes nothing. */
export function joinByValue(rows: readonly Row[], clusters: Clusters, level: ValueLevel): readonly Conflict[] {
  const groups = groupByValue(rows, level);
  const conflicts: Conflict[] = [];
  for (const value of [...groups.keys()].sort()) {
    const group = groups.get(value);
    if (!group) continue;
    const key: MachineKey = { key: level.key, value: group.shown, confidence: CONFIDENCE_OF[level.key] };
    for (const members of byTenant(group.rows, clusters)) {
      const roots = distinctRoots(members, clusters);
      if (roots.length === 1) {
        if (level.confirms && members.length > 1) clusters.unite(roots, key);
      } else if (canBeOne(roots.map(clusters.at), level.key)) clusters.unite(roots, key);
      else conflicts.push({ key: level.key, value: group.shown, rows: roots });
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

function groupByValue(rows: readonly Row[], level: ValueLevel): Map<string, Group> {
  const firsts = new Map<string, { row: number; value: LevelValue }>();
  const groups = new Map<string, Group>();
  for (const [position, row] of rows.entries()) {
    for (const value of level.values(row)) {
      const first = firsts.get(value.value);
      const group = groups.get(value.value);
      if (group) addTo(group, position, value);
      else if (first === undefined) firsts.set(value.value, { row: position, value });
      else {
        const made: Group = { rows: [], witness: false, shown: '' };
        addTo(made, first.row, first.value);
        addTo(made, position, value);
        groups.set(value.value, made);
      }
    }
  }
  for (const [value, group] of groups) if (!group.witness) groups.delete(value);
  return groups;
}

function addTo(group: Group, row: number, { value, isWitness, shown = value }: LevelValue): void {
  group.rows.push(row);
  if (isWitness && (!group.witness || shown < group.shown)) group.shown = shown;
  group.witness ||= isWitness;
}

function one(value: string | null | undefined): readonly LevelValue[] {
  return value === null || value === undefined ? NONE : [{ value, isWitness: true }];
}

/** `mdeServers` resources, and whatever else an inventory gives an id. */
function otherResourceId(row: Row): string | null {
  return row.linked ? null : (row.record.resourceId ?? null);
}

function vmIds(row: Row): readonly LevelValue[] {
  const { vmId } = row.record;
  const isUuid = vmId !== undefined && vmId.length === 36;
  return isUuid && smbiosKey(vmId) === null ? NONE : one(vmId);
}

/** Azure's `vmId` is the SMBIOS UUID of the VM; so an Arc agent, or an RVTools line, on an Azure VM meets it. */
function smbiosUuids(row: Row): readonly LevelValue[] {
  const values: LevelValue[] = [];
  const own = smbiosKey(row.record.smbiosUuid);
  if (own !== null) values.push({ value: own, isWitness: true, shown: row.record.smbiosUuid?.toLowerCase() ?? own });
  const azure = row.kind === 'vm' && row.record.source === 'azure-vm' ? smbiosKey(row.record.vmId) : null;
  if (azure !== null && azure !== own) values.push({ value: azure, isWitness: false });
  return values;
}

function deviceNames(row: Row): readonly LevelValue[] {
  if (row.record.source !== 'mde-device' && row.record.source !== 'mde-server') return NONE;
  return row.short === null ? NONE : one(foldName(hostPart(row.record.name)));
}

function withName(short: string, address: string | null): string | null {
  return address === null ? null : `${short}/${address}`;
}
