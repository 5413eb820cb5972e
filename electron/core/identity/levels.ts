import type { Confidence, KeyName, MachineKey } from '../../../shared/model/index.ts';
import { type Cluster, type Clusters, canBeOne, isResource } from './clusters.ts';
import { addressKey, foldName, hostPart, smbiosKey } from './names.ts';
import { compareText, type Row } from './rows.ts';

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

type Emit = (value: string | null | undefined) => void;

/** A key whose value joins the rows that carry it. */
export interface ValueLevel {
  readonly key: KeyName;
  /** The values that a row brings in. */
  values(row: Row, emit: Emit): void;
  /** Values by which a row meets others that brought them in, while it would join nobody of its own kind by them. */
  answers?(row: Row, emit: Emit): void;
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
    values: (row, emit) => emit(row.own?.id ?? (row.linked ? null : row.record.resourceId)),
  },
  { key: 'mde-device-id', confirms: true, values: (row, emit) => emit(row.record.mdeDeviceId) },
  {
    key: 'linked-resource-id',
    confirms: true,
    values: (row, emit) => emit(row.linked?.id),
    answers: (row, emit) => emit(row.own?.id),
  },
  { key: 'vm-id', confirms: true, values: (row, emit) => emit(vmKey(row)) },
  {
    key: 'smbios-uuid',
    confirms: true,
    values: (row, emit) => emit(row.smbios),
    // Azure's `vmId` is the SMBIOS UUID of the VM: so an Arc agent, or an RVTools line, on an Azure VM meets it.
    answers: ({ record, smbios }, emit) =>
      emit(record.source === 'azure-vm' && smbios === null ? smbiosKey(record.vmId) : null),
    shown: (row) => row.record.smbiosUuid?.toLowerCase(),
  },
  { key: 'fqdn', confirms: true, values: (row, emit) => emit(row.fqdn) },
  {
    key: 'device-name',
    confirms: false,
    // Devices with ids have met by them; only one without needs the name.
    values: (row, emit) => emit(row.record.mdeDeviceId === undefined ? deviceName(row) : null),
    answers: (row, emit) => emit(row.record.mdeDeviceId === undefined ? null : deviceName(row)),
  },
];

/** A name within a domain: a domain holds a computer name once, whatever the computer is. Full names have met already. */
export const DOMAIN_LEVEL: ValueLevel = {
  key: 'scope-name',
  confirms: false,
  values: (row, emit) => emit(row.fqdn === null ? domainName(row) : null),
  answers: (row, emit) => emit(row.fqdn === null ? null : domainName(row)),
};

/** A name and an IP address together: two facts, where the name alone would be one. Two resources never meet by it. */
export const ADDRESS_LEVEL: ValueLevel = {
  key: 'name-address',
  confirms: false,
  values: (row, emit) => (row.own ? undefined : namedAddresses(row, emit)),
  answers: (row, emit) => (row.own ? namedAddresses(row, emit) : undefined),
};

/** Joins what shares a value of the level; gives back the values that could not. The order of rows changes nothing. */
export function joinByValue(rows: readonly Row[], clusters: Clusters, level: ValueLevel): readonly Conflict[] {
  const groups = groupByValue(rows, level);
  const conflicts: Conflict[] = [];
  const apart = [...groups].filter(([, members]) => !areOne(members, clusters));
  for (const [value, group] of apart.sort(([left], [right]) => compareText(left, right))) {
    for (const members of byTenant(group, clusters)) {
      const roots = distinctRoots(members, clusters);
      const key = keyOf(level, value, group, rows);
      groups.delete(value);
      if (roots.length > 1 && canBeOne(roots.map(clusters.at), level.key)) clusters.unite(roots, key);
      else if (roots.length > 1) conflicts.push({ key: level.key, value: key.value, rows: roots });
      else if (level.confirms && members.length > 1) clusters.unite(roots, key);
    }
  }
  if (level.confirms) for (const [value, group] of groups) clusters.unite(group, keyOf(level, value, group, rows));
  return conflicts;
}

function keyOf(level: ValueLevel, value: string, group: readonly number[], rows: readonly Row[]): MachineKey {
  return { key: level.key, value: shownOf(group, value, rows, level), confidence: CONFIDENCE_OF[level.key] };
}

function areOne(members: readonly number[], clusters: Clusters): boolean {
  const root = clusters.find(members[0] ?? 0);
  return members.every((member) => clusters.find(member) === root);
}

/** The clusters that rows belong to, each once. */
function distinctRoots(rows: readonly number[], clusters: Clusters): number[] {
  return [...new Set(rows.map(clusters.find))];
}

/** Never across tenants: one part for each tenant; rows of no known tenant join the only one there is, else stay together. */
function byTenant(rows: readonly number[], clusters: Clusters): readonly (readonly number[])[] {
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
  return cluster.devices.length > 0 || isResource(cluster);
}

/** Values that several rows carry. A value of one row costs one number; one that only answers costs none. */
function groupByValue(rows: readonly Row[], level: ValueLevel): Map<string, readonly number[]> {
  const firsts = new Map<string, number>();
  const groups = new Map<string, number[]>();
  let position = 0;
  function add(value: string, first: number): void {
    const group = groups.get(value);
    if (group) group.push(position);
    else groups.set(value, [first, position]);
  }
  function bring(value: string | null | undefined): void {
    if (value === null || value === undefined) return;
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, position);
    else add(value, first);
  }
  function answer(value: string | null | undefined): void {
    const first = value === null || value === undefined ? undefined : firsts.get(value);
    if (first !== undefined) add(value ?? '', first);
  }
  for (const row of rows) {
    level.values(row, bring);
    position += 1;
  }
  if (!level.answers || firsts.size === 0) return groups;
  position = 0;
  for (const row of rows) {
    level.answers(row, answer);
    position += 1;
  }
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

function deviceName({ record, short }: Row): string | null {
  const isDefender = record.source === 'mde-device' || record.source === 'mde-server';
  return isDefender && short !== null ? foldName(hostPart(record.name)) : null;
}

function domainName({ domain, short }: Row): string | null {
  return domain === null || short === null ? null : `${domain}/${short}`;
}

function namedAddresses({ short, record }: Row, emit: Emit): void {
  if (short === null) return;
  for (const address of record.ipAddresses ?? []) {
    const key = addressKey(address);
    if (key !== null) emit(`${short}/${key}`);
  }
}
