import type { SyncRunView } from '../../../shared/contract/sync-views.ts';
import type { SignInChoice } from '../../../shared/model/index.ts';
import { useApp } from '../../state/use-app.ts';
import { usualSignIn } from './runs.ts';

const NO_RUNS: readonly SyncRunView[] = [];

/** Runs that are kept in the project, the newest first. */
export function useRuns(): readonly SyncRunView[] {
  return useApp(({ syncs }) => (syncs.kind === 'ready' ? syncs.value.runs : NO_RUNS));
}

export function useSignInChoice(): SignInChoice {
  const runs = useRuns();
  const chosen = useApp(({ signInChoice }) => signInChoice);
  const settings = useApp((app) => app.settings);
  return chosen ?? usualSignIn(runs, settings);
}
