import Database from 'better-sqlite3';
import type { Migration } from './migrations/index.ts';

/** `application_id` of a project file: "DFSP". https://sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x44465350;

/** An object of the schema, in the words of `sqlite_schema`. */
export interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** What is in a file's schema, in a fixed order. */
export function readSchema(database: Database.Database): SchemaObject[] {
  return database
    .prepare<[], SchemaObject>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all();
}

/** The schema that a file of this version has to have, exactly: what the migrations make of an empty file. */
export function expectedSchema(migrations: readonly Migration[], version: number): SchemaObject[] {
  const database = new Database(':memory:');
  try {
    for (const migration of migrations.slice(0, version)) database.exec(migration.sql);
    return readSchema(database);
  } finally {
    database.close();
  }
}

/** The first object that is too much, missing or different; null when the schemas are equal. */
export function schemaDifference(found: readonly SchemaObject[], expected: readonly SchemaObject[]): string | null {
  const texts = (objects: readonly SchemaObject[]) =>
    new Map(objects.map((object) => [JSON.stringify(object), object]));
  const foundTexts = texts(found);
  const expectedTexts = texts(expected);
  const extra = [...foundTexts].find(([text]) => !expectedTexts.has(text));
  const missing = [...expectedTexts].find(([text]) => !foundTexts.has(text));
  const first = (extra ?? missing)?.[1];
  return first ? `${first.type} ${first.name}`.slice(0, 200) : null;
}
