import type { KeyName } from '../../../shared/model/index.ts';
import { type Clusters, canBeOne, contradict, isResource } from './clusters.ts';
import { CONFIDENCE_OF, type Conflict } from './levels.ts';
import type { ArmKind } from './resources.ts';
import type { Row } from './rows.ts';
import { learnSubscriptionNames, type SubscriptionNames, type ToldName } from './subscription-names.ts';

/**
 * Rows that name a resource without its id ("web01 in rg-web of Contoso Prod") find the resource that they name:
 * by type, resource group and name within the tenant, and by type and short name within a subscription.
 */

/** A row without the id of its resource, and what it tells instead. */
interface Seeker {
  readonly root: number;
  readonly kind: ArmKind | null;
  readonly group: string | null;
  /** Ids that its subscription may have; null when nothing is told. */
  readonly subscriptions: readonly string[] | null;
  /** The subscription as one text, also where only its name is known. */
  readonly scope: string | null;
}

interface Level {
  readonly key: KeyName;
  /** What must be equal; null: the row does not take part. */
  keyOf(row: Row, seeker: Seeker): string | null;
  targetKey(row: Row): string | null;
}

const GROUP_LEVEL: Level = {
  key: 'group-name',
  keyOf: (row, seeker) => (seeker.group === null ? null : `${seeker.group}/${row.short}`),
  targetKey: ({ own, linked, short }) => ofResource(own ?? linked, short, (resource) => resource.resourceGroup),
};

const SUBSCRIPTION_LEVEL: Level = {
  key: 'scope-name',
  keyOf: (row, seeker) => (seeker.scope === null ? null : `${seeker.scope}/${row.short}`),
  targetKey: ({ own, linked, short }) => ofResource(own ?? linked, short, (resource) => resource.subscriptionId),
};

/** Joins by group, then by subscription; what is learnt of subscription names on the way is used until nothing new is learnt. */
export function joinNamed(
  rows: readonly Row[],
  clusters: Clusters,
  told: readonly ToldName[],
): { readonly conflicts: readonly Conflict[]; readonly names: SubscriptionNames } {
  let names = learnSubscriptionNames(rows, clusters, told);
  let conflicts: readonly Conflict[] = [];
  for (;;) {
    conflicts = [GROUP_LEVEL, SUBSCRIPTION_LEVEL].flatMap((level) => joinLevel(rows, clusters, names, level));
    const learnt = learnSubscriptionNames(rows, clusters, told);
    if (learnt.size === names.size) return { conflicts, names: learnt };
    names = learnt;
  }
}

function joinLevel(rows: readonly Row[], clusters: Clusters, names: SubscriptionNames, level: Level): Conflict[] {
  const seekers = seekersOf(rows, clusters, names, level);
  if (seekers.size === 0) return [];
  const targets = targetsOf(rows, clusters, level, seekers);
  const conflicts: Conflict[] = [];
  for (const value of [...seekers.keys()].sort()) {
    const seeking = seekers.get(value) ?? [];
    const found = targets.get(value) ?? [];
    const attached = attach(seeking, found, clusters, level.key);
    for (const members of attached.joins) {
      if (canBeOne(members.map(clusters.at), level.key)) {
        clusters.unite(members, { key: level.key, value, confidence: CONFIDENCE_OF[level.key] });
      } else conflicts.push({ key: level.key, value, rows: members });
    }
    if (attached.unclear.length > 0) conflicts.push({ key: level.key, value, rows: attached.unclear });
  }
  return conflicts;
}

function seekersOf(
  rows: readonly Row[],
  clusters: Clusters,
  names: SubscriptionNames,
  level: Level,
): Map<string, Seeker[]> {
  const seekers = new Map<string, Seeker[]>();
  for (const [position, row] of rows.entries()) {
    if (row.own || row.linked || row.short === null || !maySeek(row)) continue;
    const cluster = clusters.at(position);
    if (row.kind === null ? isResource(cluster) : cluster.arm[row.kind] !== undefined) continue;
    const seeker = seekerOf(position, row, clusters, names);
    const key = level.keyOf(row, seeker);
    if (key === null) continue;
    const list = seekers.get(key);
    if (list) list.push(seeker);
    else seekers.set(key, [seeker]);
  }
  return seekers;
}

/** `mdeServers` rows stand in the designated subscription, not in their own; other Defender rows only where they name a cloud. */
function maySeek(row: Row): boolean {
  return row.record.source !== 'mde-server' && (row.record.source !== 'mde-device' || row.kind !== null);
}

