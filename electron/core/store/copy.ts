import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { asStoreError, refusal } from './errors.ts';

export interface CopyOptions {
  /** Replace a file that is there already. */
  readonly overwrite: boolean;
}

/**
 * Writes the database to `target` as a whole or not at all: into a file of another name in the same folder,
 * onto the disk, then under its own name.
 * @throws StoreError `exists`, `read-only`, `disk-full`, `missing` (the folder)
 */
export function copyDatabase(database: Database, target: string, options: CopyOptions): void {
  // `query_only` forbids writing any file, also another one.
  const isQueryOnly = database.pragma('query_only', { simple: true });
  writeWhole(target, options, (temporary) => {
    database.pragma('query_only = OFF');
    try {
      database.prepare('VACUUM INTO ?').run(temporary);
    } finally {
      database.pragma(`query_only = ${isQueryOnly}`);
    }
  });
}

/** File systems allow 255; SQLite puts `-journal` behind the name. */
const MAX_NAME_BYTES = 255 - '-journal'.length;

/** Lets `write` make a file under a temporary name, and gives it its own name only when it is complete and on the disk. */
export function writeWhole(target: string, options: CopyOptions, write: (temporary: string) => void): void {
  if (Buffer.byteLength(basename(target)) > MAX_NAME_BYTES) {
    throw refusal('store-unreachable', target, { detail: 'ENAMETOOLONG' });
  }
  if (!existsSync(dirname(target))) throw refusal('store-missing', dirname(target));
  if (!options.overwrite && existsSync(target)) throw refusal('store-exists', target);
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    write(temporary);
    syncPath(temporary);
    if (options.overwrite) renameSync(temporary, target);
    else giveName(temporary, target);
    syncFolder(dirname(target));
  } catch (error) {
    throw asStoreError(error, target);
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
}

/** A hard link never replaces a file that another process made meanwhile; some file systems (exFAT, shares) have none. */
function giveName(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (existsSync(target)) throw refusal('store-exists', target, {}, error);
    renameSync(temporary, target);
  }
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** So that the name, too, survives a power cut; Windows opens no folders and needs none of this. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
