import { setImmediate } from 'node:timers/promises';
import type { ReadHost } from './host.ts';
import { limit } from './limits.ts';

/** The heartbeat of one file: progress out, cancel in. */
export interface Pulse {
  /** Adds to what is read. */
  bytes(count: number): void;
  rows(count: number): void;
  /** Throws when cancelled; lets other work run now and then; tells progress. */
  beat(): Promise<void>;
}

/**
 * @param totalBytes bytes of all passes over the file
 * @throws the signal's reason, from `beat`
 */
export function createPulse(file: string, totalBytes: number, host: ReadHost, signal: AbortSignal | undefined): Pulse {
  let bytes = 0;
  let rows = 0;
  let told = 0;
  let breathed = performance.now();
  return {
    bytes(count) {
      bytes += count;
    },
    rows(count) {
      rows += count;
    },
    async beat() {
      signal?.throwIfAborted();
      const now = performance.now();
      if (host.progress && now - told >= limit('progressMilliseconds')) {
        told = now;
        host.progress({ file, bytes: Math.min(bytes, totalBytes), totalBytes, rows });
      }
      if (now - breathed < limit('breathMilliseconds')) return;
      await setImmediate();
      breathed = performance.now();
      signal?.throwIfAborted();
    },
  };
}
