import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { contentTables, writeAllDigests } from '../../../../electron/core/store/digest.ts';
import { readSchema } from '../../../../electron/core/store/schema.ts';

/** Changes a project file as somebody would who knows our format. */
export function tamper(path: string, sql: string): void {
  withRaw(path, (database) => database.exec(sql));
}

/** The same, with digests that are right again: only the meaning is wrong. */
export function forge(path: string, sql: string): void {
  withRaw(path, (database) => {
    database.exec(sql);
    writeAllDigests(database, contentTables(readSchema(database)));
  });
}

export function overwriteBytes(path: string, at: number, bytes: readonly number[]): void {
  const content = readFileSync(path);
  content.set(bytes, at);
  writeFileSync(path, content);
}

function withRaw(path: string, change: (database: Database.Database) => void): void {
  const database = new Database(path);
  try {
    database.unsafeMode(true);
    database.pragma('writable_schema = ON');
    database.pragma('foreign_keys = OFF');
    change(database);
  } finally {
    database.close();
  }
}

const PAGE = 4096;
/** Deeper than this SQLite gives up; each level multiplies the way by `WIDTH`. */
const LEVELS = 15;
const WIDTH = 300;

/**
 * A file whose schema table is a tree in which every child of a page is the same page: reading the schema takes
 * `WIDTH ** LEVELS` steps, and neither version nor schema can be compared before it is read.
 * Format: https://sqlite.org/fileformat2.html#b_tree_pages
 */
export function endlessSchema(path: string, applicationId: number): void {
  const database = new Database(path);
  database.pragma(`page_size = ${PAGE}`);
  database.pragma(`application_id = ${applicationId}`);
  database.pragma('user_version = 1');
  database.exec('CREATE TABLE t (a TEXT UNIQUE)');
  database.close();
  const original = readFileSync(path);
  const [table, index] = schemaCells(original);
  if (!table || !index) throw new Error('Two rows were expected in the schema');
  const pages: Buffer[] = [
    Buffer.from(original.subarray(0, PAGE)),
    ...Array.from({ length: 2 }, (_, n) => original.subarray((n + 1) * PAGE, (n + 2) * PAGE)),
  ];
  // Page 4: the table's row. Pages 5 … : the ladder. Last page: the row of its automatic index, which may come again and again.
  const firstLevel = 5;
  const leaf = firstLevel + LEVELS;
  pages.push(leafPage([table]));
  for (let level = 0; level < LEVELS; level += 1) {
    const child = level === LEVELS - 1 ? leaf : firstLevel + level + 1;
    pages.push(
      interiorPage(
        Array.from({ length: WIDTH }, () => child),
        child,
        0,
      ),
    );
  }
  pages.push(leafPage([index]));
  const root = interiorPage([4], firstLevel, 100);
  original.copy(root, 0, 0, 100);
  root.writeUInt32BE(pages.length, 28);
  pages[0] = root;
  writeFileSync(path, Buffer.concat(pages));
}

function schemaCells(file: Buffer): Buffer[] {
  const count = file.readUInt16BE(103);
  return Array.from({ length: count }, (_, n) => {
    const at = file.readUInt16BE(108 + n * 2);
    return file.subarray(at, at + 2 + (file[at] ?? 0));
  });
}

function leafPage(cells: readonly Buffer[]): Buffer {
  const page = Buffer.alloc(PAGE);
  let end = PAGE;
  for (const [index, cell] of cells.entries()) {
    end -= cell.length;
    cell.copy(page, end);
    page.writeUInt16BE(end, 8 + index * 2);
  }
  page[0] = 13;
  page.writeUInt16BE(cells.length, 3);
  page.writeUInt16BE(end, 5);
  return page;
}

function interiorPage(children: readonly number[], right: number, header: number): Buffer {
  const page = Buffer.alloc(PAGE);
  let end = PAGE;
  for (const [index, child] of children.entries()) {
    end -= 5;
    page.writeUInt32BE(child, end);
    page[end + 4] = 1;
    page.writeUInt16BE(end, header + 12 + index * 2);
  }
  page[header] = 5;
  page.writeUInt16BE(children.length, header + 3);
  page.writeUInt16BE(end, header + 5);
  page.writeUInt32BE(right, header + 8);
  return page;
}
