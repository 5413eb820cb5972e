import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type CopyOptions, copyDatabase } from './copy.ts';
import { asStoreError, refusal } from './errors.ts';
import { readFacts } from './facts.ts';
import type { Project } from './project.ts';

export interface BackupOptions {
  /** Made when it is not there. */
  readonly folder: string;
  /** ISO 8601. */
  readonly now: string;
  /** Part of the name: why it was made, e.g. `import`. */
  readonly reason: string;
  /** Older copies of the same project beyond this number go. Default 10. */
  readonly keep?: number | undefined;
}

/**
 * Puts a whole copy of the project aside, as before a large import. A copy is a project file: restoring is opening
 * it for reading and `saveProjectAs`.
 * @returns its path
 * @throws StoreError `busy` inside a transaction, `read-only`, `disk-full`
 */
export function backupProject(project: Project, options: BackupOptions): string {
  const prefix = `${basename(project.path, '.dfsplan').slice(0, 80)}.${readFacts(project).id.slice(0, 8)}.`;
  const path = join(options.folder, `${prefix}${timeStamp(options.now)}.${options.reason}.dfsplan`);
  makeFolder(options.folder);
  copyProject(project, path, { overwrite: true });
  const copies = readdirSync(options.folder).filter((name) => name.startsWith(prefix) && name.endsWith('.dfsplan'));
  for (const old of copies
    .sort()
    .toReversed()
    .slice(options.keep ?? 10))
    rmSync(join(options.folder, old));
  return path;
}

/**
 * Saves the project under another name, whole or not at all. The open project stays the one it was.
 * @throws StoreError `exists` unless `overwrite`, `missing` (the folder), `read-only`, `disk-full`, `busy`, `locked`
 */
export function saveProjectAs(project: Project, path: string, options: CopyOptions = { overwrite: false }): void {
  copyProject(project, resolve(path.trimEnd()), options);
}

function copyProject(project: Project, path: string, options: CopyOptions): void {
  const { database, transaction } = project.session;
  if (transaction !== 'none') throw refusal('store-busy', project.path);
  if (path === project.path) throw refusal('store-exists', path);
  copyDatabase(database, path, options);
}

/** Sorts as the times do. */
export function timeStamp(now: string): string {
  return now.replace(/[^0-9]/g, '').slice(0, 14);
}

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw asStoreError(error, folder);
  }
}
