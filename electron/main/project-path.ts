import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

const ENDING = '.dfsplan';

/** The project among the arguments of a start: a double-clicked file. Switches are Electron's own. */
export function projectOfArguments(argv: readonly string[], folder: string): string | null {
  const found = argv.slice(1).find((argument) => !argument.startsWith('-') && isProjectPath(argument));
  return found === undefined ? null : resolve(folder, found);
}

export function isProjectPath(path: string): boolean {
  return path.toLowerCase().endsWith(ENDING);
}

/** The same for all ways to write the path of one file. */
export function projectKey(path: string): string {
  let real = resolve(path);
  try {
    real = realpathSync.native(path);
  } catch {
    // Not there: the core will say so.
  }
  return process.platform === 'linux' ? real : real.toLowerCase();
}
