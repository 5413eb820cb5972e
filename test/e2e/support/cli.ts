import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Runs the command line on a project. Findings (exit 1) are no failure. @returns what it prints */
export function planner(...args: readonly string[]): Promise<string> {
  return new Promise((fulfil, refuse) => {
    const command = [join(ROOT, 'electron/cli/dfs-planner.mjs'), ...args, '--lang', 'en'];
    execFile(process.execPath, command, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) refuse(new Error(stderr || error.message));
      else fulfil(stdout);
    });
  });
}
