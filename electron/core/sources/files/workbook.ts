import { Worker } from 'node:worker_threads';
import type { FindingParams } from '../../../../shared/model/index.ts';
import { startable } from '../../sibling.ts';
import type { RowBatch } from './csv.ts';
import { limit } from './limits.ts';
import type { Pulse } from './pulse.ts';
import { readHead, type Source } from './source.ts';

/** A file of the disk, or the bytes of a member of an archive. */
export interface WorkbookInput {
  readonly path?: string | undefined;
  readonly bytes?: Uint8Array | undefined;
}

/** What the worker says. */
export type WorkbookMessage =
  | { readonly type: 'sheet'; readonly sheet: string; readonly filled: number; readonly failure: string | null }
  | { readonly type: 'rows'; readonly first: number; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'problem'; readonly code: string; readonly params: FindingParams }
  | { readonly type: 'end' };

export interface Sheet {
  readonly name: string;
  /** Cells that took the value of the merged cells that they belong to. */
  readonly filled: number;
  /** Why it could not be read. */
  readonly failure: string | null;
  /** To be read before the next sheet. */
  readonly batches: AsyncIterable<RowBatch>;
}

/**
 * Reads a workbook in a worker, sheet by sheet, cells as text.
 * `say` hears why there is nothing, or nothing more. Ends the worker on cancel, at the time limit, and when done.
 */
export async function* readWorkbook(
  source: Source,
  pulse: Pulse,
  say: (code: string, params: FindingParams) => void,
): AsyncGenerator<Sheet> {
  if (source.bytes > limit('workbookBytes')) {
    say('workbook-too-large', { what: 'bytes', limit: limit('workbookBytes') });
    return;
  }
  const input = source.path ? { path: source.path } : { bytes: await readHead(source, limit('workbookBytes')) };
  const worker = startWorker(input);
  try {
    let message = await worker.next(pulse);
    while (message.type === 'sheet') {
      const sheet = message;
      let after: WorkbookMessage | undefined;
      yield { name: sheet.sheet, filled: sheet.filled, failure: sheet.failure, batches: rowsOf() };
      message = after ?? (await worker.next(pulse));
      async function* rowsOf(): AsyncGenerator<RowBatch> {
        for (;;) {
          const next = await worker.next(pulse);
          if (next.type !== 'rows') {
            after = next;
            return;
          }
          yield { rows: next.rows.map((cells, index) => ({ row: next.first + index, cells })), problems: [] };
          worker.more();
        }
      }
    }
    if (message.type === 'problem') say(message.code, message.params);
  } finally {
    await worker.stop();
  }
}

interface RunningWorker {
  /** Waits for what the worker says next; beats meanwhile. A worker that dies or takes too long says a problem. */
  next(pulse: Pulse): Promise<WorkbookMessage>;
  more(): void;
  stop(): Promise<void>;
}

function startWorker(input: WorkbookInput): RunningWorker {
  const deadline = performance.now() + limit('workbookMilliseconds');
  const worker = new Worker(startable(new URL('./workbook-worker.ts', import.meta.url)), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: limit('workbookHeapMiB') },
    // Nothing of a customer's file goes to the terminal.
    stdout: true,
    stderr: true,
  });
  const heard: WorkbookMessage[] = [];
  let wake: (() => void) | null = null;
  const hear = (message: WorkbookMessage) => {
    heard.push(message);
    wake?.();
  };
  worker.on('message', hear);
  worker.on('error', (error) => hear(failure(error)));
  worker.on('exit', () => hear({ type: 'problem', code: 'workbook-broken', params: { reason: 'exit' } }));

  return {
    async next(pulse) {
      for (;;) {
        const message = heard.shift();
        if (message) return message;
        if (performance.now() > deadline) {
          const seconds = limit('workbookMilliseconds') / 1000;
          return { type: 'problem', code: 'workbook-too-slow', params: { seconds } };
        }
        await heardOrTick();
        await pulse.beat();
      }
    },
    more: () => worker.postMessage('more'),
    async stop() {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };

  function heardOrTick(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limit('progressMilliseconds'));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function failure(error: unknown): WorkbookMessage {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { type: 'problem', code: 'workbook-too-large', params: { what: 'MiB', limit: limit('workbookHeapMiB') } };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { type: 'problem', code: 'workbook-broken', params: { reason } };
}
