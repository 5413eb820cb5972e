import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AzureSeam } from './sources/azure/seam.ts';

/** What the core needs of its surroundings; tests hand in their own. */
export interface Ports {
  /** ISO 8601. */
  readonly now: () => string;
  /** Folder of the app's own data: `projects/`, `backups/`, `logs/`. */
  readonly home: string;
  /** Tests only: what stands in the place of Azure's network and sign-in. */
  readonly azure?: AzureSeam;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The ports of a real machine. */
export function nodePorts(env: Environment): Ports {
  return { now: () => new Date().toISOString(), home: dataFolder(env) };
}

/** `DFS_PLANNER_HOME`, else the platform's folder for data of applications. */
function dataFolder(env: Environment): string {
  if (env.DFS_PLANNER_HOME) return env.DFS_PLANNER_HOME;
  if (process.platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'dfs-planner');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'dfs-planner');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'dfs-planner');
}
