import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction, type Project, StoreError } from '../../store/index.ts';

/** So often it is tried while something else, such as an import, holds the project. */
const TRIES = 600;
const PAUSE_MS = 200;

/** Writes in a transaction of its own, and waits while another one is open. @throws StoreError */
export async function saveWhenFree(project: Project, change: () => void, signal?: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      inTransaction(project, change);
      return;
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'busy' || attempt >= TRIES) throw error;
      await sleep(PAUSE_MS, undefined, signal && { signal });
    }
  }
}

/** Small answers that are written together: a commit waits for the disk, an answer need not. */
export interface Batch {
  add(change: () => void): Promise<void>;
  /** Writes what is waiting. */
  flush(): Promise<void>;
}

/** @param most so many may be asked again after a power cut */
export function createBatch(save: (change: () => void) => Promise<void>, most: number): Batch {
  let waiting: (() => void)[] = [];
  const flush = async (): Promise<void> => {
    const changes = waiting;
    waiting = [];
    if (changes.length === 0) return;
    await save(() => {
      for (const change of changes) change();
    });
  };
  return {
    async add(change) {
      waiting.push(change);
      if (waiting.length >= most) await flush();
    },
    flush,
  };
}
