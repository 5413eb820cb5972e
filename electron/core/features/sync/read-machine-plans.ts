import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Finding } from '../../../../shared/model/index.ts';
import { AzureError } from '../../sources/azure/index.ts';
import { idOfRow } from '../../sources/azure/rows.ts';
import { addSyncRows, iterateSyncRows, putSyncPart, type StoredPart } from '../../store/index.ts';
import { wordsOf } from './failures.ts';
import type { PartReader } from './part-reader.ts';
import { eachOf } from './pool.ts';

/** Machines that are asked at the same time. */
const AT_ONCE = 8;

/** Answers that are written together; so many may be asked again after a power cut. */
const TOGETHER = 50;

/** So many machines in turn that fail say that the subscription as a whole does not answer. */
const GIVE_UP_AFTER = 10;

/**
 * Asks the effective plan of every machine of a subscription, one request for each: no list tells it. Machines that were
 * answered before are not asked again.
 */
export const readMachinePlans: PartReader = async (part, context, signal) => {
  const { project, tenant, save, tracker, nameOf, machines } = context;
  const [subscriptionId = ''] = part.subscriptions;
  const scope = nameOf(subscriptionId);
  const known = new Set([...iterateSyncRows(project, part)].map((row) => machineOf(row)));
  const open = (machines().get(subscriptionId) ?? []).filter((id) => !known.has(id.toLowerCase()));
  const gone: string[] = [];
  const failed: { readonly id: string; readonly detail: string }[] = [];
  let inTurn = 0;
  let waiting: unknown[] = [];
  let rows = part.rows;
  const flush = async (last: Partial<StoredPart> = {}): Promise<void> => {
    const page = waiting;
    waiting = [];
    rows += page.length;
    const next: StoredPart = { ...part, rows, ...last };
    await save(() => {
      addSyncRows(project, part, page);
      putSyncPart(project, next);
    });
    tracker.arrived(next, page);
  };
  try {
    await eachOf(open, AT_ONCE, signal, async (id, inner) => {
      try {
        const answer = await tenant.machinePlan(id, inner);
        // Only now: while it was waited for, another answer may have written the list away.
        waiting.push(answer);
        inTurn = 0;
      } catch (error) {
        if (!(error instanceof AzureError)) throw error;
        if (error.problem === 'not-found') gone.push(id);
        else if (!PASSED_OVER.has(error.problem) || ++inTurn >= GIVE_UP_AFTER) throw error;
        else failed.push({ id, detail: wordsOf(error) });
      }
      if (waiting.length >= TOGETHER) await flush();
    });
  } catch (error) {
    await flush();
    throw error;
  }
  await flush({
    state: failed.length > 0 ? 'failed' : 'done',
    findings: findingsOf(scope, subscriptionId, gone, failed),
  });
};

/** Problems of one machine, not of the subscription. */
const PASSED_OVER: ReadonlySet<AzureError['problem']> = new Set([
  'server',
  'timeout',
  'contract',
  'refused',
  'throttled',
]);

/** The machine that a pricing answer is of, lower-cased. */
function machineOf(row: unknown): string {
  return (idOfRow(row) ?? '').toLowerCase().replace(/\/providers\/microsoft\.security\/pricings\/[^/]+$/, '');
}

function findingsOf(
  scope: string,
  subscriptionId: string,
  gone: readonly string[],
  failed: readonly { readonly id: string; readonly detail: string }[],
): Finding[] {
  const [first] = failed;
  const place = { subscriptionId };
  return [
    ...(gone.length > 0
      ? [finding('azure-sync-machines-gone', { count: gone.length, scope, example: shortName(gone[0]) }, place)]
      : []),
    ...(first
      ? [
          finding(
            'azure-sync-machine-plans',
            { count: failed.length, scope, example: shortName(first.id), detail: first.detail },
            place,
          ),
        ]
      : []),
  ];
}

function shortName(id: string | undefined): string {
  return id?.split('/').at(-1) ?? '';
}
