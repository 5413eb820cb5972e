import { defineConfig } from 'vitest/config';

/** `.ci/run` names a file for the counts of its closing line. */
const report = process.env.DFS_PLANNER_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: './test/support/temporary-folder.ts',
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
