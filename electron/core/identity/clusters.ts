import { KEY_NAMES, type KeyName, type MachineKey } from '../../../shared/model/index.ts';
import { foldName } from './names.ts';
import type { ArmKind, ArmResource } from './resources.ts';
import type { Row } from './rows.ts';

/** What is known of the records that were joined so far: enough to see whether two of these can be one machine. */
export interface Cluster {
  /** Positions of its rows. */
  readonly rows: readonly number[];
  readonly tenant: string | null;
  readonly arm: Readonly<Record<ArmKind, string | undefined>>;
  readonly devices: readonly string[];
  readonly smbios: readonly string[];
  readonly fqdns: readonly string[];
  /** Virtual machines that a hypervisor's own inventory lists: the file, and the name there. */
  readonly listed: readonly (readonly [evidenceId: string, name: string])[];
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
    const roots = distinct(members);
    const first = roots[0];
    if (first === undefined || members.length === 0) return;
    const joined = roots.length === 1 ? at(first) : combine(roots.map(at));
    for (const root of roots.slice(1)) {
      parents[root] = first;
      clusters[root] = undefined;
    }
    clusters[first] = key === null ? joined : { ...joined, keys: [...joined.keys, key] };
  }

  function distinct(members: readonly number[]): number[] {
    const first = find(members[0] ?? 0);
    return members.every((member) => find(member) === first) ? [first] : [...new Set(members.map(find))];
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

/** True when the cluster is a resource of Azure. */
export function isResource({ arm }: Cluster): boolean {
  return arm.vm !== undefined || arm.arc !== undefined || arm.set !== undefined;
}

/** Whether two clusters that share a key cannot be one machine. */
export function contradict(left: Cluster, right: Cluster, key: KeyName): boolean {
  return !canBeOne([left, right], key);
}

/**
 * Whether clusters that share a key can be one machine: not of two tenants, not two resources of one kind, not two
 * virtual machines of one inventory (clones carry the UUID of their template), and no stronger key that they have and
 * that differs. Looks at each once; their order changes nothing.
 */
export function canBeOne(clusters: readonly Cluster[], key: KeyName): boolean {
  const level = strength(key);
  const isSet = clusters.some((cluster) => cluster.arm.set !== undefined);
  if (isSet && clusters.some(({ arm }) => arm.vm !== undefined || arm.arc !== undefined)) return false;
  return (
    areSame(clusters, (cluster) => cluster.tenant ?? undefined) &&
    areSame(clusters, (cluster) => cluster.arm.vm) &&
    areSame(clusters, (cluster) => cluster.arm.arc) &&
    areSame(clusters, (cluster) => cluster.arm.set) &&
    areListedOnce(clusters) &&
    (level <= DEVICES_MAY_DIFFER_TO || isSet || areConnected(clusters, (cluster) => cluster.devices)) &&
    (level <= strength('smbios-uuid') || areConnected(clusters, (cluster) => cluster.smbios)) &&
    (level <= strength('fqdn') || areConnected(clusters, (cluster) => cluster.fqdns))
  );
}

/** True when all that tell a value tell the same. */
function areSame(clusters: readonly Cluster[], value: (cluster: Cluster) => string | undefined): boolean {
  let first: string | undefined;
  for (const cluster of clusters) {
    const told = value(cluster);
    first ??= told;
    if (told !== undefined && told !== first) return false;
  }
  return true;
}

/** True when no inventory lists two of them under two names. */
function areListedOnce(clusters: readonly Cluster[]): boolean {
  const names = new Map<string, string>();
  for (const { listed } of clusters) {
    for (const [evidenceId, name] of listed) {
      if ((names.get(evidenceId) ?? name) !== name) return false;
      names.set(evidenceId, name);
    }
  }
  return true;
}

/** True when shared values lead from each cluster that has any to each other one. */
function areConnected(clusters: readonly Cluster[], values: (cluster: Cluster) => readonly string[]): boolean {
  const telling = clusters.map(values).filter((list) => list.length > 0);
  if (telling.every((list) => list.length === 1 && list[0] === telling[0]?.[0])) return true;
  const parents = new Map<string, string>();
  let parts = 0;
  function find(value: string): string {
    let at = value;
    for (let parent = parents.get(at); parent !== undefined && parent !== at; parent = parents.get(at)) at = parent;
    return at;
  }
  for (const list of telling) {
    for (const value of list) {
      if (!parents.has(value)) {
        parents.set(value, value);
        parts += 1;
      }
      const [from, to] = [find(value), find(list[0] ?? value)];
      if (from === to) continue;
      parents.set(from, to);
      parts -= 1;
    }
  }
  return parts === 1;
}

function clusterOfRow(row: Row, position: number): Cluster {
  const resource = row.own ?? row.linked;
  return {
    rows: [position],
    tenant: row.tenant,
    arm: resource ? onlyResource(resource) : NO_RESOURCE,
    devices: row.record.mdeDeviceId === undefined ? NOTHING : [row.record.mdeDeviceId],
    smbios: row.smbios === null ? NOTHING : [row.smbios],
    fqdns: row.fqdn === null ? NOTHING : [row.fqdn],
    listed: row.record.source === 'vmware' ? [[row.evidence.id, foldName(row.record.name)]] : NOT_LISTED,
    keys: NO_KEYS,
  };
}

const NOTHING: readonly string[] = [];
const NOT_LISTED: Cluster['listed'] = [];
const NO_KEYS: readonly MachineKey[] = [];
const NO_RESOURCE: Cluster['arm'] = { vm: undefined, arc: undefined, set: undefined };

function onlyResource({ kind, id }: ArmResource): Cluster['arm'] {
  return {
    vm: kind === 'vm' ? id : undefined,
    arc: kind === 'arc' ? id : undefined,
    set: kind === 'set' ? id : undefined,
  };
}

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
    arm: {
      vm: left.arm.vm ?? right.arm.vm,
      arc: left.arm.arc ?? right.arm.arc,
      set: left.arm.set ?? right.arm.set,
    },
    devices: both(left.devices, right.devices),
    smbios: both(left.smbios, right.smbios),
    fqdns: both(left.fqdns, right.fqdns),
    listed: right.listed.length === 0 ? left.listed : [...left.listed, ...right.listed],
  };
}

function both(left: readonly string[], right: readonly string[]): readonly string[] {
  const added = right.filter((value) => !left.includes(value));
  return added.length === 0 ? left : [...left, ...added];
}
