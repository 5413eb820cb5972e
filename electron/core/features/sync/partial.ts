import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Finding } from '../../../../shared/model/index.ts';
import { type Project, readEvidence, readSyncParts, readSyncRuns } from '../../store/index.ts';
import { apiOf } from './parts.ts';

/** One warning for each sync in the list of servers that is not whole: it belongs to every total. */
export function partialSyncFindings(project: Project): Finding[] {
  const active = new Set(readEvidence(project).map(({ id }) => id));
  return readSyncRuns(project).flatMap((run) => {
    if (run.state === 'complete' || !run.evidence.some((id) => active.has(id))) return [];
    const parts = readSyncParts(project, run.id);
    const missing = parts.filter(({ state }) => state === 'open' || state === 'failed');
    const examples = [...new Set(missing.map(apiOf))].slice(0, 4).join(', ');
    const params = {
      tenant: run.tenantName ?? run.tenantId,
      date: run.startedAt.slice(0, 10),
      missing: missing.length,
      parts: parts.length,
      examples,
    };
    return [finding('azure-sync-partial', params)];
  });
}
