import { runCommandLine } from './main.ts';

/**
 * Runs the command line as this process: standard streams, Ctrl+C, exit code.
 * The first Ctrl+C cancels and leaves the project as it was; the second ends the process at once.
 */
export async function runProcess(argv: readonly string[]): Promise<void> {
  const cancel = new AbortController();
  process.on('SIGINT', () => {
    if (cancel.signal.aborted) process.exit(130);
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
    signal: cancel.signal,
  });
}
