import { type Zippable, zipSync } from 'fflate';

export interface Part {
  /** With `/` between folders. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** The first day that a zip can name; equal parts make equal bytes. */
const DATE = new Date(1980, 0, 1);

/**
 * Packs parts into a zip file, in memory.
 * @param level 0 keeps the bytes as they are, 6 packs them
 */
export function zipOf(parts: readonly Part[], level: 0 | 6): Buffer {
  const entries: Zippable = {};
  for (const { name, bytes } of parts) entries[name] = [bytes, { level, mtime: DATE }];
  return Buffer.from(zipSync(entries).buffer);
}
