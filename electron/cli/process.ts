import { runCommandLine } from './main.ts';

/** One Ctrl+C may arrive twice: from the terminal, and from npm, which passes it on. */
const SAME_KEY_MS = 500;

/**
 * Runs the command line as this process: standard streams, Ctrl+C, exit code.
 * The first Ctrl+C cancels and leaves the project as it was; the second ends the process at once.
 */
export async function runProcess(argv: readonly string[]): Promise<void> {
  const cancel = new AbortController();
  let pressed = Number.NEGATIVE_INFINITY;
  process.on('SIGINT', () => {
    const isAgain = cancel.signal.aborted && performance.now() - pressed > SAME_KEY_MS;
    if (isAgain) process.exit(130);
    pressed = performance.now();
    cancel.abort();
  });
  process.on('SIGTERM', () => cancel.abort());
  // A reader such as `head` that has seen enough closes the pipe: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await runCommandLine(argv, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    folder: process.env.INIT_CWD ?? process.cwd(),
    env: process.env,
    isTerminal: process.stderr.isTTY === true,
    columns: process.stdout.isTTY === true ? process.stdout.columns : null,
    signal: cancel.signal,
  });
}
