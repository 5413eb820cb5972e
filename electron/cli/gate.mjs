// Runs the rest of the command line only where Node is new enough: better-sqlite3 13 crashes older ones.
// Plain JavaScript, so that the oldest Node can still read it.
import { spawn } from 'node:child_process';
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
child.on('error', (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(2);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
