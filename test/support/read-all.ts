import type { FileResult } from '../../electron/core/sources/files/index.ts';
import { type ReadOptions, readInputs } from '../../electron/core/sources/files/index.ts';
import type { SourceRecord } from '../../shared/model/index.ts';

export interface ReadFile extends FileResult {
  readonly recordsRead: readonly SourceRecord[];
}

/** Reads files and folders with every format of the app, and keeps the records of each. */
export async function readAll(inputs: readonly string[], options: ReadOptions = {}): Promise<readonly ReadFile[]> {
  const files: ReadFile[] = [];
  let current: SourceRecord[] = [];
  await readInputs(inputs, options, {
    open() {
      current = [];
      return { begin: () => undefined, record: (record) => current.push(record) };
    },
    close(result) {
      files.push({ ...result, recordsRead: current });
    },
  });
  return files;
}
