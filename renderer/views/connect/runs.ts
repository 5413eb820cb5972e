import type { SyncRunView } from '../../../shared/contract/sync-views.ts';
import { type SignInChoice, SYNC_GOES_ON_DAYS } from '../../../shared/model/index.ts';

/** What can be done with a run; names in the catalogue `connect`, under `act.<act>`. */
export type RunAct = 'go-on' | 'retry' | 'refresh' | 'anew' | 'apply';

const DAY_MS = 86_400_000;

/**
 * What can be done with a run, the best first. Only the newest of a tenant can be gone on with.
 * @param now milliseconds since 1970
 */
export function actsOf(run: SyncRunView, runs: readonly SyncRunView[], now: number): readonly RunAct[] {
  const newest = runs.find(({ tenantId }) => tenantId === run.tenantId);
  if (newest?.id !== run.id) return [];
  const goesOn = now - Date.parse(run.startedAt) < SYNC_GOES_ON_DAYS[run.state] * DAY_MS;
  const apply: readonly RunAct[] = run.rows > 0 && (run.state === 'open' || !run.isApplied) ? ['apply'] : [];
  if (run.state === 'open') return goesOn ? ['go-on', ...apply, 'anew'] : ['anew', ...apply];
  if (run.state === 'partial') return goesOn ? ['retry', ...apply, 'refresh'] : ['refresh', ...apply];
  return [...apply, 'refresh'];
}

/** How the last run signed in is how the next one will, until somebody says otherwise; the first as the settings say. */
export function usualSignIn(
  runs: readonly SyncRunView[],
  { clientId, cloud }: Pick<SignInChoice, 'clientId' | 'cloud'>,
): SignInChoice {
  return runs[0]?.signIn ?? { method: 'browser', clientId, cloud };
}

/** Machines that came so far, in every subscription of the run. */
export function machineCount({ subscriptions }: Pick<SyncRunView, 'subscriptions'>): number {
  return subscriptions.reduce((sum, { machines }) => sum + machines, 0);
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is an id of a tenant or an app registration. */
export function isGuid(text: string): boolean {
  return GUID.test(text.trim());
}

/** Regions as they were typed, in the form of Azure Resource Manager; null: one of them is no region. */
export function regionsOf(typed: string): readonly string[] | null {
  const words = typed
    .toLowerCase()
    .split(/[\s,;、]+/)
    .filter((word) => word !== '');
  return words.every((word) => /^[a-z0-9-]{1,60}$/.test(word)) ? [...new Set(words)] : null;
}
