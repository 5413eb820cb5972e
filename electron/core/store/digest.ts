import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** A cell, as every table of ours has it. */
export type Cell = string | number | null;

/**
 * What a table holds, whatever the order of its rows: the number of rows and the sum of their hashes.
 * A row that comes adds its hash and one that goes takes it off, so a write costs its own rows only.
 * Two lanes of 48 bits, so that sums stay exact in plain numbers.
 */
export interface TableDigest {
  readonly rows: number;
  readonly low: number;
  readonly high: number;
}

export const EMPTY_DIGEST: TableDigest = { rows: 0, low: 0, high: 0 };

const LANE = 2 ** 48;

/** The digest of one row: SHA-256 over its cells, each with its type and length, so that no two rows read alike. */
export function digestOfRow(cells: readonly Cell[]): TableDigest {
  let text = '';
  for (const cell of cells) {
    if (cell === null) text += 'n';
    else if (typeof cell === 'number') text += `i${cell};`;
    else text += `t${cell.length};${cell}`;
  }
  const bytes = hash('sha256', text, 'binary');
  return { rows: 1, low: lane(bytes, 0), high: lane(bytes, 6) };
}

function lane(bytes: string, from: number): number {
  const head = (bytes.charCodeAt(from) << 16) | (bytes.charCodeAt(from + 1) << 8) | bytes.charCodeAt(from + 2);
  const tail = (bytes.charCodeAt(from + 3) << 16) | (bytes.charCodeAt(from + 4) << 8) | bytes.charCodeAt(from + 5);
  return head * 2 ** 24 + tail;
}

/** The table with these rows too. */
export function addDigest(table: TableDigest, rows: TableDigest): TableDigest {
  return { rows: table.rows + rows.rows, low: (table.low + rows.low) % LANE, high: (table.high + rows.high) % LANE };
}

/** The table without these rows. */
export function subtractDigest(table: TableDigest, rows: TableDigest): TableDigest {
  return {
    rows: table.rows - rows.rows,
    low: (table.low - rows.low + LANE) % LANE,
    high: (table.high - rows.high + LANE) % LANE,
  };
}

export function isEqualDigest(one: TableDigest, other: TableDigest): boolean {
  return one.rows === other.rows && one.low === other.low && one.high === other.high;
}

/** The table that holds the digests; it is the only one without a digest. */
export const DIGEST_TABLE = 'content_digest';

/** Reads every row of a table and sums up: what opening and `check` do. */
export function computeDigest(database: Database, table: string): TableDigest {
  let sum = EMPTY_DIGEST;
  for (const row of database.prepare<[], Cell[]>(`SELECT * FROM "${table}"`).raw().iterate()) {
    sum = addDigest(sum, digestOfRow(row));
  }
  return sum;
}

/** The digests as the file states them. */
export function readDigests(database: Database): Map<string, TableDigest> {
  const rows = database
    .prepare<[], TableDigest & { name: string }>(`SELECT name, rows, low, high FROM ${DIGEST_TABLE}`)
    .all();
  return new Map(rows.map(({ name, ...digest }) => [name, digest]));
}

/** States a table's digest in the file; inside the transaction that changed the table. */
export function writeDigest(database: Database, table: string, digest: TableDigest): void {
  database
    .prepare(`INSERT OR REPLACE INTO ${DIGEST_TABLE} (name, rows, low, high) VALUES (?, ?, ?, ?)`)
    .run(table, digest.rows, digest.low, digest.high);
}

/** One text for the content of the whole project: equal content, equal text. */
export function contentDigest(digests: ReadonlyMap<string, TableDigest>): string {
  const lines = [...digests]
    .filter(([, digest]) => digest.rows > 0)
    .map(([name, digest]) => `${name} ${digest.rows} ${digest.low} ${digest.high}`)
    .sort();
  return hash('sha256', lines.join('\n'), 'hex');
}
