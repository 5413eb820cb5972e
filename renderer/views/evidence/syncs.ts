import type { SyncRunView } from '../../../shared/contract/sync-views.ts';

/** Whether what a run read is in the list of servers; names in the catalogue `evidence`, under `sync.standing.<kind>`. */
export interface Standing {
  /** `older`: it counts where the newer run did not read the same. */
  readonly kind: 'counts' | 'older' | 'replaced' | 'out' | 'waiting';
  /** The next run of the tenant that counts; it takes the place of this one. */
  readonly newer: SyncRunView | null;
}

/** @param runs the newest first */
export function standingOf(run: SyncRunView, runs: readonly SyncRunView[]): Standing {
  const position = runs.indexOf(run);
  const newer = runs.slice(0, position).findLast((other) => other.tenantId === run.tenantId && other.isApplied) ?? null;
  if (run.isApplied) return { kind: newer === null ? 'counts' : 'older', newer };
  if (run.isReplaced) return { kind: newer === null ? 'out' : 'replaced', newer };
  return { kind: 'waiting', newer: null };
}

/** Parts without an answer: not asked yet, or failed. */
export function unreadOf({ done, total, failed }: SyncRunView['parts']): number {
  return total - done + failed;
}
