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
