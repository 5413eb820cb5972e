#!/usr/bin/env node
// The command line. Plain JavaScript up to here, so that the oldest Node can say that it is too old;
// the rest is TypeScript that Node 24 runs as it is.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}
await import('./compile-cache.mjs');
const { runProcess } = await import('./process.ts');
await runProcess(process.argv.slice(2));
