import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/** Builds page, shell and core. @returns what went wrong, or null */
export function build(root: string, signal: AbortSignal): Promise<string | null> {
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!existsSync(tool)) return Promise.resolve(tool);
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
