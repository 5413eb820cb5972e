import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../electron/core/app.ts';
import type { Method, Params, Result } from '../../shared/contract/index.ts';
import { SIGN_IN } from '../support/azure-server/choice.ts';
import { isGraph, isMachinePlan } from '../support/azure-server/faults.ts';
import { type Fleet, subscriptionId, TENANT } from '../support/azure-server/fleet.ts';
import { seamTo } from '../support/azure-server/seam.ts';
import { startAzure } from '../support/azure-server/server.ts';
import { type Figure, measure, printFigures } from './measure.ts';

/**
 * A sync of many machines from a stand-in on this computer: requests beside the fewest that page size and quota allow,
 * memory, cancel. `node test/bench/sync.ts 300 100000`; the stand-in works in the same process and memory.
 */
const SUBSCRIPTIONS = Number(process.argv[2] ?? 300);
const MACHINES = Number(process.argv[3] ?? 100_000);

/** One subscription in so many lets its machines have plans of their own, so that each is asked. */
const OPEN_IN = 10;
const QUERIES = 14;
const PAGE = 1_000;
const BATCH = 250;

const folder = mkdtempSync(join(tmpdir(), 'dfs-bench-sync-'));
const fleet = aFleet();
const server = await startAzure(fleet, { checksAnswers: false });
const seam = seamTo(server);
const core = createCore({ now: () => '2026-11-24T00:00:00.000Z', home: join(folder, 'home'), azure: seam });
try {
  await run();
} finally {
  core.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const path = join(folder, 'bench.dfsplan');
  const { handle } = await call('project.create', { path, name: 'Bench' });
  const figures: Figure[] = [];
  let cancelled = 0;
  figures.push(
    await measure('sync: stopped after half of the machines were read', MACHINES / 2, null, async () => {
      cancelled = await stopHalfway(handle);
    }),
  );
  const before = server.requests.length;
  let peaks = '';
  figures.push(
    await measure('sync: gone on with to the end, and joined', MACHINES, null, async () => {
      const view = await call('sync.run', { handle, signIn: SIGN_IN });
      peaks = `${view.machines} machines, ${view.run.state}, ${view.run.rows} rows`;
    }),
  );
  figures.push(
    await measure('refresh: the same tenant again', MACHINES, null, async () => {
      await call('sync.run', { handle, signIn: SIGN_IN, machinePlans: false });
    }),
  );
  printFigures(figures);
  const first = server.requests.slice(0, before);
  const second = server.requests.slice(before);
  const graph = first.filter(isGraph).length + second.filter(isGraph).length;
  const asked = server.requests.filter(isMachinePlan).length;
  process.stdout.write(
    `${SUBSCRIPTIONS} subscriptions: ${peaks}; project file ${(statSync(path).size / 2 ** 20).toFixed(0)} MB\n` +
      `stop answered in ${cancelled.toFixed(0)} ms\n` +
      `requests of sync and refresh: ${graph} Resource Graph (fewest ${2 * fewestGraph()} + 1 that was stopped), ` +
      `${asked} machine plans (fewest ${openMachines()}), ${server.requests.length} in all\n` +
      `refused by quota: ${server.statuses.filter((status) => status === 429).length}; ` +
      `paused for the quota ${(seam.waits.reduce((sum, wait) => sum + wait, 0) / 1000).toFixed(0)} s ` +
      `(fewest ${(Math.floor((graph - 1) / 15) * 5).toFixed(0)} s)\n` +
      `outside the contract: ${server.violations.length}\n`,
  );
}

/** Stops when half of the pages came; milliseconds until the call answered. */
async function stopHalfway(handle: string): Promise<number> {
  const stop = new AbortController();
  let at = 0;
  await core.dispatch(
    'sync.run',
    { handle, signIn: SIGN_IN },
    {
      language: 'en',
      signal: stop.signal,
      progress: ({ rows }) => {
        if (rows < MACHINES / 2 || stop.signal.aborted) return;
        at = performance.now();
        stop.abort();
      },
    },
  );
  return performance.now() - at;
}

function fewestGraph(): number {
  const batches = Math.ceil(SUBSCRIPTIONS / BATCH);
  const perBatch = (batch: number) =>
    fleet.subscriptions.slice(batch * BATCH, (batch + 1) * BATCH).reduce((sum, { vms }) => sum + vms, 0);
  const pages = Array.from({ length: batches }, (_, batch) => Math.max(1, Math.ceil(perBatch(batch) / PAGE)));
  return (QUERIES - 1) * batches + pages.reduce((sum, count) => sum + count, 0);
}

function openMachines(): number {
  return fleet.subscriptions.filter(({ enforce }) => !enforce).reduce((sum, { vms }) => sum + vms, 0);
}

function aFleet(): Fleet {
  const each = Math.floor(MACHINES / SUBSCRIPTIONS);
  return {
    tenantId: TENANT,
    tenantName: 'Contoso',
    subscriptions: Array.from({ length: SUBSCRIPTIONS }, (_, index) => ({
      id: subscriptionId(index + 1),
      name: `Subscription ${index + 1}`,
      vms: each + (index < MACHINES % SUBSCRIPTIONS ? 1 : 0),
      enforce: index % OPEN_IN !== 0,
    })),
  };
}

async function call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
  const reply = await core.dispatch(method, params, {
    language: 'en',
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
  return reply.value;
}
