/** A table as the writing code knows it; `test/electron/core/store/tables.test.ts` compares it with the schema. */
export interface Table {
  readonly columns: readonly string[];
  /** The first so many columns are the key. */
  readonly keys: number;
  /** What a person decided: an edit of it is kept in the history. The rest follows from files. */
  readonly isUndoable: boolean;
}

const derived = (columns: readonly string[], keys = 1): Table => ({ columns, keys, isUndoable: false });
const decided = (columns: readonly string[], keys = 1): Table => ({ columns, keys, isUndoable: true });

export const TABLES = {
  fact: derived(['name', 'json']),
  counter: derived(['name', 'value']),
  evidence: decided(['id', 'position', 'digest', 'state', 'json']),
  evidence_finding: derived(['key', 'evidence_id', 'severity', 'json']),
  record: derived(['key', 'evidence_id', 'type', 'row', 'sheet', 'json']),
  machine: derived(['sequence', 'id', 'sort_key', 'kind', 'subscription_id', 'resource_id', 'json']),
  known_machine: derived(['sequence', 'id', 'json']),
  snapshot_column: derived(['position', 'field', 'json']),
  subscription: derived(['id', 'json']),
  inventory_part: derived(['part', 'position', 'json'], 2),
  setting: decided(['name', 'json']),
  identity_decision: decided(['position', 'json']),
  pasted_list: decided(['name', 'json']),
  machine_override: decided(['machine_id', 'json']),
  scenario: decided(['id', 'position', 'json']),
  saved_view: decided(['id', 'position', 'json']),
  column_map: derived(['fingerprint', 'json']),
  edit: derived(['number', 'at', 'command', 'json']),
  sync_run: derived(['id', 'position', 'json']),
  sync_part: derived(['key', 'run_id', 'json']),
  sync_page: derived(['key', 'part_key', 'rows', 'packed']),
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;
