import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Language } from '../../shared/model/index.ts';
import type { Ports } from '../core/ports.ts';

/** Everything that the command line touches of its surroundings; tests hand in their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where relative paths start: npm changes the folder, and tells the caller's in INIT_CWD. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Messages may be rewritten in place. */
  readonly isTerminal: boolean;
  /** Width of the terminal that `out` goes to; null where it goes to a file or a pipe: nothing is folded there. */
  readonly columns: number | null;
  readonly signal: AbortSignal;
  /** Tests only: what stands in the place of Azure. */
  readonly azure?: Ports['azure'];
}

/** A path as the user meant it: `~` and relative paths too. */
export function userPath(io: Io, path: string): string {
  const expanded = path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
  return resolve(io.folder, expanded);
}

/** `--lang`, else DFS_PLANNER_LANG, else the system's language; English where it is neither. */
export function languageOf(argv: readonly string[], env: Io['env']): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const word = given ?? env.DFS_PLANNER_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return word.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
