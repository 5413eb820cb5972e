import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** What a build makes, and what it is made from. */
const MADE = ['out/renderer/index.html', 'out/main/index.cjs', 'out/preload/index.cjs', 'out/core/package.json'];
const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json'];

/** `missing`: never built. `old`: a source is newer. An installation without sources has nothing to build. */
export function stateOfBuild(root: string): 'ready' | 'missing' | 'old' {
  const made = MADE.map((file) => join(root, file));
  if (!made.every(existsSync)) return 'missing';
  const oldest = Math.min(...made.map((file) => statSync(file).mtimeMs));
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source))));
  return newest > oldest ? 'old' : 'ready';
}

/**
 * Builds page, shell and core. Where another process does that already, waits for it.
 * @returns what went wrong, or null
 */
export async function build(root: string, signal: AbortSignal): Promise<string | null> {
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!existsSync(tool)) return tool;
  const lock = join(root, 'out/.building');
  try {
    mkdirSync(dirname(lock), { recursive: true });
    let hasWaited = false;
    for (; !takeLock(lock); hasWaited = true) await setTimeout(WAIT_MS, undefined, { signal });
    try {
      return hasWaited && stateOfBuild(root) === 'ready' ? null : await run(tool, root, signal);
    } finally {
      rmSync(lock, { force: true });
    }
  } catch (error) {
    return (error as Error).message;
  }
}

const WAIT_MS = 200;

/** The lock is a file with the number of its process; one that was left behind by a process that ended is taken over. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function run(tool: string, root: string, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tool, 'build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? null : stripVTControlCharacters(output).trim()));
  });
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
