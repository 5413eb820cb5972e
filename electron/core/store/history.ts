import type { Cell } from './digest.ts';
import { readEvidence, removeEvidence, setEvidenceState } from './evidence.ts';
import { fromJson } from './json.ts';
import { type Project, type RowChange, statement } from './project.ts';
import { deleteRow, getRow, insertRow, putRow } from './rows.ts';
import { TABLES, type TableName } from './tables.ts';
import { inTransaction } from './transaction.ts';

/**
 * The history of what people decided, kept in the project. An edit is recorded as the rows that it changed, before and
 * after; whoever makes an edit names it and cannot get its inverse wrong. What follows from files and decisions
 * (machines, findings, records) is not in it: after an undo the caller joins and plans anew where `tables` says so.
 */
export interface EditName {
  /** Method of the contract, e.g. `overrides.set`. */
  readonly command: string;
  /** ISO 8601. */
  readonly at: string;
  /** What a label may say about it, e.g. how many machines. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export interface Edit extends EditName {
  readonly number: number;
  /** Tables whose rows it changed. */
  readonly tables: readonly string[];
  /** Undone, and may be done again. */
  readonly isUndone: boolean;
}

/** One edit as one transaction: see `recordEdit`. */
export function edit<T>(project: Project, name: EditName, change: () => T): T {
  return inTransaction(project, () => recordEdit(project, name, change));
}

/**
 * Runs `change` inside the open transaction and keeps what it changed as one step of the history.
 * What was undone before cannot be done again afterwards. An edit that changes nothing leaves no step.
 */
export function recordEdit<T>(project: Project, name: EditName, change: () => T): T {
  const { session } = project;
  if (session.changes) throw new Error('An edit inside an edit');
  session.changes = [];
  let changes: RowChange[];
  let result: T;
  try {
    result = change();
  } finally {
    changes = mergeChanges(session.changes ?? []);
    session.changes = null;
  }
  if (changes.length > 0) keepEdit(project, name, changes);
  return result;
}

/**
 * Takes the last edit back; null when there is none.
 * @param follow what follows from it (machines joined anew), in the same transaction: a core that ends in between leaves
 *   the project as it was
 */
export function undo(project: Project, follow?: (done: Edit) => void): Edit | null {
  const apply = (kept: KeptEdit): void => {
    for (const change of kept.changes.toReversed()) applyRow(project, change, change.before);
    writeCursor(project, kept.number - 1);
  };
  return step(project, readCursor, apply, follow);
}

/** Does the edit again that was taken back last; null when there is none. `follow`: as for `undo`. */
export function redo(project: Project, follow?: (done: Edit) => void): Edit | null {
  const apply = (kept: KeptEdit): void => {
    for (const change of kept.changes) applyRow(project, change, change.after);
    writeCursor(project, kept.number);
  };
  return step(project, () => readCursor(project) + 1, apply, follow);
}

/** The step that `undo` would take back and the one that `redo` would do again, without what they changed. */
export function readNextSteps(project: Project): { readonly undo: EditName | null; readonly redo: EditName | null } {
  const cursor = readCursor(project);
  return { undo: readName(project, cursor), redo: readName(project, cursor + 1) };
}

/** The changes of a bulk edit are long: they stay in the file. */
function readName(project: Project, number: number): EditName | null {
  const sql = "SELECT command, at, json_extract(json, '$.params') FROM edit WHERE number = ?";
  const row = statement(project, sql).get(number);
  if (!row) return null;
  const [command, at, params] = row;
  return {
    command: String(command),
    at: String(at),
    params: params ? fromJson<EditName['params']>(params) : undefined,
  };
}

/** All steps, oldest first. */
export function readHistory(project: Project): Edit[] {
  const cursor = readCursor(project);
  return statement(project, 'SELECT * FROM edit ORDER BY number')
    .all()
    .map((row) => viewOf(keptFrom(row), cursor));
}

interface KeptEdit extends EditName {
  readonly number: number;
  readonly changes: readonly RowChange[];
}

/** So many steps stay; older ones are final. */
const MAX_EDITS = 100;

