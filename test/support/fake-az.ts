import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FAKE_AZ = fileURLToPath(new URL('./fake-az.mjs', import.meta.url));

export interface CollectorRun {
  readonly status: number | null;
  readonly output: string;
  /** What was asked of `az`, one line a call. */
  readonly calls: readonly string[];
  readonly results: string;
  readonly files: readonly string[];
}

/**
 * Runs `collect.sh` of a collector folder with the stand-in for `az` first on PATH.
 * `environment` tunes the stand-in (see fake-az.mjs); results go to `<directory>/out`.
 */
export function runCollector(
  directory: string,
  options: { args?: readonly string[]; environment?: Readonly<Record<string, string>> } = {},
): CollectorRun {
  const bin = join(directory, '.bin');
  const log = join(directory, '.calls');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'az'), `#!/bin/sh\nexec "${process.execPath}" "${FAKE_AZ}" "$@"\n`);
  chmodSync(join(bin, 'az'), 0o755);
  writeFileSync(log, '');
  const results = join(directory, 'out');
  const run: SpawnSyncReturns<string> = spawnSync(
    'bash',
    [join(directory, 'collect.sh'), '--out', results, ...(options.args ?? [])],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        ...options.environment,
        FAKE_AZ_LOG: log,
        PATH: `${bin}${delimiter}${process.env.PATH}`,
      },
    },
  );
  return {
    status: run.status,
    output: `${run.stdout}${run.stderr}`,
    calls: readFileSync(log, 'utf8').split('\n').filter(Boolean),
    results,
    files: existsSync(results) ? readdirSync(results).sort() : [],
  };
}
