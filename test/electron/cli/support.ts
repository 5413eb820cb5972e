import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../../electron/cli/main.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own, and the command line as a user has it there. */
export function aWorkplace(): {
  readonly folder: string;
  readonly run: (...argv: string[]) => Promise<Run>;
  readonly json: <T = Record<string, unknown>>(...argv: string[]) => Promise<T>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'dfs-cli-'));
  const run = (...argv: string[]): Promise<Run> => runIn(folder, argv);
  return {
    folder,
    run,
    async json<T>(...argv: string[]) {
      const { code, out, err } = await run(...argv, '--json');
      if (code > 1) throw new Error(`exit ${code}: ${err}`);
      return JSON.parse(out) as T;
    },
  };
}

async function runIn(
  folder: string,
  argv: readonly string[],
  signal = new AbortController().signal,
  columns: number | null = null,
): Promise<Run> {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    folder,
    env: { DFS_PLANNER_HOME: join(folder, 'home') },
    isTerminal: false,
    columns,
    signal,
  });
  return { code, out, err };
}

export { runIn };

/** A customer's file of the repository. */
export function sample(name: string): string {
  return join(process.cwd(), 'test/fixtures/samples', name);
}
