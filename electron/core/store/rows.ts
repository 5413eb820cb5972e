import { type Cell, chunkOf, chunksOf } from './digest.ts';
import { digestPlanOf, type Project, statement } from './project.ts';
import { TABLES, type TableName } from './tables.ts';

/**
 * The only way that rows change. Whatever is written passes here, so the digests stay right and
 * an edit that is being recorded knows each row before and after. A row is an array in the order of
 * the table's columns; its key is the first of them (`keys` of them).
 */

/** Adds a row that is not there yet. */
export function insertRow(project: Project, table: TableName, row: readonly Cell[]): void {
  requireTransaction(project, table);
  statement(project, sqlOf(table).insert).run(...row);
  touch(project, table, chunkOf(row[0]));
  note(project, table, null, row);
}

/** Adds a row, or changes the one with its key; an equal row is left alone, and false comes back. */
export function putRow(project: Project, table: TableName, row: readonly Cell[]): boolean {
  requireTransaction(project, table);
  const { isUndoable, keys } = TABLES[table];
  const before = isUndoable ? (getRow(project, table, row.slice(0, keys)) ?? null) : null;
  if (statement(project, sqlOf(table).put).run(...row).changes === 0) return false;
  touch(project, table, chunkOf(row[0]));
  note(project, table, before, row);
  return true;
}

/** Takes the row with this key away; false when there is none. */
export function deleteRow(project: Project, table: TableName, key: readonly Cell[]): boolean {
  requireTransaction(project, table);
  const before = TABLES[table].isUndoable ? (getRow(project, table, key) ?? null) : null;
  if (statement(project, sqlOf(table).remove).run(...key).changes === 0) return false;
  touch(project, table, chunkOf(key[0]));
  note(project, table, before, null);
  return true;
}

/** Takes away every row with this value in a column of a derived table (no history is kept of it); the number of rows. */
export function deleteRowsBy(project: Project, table: TableName, column: string, value: Cell): number {
  requireTransaction(project, table);
  const plan = digestPlanOf(project, table);
  for (const chunk of chunksOf(project.session.database, plan, `${column} = ?`, [value])) touch(project, table, chunk);
  return statement(project, `DELETE FROM ${table} WHERE ${column} = ?`).run(value).changes;
}

/**
 * Makes the table hold exactly these rows, writing only those that differ: a new list of 100,000 machines
 * in which ten changed writes ten rows.
 * @returns whether any row differed
 */
export function replaceRows(project: Project, table: TableName, rows: Iterable<readonly Cell[]>): boolean {
  const { keys, columns } = TABLES[table];
  const keyOf = (row: readonly Cell[]) => (keys === 1 ? (row[0] ?? null) : JSON.stringify(row.slice(0, keys)));
  const existing = statement(project, `SELECT ${columns.slice(0, keys).join(', ')} FROM ${table}`).all();
  const gone = new Map(existing.map((key) => [keyOf(key), key]));
  const isEmpty = gone.size === 0;
  let differs = false;
  for (const row of rows) {
    gone.delete(keyOf(row));
    if (isEmpty) insertRow(project, table, row);
    if (isEmpty || putRow(project, table, row)) differs = true;
  }
  for (const key of gone.values()) deleteRow(project, table, key);
  return differs || gone.size > 0;
}

export function getRow(project: Project, table: TableName, key: readonly Cell[]): Cell[] | undefined {
  return statement(project, sqlOf(table).get).get(...key);
}

/**
 * The answer of a query page by page, so that memory does not grow with it and writes may come in between.
 * The query is ordered by an INTEGER key, its first column; it takes the last key seen, `values` and the page size.
 */
export function* iteratePages(project: Project, sql: string, values: readonly Cell[] = []): Generator<Cell[]> {
  const page = statement(project, sql);
  let last: Cell = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = page.all(last, ...values, PAGE);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.[0] ?? null;
  }
}

const PAGE = 500;

/** A write that no transaction holds together is a mistake of ours. */
function requireTransaction(project: Project, table: TableName): void {
  if (project.session.transaction === 'none') throw new Error(`A write to ${table} outside a transaction`);
}

/** Remembers a chunk: its digest is renewed at the commit. */
function touch(project: Project, table: TableName, chunk: number): void {
  const { touched } = project.session;
  const chunks = touched.get(table);
  if (chunks) chunks.add(chunk);
  else touched.set(table, new Set([chunk]));
}

function note(project: Project, table: TableName, before: readonly Cell[] | null, after: readonly Cell[] | null): void {
  if (TABLES[table].isUndoable) project.session.changes?.push({ table, before, after });
}

interface TableSql {
  readonly insert: string;
  readonly put: string;
  readonly remove: string;
  readonly get: string;
}

const SQL = new Map<TableName, TableSql>();

function sqlOf(table: TableName): TableSql {
  const known = SQL.get(table);
  if (known) return known;
  const { columns, keys } = TABLES[table];
  const key = columns.slice(0, keys);
  const rest = columns.slice(keys);
  const condition = key.map((column) => `${column} = ?`).join(' AND ');
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const assignments = rest.map((column) => `${column} = excluded.${column}`).join(', ');
  const differences = rest.map((column) => `${table}.${column} IS NOT excluded.${column}`).join(' OR ');
  const sql = {
    insert,
    put: `${insert} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${assignments} WHERE ${differences}`,
    remove: `DELETE FROM ${table} WHERE ${condition}`,
    get: `SELECT * FROM ${table} WHERE ${condition}`,
  };
  SQL.set(table, sql);
  return sql;
}
