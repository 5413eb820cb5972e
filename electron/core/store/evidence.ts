import type { Evidence, Finding, LocatedRecord, RecordType, SourceRecord } from '../../../shared/model/index.ts';
import type { Cell } from './digest.ts';
import { fromJson } from './json.ts';
import { type Project, statement } from './project.ts';
import { deleteRow, deleteRowsBy, getRow, insertRow, iteratePages, putRow } from './rows.ts';

/**
 * `active` evidence counts. `retired` evidence was replaced by a newer export or taken back; its records are kept,
 * so that this can be undone, until `purgeEvidence`.
 */
export type EvidenceState = 'active' | 'retired';

/** Adds or changes one file's entry; its records may come before or after it in the same transaction. */
export function putEvidence(project: Project, evidence: Evidence, state: EvidenceState = 'active'): void {
  const position = getRow(project, 'evidence', [evidence.id])?.[1] ?? nextPosition(project);
  putRow(project, 'evidence', [evidence.id, position, evidence.digest, state, JSON.stringify(evidence)]);
}

export function setEvidenceState(project: Project, id: string, state: EvidenceState): void {
  const row = getRow(project, 'evidence', [id]);
  if (row) putRow(project, 'evidence', row.toSpliced(3, 1, state));
}

/** In the order of import. */
export function readEvidence(project: Project, state: EvidenceState = 'active'): Evidence[] {
  return statement(project, 'SELECT json FROM evidence WHERE state = ? ORDER BY position')
    .all(state)
    .map(first<Evidence>);
}

/** The active evidence of a file with these bytes: the same file twice changes nothing. */
export function findEvidenceByDigest(project: Project, digest: string): Evidence | null {
  const row = statement(project, "SELECT json FROM evidence WHERE digest = ? AND state = 'active'").get(digest);
  return row ? first<Evidence>(row) : null;
}

/** Takes evidence away for good, with its records and findings. */
export function removeEvidence(project: Project, id: string): void {
  deleteRowsBy(project, 'record', 'evidence_id', id);
  deleteRowsBy(project, 'evidence_finding', 'evidence_id', id);
  deleteRow(project, 'evidence', [id]);
}

/** Takes one record after the other into the open transaction; nothing of them is kept in memory. */
export function recordWriter(project: Project, evidenceId: string): (record: SourceRecord) => void {
  let key = lastKey(project, 'record');
  return (record) => {
    key += 1;
    const row = [key, evidenceId, record.type, record.row, record.sheet ?? null, JSON.stringify(record)];
    insertRow(project, 'record', row);
  };
}

/** The same for many at once. */
export function insertRecords(project: Project, evidenceId: string, records: Iterable<SourceRecord>): number {
  const write = recordWriter(project, evidenceId);
  let count = 0;
  for (const record of records) {
    write(record);
    count += 1;
  }
  return count;
}

/** Records of active evidence, in the order of writing, page by page. */
export function* iterateRecords(
  project: Project,
  filter: { readonly type?: RecordType | undefined; readonly evidenceId?: string | undefined } = {},
): Generator<LocatedRecord> {
  const { type, evidenceId } = filter;
  const values = [evidenceId, type].filter((value) => value !== undefined);
  for (const row of iteratePages(project, recordSql(evidenceId !== undefined, type), values)) {
    yield { evidenceId: String(row[1]), record: fromJson<SourceRecord>(row[2]) };
  }
}

/**
 * A `+` keeps a condition from choosing the index: each page must come in the order of the key without sorting.
 * https://sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_
 * Nearly all records are of machines, so those stand in no index of types; a query has to say that it asks for none.
 */
export function recordSql(hasEvidence: boolean, type?: RecordType | undefined): string {
  const isRare = !hasEvidence && type !== 'machine';
  return [
    'SELECT key, evidence_id, json FROM record WHERE key > ?',
    hasEvidence ? 'AND evidence_id = ?' : '',
    type === undefined ? '' : isRare ? "AND type = ? AND type <> 'machine'" : 'AND +type = ?',
    "AND +evidence_id IN (SELECT id FROM evidence WHERE state = 'active') ORDER BY key LIMIT ?",
  ].join(' ');
}

/** What one row of one file said: the ground of a machine's values. */
export function findRecords(project: Project, place: { evidenceId: string; row: number }): SourceRecord[] {
  return statement(project, 'SELECT json FROM record WHERE evidence_id = ? AND row = ? ORDER BY key')
    .all(place.evidenceId, place.row)
    .map(first<SourceRecord>);
}

export function insertEvidenceFindings(project: Project, evidenceId: string, findings: Iterable<Finding>): void {
  let key = lastKey(project, 'evidence_finding');
  for (const found of findings) {
    key += 1;
    insertRow(project, 'evidence_finding', [key, evidenceId, found.severity, JSON.stringify(found)]);
  }
}

export function readEvidenceFindings(project: Project, evidenceId: string): Finding[] {
  return statement(project, 'SELECT json FROM evidence_finding WHERE evidence_id = ? ORDER BY key')
    .all(evidenceId)
    .map(first<Finding>);
}

function first<T>(row: readonly Cell[]): T {
  return fromJson<T>(row[0]);
}

function lastKey(project: Project, table: 'record' | 'evidence_finding'): number {
  return Number(statement(project, `SELECT coalesce(max(key), 0) FROM ${table}`).get()?.[0] ?? 0);
}

function nextPosition(project: Project): number {
  return Number(statement(project, 'SELECT coalesce(max(position), 0) + 1 FROM evidence').get()?.[0] ?? 1);
}
