import { type Params, PlannerError, type SyncView } from '../../../../shared/contract/index.ts';
import { finding } from '../../../../shared/i18n/findings/index.ts';
import {
  type Finding,
  type SignInChoice,
  SYNC_GOES_ON_DAYS,
  type SyncAsks,
  type SyncRun,
} from '../../../../shared/model/index.ts';
import type { Call } from '../../dispatch.ts';
import { type AzureAccount, AzureError, type AzureTenant, type SubscriptionFacts } from '../../sources/azure/index.ts';
import {
  addSyncParts,
  nextId,
  type Project,
  putSyncPart,
  putSyncRun,
  readSyncParts,
  readSyncRuns,
  removeSyncRun,
} from '../../store/index.ts';
import { applyRun } from './apply.ts';
import { fetchParts } from './fetch.ts';
import { partsOf } from './parts.ts';
import { saveWhenFree } from './save.ts';
import { createTracker } from './tracker.ts';

type RunParams = Params<'sync.run'>;

/**
 * Reads a tenant and takes the answers into the list of servers. A run that was stopped is gone on with.
 * @throws PlannerError `sync-stopped`; AzureError where Azure could not be asked at all
 */
export async function runSync(
  project: Project,
  account: AzureAccount,
  choice: SignInChoice,
  params: RunParams,
  call: Call & { readonly now: () => string },
): Promise<SyncView> {
  const { signal } = call;
  const tenant = await tenantOf(account, params.tenant, signal);
  const run = await beginRun(project, account, tenant, choice, params, call);
  const names = new Map(run.subscriptions.map(({ id, name }) => [id, name ?? id]));
  const tracker = createTracker(project, run, call.progress);
  const sent = account.requests();
  const save = (change: () => void) => saveWhenFree(project, change);
  const keep = (state: SyncRun['state']): Promise<SyncRun> => {
    const requests = run.requests + account.requests() - sent;
    const kept: SyncRun = { ...run, state, requests, updatedAt: call.now() };
    return save(() => putSyncRun(project, kept)).then(() => kept);
  };
  try {
    await fetchParts({ project, tenant, run, tracker, save, nameOf: (id) => names.get(id) ?? id }, signal);
  } catch (error) {
    await keep('open');
    if (error instanceof AzureError && error.problem === 'cancelled') throw stopped(tracker.rows());
    throw error;
  }
  const isWhole = readSyncParts(project, run.id).every(({ state }) => state === 'done' || state === 'skipped');
  const ended = await keep(isWhole ? 'complete' : 'partial');
  try {
    return await applyRun(project, ended, { ...call, now: call.now() });
  } catch (error) {
    if (signal.aborted) throw stopped(tracker.rows());
    throw error;
  }
}

function stopped(rows: number): PlannerError {
  return new PlannerError('sync-stopped', { rows });
}

/** The tenant that is meant: named, or the account's own. */
export async function tenantOf(
  account: AzureAccount,
  wanted: string | undefined,
  signal: AbortSignal,
): Promise<AzureTenant> {
  const { tenantId } = await account.start(signal);
  const id = wanted ?? tenantId;
  if (id === null) throw new AzureError('sign-in', 'the token names no tenant');
  return account.tenant(id);
}

