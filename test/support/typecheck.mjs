// Type-checks every room with its own tsconfig: the rooms differ in their globals.
import { spawnSync } from 'node:child_process';

let failed = 0;
for (const room of ['shared', 'electron', 'renderer', 'test']) {
  const run = spawnSync('tsc', ['-p', `${room}/tsconfig.json`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
