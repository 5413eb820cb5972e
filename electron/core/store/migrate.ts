import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder, timeStamp } from './backup.ts';
import { copyDatabase } from './copy.ts';
import { contentTables, writeAllDigests } from './digest.ts';
import type { Migration } from './migrations/index.ts';
import { readSchema } from './schema.ts';

/**
 * Brings a file up to date, after copying it; each step is a transaction with its digests.
 * @returns the path of the copy
 */
export function migrate(
  database: Database.Database,
  path: string,
  options: { readonly now: string; readonly backups?: string | undefined },
  migrations: readonly Migration[],
  from: number,
): string {
  const backup = join(
    options.backups ?? dirname(path),
    `${basename(path, '.dfsplan')}.v${from}.${timeStamp(options.now)}.dfsplan`,
  );
  if (options.backups !== undefined) makeFolder(options.backups);
  copyDatabase(database, backup, { overwrite: true });
  runMigrations(database, migrations, from);
  return backup;
}

/** The same in memory, for a file that is only read: the file stays as it is. */
export function migratedCopy(
  database: Database.Database,
  migrations: readonly Migration[],
  from: number,
): Database.Database {
  const copy = new Database(database.serialize());
  runMigrations(copy, migrations, from);
  copy.pragma('query_only = ON');
  return copy;
}

function runMigrations(database: Database.Database, migrations: readonly Migration[], from: number): void {
  for (const migration of migrations.slice(from)) {
    database.transaction(() => {
      database.exec(migration.sql);
      writeAllDigests(database, contentTables(readSchema(database)));
      database.pragma(`user_version = ${migration.version}`);
    })();
  }
}
