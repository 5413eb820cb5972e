import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { limit } from './limits.ts';

/** Bytes with a name, wherever they lie; they can be read more than once. */
export interface Source {
  /** As shown. */
  readonly name: string;
  readonly bytes: number;
  /** ISO 8601. */
  readonly modifiedAt: string;
  /** Absent for a member of an archive. */
  readonly path?: string | undefined;
  /** True for a member of an archive. */
  readonly isMember: boolean;
  stream(): AsyncIterable<Buffer>;
}

/** A file of the disk. */
export function fileSource(name: string, path: string, bytes: number, modified: Date): Source {
  return {
    name,
    bytes,
    modifiedAt: modified.toISOString(),
    path,
    isMember: false,
    stream: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
  };
}

/** A small file, held in memory while it is looked at, hashed and read: folders have thousands of them. Others as they are. */
export async function heldIfSmall(source: Source): Promise<Source> {
  if (source.path === undefined || source.bytes > limit('blockBytes')) return source;
  const bytes = await readFile(source.path);
  return {
    ...source,
    async *stream() {
      if (bytes.length > 0) yield bytes;
    },
  };
}

/** The first bytes, at most `size` of them. */
export async function readHead(source: Source, size: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.stream()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= size) break;
  }
  return Buffer.concat(chunks).subarray(0, size);
}
