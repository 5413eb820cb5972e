import { join } from 'node:path';
import { session, utilityProcess } from 'electron';
import { adoptUtilityProcess, createLauncher, forkCore, type Launcher } from '../launcher/index.ts';
import { proxyOf } from './system-proxy.ts';

/** All that the core asks lies behind the same proxy, as far as systems are set up; this is what it asks most. */
const AZURE = 'https://management.azure.com/';

/**
 * The core beside the shell: as a process of Electron's, or under the Node that `DFS_PLANNER_CORE_EXEC` names.
 * @param out folder of the build
 */
export function startCore(out: string, env: NodeJS.ProcessEnv): Launcher {
  const entry = join(out, 'core/electron/core/child.js');
  const execPath = env.DFS_PLANNER_CORE_EXEC;
  return createLauncher({
    start: () =>
      execPath
        ? forkCore(entry, { execPath, env })
        : adoptUtilityProcess(utilityProcess.fork(entry, [], { serviceName: 'planner-core', stdio: 'ignore', env })),
    systemProxy: async () => proxyOf(await session.defaultSession.resolveProxy(AZURE)),
  });
}