/** Fewer of those that brought or replaced files: all records that they could bring back stay in the file. */
const MAX_EVIDENCE_EDITS = 10;

function keepEdit(project: Project, { command, at, params }: EditName, changes: readonly RowChange[]): void {
  const cursor = readCursor(project);
  deleteEdits(project, '>', cursor);
  insertRow(project, 'edit', [cursor + 1, at, command, JSON.stringify({ params, changes })]);
  const [oldEvidence = 0] = statement(project, EVIDENCE_EDITS).get(MAX_EVIDENCE_EDITS) ?? [];
  deleteEdits(project, '<=', Math.max(cursor + 1 - MAX_EDITS, Number(oldEvidence)));
  writeCursor(project, cursor + 1);
}

function deleteEdits(project: Project, side: '>' | '<=', number: number): void {
  for (const [each = null] of statement(project, `SELECT number FROM edit WHERE number ${side} ?`).all(number)) {
    deleteRow(project, 'edit', [each]);
  }
}

/** A quote inside a text of the JSON is escaped, so this finds nothing but the name of a changed table. */
const EVIDENCE_EDITS = `SELECT number FROM edit WHERE json LIKE '%"table":"evidence"%' ORDER BY number DESC LIMIT 1 OFFSET ?`;

/** A row that changed twice counts once; one that ends as it began, not at all. */
function mergeChanges(changes: readonly RowChange[]): RowChange[] {
  const byRow = new Map<string, RowChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.table, keyOf(change)]);
    byRow.set(key, { ...change, before: byRow.has(key) ? (byRow.get(key)?.before ?? null) : change.before });
  }
  return [...byRow.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

function keyOf({ table, before, after }: RowChange): Cell[] {
  return (after ?? before ?? []).slice(0, TABLES[table as TableName].keys);
}

function applyRow(project: Project, change: RowChange, row: readonly Cell[] | null): void {
  const table = change.table as TableName;
  if (row) putRow(project, table, row);
  // An import that is taken back keeps its records, so that it can be done again without the customer's file.
  else if (table === 'evidence') setEvidenceState(project, String(keyOf(change)[0]), 'retired');
  else deleteRow(project, table, keyOf(change));
}

/**
 * Takes retired evidence away for good where no step of the history could bring it back.
 * @returns ids of what went
 */
export function purgeEvidence(project: Project): string[] {
  const kept = statement(project, 'SELECT * FROM edit')
    .all()
    .flatMap((row) => keptFrom(row).changes);
  const needed = new Set(kept.filter(({ table }) => table === 'evidence').map((change) => keyOf(change)[0]));
  const gone = readEvidence(project, 'retired').filter(({ id }) => !needed.has(id));
  for (const { id } of gone) removeEvidence(project, id);
  return gone.map(({ id }) => id);
}

function step(
  project: Project,
  numberOf: (project: Project) => number,
  apply: (kept: KeptEdit) => void,
  follow: ((done: Edit) => void) | undefined,
): Edit | null {
  return inTransaction(project, () => {
    const row = getRow(project, 'edit', [numberOf(project)]);
    if (!row) return null;
    const kept = keptFrom(row);
    apply(kept);
    const done = viewOf(kept, readCursor(project));
    follow?.(done);
    return done;
  });
}

function keptFrom([number, at, command, json]: readonly Cell[]): KeptEdit {
  const { params, changes } = fromJson<Pick<KeptEdit, 'params' | 'changes'>>(json);
  return { number: Number(number), at: String(at), command: String(command), params, changes };
}

function viewOf({ number, command, at, params, changes }: KeptEdit, cursor: number): Edit {
  const tables = [...new Set(changes.map(({ table }) => table))];
  return { number, command, at, params, tables, isUndone: number > cursor };
}

/** Number of the last edit that holds; 0 when none does. */
function readCursor(project: Project): number {
  return Number(getRow(project, 'counter', ['history'])?.[1] ?? 0);
}

function writeCursor(project: Project, number: number): void {
  putRow(project, 'counter', ['history', number]);
}
