import { KEY_NAMES, type KeyName, type MachineKey } from '../../../shared/model/index.ts';
import type { ArmKind } from './resources.ts';
import type { Row } from './rows.ts';

/** What is known of the records that were joined so far: enough to see whether two of these can be one machine. */
export interface Cluster {
  /** Positions of its rows. */
  readonly rows: readonly number[];
  readonly tenant: string | null;
  readonly arm: Readonly<Partial<Record<ArmKind, string>>>;
  readonly devices: readonly string[];
  readonly smbios: readonly string[];
  readonly fqdns: readonly string[];
  readonly keys: readonly MachineKey[];
}

/** Union-find over the rows, with a cluster at every root. */
export interface Clusters {
  /** Position of the row that stands for the cluster. */
  find(row: number): number;
  at(row: number): Cluster;
  /** Joins rows that were found to be one machine. */
  unite(rows: readonly number[], key: MachineKey | null): void;
  roots(): number[];
}

/** Keys up to this one may join records with different Defender device ids: a machine set up anew gets a new one. */
const DEVICES_MAY_DIFFER_TO = strength('vm-id');

/** One cluster for each row. */
export function createClusters(rows: readonly Row[]): Clusters {
  const parents = Int32Array.from(rows.keys());
  const clusters: (Cluster | undefined)[] = rows.map(clusterOfRow);

  function find(row: number): number {
    let at = row;
    for (;;) {
      const parent = parents[at] ?? at;
      if (parent === at) return at;
      const grand = parents[parent] ?? parent;
      parents[at] = grand;
      at = grand;
    }
  }

  function at(row: number): Cluster {
    const cluster = clusters[find(row)];
    if (!cluster) throw new Error('A root without a cluster.');
    return cluster;
  }

  function unite(members: readonly number[], key: MachineKey | null): void {
    const roots = [...new Set(members.map(find))];
    const first = roots[0];
    if (first === undefined) return;
    const joined = combine(roots.map(at));
    for (const root of roots.slice(1)) {
      parents[root] = first;
      clusters[root] = undefined;
    }
    clusters[first] = key === null ? joined : { ...joined, keys: [...joined.keys, key] };
  }

  function roots(): number[] {
    return [...rows.keys()].filter((row) => parents[row] === row);
  }

  return { find, at, unite, roots };
}

/** Lower is stronger. */
export function strength(key: KeyName): number {
  return KEY_NAMES.indexOf(key);
}

/**
 * Whether two clusters that share a key cannot be one machine: another tenant, another resource of one kind, or a
 * stronger key that both have and that differs.
 */
export function contradict(left: Cluster, right: Cluster, key: KeyName): boolean {
  const level = strength(key);
  if (left.tenant !== null && right.tenant !== null && left.tenant !== right.tenant) return true;
  if (differ(left.arm.vm, right.arm.vm) || differ(left.arm.arc, right.arm.arc) || differ(left.arm.set, right.arm.set)) {
    return true;
  }
  if (isSetAndMachine(left, right) || isSetAndMachine(right, left)) return true;
  const isOneSet = left.arm.set !== undefined && right.arm.set !== undefined;
  if (level > DEVICES_MAY_DIFFER_TO && !isOneSet && areApart(left.devices, right.devices)) return true;
  if (level > strength('smbios-uuid') && areApart(left.smbios, right.smbios)) return true;
  return level > strength('fqdn') && areApart(left.fqdns, right.fqdns);
}

/** Whether all of them can be one machine; looks at each once. */
export function canBeOne(clusters: readonly Cluster[], key: KeyName): boolean {
  let joined = clusters[0];
  for (const next of clusters.slice(1)) {
    if (!joined || contradict(joined, next, key)) return false;
    joined = combineFacts(joined, next);
  }
  return true;
}

function clusterOfRow(row: Row, position: number): Cluster {
  const resource = row.own ?? row.linked;
  return {
    rows: [position],
    tenant: row.tenant,
    arm: resource ? { [resource.kind]: resource.id } : NO_RESOURCE,
    devices: row.record.mdeDeviceId === undefined ? NOTHING : [row.record.mdeDeviceId],
    smbios: row.smbios === null ? NOTHING : [row.smbios],
    fqdns: row.fqdn === null ? NOTHING : [row.fqdn],
    keys: NO_KEYS,
  };
}

const NOTHING: readonly string[] = [];
const NO_KEYS: readonly MachineKey[] = [];
const NO_RESOURCE: Cluster['arm'] = {};

function combine(clusters: readonly Cluster[]): Cluster {
  const [first, ...rest] = clusters;
  if (!first) throw new Error('Nothing to combine.');
  const rows = clusters.flatMap((cluster) => cluster.rows);
  const keys = clusters.flatMap((cluster) => cluster.keys);
  return { ...rest.reduce(combineFacts, first), rows, keys };
}

/** The facts of both; rows and keys are not looked at. */
function combineFacts(left: Cluster, right: Cluster): Cluster {
  return {
    ...left,
    tenant: left.tenant ?? right.tenant,
    arm: { ...left.arm, ...right.arm },
    devices: both(left.devices, right.devices),
    smbios: both(left.smbios, right.smbios),
    fqdns: both(left.fqdns, right.fqdns),
  };
}

function both(left: readonly string[], right: readonly string[]): readonly string[] {
  const added = right.filter((value) => !left.includes(value));
  return added.length === 0 ? left : [...left, ...added];
}

function differ(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

function isSetAndMachine(left: Cluster, right: Cluster): boolean {
  return left.arm.set !== undefined && (right.arm.vm !== undefined || right.arm.arc !== undefined);
}

function areApart(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value));
}
