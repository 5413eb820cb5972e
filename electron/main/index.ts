import { join } from 'node:path';
import { app } from 'electron';
import { startCore } from './core.ts';
import { startShell } from './shell.ts';

// Electron would show what went wrong in a dialog, over whatever is on the wall. Its message may name a customer's
// file: only its kind and its place in the code are told.
process.on('uncaughtException', tell);
process.on('unhandledRejection', tell);

startShell({ env: process.env, argv: process.argv, out: join(__dirname, '..'), startCore }).catch((error: unknown) => {
  tell(error);
  app.exit(1);
});

function tell(error: unknown): void {
  const { name, code, stack }: NodeJS.ErrnoException = error instanceof Error ? error : new Error();
  const places = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`${[[name, code].filter(Boolean).join(' '), ...places].join('\n')}\n`);
}
