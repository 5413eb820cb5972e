import type { Database } from 'better-sqlite3';
import { contentTables, findDigestMismatch } from './digest.ts';
import { refusal } from './errors.ts';
import type { Migration } from './migrations/index.ts';
import { APPLICATION_ID, expectedSchema, readSchema, schemaDifference } from './schema.ts';

/**
 * Settings for a file that nobody has looked at yet: https://sqlite.org/security.html.
 * None of them reads the schema.
 */
export function distrust(database: Database): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  database.pragma('query_only = ON');
}

/**
 * Everything that has to hold before a value of the file is used, cheapest and safest first: version, schema,
 * SQLite's own integrity, digests.
 * @returns the file's `user_version`
 * @throws StoreError `not-a-project`, `newer`, `hostile`, `damaged`, `digest-mismatch`; SQLite's errors as they are
 */
export function verifyContent(database: Database, path: string, migrations: readonly Migration[]): number {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw refusal('store-not-a-project', path);
  }
  const version = checkVersion(Number(database.pragma('user_version', { simple: true })), path, migrations);
  const schema = expectedSchema(migrations, version);
  // Before any other query: a view, trigger or generated column of a hostile file runs when it is touched.
  const difference = schemaDifference(readSchema(database), schema);
  if (difference) throw refusal('store-schema', path, { object: difference });
  checkIntegrity(database, path);
  const table = findDigestMismatch(database, contentTables(schema));
  if (table !== null) throw refusal('store-digest', path, { table });
  return version;
}

/** @throws StoreError `newer` */
export function checkVersion(version: number, path: string, migrations: readonly Migration[]): number {
  if (version > migrations.length) throw refusal('store-newer', path, { version, known: migrations.length });
  return version;
}

/** `integrity_check` and not `quick_check`: only the former compares indexes with their tables. */
function checkIntegrity(database: Database, path: string): void {
  const [first] = database.pragma('integrity_check(1)') as { integrity_check: string }[];
  if (first?.integrity_check !== 'ok') {
    throw refusal('store-damaged', path, { detail: String(first?.integrity_check).slice(0, 300) });
  }
  const [broken] = database.pragma('foreign_key_check') as { table: string }[];
  if (broken) throw refusal('store-damaged', path, { detail: `a row of ${broken.table} refers to nothing` });
}
