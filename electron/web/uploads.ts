import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Files that were dropped on the page, as files of their own for the core to read. Customers' data: they go as soon as they can. */
export interface Uploads {
  readonly folder: string;
  /**
   * Streams a request's body into a file of this page.
   * @throws UploadTooLarge, the file system's error
   */
  receive(page: string, name: string, request: IncomingMessage): Promise<string>;
  /** Deletes what this page uploaded. */
  drop(page: string): void;
  close(): void;
}

export interface UploadLimits {
  readonly fileBytes: number;
  /** Of all files at one time. */
  readonly totalBytes: number;
}

export class UploadTooLarge extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super('upload too large');
    this.limit = limit;
  }
}

const PREFIX = 'dfs-planner-upload-';

/** Makes the folder, readable by this user alone, and clears away what a host left behind that was ended by force. */
export function createUploads(limits: UploadLimits): Uploads {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const sizes = new Map<string, number>();
  let last = 0;
  return {
    folder,
    async receive(page, name, request) {
      const taken = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      const room = Math.min(limits.fileBytes, limits.totalBytes - taken);
      if (Number(request.headers['content-length'] ?? 0) > room) throw new UploadTooLarge(room);
      last += 1;
      const place = join(folder, page, String(last));
      mkdirSync(place, { recursive: true, mode: 0o700 });
      const path = join(place, safeName(name));
      try {
        await pipeline(
          request,
          counted(room, (bytes) => sizes.set(path, bytes)),
          createWriteStream(path, { mode: 0o600 }),
        );
        return path;
      } catch (error) {
        sizes.delete(path);
        rmSync(place, { recursive: true, force: true });
        throw error;
      }
    },
    drop(page) {
      const place = join(folder, page);
      rmSync(place, { recursive: true, force: true });
      for (const path of sizes.keys()) if (path.startsWith(place)) sizes.delete(path);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Passes bytes on and tells their number. */
function counted(room: number, tell: (bytes: number) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      tell(bytes);
      if (bytes > room) done(new UploadTooLarge(room));
      else done(null, chunk);
    },
  });
}

/** The file's own name, which the user sees again, without what leads elsewhere or is no name on some system. */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  const plain = base.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/[. ]+$/, '');
  const short = plain.length > 120 ? `${plain.slice(0, 60)}…${plain.slice(-59)}` : plain;
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short);
  return short === '' || reserved ? `_${short}` : short;
}

function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!(pid > 0) || isRunning(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's: his host clears it away.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
