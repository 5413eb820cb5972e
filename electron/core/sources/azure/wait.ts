import { setTimeout as sleep } from 'node:timers/promises';
import { AzureError, errorOfFailure } from './errors.ts';

/** How requests are slowed down and tried again; the clock is handed in. */
export interface Pace {
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  random(): number;
}

/** A pause that ends at once when the signal aborts. */
export async function realWait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal });
}

/** So often a request is tried in all. */
const TRIES = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Tries again what may go well later: throttled requests after the time that the service asks for, failing servers,
 * timeouts and lost connections after a growing pause with jitter, so that many callers do not come back at once.
 * Our own, since the clients neither know Resource Graph's quota nor tell that they wait.
 * @throws AzureError of the last try
 */
export async function persist<T>(
  call: () => Promise<T>,
  pace: Pace,
  signal: AbortSignal,
  isProxied: boolean,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (signal.aborted) throw new AzureError('cancelled', 'cancelled');
      return await call();
    } catch (thrown) {
      const error = errorOfFailure(thrown, signal, isProxied);
      if (attempt >= TRIES || !MAY_PASS.has(error.problem) || error.status === WANTS_A_USER) throw error;
      await pause(error.waitMs || backOff(attempt, pace), pace, signal);
    }
  }
}

/** A proxy that wants a user: asked again with the wrong one it locks it out. */
const WANTS_A_USER = 407;

const MAY_PASS: ReadonlySet<AzureError['problem']> = new Set(['throttled', 'server', 'timeout', 'network', 'proxy']);

/** Waits. @throws AzureError `cancelled` */
export async function pause(milliseconds: number, pace: Pace, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return;
  try {
    await pace.wait(milliseconds, signal);
  } catch (error) {
    throw new AzureError('cancelled', 'cancelled', { cause: error });
  }
}

/** Between half and all of a pause that doubles each time. */
function backOff(attempt: number, pace: Pace): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return Math.round(whole * (0.5 + pace.random() / 2));
}
