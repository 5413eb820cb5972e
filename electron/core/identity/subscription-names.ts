import type { Clusters } from './clusters.ts';
import type { Row } from './rows.ts';

/** Folded name of a subscription → the ids that rows have shown it with, sorted. */
export type SubscriptionNames = ReadonlyMap<string, readonly string[]>;

/** A folded name and an id that stood in one record. */
export interface ToldName {
  readonly name: string;
  readonly id: string;
}

/**
 * Learns which id a subscription's name has: from records that carry both, and from rows that were joined to a resource.
 * A name that never stood beside an id is not in the map: it contradicts nothing.
 */
export function learnSubscriptionNames(
  rows: readonly Row[],
  clusters: Clusters,
  told: readonly ToldName[],
): SubscriptionNames {
  const names = new Map<string, Set<string>>();
  function learn(name: string, id: string): void {
    names.set(name, (names.get(name) ?? new Set()).add(id));
  }
  for (const { name, id } of told) learn(name, id);
  for (const [position, row] of rows.entries()) {
    if (row.subscriptionName === null) continue;
    const id = row.subscriptionId ?? subscriptionOfCluster(position, row, rows, clusters);
    if (id !== null) learn(row.subscriptionName, id);
  }
  return new Map([...names].map(([name, ids]) => [name, [...ids].sort()]));
}

/**
 * The subscription of the joined resource; null where a VM and its Arc twin differ. An `mdeServers` row stands in the
 * designated subscription, whatever the machine's own is: only another such row tells which.
 */
function subscriptionOfCluster(position: number, row: Row, rows: readonly Row[], clusters: Clusters): string | null {
  if (row.record.source === 'mde-device') return null;
  const cluster = clusters.at(position);
  const ids =
    row.record.source === 'mde-server'
      ? cluster.rows.flatMap((member) =>
          rows[member]?.record.source === 'mde-server' ? (rows[member].subscriptionId ?? []) : [],
        )
      : Object.values(cluster.arm).flatMap((id) => id?.split('/')[2] ?? []);
  return new Set(ids).size === 1 ? (ids[0] ?? null) : null;
}
