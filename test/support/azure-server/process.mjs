// The stand-in for Azure in a process of its own; it ends with whoever started it. See apart.ts for what it is asked.
import { isGraph, isMachinePlan } from './faults.ts';
import { startAzure } from './server.ts';

let server;
process.on('message', async (question) => process.send(await answer(question)));
process.on('disconnect', () => process.exit(0));

/** @param {import('./apart.ts').Question} question */
async function answer(question) {
  if ('start' in question) {
    server = await startAzure(question.start, { checksAnswers: false });
    return { port: server.port };
  }
  if ('advance' in question) {
    server.clock.now += question.advance;
    return {};
  }
  return {
    requests: server.requests.length,
    graph: server.requests.filter(isGraph).length,
    machinePlans: server.requests.filter(isMachinePlan).length,
    throttled: server.statuses.filter((status) => status === 429).length,
    violations: server.violations,
  };
}
