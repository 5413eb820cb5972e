import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FindingParams } from '../../../../shared/model/index.ts';
import { limit } from './limits.ts';
import { fileSource, type Source } from './source.ts';

/** What the inputs come to: files to read, and inputs that cannot be. */
export interface Found {
  readonly sources: readonly Source[];
  readonly problems: readonly InputProblem[];
  /** Names of files that are never anybody's data. */
  readonly leftAside: readonly string[];
}

interface InputProblem {
  readonly file: string;
  readonly code: string;
  readonly params: FindingParams;
}

/** Files that systems and Office leave in folders and archives. */
const JUNK = /^(\.ds_store|thumbs\.db|desktop\.ini|~\$.*|\._.*)$/i;

export function isJunk(path: string): boolean {
  return path.split(/[\\/]/).some((part) => part === '__MACOSX') || JUNK.test(basename(path));
}

/** Walks files and folders. Each file once, whatever links lead to it; nothing that is no plain file is opened. */
export async function findInputs(inputs: readonly string[], signal: AbortSignal | undefined): Promise<Found> {
  const walk = createWalk(signal);
  for (const input of inputs) await walk.visit(resolve(input), 0, true);
  const names = shortNames(walk.files.map((file) => file.path));
  const sources = walk.files.map((file, index) =>
    fileSource(names[index] ?? basename(file.path), file.path, file.bytes, file.modified),
  );
  return { sources, problems: walk.problems, leftAside: walk.leftAside };
}

interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  readonly modified: Date;
}

function createWalk(signal: AbortSignal | undefined) {
  const files: FoundFile[] = [];
  const problems: InputProblem[] = [];
  const leftAside: string[] = [];
  const seen = new Set<string>();
  return { files, problems, leftAside, visit };

  /** @param mayBeLink a plain entry of a folder that was itself resolved is no link: one question less for each file */
  async function visit(path: string, depth: number, mayBeLink: boolean): Promise<void> {
    signal?.throwIfAborted();
    if (depth > 0 && isJunk(path)) {
      leftAside.push(basename(path));
      return;
    }
    try {
      const real = mayBeLink ? await realpath(path) : path;
      if (seen.has(real)) return;
      seen.add(real);
      await enter(real, path, depth);
    } catch (error) {
      signal?.throwIfAborted();
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      problem(path, reason === 'ENOENT' ? 'input-missing' : 'input-unreadable', { reason });
    }
  }

  async function enter(real: string, path: string, depth: number): Promise<void> {
    const info = await stat(real);
    if (info.isDirectory()) {
      if (depth > limit('folderDepth')) return problem(path, 'folder-too-deep', { limit: limit('folderDepth') });
      const entries = await readdir(real, { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (files.length >= limit('folderFiles')) return tooMany(path);
        await visit(join(real, entry.name), depth + 1, !entry.isFile() && !entry.isDirectory());
      }
    } else if (info.isFile()) {
      files.push({ path, bytes: info.size, modified: info.mtime });
    } else {
      problem(path, 'input-no-file', {});
    }
  }

  function tooMany(path: string): void {
    if (problems.some((known) => known.code === 'folder-too-many')) return;
    problem(path, 'folder-too-many', { limit: limit('folderFiles') });
  }

  function problem(path: string, code: string, params: FindingParams): void {
    problems.push({ file: basename(path), code, params });
  }
}

/** The last part of each path, and as many folders before it as tell it from the others. */
export function shortNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]/).filter((part) => part !== ''));
  const lengths = parts.map(() => 1);
  for (;;) {
    const byName = new Map<string, number[]>();
    for (const [index, part] of parts.entries()) {
      const name = part.slice(-(lengths[index] ?? 1)).join('/');
      byName.set(name, [...(byName.get(name) ?? []), index]);
    }
    const clashes = [...byName.values()].filter((same) => same.length > 1).flat();
    const longer = clashes.filter((index) => (lengths[index] ?? 0) < (parts[index]?.length ?? 0));
    if (longer.length === 0) return parts.map((part, index) => part.slice(-(lengths[index] ?? 1)).join('/'));
    for (const index of longer) lengths[index] = (lengths[index] ?? 1) + 1;
  }
}
