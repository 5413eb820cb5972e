import { InvalidArgumentError } from 'commander';
import { say } from '../../../shared/i18n/cli/index.ts';
import { build, stateOfBuild } from '../build.ts';
import { CommandFailure, type Session } from '../session.ts';
import { commandFailure } from '../settings-file.ts';
import type { VerbHost } from './verb.ts';

/** `serve`: the page on this computer, until Ctrl+C. */
export function registerServe({ program, help, run }: VerbHost): void {
  program
    .command('serve')
    .argument('[file]')
    .option('--port <number>', help('servePort'), portNumber)
    .description(help('serve'))
    .action((file: string | undefined, options: { port?: number }) =>
      run(options, (session) => servePage(session, file === undefined ? null : session.path(file), options.port ?? 0)),
    );
}

/** Serves until the session is cancelled. Prints the address, whose token is nowhere else. */
export async function servePage(session: Session, file: string | null, port: number): Promise<number> {
  const { io, language } = session;
  const { CoreNotStarted, ROOT, serve } = await import('../../web/serve.ts');
  await ensureBuilt(session, ROOT);
  let host: Awaited<ReturnType<typeof serve>>;
  try {
    host = await serve({ env: { ...io.env }, language, file, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw commandFailure('port-taken', { port }, language);
    if (error instanceof CoreNotStarted) throw new CommandFailure(error.failure);
    throw commandFailure('internal', { detail: (error as Error).message }, language);
  }
  session.show('serve', { address: host.address, project: file }, ({ address }) =>
    [say(language, 'serving'), `  ${address}`, say(language, 'servingEnds'), ''].join('\n'),
  );
  await aborted(io.signal);
  await host.close();
  return 0;
}

/**
 * Builds what is missing or older than its sources. An older build that cannot be made anew is used as it is.
 * @throws CommandFailure `internal` when there is none and it cannot be built
 */
export async function ensureBuilt({ io, language }: Session, root: string): Promise<void> {
  const state = stateOfBuild(root);
  if (state === 'ready') return;
  io.err(`${say(language, state === 'missing' ? 'buildMissing' : 'buildOld')}\n`);
  const problem = await build(root, io.signal);
  if (problem === null) return;
  if (state === 'missing') throw commandFailure('internal', { detail: problem }, language);
  io.err(`${problem}\n${say(language, 'buildFailed')}\n`);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('0–65535');
  return port;
}
