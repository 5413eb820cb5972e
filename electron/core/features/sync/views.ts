import type { SyncRunView } from '../../../../shared/contract/index.ts';
import { viewFinding } from '../../../../shared/i18n/findings/index.ts';
import type { Language, SyncRun } from '../../../../shared/model/index.ts';
import { type Project, readEvidence, readSyncParts, readSyncRuns } from '../../store/index.ts';
import { isSettled, subscriptionViews } from './tracker.ts';

/** A run as the user sees it. */
export function viewRun(project: Project, run: SyncRun, language: Language): SyncRunView {
  const parts = readSyncParts(project, run.id);
  const active = new Set(readEvidence(project).map(({ id }) => id));
  const { id, tenantId, tenantName, signIn, asks, startedAt, updatedAt, state, requests } = run;
  const evidence = run.evidence.filter((each) => active.has(each));
  const findings = [...run.findings, ...parts.flatMap((part) => part.findings)];
  return {
    id,
    tenantId,
    tenantName,
    signIn,
    asks,
    startedAt,
    updatedAt,
    state,
    requests,
    isApplied: evidence.length > 0,
    isReplaced: evidence.length === 0 && run.evidence.length > 0,
    evidence,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    parts: {
      done: parts.filter(isSettled).length,
      total: parts.length,
      failed: parts.filter((part) => part.state === 'failed').length,
    },
    subscriptions: subscriptionViews(run, parts),
    findings: findings.map((found) => viewFinding(found, language)),
  };
}

/** The newest first. */
export function viewRuns(project: Project, language: Language): SyncRunView[] {
  return readSyncRuns(project)
    .toReversed()
    .map((run) => viewRun(project, run, language));
}
