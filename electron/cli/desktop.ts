import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageKey } from '../../shared/i18n/cli/index.ts';
import type { Io } from './io.ts';

/** What decides whether a window can be shown at all. */
export interface Surroundings {
  readonly env: Io['env'];
  readonly platform: NodeJS.Platform;
  /** Null: a system without user ids. */
  readonly userId: number | null;
}

/** Why no window can be shown here; null: nothing is known against it. */
export function desktopObstacle({ env, platform, userId }: Surroundings): MessageKey | null {
  const needsServer = platform !== 'win32' && platform !== 'darwin';
  if (needsServer && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'desktopNoDisplay';
  // Chromium's sandbox refuses root, and running without the sandbox is no way to open customers' files.
  if (needsServer && userId === 0) return 'desktopRoot';
  return null;
}

/** Electron's program; null: not here. `ELECTRON_OVERRIDE_DIST_PATH` names a folder with another one, as for Electron itself. */
export function findElectron(root: string, env: Io['env']): string | null {
  const folder = join(root, 'node_modules/electron');
  const name = readIfThere(join(folder, 'path.txt')) ?? (process.platform === 'win32' ? 'electron.exe' : 'electron');
  const program = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

export const FETCH_SECONDS = 120;

/** Runs Electron's own installer. @returns what went wrong, in a line, or null */
export function fetchElectron(root: string, signal: AbortSignal): Promise<string | null> {
  const installer = join(root, 'node_modules/electron/install.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: FETCH_SECONDS * 1_000,
      killSignal: 'SIGKILL',
      signal,
    });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(0, 4_000);
    });
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, ended) => {
      if (code === 0) resolve(null);
      else resolve(ended ? `${FETCH_SECONDS} s` : (output.trim().split('\n')[0] ?? String(code)));
    });
  });
}

/** How the window ended. */
export interface DesktopEnd {
  readonly code: number | null;
  /** So early that nobody can have used it. */
  readonly isEarly: boolean;
}

const EARLY_MS = 10_000;

/** Runs the window until it is closed or `signal` ends it. */
export function runDesktop(
  electron: string,
  options: {
    readonly root: string;
    readonly file: string | null;
    readonly env: Io['env'];
    readonly signal: AbortSignal;
  },
): Promise<DesktopEnd> {
  const { root, file, signal } = options;
  const { ELECTRON_RUN_AS_NODE: _, ...env } = options.env;
  const started = performance.now();
  return new Promise((resolve) => {
    const end = (code: number | null): void =>
      resolve({ code, isEarly: !signal.aborted && performance.now() - started < EARLY_MS });
    const child = spawn(electron, [root, ...(file === null ? [] : [file])], { stdio: 'inherit', env });
    signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', () => end(null));
    child.once('close', (code) => end(code));
  });
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
