import { Command, CommanderError } from 'commander';
import { HELP } from '../../shared/i18n/cli/help.ts';
import type { Language } from '../../shared/model/index.ts';
import { type Io, languageOf } from './io.ts';
import { CommandFailure, createSession, type Session, type SessionOptions } from './session.ts';
import { registerDemo } from './verbs/demo.ts';
import { registerEvidenceVerbs } from './verbs/evidence.ts';
import { registerInventoryVerbs } from './verbs/inventory.ts';
import { registerPlanningVerbs } from './verbs/planning.ts';
import { registerProjectVerbs } from './verbs/project.ts';
import { registerRequirementVerbs } from './verbs/requirements.ts';
import { registerServe } from './verbs/serve.ts';
import { registerSettings } from './verbs/settings.ts';
import { registerStart } from './verbs/start.ts';
import { registerSyncVerb } from './verbs/sync.ts';

const WRONG_USE = 2;

/**
 * The command line: one verb, one exit code.
 * 0 done; 1 done, with a finding of severity warning or error; 2 wrong use; 3 no input could be read; 4 refused.
 */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(argv, io.env);
  let exitCode = 0;
  const program = createProgram(io, language, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
    throw error;
  }
}

function createProgram(io: Io, language: Language, done: (code: number) => void): Command {
  const program = new Command('dfs-planner');
  const host = {
    program,
    help: (key: keyof typeof HELP): string => HELP[key][language],
    run: async (_: object, command: (session: Session) => Promise<number>) => {
      done(await runVerb(io, language, program.opts<SessionOptions>(), command));
    },
  };
  program
    .description(HELP.program[language])
    .option('--lang <language>', HELP.lang[language])
    .option('--json', HELP.json[language])
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError();
  registerDemo(host);
  registerProjectVerbs(host);
  registerEvidenceVerbs(host);
  registerSyncVerb(host);
  registerInventoryVerbs(host);
  registerRequirementVerbs(host);
  registerPlanningVerbs(host);
  registerSettings(host);
  registerServe(host);
  registerStart(host);
  for (const verb of program.commands) {
    // `--json` and `--lang` are understood before and after the verb.
    verb.option('--lang <language>', HELP.lang[language]).option('--json', HELP.json[language]);
    verb.on('option:json', () => program.setOptionValue('json', true));
    verb.on('option:lang', (value: string) => program.setOptionValue('lang', value));
  }
  return program;
}

async function runVerb(
  io: Io,
  language: Language,
  options: SessionOptions,
  command: (session: Session) => Promise<number>,
): Promise<number> {
  try {
    return await command(createSession(io, language, options));
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const { code, message, next } = error.failure;
    io.err(`${message}\n→ ${next}  (${code})\n`);
    const { FAILURES } = await import('../../shared/contract/failures.ts');
    return FAILURES[code].exit;
  }
}
