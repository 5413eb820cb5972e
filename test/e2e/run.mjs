// The end-to-end tests, in Chromium and in the real Electron shell. What they need and is not there is a failure, never
// a skipped test. Ends with the line `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findElectron } from '../../electron/cli/desktop.ts';
import { findChromium } from './support/chromium.ts';

const root = resolve(import.meta.dirname, '../..');
const missing = [
  findChromium() === null && 'Chromium: install the package "chromium", or name the program in DFS_PLANNER_CHROMIUM.',
  findElectron(root, process.env) === null &&
    'Electron: run "node node_modules/electron/install.js", or name the folder of another in ELECTRON_OVERRIDE_DIST_PATH.',
].filter(Boolean);
if (missing.length > 0) {
  process.stderr.write(`The end-to-end tests cannot run without\n  ${missing.join('\n  ')}\n`);
  process.stdout.write(`0 passed, ${missing.length} failed, 0 skipped\n`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'dfs-e2e-'));
const report = process.env.DFS_PLANNER_TEST_REPORT ?? join(folder, 'report.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const config = join(root, 'test/e2e/vitest.config.ts');
const run = spawnSync(process.execPath, [vitest, 'run', '--config', config, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DFS_PLANNER_TEST_REPORT: report },
});
const counts = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
rmSync(folder, { recursive: true, force: true });
// A file that fails before its first test has no failed test of its own.
const failed = run.status === 0 ? counts.numFailedTests : Math.max(1, counts.numFailedTests);
process.stdout.write(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped\n`);
process.exit(failed === 0 && counts.numPendingTests === 0 ? 0 : 1);
