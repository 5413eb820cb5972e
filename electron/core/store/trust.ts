import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Notes of the files that this computer closed last, so that they need not be looked through in a child process again.
 * A note is a hash of the path (no customer's name) and the file's identity, size and times. Whoever can forge those
 * already works on this computer; a file that came by mail, share or copy has others.
 */
const NOTES = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().max(200));

const MAX_NOTES = 200;

/** Notes a closed file. A note that cannot be written only costs time at the next opening. */
export function rememberClosed(folder: string, path: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const notes = Object.entries(readNotes(folder)).filter(([key]) => key !== keyOf(path));
    const latest = [...notes, [keyOf(path), stampOf(path)]].slice(-MAX_NOTES);
    const temporary = `${notesPath(folder)}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(Object.fromEntries(latest)), { mode: 0o600 });
    renameSync(temporary, notesPath(folder));
  } catch {
    // Not remembered: looked through again.
  }
}

/** True when the file is as this computer left it. */
export function isClosedHere(folder: string, path: string): boolean {
  try {
    return readNotes(folder)[keyOf(path)] === stampOf(path);
  } catch {
    return false;
  }
}

function readNotes(folder: string): Record<string, string> {
  try {
    return NOTES.parse(JSON.parse(readFileSync(notesPath(folder), 'utf8')));
  } catch {
    return {};
  }
}

const notesPath = (folder: string): string => join(folder, 'closed.json');

function keyOf(path: string): string {
  return createHash('sha256').update(realpathSync(path)).digest('hex');
}

/** The time of the last change of the entry (`ctime`) cannot be set by programs. */
function stampOf(path: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(':');
}
