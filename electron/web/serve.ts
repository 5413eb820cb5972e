import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppInfoView, Failure } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/model/index.ts';
import { createLauncher, forkCore } from '../launcher/index.ts';
import { startWebHost, type WebHost } from './host.ts';

/** Of this installation: sources and builds lie in it. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** There is no core, and why. */
export class CoreNotStarted extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * A core of its own and the page over it.
 * @throws CoreNotStarted; Error when the page was not built or the port is taken (`EADDRINUSE`)
 */
export async function serve(options: {
  readonly env: NodeJS.ProcessEnv;
  readonly language: Language;
  readonly file: string | null;
  readonly port: number;
}): Promise<WebHost> {
  const { env, language, file, port } = options;
  const entry = fileURLToPath(new URL('../core/child.ts', import.meta.url));
  const execPath = env.DFS_PLANNER_CORE_EXEC ?? process.execPath;
  const launcher = createLauncher({ start: () => forkCore(entry, { execPath, env }) });
  try {
    const info = await launcher.call({ method: 'app.info', params: {}, language }, {});
    if (!info.ok) throw new CoreNotStarted(info.failure);
    const { projectsFolder } = info.value as AppInfoView;
    const host = await startWebHost({
      launcher,
      page: join(ROOT, 'out/renderer'),
      projects: projectsFolder,
      file,
      port,
    });
    return {
      ...host,
      async close() {
        await host.close();
        await launcher.close();
      },
    };
  } catch (error) {
    await launcher.close();
    throw error;
  }
}