function seekerOf(position: number, row: Row, clusters: Clusters, names: SubscriptionNames): Seeker {
  const learnt = row.subscriptionName === null ? undefined : names.get(row.subscriptionName);
  const subscriptions = row.subscriptionId !== null ? [row.subscriptionId] : (learnt ?? null);
  const only = subscriptions?.length === 1 ? (subscriptions[0] ?? null) : null;
  const byName = row.subscriptionName === null ? null : `name:${row.subscriptionName}`;
  return {
    root: clusters.find(position),
    kind: row.kind,
    group: row.resourceGroup,
    subscriptions,
    scope: only ?? byName,
  };
}

interface Target {
  readonly root: number;
  readonly kind: ArmKind;
  readonly group: string;
  readonly subscriptionId: string;
}

function targetsOf(
  rows: readonly Row[],
  clusters: Clusters,
  level: Level,
  asked: ReadonlyMap<string, unknown>,
): Map<string, Target[]> {
  const targets = new Map<string, Map<string, Target>>();
  for (const [position, row] of rows.entries()) {
    const resource = row.own ?? row.linked;
    const key = resource ? level.targetKey(row) : null;
    if (!resource || key === null || !asked.has(key)) continue;
    const { id, kind, resourceGroup: group, subscriptionId } = resource;
    const root = clusters.find(position);
    const found = targets.get(key) ?? new Map<string, Target>();
    targets.set(key, found.set(`${root}|${id}`, { root, kind, group, subscriptionId }));
  }
  return new Map([...targets].map(([key, found]) => [key, [...found.values()]]));
}

interface Attached {
  /** Clusters that are one machine. */
  readonly joins: readonly (readonly number[])[];
  /** Clusters that fit several resources, and those resources. */
  readonly unclear: readonly number[];
}

function attach(seekers: readonly Seeker[], targets: readonly Target[], clusters: Clusters, key: KeyName): Attached {
  const joins = new Map<number, Set<number>>();
  const unclear = new Set<number>();
  const left: Seeker[] = [];
  const fitting = new Map<string, readonly Target[]>();
  for (const seeker of seekers) {
    const sort = [seeker.kind, seeker.group, seeker.subscriptions?.join()].join('|');
    const found = fitting.get(sort) ?? targets.filter((target) => fits(seeker, target));
    fitting.set(sort, found);
    const possible = roots(found, clusters).filter(
      (root) => !contradict(clusters.at(seeker.root), clusters.at(root), key),
    );
    const [only] = possible;
    if (only === undefined) left.push(seeker);
    else if (possible.length > 1) for (const root of [seeker.root, ...possible]) unclear.add(root);
    else joins.set(only, (joins.get(only) ?? new Set([only])).add(seeker.root));
  }
  for (const members of amongThemselves(left)) if (members.length > 1) joins.set(members[0] ?? 0, new Set(members));
  return { joins: [...joins.values()].map((members) => [...members]), unclear: [...unclear] };
}

function fits(seeker: Seeker, target: Target): boolean {
  return (
    (seeker.kind === null || seeker.kind === target.kind) &&
    (seeker.group === null || seeker.group === target.group) &&
    (seeker.subscriptions === null || seeker.subscriptions.includes(target.subscriptionId))
  );
}

/**
 * Rows that name a resource which no source gives an id are one machine with each other, as far as what they tell
 * does not differ; a row that leaves open where others differ stays alone.
 */
function amongThemselves(seekers: readonly Seeker[]): readonly (readonly number[])[] {
  const parts = new Map<string, Set<number>>();
  const differing = FEATURES.filter(
    (feature) => new Set(seekers.map(feature).filter((told) => told !== null)).size > 1,
  );
  for (const seeker of seekers) {
    const told = differing.map((feature) => feature(seeker));
    if (told.includes(null)) continue;
    const part = told.join('|');
    parts.set(part, (parts.get(part) ?? new Set()).add(seeker.root));
  }
  return [...parts.values()].map((members) => [...members].sort((a, b) => a - b));
}

const FEATURES: readonly ((seeker: Seeker) => string | null)[] = [
  (seeker) => seeker.kind,
  (seeker) => seeker.group,
  (seeker) => seeker.scope,
];

function roots(targets: readonly Target[], clusters: Clusters): number[] {
  return [...new Set(targets.map((target) => clusters.find(target.root)))];
}

function ofResource<T>(resource: T | null, short: string | null, scope: (resource: T) => string): string | null {
  return resource === null ? null : `${scope(resource)}/${short}`;
}
