import type { Command } from 'commander';
import type { HELP } from '../../../shared/i18n/cli/index.ts';
import type { Session } from '../session.ts';

/** What a verb is registered with. */
export interface VerbHost {
  readonly program: Command;
  readonly help: (key: keyof typeof HELP) => string;
  /** Runs the verb in a session of its own; what it returns is the exit code. */
  readonly run: (options: object, command: (session: Session) => Promise<number>) => Promise<void>;
}
