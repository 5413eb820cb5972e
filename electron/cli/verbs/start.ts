import { Option } from 'commander';
import { say } from '../../../shared/i18n/cli/index.ts';
import type { FindingParams } from '../../../shared/model/index.ts';
import { desktopObstacle, FETCH_SECONDS, fetchElectron, findElectron, runDesktop } from '../desktop.ts';
import type { Session } from '../session.ts';
import { ensureBuilt, portNumber, servePage } from './serve.ts';
import type { VerbHost } from './verb.ts';

const REFUSED = 4;

interface StartOptions {
  readonly host?: 'desktop' | 'web';
  readonly port?: number;
}

/** `start`, behind `npm start`: the window where this machine can show one, else the page with the reason. */
export function registerStart({ program, help, run }: VerbHost): void {
  program
    .command('start')
    .argument('[file]')
    .addOption(new Option('--host <host>', help('startHost')).choices(['desktop', 'web']))
    .option('--port <number>', help('servePort'), portNumber)
    .description(help('start'))
    .action((file: string | undefined, options: StartOptions) =>
      run(options, (session) => start(session, file === undefined ? null : session.path(file), options)),
    );
}

async function start(session: Session, file: string | null, { host, port = 0 }: StartOptions): Promise<number> {
  if (host === 'web') return servePage(session, file, port);
  const end = await openWindow(session, file);
  if (end.isShown) return end.code;
  session.io.err(`${end.reason}\n`);
  return host === 'desktop' || session.io.signal.aborted ? REFUSED : servePage(session, file, port);
}

type WindowEnd =
  | { readonly isShown: true; readonly code: number }
  | { readonly isShown: false; readonly reason: string };

/** Opens the window and waits until it is closed; or says why there is none. */
async function openWindow(session: Session, file: string | null): Promise<WindowEnd> {
  const { env, signal } = session.io;
  const no = (key: Parameters<typeof say>[1], params: FindingParams = {}): WindowEnd => ({
    isShown: false,
    reason: say(session.language, key, params),
  });
  const obstacle = desktopObstacle({ env, platform: process.platform, userId: process.getuid?.() ?? null });
  if (obstacle) return no(obstacle);
  const { ROOT } = await import('../../web/serve.ts');
  if (!findElectron(ROOT, env)) {
    session.io.err(`${say(session.language, 'desktopFetching', { seconds: FETCH_SECONDS })}\n`);
    const detail = await fetchElectron(ROOT, signal);
    if (detail !== null) return no('desktopNotFetched', { detail });
  }
  const electron = findElectron(ROOT, env);
  if (!electron) return no('desktopNotInstalled');
  await ensureBuilt(session, ROOT);
  const { code, isEarly } = await runDesktop(electron, { root: ROOT, file, env, signal });
  if (code !== 0 && isEarly) return no('desktopFailed', { detail: code ?? '' });
  return { isShown: true, code: signal.aborted ? 0 : (code ?? 1) };
}
