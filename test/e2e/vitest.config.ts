import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** One file after the other: each has a browser or a window of its own, and the machine has few cores. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: resolve(import.meta.dirname, '../support/temporary-folder.ts'),
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: [
      'default',
      [
        'json',
        {
          outputFile: process.env.DFS_PLANNER_TEST_REPORT ?? resolve(import.meta.dirname, '../../.tmp/e2e-report.json'),
        },
      ],
    ],
  },
});
