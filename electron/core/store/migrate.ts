import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { copyDatabase } from './copy.ts';
import { computeDigest, DIGEST_TABLE, type TableDigest, writeDigest } from './digest.ts';
import type { Migration } from './migrations/index.ts';
import { contentTables, readSchema } from './schema.ts';

export type Digests = Map<string, TableDigest>;

/**
 * Brings a file up to date, after copying it; each step is a transaction with its digests.
 * @returns the digests of the new content and the path of the copy
 */
export function migrate(
  database: Database.Database,
  path: string,
  options: { readonly now: string; readonly backups?: string | undefined },
  migrations: readonly Migration[],
  from: number,
): { digests: Digests; backup: string } {
  const stamp = options.now.replace(/[^0-9]/g, '').slice(0, 14);
  const backup = join(options.backups ?? dirname(path), `${basename(path, '.dfsplan')}.v${from}.${stamp}.dfsplan`);
  copyDatabase(database, backup, { overwrite: true });
  return { digests: runMigrations(database, migrations, from), backup };
}

/** The same in memory, for a file that is only read: the file stays as it is. */
export function migratedCopy(
  database: Database.Database,
  migrations: readonly Migration[],
  from: number,
): { database: Database.Database; digests: Digests } {
  const copy = new Database(database.serialize());
  const digests = runMigrations(copy, migrations, from);
  copy.pragma('query_only = ON');
  return { database: copy, digests };
}

function runMigrations(database: Database.Database, migrations: readonly Migration[], from: number): Digests {
  let digests: Digests = new Map();
  for (const migration of migrations.slice(from)) {
    database.transaction(() => {
      database.exec(migration.sql);
      digests = stateDigests(database);
      database.pragma(`user_version = ${migration.version}`);
    })();
  }
  return digests;
}

function stateDigests(database: Database.Database): Digests {
  database.exec(`DELETE FROM ${DIGEST_TABLE}`);
  const digests: Digests = new Map();
  for (const table of contentTables(readSchema(database))) {
    const digest = computeDigest(database, table);
    digests.set(table, digest);
    writeDigest(database, table, digest);
  }
  return digests;
}
