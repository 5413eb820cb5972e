import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type CoreProcess,
  createLauncher,
  forkCore,
  type Launcher,
  type LauncherOptions,
} from '../../electron/launcher/index.ts';
import {
  type CallOptions,
  type Client,
  createClient,
  type HostEvent,
  type Reply,
} from '../../shared/contract/index.ts';

/** The core's process as the hosts start it, with a data folder of its own. */
export interface RunningCore {
  readonly launcher: Launcher;
  readonly client: Client;
  readonly home: string;
  readonly events: readonly HostEvent[];
  /** The process that answers now. */
  readonly process: () => CoreProcess;
  /** How many were started. */
  readonly starts: () => number;
}

export function startCore(options: Partial<LauncherOptions> & { readonly entry?: string } = {}): RunningCore {
  const home = mkdtempSync(join(tmpdir(), 'dfs-core-'));
  const entry = options.entry ?? resolve('electron/core/child.ts');
  const processes: CoreProcess[] = [];
  const launcher = createLauncher({
    start: () => {
      const env = { ...process.env, DFS_PLANNER_HOME: home, NODE_COMPILE_CACHE };
      const started = forkCore(entry, { execPath: process.execPath, env });
      processes.push(started);
      return started;
    },
    ...options,
  });
  const events: HostEvent[] = [];
  launcher.onEvent((event) => events.push(event));
  return {
    launcher,
    client: createClient(launcher, () => 'en'),
    home,
    events,
    process: () => {
      const last = processes.at(-1);
      if (!last) throw new Error('no process');
      return last;
    },
    starts: () => processes.length,
  };
}

/** As the command line keeps what Node made of our TypeScript: a core starts in half the time then. */
const NODE_COMPILE_CACHE = resolve('node_modules/.cache/dfs-planner');

/** The value of a reply that has to be one. */
export function unwrap<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
  return reply.value;
}

/** Waits until something holds, however fast this machine is. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Options of a call that is cancelled at its first sign of progress. */
export function cancelledAtProgress(): CallOptions {
  const cancel = new AbortController();
  return { signal: cancel.signal, onProgress: () => cancel.abort() };
}
