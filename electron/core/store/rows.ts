import { addDigest, type Cell, digestOfRow, EMPTY_DIGEST, subtractDigest, type TableDigest } from './digest.ts';
import { type Project, statement } from './project.ts';
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
  count(project, table, digestOfRow(row), EMPTY_DIGEST);
  note(project, table, null, row);
}

/** Adds a row, or changes the one with its key. */
export function putRow(project: Project, table: TableName, row: readonly Cell[]): void {
  requireTransaction(project, table);
  const before = getRow(project, table, row.slice(0, TABLES[table].keys));
  if (!before) {
    insertRow(project, table, row);
    return;
  }
  statement(project, sqlOf(table).update).run(...row.slice(TABLES[table].keys), ...row.slice(0, TABLES[table].keys));
  count(project, table, digestOfRow(row), digestOfRow(before));
  note(project, table, before, row);
}

/** Takes the row with this key away; false when there is none. */
export function deleteRow(project: Project, table: TableName, key: readonly Cell[]): boolean {
  requireTransaction(project, table);
  const before = getRow(project, table, key);
  if (!before) return false;
  statement(project, sqlOf(table).remove).run(...key);
  count(project, table, EMPTY_DIGEST, digestOfRow(before));
  note(project, table, before, null);
  return true;
}

/** Takes away every row with this value in a column; the number of rows. */
export function deleteRowsBy(project: Project, table: TableName, column: string, value: Cell): number {
  requireTransaction(project, table);
  let gone = EMPTY_DIGEST;
  const rows = statement(project, `SELECT * FROM ${table} WHERE ${column} = ?`).iterate(value);
  for (const row of rows) {
    gone = addDigest(gone, digestOfRow(row));
    note(project, table, row, null);
  }
  statement(project, `DELETE FROM ${table} WHERE ${column} = ?`).run(value);
  count(project, table, EMPTY_DIGEST, gone);
  return gone.rows;
}

/**
 * Makes the table hold exactly these rows, writing only those that differ: a new list of 100,000 machines
 * in which ten changed writes ten rows.
 */
export function replaceRows(project: Project, table: TableName, rows: Iterable<readonly Cell[]>): void {
  const { keys } = TABLES[table];
  const existing = new Map<string, TableDigest>();
  for (const row of statement(project, `SELECT * FROM ${table}`).iterate()) {
    existing.set(keyText(row, keys), digestOfRow(row));
  }
  for (const row of rows) {
    const key = keyText(row, keys);
    const before = existing.get(key);
    existing.delete(key);
    if (!before) insertRow(project, table, row);
    else if (!isSameRow(before, row)) putRow(project, table, row);
  }
  for (const key of existing.keys()) deleteRow(project, table, JSON.parse(key) as Cell[]);
}

function isSameRow(before: TableDigest, row: readonly Cell[]): boolean {
  const { low, high } = digestOfRow(row);
  return before.low === low && before.high === high;
}

function keyText(row: readonly Cell[], keys: number): string {
  return JSON.stringify(row.slice(0, keys));
}

export function getRow(project: Project, table: TableName, key: readonly Cell[]): Cell[] | undefined {
  return statement(project, sqlOf(table).get).get(...key);
}

/** Keyset pages: the file is not held busy between two of them, so writes may come in between. */
const PAGE = 500;

/**
 * Rows in the order of an INTEGER key, page by page, so that memory does not grow with the table.
 * `where` is a condition with its values.
 */
export function* iterateByKey(
  project: Project,
  table: TableName,
  where = '1',
  values: readonly Cell[] = [],
): Generator<Cell[]> {
  const [key] = TABLES[table].columns;
  const page = statement(project, `SELECT * FROM ${table} WHERE ${key} > ? AND ${where} ORDER BY ${key} LIMIT ${PAGE}`);
  let last: Cell = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = page.all(last, ...values);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.[0] ?? null;
  }
}

/** A write that no transaction holds together is a mistake of ours. */
function requireTransaction(project: Project, table: TableName): void {
  if (project.session.transaction === 'none') throw new Error(`A write to ${table} outside a transaction`);
}

function count(project: Project, table: TableName, added: TableDigest, removed: TableDigest): void {
  const { session } = project;
  const digest = session.digests.get(table) ?? EMPTY_DIGEST;
  session.digests.set(table, addDigest(subtractDigest(digest, removed), added));
  session.changedTables.add(table);
}

function note(project: Project, table: TableName, before: readonly Cell[] | null, after: readonly Cell[] | null): void {
  if (TABLES[table].isUndoable) project.session.changes?.push({ table, before, after });
}

interface TableSql {
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
  readonly get: string;
}

const SQL = new Map<TableName, TableSql>();

function sqlOf(table: TableName): TableSql {
  const known = SQL.get(table);
  if (known) return known;
  const { columns, keys } = TABLES[table];
  const condition = columns
    .slice(0, keys)
    .map((column) => `${column} = ?`)
    .join(' AND ');
  const assignments = columns.slice(keys).map((column) => `${column} = ?`);
  const sql = {
    insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    update: `UPDATE ${table} SET ${assignments.join(', ')} WHERE ${condition}`,
    remove: `DELETE FROM ${table} WHERE ${condition}`,
    get: `SELECT * FROM ${table} WHERE ${condition}`,
  };
  SQL.set(table, sql);
  return sql;
}
