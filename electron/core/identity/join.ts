import type { IdentityDecision } from '../../../shared/model/index.ts';
import { numberedAnchor } from './anchors.ts';
import { type Clusters, createClusters } from './clusters.ts';
import { ADDRESS_LEVEL, CONFIDENCE_OF, type Conflict, DOMAIN_LEVEL, joinByValue, STRONG_LEVELS } from './levels.ts';
import { joinNamed } from './named.ts';
import { comparePlaces, type Row } from './rows.ts';
import type { SubscriptionNames, ToldName } from './subscription-names.ts';

export interface Joined {
  readonly clusters: Clusters;
  readonly conflicts: readonly Conflict[];
  /** Anchors that a person split off: never joined, never offered. */
  readonly split: ReadonlySet<string>;
  readonly names: SubscriptionNames;
  /** Anchor of each row. */
  readonly anchors: readonly string[];
  /** Decisions that could not be followed. */
  readonly refused: readonly RefusedMerge[];
}

interface RefusedMerge {
  readonly anchors: readonly [string, string];
  /** `tenants`: they belong to two tenants. `absent`: no record carries the anchor at present. */
  readonly why: 'tenants' | 'absent';
}

/**
 * Joins rows that are one machine, strongest key first, then what a person said. Later decisions beat earlier ones:
 * a split undoes the merges before it.
 */
export function joinRows(
  rows: readonly Row[],
  decisions: readonly IdentityDecision[],
  told: readonly ToldName[],
): Joined {
  const clusters = createClusters(rows);
  const split = new Set(decisions.flatMap((decision) => (decision.kind === 'split' ? [decision.anchor] : [])));
  const joinable = split.size === 0 ? rows : rows.map((row) => (split.has(row.anchor) ? withoutKeys(row) : row));
  const conflicts: Conflict[] = STRONG_LEVELS.flatMap((level) => joinByValue(joinable, clusters, level));
  conflicts.push(...joinByValue(joinable, clusters, DOMAIN_LEVEL));
  const named = joinNamed(joinable, clusters, told);
  conflicts.push(...named.conflicts);
  conflicts.push(...joinByValue(joinable, clusters, ADDRESS_LEVEL));
  for (const anchor of split) clusters.unite(positionsOf(anchor, rows), null);
  const anchors = numberAnchors(rows, clusters);
  const refused = mergeByHand(anchors, clusters, decisions);
  return { clusters, conflicts, split, anchors, names: named.names, refused };
}

function mergeByHand(
  anchors: readonly string[],
  clusters: Clusters,
  decisions: readonly IdentityDecision[],
): RefusedMerge[] {
  const positions = decisions.length === 0 ? new Map() : new Map(anchors.map((anchor, position) => [anchor, position]));
  const refused: RefusedMerge[] = [];
  for (const [position, decision] of decisions.entries()) {
    if (decision.kind !== 'merge' || isUndone(decision.anchors, decisions.slice(position + 1))) continue;
    const [left, right] = decision.anchors.map((anchor): number | undefined => positions.get(anchor));
    if (left === undefined || right === undefined) refused.push({ anchors: decision.anchors, why: 'absent' });
    else if (haveTwoTenants(clusters, left, right)) refused.push({ anchors: decision.anchors, why: 'tenants' });
    else if (clusters.find(left) !== clusters.find(right)) {
      const value = [...decision.anchors].sort().join(' + ');
      clusters.unite([left, right], { key: 'manual', value, confidence: CONFIDENCE_OF.manual });
    }
  }
  return refused;
}

function isUndone(anchors: readonly string[], later: readonly IdentityDecision[]): boolean {
  return later.some((decision) => decision.kind === 'split' && anchors.includes(decision.anchor));
}

function haveTwoTenants(clusters: Clusters, left: number, right: number): boolean {
  const [a, b] = [clusters.at(left).tenant, clusters.at(right).tenant];
  return a !== null && b !== null && a !== b;
}

function positionsOf(anchor: string, rows: readonly Row[]): number[] {
  return [...rows.keys()].filter((position) => rows[position]?.anchor === anchor);
}

/** The anchor of each row; where several machines share one (lines with one name and nothing else), they are numbered by place. */
function numberAnchors(rows: readonly Row[], clusters: Clusters): readonly string[] {
  const anchors = rows.map((row) => row.anchor);
  const roots = new Map<string, number>();
  const shared = new Set<string>();
  for (const [position, anchor] of anchors.entries()) {
    const root = clusters.find(position);
    if ((roots.get(anchor) ?? root) !== root) shared.add(anchor);
    roots.set(anchor, root);
  }
  if (shared.size === 0) return anchors;
  const places = [...rows.entries()]
    .filter(([, row]) => shared.has(row.anchor))
    .sort(([, a], [, b]) => comparePlaces(a, b));
  const order = new Map<string, Map<number, number>>();
  for (const [position, { anchor }] of places) {
    const numbers = order.get(anchor) ?? new Map<number, number>();
    const root = clusters.find(position);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    order.set(anchor, numbers);
    anchors[position] = numberedAnchor(anchor, numbers.get(root) ?? 0);
  }
  return anchors;
}

/** A row that a person split off: it keeps its facts, but joins nothing of its own accord. */
function withoutKeys(row: Row): Row {
  const { type, source, name, row: place } = row.record;
  const nothing = {
    own: null,
    linked: null,
    subscriptionName: null,
    smbios: null,
    short: null,
    fqdn: null,
    domain: null,
  };
  return { ...row, ...nothing, record: { type, source, name, row: place } };
}
