// Opens a project in a process of its own, prints what came of it, and holds it until it is ended.
import { openProject, StoreError } from '../../../../electron/core/store/index.ts';
import { NOW } from './builders.ts';

const [path = '', mode = 'write', hold = 'go'] = process.argv.slice(2);
try {
  openProject(path, { mode: mode === 'read' ? 'read' : 'write', now: NOW });
  console.log('open');
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  console.log(JSON.stringify({ code: error.code, problem: error.problem.code }));
}
if (hold === 'hold') setInterval(() => {}, 1000);
else process.exit();
