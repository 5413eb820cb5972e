import type { Progress } from '../../../shared/contract/api.ts';
import type { SyncRunView } from '../../../shared/contract/sync-views.ts';

export type RunSubscription = SyncRunView['subscriptions'][number];

/** A run while it runs: what came of each subscription, and since when. */
export interface LiveRun {
  /** `sync`: rows arrive. Anything else is what happens to them afterwards, or the sign-in before. */
  readonly stage: string;
  readonly done: number;
  /** Null: not known yet. */
  readonly total: number | null;
  readonly rows: number;
  readonly subscriptions: ReadonlyMap<string, RunSubscription>;
  /** When the first row was told, in milliseconds of any clock, and how many machines there were already. */
  readonly began: { readonly at: number; readonly machines: number } | null;
  readonly at: number;
  /** Azure lets nothing more through until then, on the same clock. */
  readonly waitsUntil: number;
}

/** A run that just begins. @param known subscriptions with what an earlier part of the run brought */
export function beginLive(known: readonly RunSubscription[]): LiveRun {
  return {
    stage: 'sign-in',
    done: 0,
    total: null,
    rows: 0,
    subscriptions: new Map(known.map((one) => [one.id, one])),
    began: null,
    at: 0,
    waitsUntil: 0,
  };
}

/** What was told since, in its order, taken in at once: there may be thousands a second. */
export function advance(live: LiveRun, told: readonly Progress[], at: number): LiveRun {
  const last = told.at(-1);
  if (!last) return live;
  const arrived = told.filter(({ stage }) => stage === 'sync');
  const newest = arrived.at(-1);
  const subscriptions = new Map(live.subscriptions);
  for (const { subscription } of arrived) if (subscription) subscriptions.set(subscription.id, subscription);
  const began = live.began ?? (newest ? { at, machines: machinesOf(live) } : null);
  const { done, total, rows } = newest ?? live;
  const waits = told.flatMap(({ waitMs }) => (waitMs === undefined ? [] : at + waitMs));
  const stage = last.stage === 'wait' ? live.stage : last.stage;
  return { stage, done, total, rows, subscriptions, began, at, waitsUntil: Math.max(live.waitsUntil, ...waits) };
}

export function machinesOf({ subscriptions }: Pick<LiveRun, 'subscriptions'>): number {
  return [...subscriptions.values()].reduce((sum, { machines }) => sum + machines, 0);
}

/** Machines a second since they began to arrive; 0 in the first second, which says nothing yet. */
export function rateOf(live: LiveRun): number {
  const seconds = live.began === null ? 0 : (live.at - live.began.at) / 1_000;
  return live.began === null || seconds < 1 ? 0 : Math.round((machinesOf(live) - live.began.machines) / seconds);
}

/** A subscription of which nothing was read yet. */
export function unread({ id, name }: Pick<RunSubscription, 'id' | 'name'>): RunSubscription {
  return { id, name, machines: 0, done: 0, total: 0 };
}
