import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { refusal } from './errors.ts';
import { APPLICATION_ID } from './schema.ts';

/** No project comes near this: 100,000 machines with their records take about 300 MB. */
const MAX_FILE_BYTES = 4 * 1024 ** 3;

/**
 * Looks at the first bytes before SQLite does: https://sqlite.org/fileformat2.html#the_database_header.
 * Must not be called while this process has the file open: closing any handle of a file drops its POSIX locks
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 * @returns its `user_version`, not yet to be trusted
 * @throws StoreError `missing`, `not-a-project`, `damaged`, `hostile`
 */
export function checkHeader(path: string): number {
  const { bytes, size } = readStart(path, 100);
  if (size > MAX_FILE_BYTES) {
    const megabytes = (value: number) => Math.round(value / 1024 ** 2);
    throw refusal('store-too-large', path, { megabytes: megabytes(size), limit: megabytes(MAX_FILE_BYTES) });
  }
  if (bytes.length < 100 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw refusal('store-not-a-project', path);
  }
  if (bytes.readUInt32BE(68) !== APPLICATION_ID) throw refusal('store-not-a-project', path);
  const version = bytes.readUInt32BE(60);
  if (version === 0) throw refusal('store-not-a-project', path);
  // Rollback journal, no reserved bytes, UTF-8: what every file of ours has. Anything else is a flipped bit or not ours.
  const isOurs = bytes[18] === 1 && bytes[19] === 1 && bytes[20] === 0 && bytes.readUInt32BE(56) === 1;
  if (!isOurs) throw refusal('store-damaged', path, { detail: 'the file header is not as written' });
  return version;
}

/** True when a write was interrupted and its journal waits beside the file. */
export function hasJournal(path: string): boolean {
  const journal = statSync(`${path}-journal`, { throwIfNoEntry: false });
  return journal !== undefined && journal.size > 0;
}

/** Last bytes of a journal that names a "super-journal"; ours never does. */
const JOURNAL_MAGIC = Buffer.from('d9d505f920a163d7', 'hex');

/**
 * A journal that comes with a file from elsewhere may name another file, which SQLite then reads and deletes
 * ("super-journal", https://sqlite.org/fileformat2.html#the_rollback_journal). Ours never names one.
 * @throws StoreError `hostile`
 */
export function checkJournal(path: string): void {
  const handle = openSync(`${path}-journal`, 'r');
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(JOURNAL_MAGIC.length);
    readSync(handle, tail, 0, tail.length, Math.max(0, size - tail.length));
    if (tail.equals(JOURNAL_MAGIC)) throw refusal('store-foreign-journal', path);
  } finally {
    closeSync(handle);
  }
}

function readStart(path: string, length: number): { bytes: Buffer; size: number } {
  const handle = openSync(path, 'r');
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw refusal('store-not-a-project', path);
    const bytes = Buffer.alloc(length);
    const read = readSync(handle, bytes, 0, length, 0);
    return { bytes: bytes.subarray(0, read), size: stat.size };
  } finally {
    closeSync(handle);
  }
}
