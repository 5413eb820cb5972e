import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { SchemaObject } from './schema.ts';

/** A cell, as every table of ours has it. */
export type Cell = string | number | null;

/** The table that holds the digests; it is the only one without. */
const DIGEST_TABLE = 'content_digest';

/**
 * SQLite has no checksums: a flipped bit in a value is read as another value. So every table is cut into chunks of
 * neighbouring keys, and the file states how many rows a chunk has and what they hash to. A write renews the chunks
 * that it touched, opening recomputes them all. See docs/adr/0003-project-file.md.
 */
interface ChunkDigest {
  readonly rows: number;
  /** Half a SHA-256, hexadecimal. */
  readonly digest: string;
}

/** Rows with one `key >> CHUNK_BITS` are a chunk. */
const CHUNK_BITS = 7;

/** Which chunk a row belongs to; a table without an INTEGER key is one chunk, number 0. */
export function chunkOf(key: Cell | undefined): number {
  return typeof key === 'number' ? Math.floor(key / 2 ** CHUNK_BITS) : 0;
}

/** How the digests of one table are computed. */
export interface DigestPlan {
  readonly table: string;
  /** Name of the INTEGER PRIMARY KEY, null when the table is one chunk. */
  readonly key: string | null;
  compute(chunk: number): ChunkDigest;
}

/** @param table a name out of the expected schema: it becomes part of the SQL */
export function digestPlan(database: Database, table: string): DigestPlan {
  const columns = database.pragma(`table_info("${table}")`) as { name: string; type: string; pk: number }[];
  const keys = columns.filter(({ pk }) => pk > 0);
  const key = keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0].name : null;
  // Each cell with its length, so that no two rows read alike; `-` is NULL, which concat() skips.
  const cells = columns.map(({ name }) => `coalesce(octet_length("${name}"), '-'), ':', "${name}"`).join(', ');
  const order = keys.map(({ name }) => `"${name}"`).join(', ');
  const range = key === null ? '' : `WHERE "${key}" BETWEEN ? AND ?`;
  const statement = database
    .prepare<number[], [number, Buffer | null]>(
      `SELECT count(*), CAST(group_concat(row, '') AS BLOB) FROM (SELECT concat(${cells}) AS row FROM "${table}" NOT INDEXED ${range} ORDER BY ${order})`,
    )
    .raw();
  const compute = (chunk: number): ChunkDigest => {
    const first = chunk * 2 ** CHUNK_BITS;
    const [rows, content] = statement.get(...(key === null ? [] : [first, first + 2 ** CHUNK_BITS - 1])) ?? [0, null];
    return { rows, digest: hash('sha256', content ?? '', 'hex').slice(0, 32) };
  };
  return { table, key, compute };
}

/** The tables that have digests, by the schema. */
export function contentTables(schema: readonly SchemaObject[]): string[] {
  return schema.filter(({ type, name }) => type === 'table' && name !== DIGEST_TABLE).map(({ name }) => name);
}

/** States what these chunks hold now; inside the transaction that changed them. */
export function writeDigests(database: Database, plan: DigestPlan, chunks: Iterable<number>): void {
  const put = database.prepare(
    `INSERT OR REPLACE INTO ${DIGEST_TABLE} (name, chunk, rows, digest) VALUES (?, ?, ?, ?)`,
  );
  const remove = database.prepare(`DELETE FROM ${DIGEST_TABLE} WHERE name = ? AND chunk = ?`);
  for (const chunk of chunks) {
    const { rows, digest } = plan.compute(chunk);
    if (rows > 0) put.run(plan.table, chunk, rows, digest);
    else remove.run(plan.table, chunk);
  }
}

/** States the digests of everything anew, as after a migration. */
export function writeAllDigests(database: Database, tables: readonly string[]): void {
  database.exec(`DELETE FROM ${DIGEST_TABLE}`);
  for (const table of tables) {
    const plan = digestPlan(database, table);
    writeDigests(database, plan, plan.key === null ? [0] : chunksOf(database, plan, '1', []));
  }
}

/** The chunks that rows under a condition stand in. */
export function chunksOf(database: Database, plan: DigestPlan, where: string, values: readonly Cell[]): number[] {
  if (plan.key === null) return [0];
  const sql = `SELECT DISTINCT "${plan.key}" >> ${CHUNK_BITS} FROM "${plan.table}" WHERE ${where}`;
  return database
    .prepare<Cell[], number>(sql)
    .pluck()
    .all(...values);
}

/** The first table whose content is not what the file states; null when all is as written. */
export function findDigestMismatch(database: Database, tables: readonly string[]): string | null {
  const stated = database
    .prepare<[], ChunkDigest & { name: string; chunk: number }>(`SELECT name, chunk, rows, digest FROM ${DIGEST_TABLE}`)
    .all();
  const byTable = Map.groupBy(stated, ({ name }) => name);
  const unknown = [...byTable.keys()].find((name) => !tables.includes(name));
  if (unknown !== undefined) return unknown;
  return tables.find((table) => !isAsStated(database, table, byTable.get(table) ?? [])) ?? null;
}

function isAsStated(database: Database, table: string, stated: readonly (ChunkDigest & { chunk: number })[]): boolean {
  const plan = digestPlan(database, table);
  const total = stated.reduce((sum, { rows }) => sum + rows, 0);
  if (database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() !== total) return false;
  return stated.every((chunk) => {
    const { rows, digest } = plan.compute(chunk.chunk);
    return rows === chunk.rows && digest === chunk.digest;
  });
}

/** One text for the content of the whole project: equal rows, equal text, whatever the file looks like inside. */
export function contentDigest(database: Database): string {
  const lines = database
    .prepare<[], string>(`SELECT name || ' ' || chunk || ' ' || digest FROM ${DIGEST_TABLE} ORDER BY name, chunk`)
    .pluck()
    .all();
  return hash('sha256', lines.join('\n'), 'hex');
}
