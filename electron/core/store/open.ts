import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { writeWhole } from './copy.ts';
import { type Cell, contentDigest, contentTables, type DigestPlan, writeAllDigests } from './digest.ts';
import { asStoreError, refusal, StoreError } from './errors.ts';
import type { ProjectFacts } from './facts.ts';
import { checkHeader, checkJournal, hasJournal } from './file-header.ts';
import { lockedBy, removeLockNote, writeLockNote } from './lock-note.ts';
import { migrate, migratedCopy } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import type { Project, ProjectMode } from './project.ts';
import { APPLICATION_ID, readSchema } from './schema.ts';
import { checkVersion, distrust, verifyContent } from './verify.ts';

export interface OpenOptions {
  readonly mode: ProjectMode;
  /** ISO 8601. */
  readonly now: string;
  /** Folder for the copy that is made before a file of an older version is changed; default: the file's own. */
  readonly backups?: string | undefined;
}

/**
 * Makes an empty project file and opens it for writing.
 * @param options name of the customer's project; now: ISO 8601
 * @throws StoreError `exists`, `missing` (the folder), `read-only`, `disk-full`
 */
export function createProject(path: string, options: { readonly name: string; readonly now: string }): Project {
  // better-sqlite3 trims names, so one that ends in a space could be made but never opened.
  const target = resolve(path.trimEnd());
  const facts: ProjectFacts = { id: randomUUID(), name: options.name, createdAt: options.now };
  writeWhole(target, { overwrite: false }, (temporary) => writeNew(temporary, facts));
  return openProject(target, { mode: 'write', now: options.now });
}

/**
 * Opens a project file after proving that it is one and that it holds what was written: header, schema, integrity,
 * digests. A file that this computer did not close last goes through `verifyInChild` first, since a hostile
 * one can hold SQLite for ever.
 * `write` holds the file alone; `read` lets others read. A file of an older version is copied and brought up to date,
 * under `read` in memory only.
 * @throws StoreError all codes but `exists`
 */
export function openProject(path: string, options: OpenOptions): Project {
  return openWith(path, options, MIGRATIONS);
}

/** Files that this process has open: reading their bytes beside SQLite would drop its lock (see `checkHeader`). */
const OPEN = new Set<string>();

/** `openProject` for a list of migrations: tests bring one of their own. */
export function openWith(path: string, options: OpenOptions, migrations: readonly Migration[]): Project {
  const absolute = resolve(path);
  if (!existsSync(absolute)) throw refusal('store-missing', absolute);
  const real = realpathSync(absolute);
  if (OPEN.has(real)) throw lockedBy(real);
  let database: Database.Database | undefined;
  try {
    prepareFile(real, options.mode, migrations);
    database = connect(real, options.mode);
    const version = verifyContent(database, real, migrations);
    const project = finishOpening(database, real, options, migrations, version);
    OPEN.add(real);
    if (options.mode === 'write') writeLockNote(real, options.now);
    return project;
  } catch (error) {
    database?.close();
    throw refusalOnOpening(error, real);
  }
}

/** Closes the file. What was committed is in it; it stands alone, without a journal, and may be copied or mailed. */
export function closeProject(project: Project): void {
  const { database } = project.session;
  if (!database.open) return;
  if (database.inTransaction) database.exec('ROLLBACK');
  if (project.mode === 'write') {
    database.pragma('journal_mode = DELETE');
    removeLockNote(project.path);
  }
  database.close();
  OPEN.delete(project.path);
}

/** One text for all that the project holds: equal content, equal text, whatever the file looks like inside. */
export function projectDigest(project: Project): string {
  return contentDigest(project.session.database);
}

/** Whatever SQLite says about a file while it is proved is about the file. */
function refusalOnOpening(error: unknown, path: string): unknown {
  const refused = asStoreError(error, path);
  if (refused instanceof StoreError) return refused.code === 'locked' ? lockedBy(path) : refused;
  return error instanceof Database.SqliteError
    ? refusal('store-damaged', path, { detail: error.message }, error)
    : error;
}

/** What can be said before SQLite sees the file. An interrupted write is taken back first. */
function prepareFile(path: string, mode: ProjectMode, migrations: readonly Migration[]): void {
  // The journal of a write stands in the folder.
  const isWritable = canWrite(path) && canWrite(dirname(path));
  if (hasJournal(path)) {
    checkJournal(path);
    if (!isWritable) throw refusal('store-recovery-needs-write', path);
    recover(path);
  }
  checkVersion(checkHeader(path), path, migrations);
  if (mode === 'write' && !isWritable) throw refusal('store-read-only', path);
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Reading one number makes SQLite play the journal back; nothing of the schema is looked at. */
function recover(path: string): void {
  const database = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    database.pragma('user_version', { simple: true });
  } finally {
    database.close();
  }
}

/** So much of the indexes stays in memory: an import and `integrity_check` look up rows in their order, not the table's. */
const CACHE_KIB = 65_536;

/** Opens and locks at once, so that whoever comes second hears it now and not at his first write. */
function connect(path: string, mode: ProjectMode): Database.Database {
  const database = new Database(path, { fileMustExist: true, readonly: mode === 'read', timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    if (mode === 'write') database.exec('BEGIN EXCLUSIVE; COMMIT');
    distrust(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function finishOpening(
  database: Database.Database,
  path: string,
  options: OpenOptions,
  migrations: readonly Migration[],
  before: number,
): Project {
  const version = { before, now: migrations.length };
  const isOlder = version.before < version.now;
  if (options.mode === 'read') {
    if (!isOlder) return projectOf(database, path, 'read', version, null);
    const readable = migratedCopy(database, migrations, before);
    database.close();
    return projectOf(readable, path, 'read', version, null);
  }
  database.pragma('query_only = OFF');
  // One file at rest, and a commit that survives a power cut: https://sqlite.org/pragma.html#pragma_synchronous
  database.pragma('synchronous = EXTRA');
  database.pragma('journal_mode = TRUNCATE');
  database.pragma('foreign_keys = ON');
  const backup = isOlder ? migrate(database, path, options, migrations, before) : null;
  return projectOf(database, path, 'write', version, backup);
}

function projectOf(
  database: Database.Database,
  path: string,
  mode: ProjectMode,
  version: Project['version'],
  migrationBackup: string | null,
): Project {
  return {
    path,
    mode,
    version,
    migrationBackup,
    session: {
      database,
      touched: new Map(),
      digestPlans: new Map<string, DigestPlan>(),
      statements: new Map<string, Database.Statement<Cell[], unknown>>(),
      transaction: 'none',
      changes: null,
    },
  };
}

function writeNew(path: string, facts: ProjectFacts): void {
  const database = new Database(path);
  try {
    // Machines take 1 to 2 KB: on pages of 8 KB they lie closer together than on the usual 4.
    database.pragma('page_size = 8192');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    for (const { sql } of MIGRATIONS) database.exec(sql);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
    database.prepare("INSERT INTO fact (name, json) VALUES ('project', ?)").run(JSON.stringify(facts));
    writeAllDigests(database, contentTables(readSchema(database)));
  } finally {
    database.close();
  }
}
