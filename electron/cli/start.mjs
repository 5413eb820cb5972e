// `npm start`: brings up what this machine can show: the window, else the page.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}
await import('./compile-cache.mjs');
const { runProcess } = await import('./process.ts');
await runProcess(['start', ...process.argv.slice(2)]);
