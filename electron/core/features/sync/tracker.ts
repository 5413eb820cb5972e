import type { Progress, SyncRunView } from '../../../../shared/contract/index.ts';
import type { SyncRun } from '../../../../shared/model/index.ts';
import { countBySubscription } from '../../sources/azure/rows.ts';
import { type Project, readSyncParts, type StoredPart } from '../../store/index.ts';
import { MACHINE_QUERIES } from './parts.ts';

type SubscriptionView = SyncRunView['subscriptions'][number];

/** How far a run is, for each subscription and as a whole. */
export interface Tracker {
  /** Rows of a part came. */
  arrived(part: StoredPart, rows: readonly unknown[]): void;
  /** A part ended, well or not. */
  settled(part: StoredPart): void;
  readonly rows: () => number;
}

/** Starts where the parts are. @param tell is told of every subscription that moved on */
export function createTracker(project: Project, run: SyncRun, tell: (progress: Progress) => void): Tracker {
  const parts = readSyncParts(project, run.id);
  const subscriptions = new Map(subscriptionViews(run, parts).map((view) => [view.id, view]));
  let rows = parts.reduce((sum, part) => sum + part.rows, 0);
  let done = parts.filter(isSettled).length;
  const say = (file: string | null, subscription?: SubscriptionView): void =>
    tell({ kind: 'progress', stage: 'sync', file, done, total: parts.length, rows, subscription });
  const change = (id: string, next: (view: SubscriptionView) => SubscriptionView): void => {
    const view = subscriptions.get(id);
    if (!view) return;
    const changed = next(view);
    subscriptions.set(id, changed);
    say(changed.name ?? id, changed);
  };
  return {
    arrived(part, page) {
      rows += page.length;
      if (!MACHINE_QUERIES.has(part.query)) return say(run.tenantName ?? run.tenantId);
      for (const [id, machines] of countBySubscription(page)) {
        change(id, (view) => ({ ...view, machines: view.machines + machines }));
      }
    },
    settled(part) {
      done += 1;
      for (const id of part.subscriptions) change(id, (view) => ({ ...view, done: view.done + 1 }));
      if (part.subscriptions.length === 0) say(run.tenantName ?? run.tenantId);
    },
    rows: () => rows,
  };
}

/** What is known of each subscription of a run. */
export function subscriptionViews(run: SyncRun, parts: readonly StoredPart[]): SubscriptionView[] {
  const machines = new Map<string, number>();
  for (const part of parts) {
    for (const [id, count] of Object.entries(part.machines)) machines.set(id, (machines.get(id) ?? 0) + count);
  }
  const total = new Map<string, number>();
  const settled = new Map<string, number>();
  for (const part of parts) {
    for (const id of part.subscriptions) {
      total.set(id, (total.get(id) ?? 0) + 1);
      if (isSettled(part)) settled.set(id, (settled.get(id) ?? 0) + 1);
    }
  }
  return run.subscriptions.map(({ id, name }) => ({
    id,
    name,
    machines: machines.get(id) ?? 0,
    done: settled.get(id) ?? 0,
    total: total.get(id) ?? 0,
  }));
}

/** Nothing more is asked in this run. */
export function isSettled({ state }: Pick<StoredPart, 'state'>): boolean {
  return state !== 'open';
}
