import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore } from '../../electron/core/app.ts';
import { CORE_FLAGS } from '../../electron/launcher/process.ts';
import type { Method, Params, Progress, Result } from '../../shared/contract/index.ts';
import { type AzureApart, startAzureApart } from '../support/azure-server/apart.ts';
import { SIGN_IN } from '../support/azure-server/choice.ts';
import { type Fleet, subscriptionId, TENANT } from '../support/azure-server/fleet.ts';

/**
 * A sync of many machines from a stand-in on this computer, which has a process of its own: requests beside the fewest
 * that page size and quota allow, the memory of this process alone in every phase, stop. `node test/bench/sync.ts 300 100000`
 */
const SUBSCRIPTIONS = Number(process.argv[2] ?? 300);
const MACHINES = Number(process.argv[3] ?? 100_000);

/** One subscription in so many lets its machines have plans of their own, so that each is asked. */
const OPEN_IN = 10;
const QUERIES = 14;
const PAGE = 1_000;
const BATCH = 250;
/** MB resident for 300 subscriptions and 100,000 machines. */
const MEMORY_BUDGET = 700;

const PHASE_OF: Partial<Record<Progress['stage'], string>> = {
  sync: 'fetching',
  read: 'reading rows',
  identify: 'joining',
};

/** In a process of its own, with the flags that hosts start the core with. */
if (process.send === undefined) {
  const args = process.argv.slice(2);
  const child = fork(import.meta.filename, args, { execArgv: [...CORE_FLAGS] });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'dfs-bench-sync-'));
  const fleet = aFleet();
  const azure = await startAzureApart(fleet);
  const core = createCore({ now: () => '2026-11-24T00:00:00.000Z', home: join(folder, 'home'), azure: azure.seam });
  try {
    await run({ folder, fleet, azure, core });
  } finally {
    core.close();
    await azure.close();
    rmSync(folder, { recursive: true, force: true });
    process.disconnect();
  }
}

interface Bench {
  readonly folder: string;
  readonly fleet: Fleet;
  readonly azure: AzureApart;
  readonly core: Core;
}

async function run({ folder, fleet, azure, core }: Bench): Promise<void> {
  const path = join(folder, 'bench.dfsplan');
  const { handle } = await call(core, 'project.create', { path, name: 'Bench' });
  const stopped = await phases('stopped after half of the machines were read', (tell) =>
    stopHalfway(core, handle, tell),
  );
  const before = await azure.report();
  const view = await phases('gone on with to the end', (tell) =>
    call(core, 'sync.run', { handle, signIn: SIGN_IN }, tell),
  );
  await phases('refresh', (tell) => call(core, 'sync.run', { handle, signIn: SIGN_IN, machinePlans: false }, tell));
  const after = await azure.report();
  process.stdout.write(
    `${SUBSCRIPTIONS} subscriptions: ${view.machines} machines, ${view.run.state}, ${view.run.rows} rows; ` +
      `project file ${(statSync(path).size / 2 ** 20).toFixed(0)} MB\n` +
      `stop answered in ${stopped.toFixed(0)} ms, after ${before.requests} requests\n` +
      `requests of sync and refresh: ${after.graph} Resource Graph (fewest ${2 * fewestGraph(fleet)} + 1 that was stopped), ` +
      `${after.machinePlans} machine plans (fewest ${openMachines(fleet)}), ${after.requests} in all\n` +
      `refused by quota: ${after.throttled}; ` +
      `paused for the quota ${(azure.waits.reduce((sum, wait) => sum + wait, 0) / 1000).toFixed(0)} s ` +
      `(fewest ${(Math.floor((after.graph - 1) / 15) * 5).toFixed(0)} s)\n` +
      `outside the contract: ${after.violations.length}\n`,
  );
}

/** Runs a sync and prints what it took, and the highest memory while Azure was read and while machines were joined. */
async function phases<T>(name: string, work: (tell: (progress: Progress) => void) => Promise<T>): Promise<T> {
  globalThis.gc?.();
  resetPeak();
  const peaks = new Map<string, number>();
  let phase = 'fetching';
  const enter = (next: string): void => {
    if (next === phase) return;
    peaks.set(phase, peakMemory());
    resetPeak();
    phase = next;
  };
  const started = performance.now();
  const result = await work(({ stage }) => enter(PHASE_OF[stage] ?? phase));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  peaks.set(phase, peakMemory());
  globalThis.gc?.();
  const told = [...peaks].map(([each, peak]) => `${each} ${peak.toFixed(0)} MB`).join(', ');
  const share = (Math.max(...peaks.values()) / MEMORY_BUDGET).toFixed(2);
  process.stdout.write(
    `${name}: ${seconds} s; peak of this process: ${told} (${share} of the budget); ` +
      `afterwards ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB\n`,
  );
  return result;
}

/** Highest resident memory since the last reset, MB: also of work that lets no timer run. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function peakMemory(): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // No /proc here: the peak of the process as a whole.
  }
  return process.resourceUsage().maxRSS / 1024;
}

function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Peaks then only grow from phase to phase.
  }
}

/** Stops when half of the pages came; milliseconds until the call answered. */
async function stopHalfway(core: Core, handle: string, tell: (progress: Progress) => void): Promise<number> {
  const stop = new AbortController();
  let at = 0;
  await core.dispatch(
    'sync.run',
    { handle, signIn: SIGN_IN },
    {
      language: 'en',
      signal: stop.signal,
      progress: (progress) => {
        tell(progress);
        if (progress.rows < MACHINES / 2 || stop.signal.aborted) return;
        at = performance.now();
        stop.abort();
      },
    },
  );
  return performance.now() - at;
}

function fewestGraph(fleet: Fleet): number {
  const batches = Math.ceil(SUBSCRIPTIONS / BATCH);
  const perBatch = (batch: number) =>
    fleet.subscriptions.slice(batch * BATCH, (batch + 1) * BATCH).reduce((sum, { vms }) => sum + vms, 0);
  const pages = Array.from({ length: batches }, (_, batch) => Math.max(1, Math.ceil(perBatch(batch) / PAGE)));
  return (QUERIES - 1) * batches + pages.reduce((sum, count) => sum + count, 0);
}

function openMachines({ subscriptions }: Fleet): number {
  return subscriptions.filter(({ enforce }) => !enforce).reduce((sum, { vms }) => sum + vms, 0);
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

async function call<M extends Method>(
  core: Core,
  method: M,
  params: Params<M>,
  progress: (progress: Progress) => void = () => undefined,
): Promise<Result<M>> {
  const signal = new AbortController().signal;
  const reply = await core.dispatch(method, params, { language: 'en', signal, progress });
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
  return reply.value;
}
