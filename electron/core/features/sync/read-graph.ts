import { finding } from '../../../../shared/i18n/findings/index.ts';
import { AzureError, type AzureTenant, LARGEST_PAGE } from '../../sources/azure/index.ts';
import { type QueryId, readQuery } from '../../sources/azure/queries/index.ts';
import { countBySubscription, subscriptionOfRow } from '../../sources/azure/rows.ts';
import { addSyncRows, clearSyncRows, iterateSyncRows, putSyncPart, type StoredPart } from '../../store/index.ts';
import type { PartReader } from './part-reader.ts';
import { apiOf, MACHINE_QUERIES, QUERIES_ABOVE } from './parts.ts';

/**
 * Reads a Resource Graph part page by page; each page is in the file before the next is asked for. It ends where no
 * token comes, whatever else the answer says; a token that comes twice is an error, since it would never end.
 */
export const readGraph: PartReader = async (stored, { tenant, project, save, tracker, nameOf }, signal) => {
  let part = stored;
  let top = LARGEST_PAGE;
  const seen = new Set([part.token]);
  for (;;) {
    const page = await askPage(tenant, part, top, signal);
    if (page === 'smaller') {
      top = Math.floor(top / 2);
      continue;
    }
    if (page === 'again') {
      part = startedAgain(part);
      seen.clear();
      const fresh = part;
      await save(() => {
        clearSyncRows(project, fresh);
        putSyncPart(project, fresh);
      });
      continue;
    }
    if (page.token !== null && seen.has(page.token)) {
      throw new AzureError('contract', 'Resource Graph repeated a page token');
    }
    seen.add(page.token);
    const next: StoredPart = {
      ...part,
      token: page.token,
      rows: part.rows + page.rows.length,
      total: page.total,
      machines: MACHINE_QUERIES.has(part.query) ? counted(part.machines, page.rows) : part.machines,
      state: page.token === null ? 'done' : 'open',
    };
    await save(() => {
      addSyncRows(project, next, page.rows);
      putSyncPart(project, page.token === null ? closed(next, page.isLimited) : next);
    });
    tracker.arrived(next, page.rows);
    part = next;
    if (page.token === null) return;
  }

  function closed(last: StoredPart, isLimited: boolean): StoredPart {
    const { rows, total } = last;
    const what = apiOf(last);
    const found = [...last.findings];
    if (total !== null && total !== rows) found.push(finding('azure-sync-rows', { what, rows, total }));
    if (isLimited) found.push(finding('azure-sync-limited', { what }));
    if (last.query === SUBSCRIPTIONS) {
      const answered = new Set([...iterateSyncRows(project, last)].map(subscriptionOfRow));
      const dropped = last.subscriptions.filter((id) => !answered.has(id)).map(nameOf);
      const subscriptions = dropped.slice(0, 10).join(', ') + (dropped.length > 10 ? ', …' : '');
      if (dropped.length > 0) found.push(finding('azure-sync-dropped', { count: dropped.length, subscriptions }));
    }
    return { ...last, findings: found };
  }
};

/** A subscription that may not be read is left out of every answer without a word; this query shows which. */
const SUBSCRIPTIONS: QueryId = 'subscriptions';

type Page = Awaited<ReturnType<AzureTenant['graphPage']>>;

async function askPage(
  tenant: AzureTenant,
  { query, subscriptions, token }: StoredPart,
  top: number,
  signal: AbortSignal,
): Promise<Page | 'smaller' | 'again'> {
  const id = (query ?? SUBSCRIPTIONS) as QueryId;
  try {
    const text = readQuery(id);
    return await tenant.graphPage({ query: text, subscriptions, top, token, isAbove: QUERIES_ABOVE.has(id) }, signal);
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    if (error.problem === 'too-large' && top > 1) return 'smaller';
    // A token of yesterday: the place is lost, the question is not.
    if (error.problem === 'refused' && token !== null) return 'again';
    throw error;
  }
}

function startedAgain(part: StoredPart): StoredPart {
  const found = finding('azure-sync-started-again', { what: apiOf(part) });
  return { ...part, token: null, rows: 0, total: null, machines: {}, findings: [...part.findings, found] };
}

/** Rows of each subscription, added to those that came before. */
function counted(before: StoredPart['machines'], rows: readonly unknown[]): StoredPart['machines'] {
  const counts: Record<string, number> = { ...before };
  for (const [id, count] of countBySubscription(rows)) counts[id] = (counts[id] ?? 0) + count;
  return counts;
}
