import type { Migration } from './migration.ts';

/**
 * No cell is larger than this, so that no hostile file can fill the memory. SQLite leaves these constraints out where a
 * file is opened for reading: there `shapes.ts` looks at the sizes.
 */
const ROW = 'CHECK (octet_length(json) <= 1048576)';
/** A list of every machine, or an edit of them all, in one cell. */
const LARGE = 'CHECK (octet_length(json) <= 67108864)';

/**
 * Plain rows: what queries ask for stands in columns, the whole object beside it as JSON.
 * All columns are TEXT or INTEGER: the digest counts on that.
 */
export const FIRST: Migration = {
  version: 1,
  name: 'first',
  sql: `
CREATE TABLE content_digest (
  name TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  digest TEXT NOT NULL CHECK (octet_length(digest) = 32),
  PRIMARY KEY (name, chunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (name TEXT PRIMARY KEY, json TEXT NOT NULL ${ROW}) STRICT, WITHOUT ROWID;
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, json TEXT NOT NULL ${ROW}) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  digest TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  json TEXT NOT NULL ${ROW}
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence_finding (
  key INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  severity TEXT NOT NULL,
  json TEXT NOT NULL ${ROW}
) STRICT;
CREATE INDEX evidence_finding_place ON evidence_finding (evidence_id);
CREATE TABLE record (
  key INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL,
  row INTEGER NOT NULL,
  sheet TEXT,
  json TEXT NOT NULL ${ROW}
) STRICT;
CREATE INDEX record_evidence ON record (evidence_id);
CREATE INDEX record_place ON record (row, evidence_id);
CREATE INDEX record_type ON record (type) WHERE type <> 'machine';

CREATE TABLE machine (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sort_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  subscription_id TEXT,
  resource_id TEXT,
  json TEXT NOT NULL ${ROW}
) STRICT;
CREATE INDEX machine_order ON machine (sort_key, id);
CREATE INDEX machine_resource ON machine (resource_id) WHERE resource_id IS NOT NULL;
CREATE TABLE snapshot_column (position INTEGER PRIMARY KEY, field TEXT NOT NULL, json TEXT NOT NULL ${LARGE}) STRICT;
CREATE TABLE known_machine (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, json TEXT NOT NULL ${ROW}) STRICT;
CREATE TABLE subscription (id TEXT PRIMARY KEY, json TEXT NOT NULL ${ROW}) STRICT, WITHOUT ROWID;
CREATE TABLE inventory_part (part TEXT NOT NULL, position INTEGER NOT NULL, json TEXT NOT NULL ${LARGE}, PRIMARY KEY (part, position)) STRICT, WITHOUT ROWID;

CREATE TABLE identity_decision (position INTEGER PRIMARY KEY, json TEXT NOT NULL ${ROW}) STRICT;
CREATE TABLE pasted_list (name TEXT PRIMARY KEY, json TEXT NOT NULL ${LARGE}) STRICT, WITHOUT ROWID;
CREATE TABLE machine_override (machine_id TEXT PRIMARY KEY, json TEXT NOT NULL ${ROW}) STRICT, WITHOUT ROWID;
CREATE TABLE scenario (id TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL ${ROW}) STRICT, WITHOUT ROWID;
CREATE TABLE saved_view (id TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL ${ROW}) STRICT, WITHOUT ROWID;
CREATE TABLE column_map (fingerprint TEXT PRIMARY KEY, json TEXT NOT NULL ${ROW}) STRICT, WITHOUT ROWID;

CREATE TABLE edit (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  command TEXT NOT NULL,
  json TEXT NOT NULL ${LARGE}
) STRICT;
`,
};
