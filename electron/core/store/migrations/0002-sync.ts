import type { Migration } from './migration.ts';

/**
 * What a sync asked of Azure and what came back, row by row as it came: it can be gone on with, and read anew offline.
 * A page of rows is packed (gzip, base64), since raw rows of 100,000 machines would take 300 MB as text.
 */
export const SYNC: Migration = {
  version: 2,
  name: 'sync',
  sql: `
CREATE TABLE sync_run (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (octet_length(json) <= 1048576)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_part (
  key INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES sync_run (id) DEFERRABLE INITIALLY DEFERRED,
  json TEXT NOT NULL CHECK (octet_length(json) <= 1048576)
) STRICT;
CREATE INDEX sync_part_run ON sync_part (run_id);
CREATE TABLE sync_page (
  key INTEGER PRIMARY KEY,
  part_key INTEGER NOT NULL REFERENCES sync_part (key) DEFERRABLE INITIALLY DEFERRED,
  rows INTEGER NOT NULL,
  packed TEXT NOT NULL CHECK (octet_length(packed) <= 1048576)
) STRICT;
CREATE INDEX sync_page_part ON sync_page (part_key);
`,
};
