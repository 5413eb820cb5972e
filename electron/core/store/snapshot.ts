import { isDeepStrictEqual } from 'node:util';
import type { Database } from 'better-sqlite3';
import type { Machine } from '../../../shared/model/index.ts';
import { decodeSnapshot, encodeSnapshot, SNAPSHOT_FIELDS, type Snapshot } from '../../../shared/snapshot/index.ts';
import type { Cell } from './digest.ts';
import { fromJson } from './json.ts';
import { type Project, statement } from './project.ts';
import { replaceRows } from './rows.ts';

type Column = Snapshot['columns'][keyof Snapshot['columns']];

/** As the schema limits a cell; so many machines that a column is larger have no snapshot in the file. */
const MAX_BYTES = 67_108_864;

/**
 * Keeps the machines as the page takes them, a row for each field: reading 100,000 of them one by one for every opening
 * takes ten times as long.
 * @param machines in the order in which `readMachines` gives them
 */
export function writeSnapshot(project: Project, machines: readonly Machine[]): void {
  const { columns } = encodeSnapshot(machines);
  const rows = SNAPSHOT_FIELDS.map((field, position): Cell[] => [position, field, JSON.stringify(columns[field])]);
  const fits = rows.every(([, , json]) => Buffer.byteLength(String(json)) <= MAX_BYTES);
  replaceRows(project, 'snapshot_column', fits && machines.length > 0 ? rows : []);
}

/** The machines as the page takes them; null when the file does not hold all fields that this version knows. */
export function readSnapshot(project: Project): Snapshot | null {
  const rows = statement(project, SELECT).all();
  return snapshotOf(rows, Number(statement(project, COUNT).get()?.[0] ?? 0));
}

/**
 * Whether a file from elsewhere shows the page other machines than it holds: the name of the first field that differs;
 * null when all is as the machines say. Its shapes have to be proved first.
 */
export function findForeignSnapshot(database: Database): string | null {
  const rows = database.prepare<[], Cell[]>(SELECT).raw().all();
  if (rows.length === 0) return null;
  const count = Number(database.prepare(COUNT).pluck().get());
  const snapshot = snapshotOf(rows, count);
  // Fields of another version: not read, so never shown.
  if (!snapshot) return null;
  let told: readonly Machine[];
  try {
    told = decodeSnapshot(snapshot);
  } catch {
    return 'length';
  }
  const jsons = database.prepare<[], string>('SELECT json FROM machine ORDER BY sequence').pluck().iterate();
  let position = 0;
  for (const json of jsons) {
    const machine = fromJson<Machine>(json);
    const shown = told[position];
    const differing = SNAPSHOT_FIELDS.find((field) => !isDeepStrictEqual(shown?.[field], machine[field]));
    if (differing !== undefined) return differing;
    position += 1;
  }
  return null;
}

const SELECT = 'SELECT field, json FROM snapshot_column ORDER BY position';
const COUNT = 'SELECT count(*) FROM machine';

function snapshotOf(rows: readonly Cell[][], count: number): Snapshot | null {
  const texts = new Map(rows.map(([field, json]) => [field, json]));
  if (!SNAPSHOT_FIELDS.every((field) => texts.has(field))) return null;
  const columns = SNAPSHOT_FIELDS.map((field) => [field, fromJson<Column>(texts.get(field))]);
  return { count, columns: Object.fromEntries(columns) as Snapshot['columns'] };
}
