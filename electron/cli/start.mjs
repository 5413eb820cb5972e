// `npm start`: brings up what this machine can show.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}
const { runProcess } = await import('./process.ts');
await runProcess(['demo', ...process.argv.slice(2)]);