/** Goes on with the last run where it may, else starts a new one with its parts. */
async function beginRun(
  project: Project,
  account: AzureAccount,
  tenant: AzureTenant,
  choice: SignInChoice,
  params: RunParams,
  { now, signal }: Call & { readonly now: () => string },
): Promise<SyncRun> {
  const { chosen, unknown } = choose(await tenant.subscriptions(signal), params.subscriptions);
  if (chosen.length === 0) throw new PlannerError('not-found', { name: unknown.join(', ') || tenant.tenantId });
  const asks: SyncAsks = {
    machinePlans: params.machinePlans ?? true,
    defender: params.defender ?? true,
    network: params.network ?? true,
  };
  const last = readSyncRuns(project).findLast((run) => run.tenantId === tenant.tenantId);
  if (last && params.fresh !== true && mayGoOn(last, chosen, asks, now())) {
    await saveWhenFree(project, () => reopen(project, last));
    return last;
  }
  const tenantName = await nameOfTenant(account, tenant.tenantId, signal);
  const at = now();
  const findings = unknown.length === 0 ? [] : [unknownFinding(unknown)];
  let run: SyncRun | undefined;
  await saveWhenFree(project, () => {
    // Half-read rows of a run that nobody goes on with, and that nothing was made of.
    if (last && last.evidence.length === 0) removeSyncRun(project, last.id);
    run = {
      id: nextId(project, 's'),
      tenantId: tenant.tenantId,
      tenantName,
      signIn: choice,
      startedAt: at,
      updatedAt: at,
      state: 'open',
      subscriptions: chosen,
      asks,
      evidence: [],
      requests: 0,
      findings,
    };
    putSyncRun(project, run);
    addSyncParts(
      project,
      run.id,
      partsOf(
        chosen.map(({ id }) => id),
        asks,
      ),
    );
  });
  if (!run) throw new Error('A run without a beginning');
  return run;
}

const DAY_MS = 86_400_000;

function mayGoOn(run: SyncRun, chosen: SyncRun['subscriptions'], asks: SyncAsks, now: string): boolean {
  const age = Date.parse(now) - Date.parse(run.startedAt);
  // Read to its end and stopped before it was in the list of servers: only that is left to do.
  const isOpen = run.state === 'open' || run.evidence.length === 0;
  const days = SYNC_GOES_ON_DAYS[isOpen ? 'open' : run.state];
  const ids = (list: SyncRun['subscriptions']) =>
    list
      .map(({ id }) => id)
      .toSorted()
      .join(' ');
  return (
    age < days * DAY_MS && ids(run.subscriptions) === ids(chosen) && JSON.stringify(run.asks) === JSON.stringify(asks)
  );
}

/** What failed is tried again, from where it had come to. */
function reopen(project: Project, run: SyncRun): void {
  putSyncRun(project, { ...run, state: 'open' });
  for (const part of readSyncParts(project, run.id)) {
    if (part.state === 'failed') putSyncPart(project, { ...part, state: 'open', findings: [] });
  }
}

/** The subscriptions that were asked for by id or name; without a wish all that are enabled. */
function choose(
  found: readonly SubscriptionFacts[],
  wanted: readonly string[] | undefined,
): { readonly chosen: SyncRun['subscriptions']; readonly unknown: readonly string[] } {
  const plain = (list: readonly SubscriptionFacts[]) =>
    list.map(({ id, name }) => ({ id, name })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!wanted) return { chosen: plain(found.filter(({ state }) => !ENDED.has(state))), unknown: [] };
  const key = (text: string) => text.trim().toLowerCase();
  const isMeant = (one: SubscriptionFacts, word: string) => one.id === key(word) || key(one.name ?? '') === key(word);
  return {
    chosen: plain(found.filter((one) => wanted.some((word) => isMeant(one, word)))),
    unknown: wanted.filter((word) => !found.some((one) => isMeant(one, word))),
  };
}

/** Subscriptions that hold nothing that runs. */
const ENDED: ReadonlySet<string> = new Set(['Disabled', 'Deleted']);

function unknownFinding(unknown: readonly string[]): Finding {
  return finding('azure-sync-unknown-subscription', {
    count: unknown.length,
    subscriptions: unknown.slice(0, 10).join(', ') + (unknown.length > 10 ? ', …' : ''),
  });
}

/** For people; a guest may not be told it. */
async function nameOfTenant(account: AzureAccount, tenantId: string, signal: AbortSignal): Promise<string | null> {
  try {
    return (await account.tenants(signal)).find(({ id }) => id === tenantId)?.name ?? null;
  } catch (error) {
    if (error instanceof AzureError && error.problem !== 'cancelled') return null;
    throw error;
  }
}
