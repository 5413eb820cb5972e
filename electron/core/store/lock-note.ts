import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { refusal, type StoreError } from './errors.ts';

/**
 * Says who has a project open. The lock is SQLite's; this note beside the file only lets the second opener
 * hear a name. It is written best effort, and never believed further than to be shown.
 */
const NOTE = z.object({
  pid: z.number().int().positive(),
  host: z.string().max(255),
  since: z.string().max(40),
});

const MAX_NOTE_BYTES = 2000;

const notePath = (path: string): string => `${path}-open`;

export function writeLockNote(path: string, now: string): void {
  const note: z.infer<typeof NOTE> = { pid: process.pid, host: hostname(), since: now };
  try {
    writeFileSync(notePath(path), JSON.stringify(note), { mode: 0o600 });
  } catch {
    // A folder without room or right for the note still holds the lock.
  }
}

export function removeLockNote(path: string): void {
  try {
    rmSync(notePath(path), { force: true });
  } catch {
    // Left behind it is only a stale name: it is read only where the lock is really held.
  }
}

/** The refusal to a second opener, with the name of the first where the note tells it. */
export function lockedBy(path: string): StoreError {
  try {
    if (existsSync(notePath(path)) && statSync(notePath(path)).size <= MAX_NOTE_BYTES) {
      const note = NOTE.parse(JSON.parse(readFileSync(notePath(path), 'utf8')));
      if (mayStillRun(note)) return refusal('store-locked', path, note);
    }
  } catch {
    // An unreadable note tells no name.
  }
  return refusal('store-locked-unknown', path);
}

/** A process that was killed leaves its note behind; on this computer that can be seen. */
function mayStillRun({ pid, host }: z.infer<typeof NOTE>): boolean {
  if (host !== hostname()) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
