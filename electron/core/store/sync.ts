import { gunzipSync, gzipSync } from 'node:zlib';
import type { SyncPart, SyncRun } from '../../../shared/model/index.ts';
import { refusal } from './errors.ts';
import { fromJson } from './json.ts';
import { type Project, statement } from './project.ts';
import { deleteRow, deleteRowsBy, getRow, insertRow, putRow } from './rows.ts';

/** A part of a run as it stands in the file. */
export interface StoredPart extends SyncPart {
  readonly key: number;
  readonly runId: string;
}

/** Adds or changes a run. Inside a transaction, as everything here that writes. */
export function putSyncRun(project: Project, run: SyncRun): void {
  const position = getRow(project, 'sync_run', [run.id])?.[1] ?? nextPosition(project);
  putRow(project, 'sync_run', [run.id, position, JSON.stringify(run)]);
}

/** The oldest first. */
export function readSyncRuns(project: Project): SyncRun[] {
  return statement(project, 'SELECT json FROM sync_run ORDER BY position')
    .all()
    .map(([json]) => fromJson<SyncRun>(json));
}

/** Takes a run away with everything that it read. */
export function removeSyncRun(project: Project, id: string): void {
  for (const { key } of readSyncParts(project, id)) {
    deleteRowsBy(project, 'sync_page', 'part_key', key);
    deleteRow(project, 'sync_part', [key]);
  }
  deleteRow(project, 'sync_run', [id]);
}

export function addSyncParts(project: Project, runId: string, parts: readonly SyncPart[]): StoredPart[] {
  let key = Number(statement(project, 'SELECT coalesce(max(key), 0) FROM sync_part').get()?.[0] ?? 0);
  return parts.map((part) => {
    key += 1;
    insertRow(project, 'sync_part', [key, runId, JSON.stringify(part)]);
    return { ...part, key, runId };
  });
}

export function putSyncPart(project: Project, { key, runId, ...part }: StoredPart): void {
  putRow(project, 'sync_part', [key, runId, JSON.stringify(part)]);
}

/** In the order in which they are asked. */
export function readSyncParts(project: Project, runId: string): StoredPart[] {
  return statement(project, 'SELECT key, json FROM sync_part WHERE run_id = ? ORDER BY key')
    .all(runId)
    .map(([key, json]) => ({ ...fromJson<SyncPart>(json), key: Number(key), runId }));
}

/** Keeps rows as they came; a page that is too large for a cell becomes several. */
export function addSyncRows(project: Project, part: StoredPart, rows: readonly unknown[]): void {
  if (rows.length === 0) return;
  const packed = gzipSync(JSON.stringify(rows)).toString('base64');
  if (packed.length > MOST_BYTES && rows.length > 1) {
    const half = Math.ceil(rows.length / 2);
    addSyncRows(project, part, rows.slice(0, half));
    addSyncRows(project, part, rows.slice(half));
    return;
  }
  const key = Number(statement(project, 'SELECT coalesce(max(key), 0) + 1 FROM sync_page').get()?.[0] ?? 1);
  insertRow(project, 'sync_page', [key, part.key, rows.length, packed]);
}

/** Forgets what a part read so far, since it has to be read again from its beginning. */
export function clearSyncRows(project: Project, part: StoredPart): void {
  deleteRowsBy(project, 'sync_page', 'part_key', part.key);
}

/** The rows of a part, page by page, in the order in which they came. @throws StoreError `damaged` */
export function* iterateSyncRows(project: Project, part: Pick<StoredPart, 'key'>): Generator<unknown> {
  let last = 0;
  for (;;) {
    const page = statement(project, NEXT_PAGE).get(part.key, last);
    if (!page) return;
    last = Number(page[0]);
    yield* readPage(project, String(page[1]));
  }
}

/** One at a time: a page may have a megabyte. */
export const NEXT_PAGE = 'SELECT key, packed FROM sync_page WHERE part_key = ? AND key > ? ORDER BY key LIMIT 1';

/** Room for a cell of a page, below the limit of the schema. */
const MOST_BYTES = 1_000_000;

/** A cell of a megabyte never unpacks to more: a file from elsewhere may have been packed to burst. */
const MOST_UNPACKED = 64 * 2 ** 20;

/** Digests prove that a page is as it was written, not that we wrote it. */
function readPage(project: Project, packed: string): unknown[] {
  try {
    const rows: unknown = JSON.parse(unpack(packed));
    if (Array.isArray(rows)) return rows;
  } catch (error) {
    throw refusal('store-sync-rows', project.path, { detail: error instanceof Error ? error.message : '' }, error);
  }
  throw refusal('store-sync-rows', project.path, { detail: 'no list' });
}

function unpack(packed: string): string {
  return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_UNPACKED }).toString('utf8');
}

function nextPosition(project: Project): number {
  return Number(statement(project, 'SELECT coalesce(max(position), 0) + 1 FROM sync_run').get()?.[0] ?? 1);
}
