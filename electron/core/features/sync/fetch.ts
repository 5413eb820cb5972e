import type { SyncPartKind } from '../../../../shared/model/index.ts';
import { AzureError, ENDS_THE_RUN } from '../../sources/azure/index.ts';
import { coversEveryMachine, idOfRow, subscriptionOfRow } from '../../sources/azure/rows.ts';
import {
  addSyncRows,
  iterateSyncRows,
  type Project,
  putSyncPart,
  readSyncParts,
  type StoredPart,
} from '../../store/index.ts';
import { partFinding } from './failures.ts';
import type { FetchContext, PartReader } from './part-reader.ts';
import { MACHINE_QUERIES } from './parts.ts';
import { eachOf, together } from './pool.ts';
import { readGraph } from './read-graph.ts';
import { readMachinePlans } from './read-machine-plans.ts';
import { createBatch } from './save.ts';

/** Subscriptions that are asked at the same time for their plans and settings. */
const AT_ONCE = 6;

/**
 * Reads every part of the run that is not done yet. A part that cannot be read is left `failed` with a finding, and
 * the others go on; what concerns all of them (no network, no sign-in, a stop) ends the reading.
 * @throws AzureError that ended it; what was read before is in the project
 */
export async function fetchParts(
  context: Omit<FetchContext, 'machines' | 'batch'>,
  signal: AbortSignal,
): Promise<void> {
  const parts = readSyncParts(context.project, context.run.id).filter(({ state }) => state === 'open');
  const of = (...kinds: SyncPartKind[]) => parts.filter(({ kind }) => kinds.includes(kind));
  let machines: ReadonlyMap<string, readonly string[]> | undefined;
  const full: FetchContext = {
    ...context,
    batch: createBatch(context.save, TOGETHER),
    machines: () => {
      machines ??= machinesOf(context.project, context.run.id);
      return machines;
    },
  };
  const read = (part: StoredPart, inner: AbortSignal) => readPart(part, full, inner);
  try {
    await together(signal, [
      // Resource Graph's quota is for a user as a whole: two at a time would only wait for each other.
      (inner) => eachOf(of('graph'), 1, inner, read),
      (inner) => eachOf(of('plans', 'settings'), AT_ONCE, inner, read),
      (inner) => eachOf(of('defender'), 1, inner, read),
    ]);
  } finally {
    await full.batch.flush();
  }
  const open = await skipCovered(of('machine-plans'), full);
  await eachOf(open, 1, signal, read);
}

/** Answers of subscriptions that are written together. */
const TOGETHER = 20;

/** Marks the parts whose machines all have their subscription's plan; gives back the others. */
async function skipCovered(parts: readonly StoredPart[], context: FetchContext): Promise<StoredPart[]> {
  const { project, run, save, tracker } = context;
  const plans = new Map(
    readSyncParts(project, run.id)
      .filter(({ kind, state }) => kind === 'plans' && state === 'done')
      .map((part) => [part.subscriptions[0], part]),
  );
  const isCovered = ({ subscriptions }: StoredPart): boolean => {
    const told = plans.get(subscriptions[0]);
    return told !== undefined && coversEveryMachine(iterateSyncRows(project, told));
  };
  const covered = new Set(parts.filter(isCovered));
  await save(() => {
    for (const part of covered) putSyncPart(project, { ...part, state: 'skipped' });
  });
  for (const part of covered) tracker.settled(part);
  return parts.filter((part) => !covered.has(part));
}

async function readPart(part: StoredPart, context: FetchContext, signal: AbortSignal): Promise<void> {
  const { project, save, tracker, nameOf, run } = context;
  try {
    await READERS[part.kind](part, context, signal);
  } catch (error) {
    if (!(error instanceof AzureError) || (ENDS_THE_RUN.has(error.problem) && !isOnlyOfPart(part, error))) throw error;
    const [subscriptionId] = part.subscriptions;
    const scope =
      part.subscriptions.length === 1 && subscriptionId !== undefined
        ? nameOf(subscriptionId)
        : (run.tenantName ?? run.tenantId);
    // As far as it came it is in the file: a retry goes on there.
    const latest = readSyncParts(project, run.id).find(({ key }) => key === part.key) ?? part;
    const found = [...latest.findings, partFinding(part, scope, error)];
    await save(() => putSyncPart(project, { ...latest, state: 'failed', findings: found }));
  }
  tracker.settled(part);
}

/** Defender for Endpoint wants a token of its own, which an account may not get though it reads everything else. */
function isOnlyOfPart(part: StoredPart, error: AzureError): boolean {
  return part.kind === 'defender' && (error.problem === 'sign-in' || error.problem === 'wrong-tenant');
}

const READERS: Readonly<Record<SyncPartKind, PartReader>> = {
  graph: readGraph,
  plans: (part, context, signal) => readOnce(part, context, context.tenant.plans(part.subscriptions[0] ?? '', signal)),
  settings: (part, context, signal) =>
    readOnce(part, context, context.tenant.settings(part.subscriptions[0] ?? '', signal)),
  'machine-plans': readMachinePlans,
  async defender(stored, { tenant, project, save, tracker }, signal) {
    let part = stored;
    do {
      const page = await tenant.devices(part.token, signal);
      const next: StoredPart = {
        ...part,
        token: page.token,
        rows: part.rows + page.rows.length,
        state: page.token === null ? 'done' : 'open',
      };
      await save(() => {
        addSyncRows(project, next, page.rows);
        putSyncPart(project, next);
      });
      tracker.arrived(next, page.rows);
      part = next;
    } while (part.token !== null);
  },
};

async function readOnce(
  part: StoredPart,
  { project, batch, tracker }: FetchContext,
  answer: Promise<readonly unknown[]>,
): Promise<void> {
  const rows = await answer;
  const next: StoredPart = { ...part, rows: rows.length, state: 'done' };
  await batch.add(() => {
    addSyncRows(project, next, rows);
    putSyncPart(project, next);
  });
  tracker.arrived(next, rows);
}

function machinesOf(project: Project, runId: string): Map<string, string[]> {
  const machines = new Map<string, string[]>();
  for (const part of readSyncParts(project, runId).filter(({ query }) => MACHINE_QUERIES.has(query))) {
    for (const row of iterateSyncRows(project, part)) {
      const id = idOfRow(row);
      const subscriptionId = subscriptionOfRow(row);
      if (id === null || subscriptionId === null) continue;
      const known = machines.get(subscriptionId);
      if (known) known.push(id);
      else machines.set(subscriptionId, [id]);
    }
  }
  return machines;
}
