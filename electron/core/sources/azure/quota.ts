import { AzureError, clockToMs } from './errors.ts';
import { type Pace, pause } from './wait.ts';

/** Lets calls through as fast as a service allows, before it has to refuse one. */
export interface Gate {
  /** Waits until the next call may go. @throws AzureError `cancelled` */
  pass(signal: AbortSignal): Promise<void>;
  /** Learns from the headers of an answer. */
  learn(header: (name: string) => string | undefined): void;
}

/**
 * Resource Graph tells with every answer how many queries are left (15 in 5 s for each user) and when the quota is
 * renewed. When none is left the next call waits for that.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export function graphGate(pace: Pace): Gate {
  return gate(pace, (header) => {
    const remaining = Number(header('x-ms-user-quota-remaining') ?? Number.NaN);
    return remaining <= 0 ? (clockToMs(header('x-ms-user-quota-resets-after')) ?? GRAPH_WINDOW_MS) : 0;
  });
}

const GRAPH_WINDOW_MS = 5_000;

/**
 * Resource Manager gives each subscription a bucket of reads that refills by the second. Close to its end calls are
 * spread out.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function armGate(pace: Pace): Gate {
  return gate(pace, (header) => {
    const left = [
      'x-ms-ratelimit-remaining-subscription-reads',
      'x-ms-ratelimit-remaining-tenant-reads',
      'x-ms-ratelimit-remaining-subscription-global-reads',
    ].map((name) => Number(header(name) ?? Number.POSITIVE_INFINITY));
    return Math.min(...left) < FEW_READS ? ARM_REFILL_MS : 0;
  });
}

const FEW_READS = 10;
const ARM_REFILL_MS = 1_000;

function gate(pace: Pace, pauseAfter: (header: (name: string) => string | undefined) => number): Gate {
  let owed = 0;
  let closed: Promise<void> | null = null;
  const close = async (due: number, signal: AbortSignal): Promise<void> => {
    owed = 0;
    try {
      await pause(due, pace, signal);
    } catch {
      // Stopped, not waited for: whoever comes next still has to.
      owed = Math.max(owed, due);
    } finally {
      closed = null;
    }
  };
  return {
    async pass(signal) {
      while (closed !== null || owed > 0) {
        // Whoever comes meanwhile waits for the same moment.
        closed ??= close(owed, signal);
        await closed;
        if (signal.aborted) throw new AzureError('cancelled', 'cancelled');
      }
    },
    learn(header) {
      owed = Math.max(owed, pauseAfter(header));
    },
  };
}

/**
 * Defender for Endpoint allows 100 calls a minute and 1,500 an hour and does not count them for us.
 * https://learn.microsoft.com/defender-endpoint/api/get-machines
 */
export function defenderGate(pace: Pace, now: () => number = Date.now): Gate {
  const sent: number[] = [];
  return {
    async pass(signal) {
      for (const { calls, windowMs } of DEFENDER_LIMITS) {
        const first = sent.at(-calls);
        if (first !== undefined) await pause(first + windowMs - now(), pace, signal);
      }
      sent.push(now());
      if (sent.length > MOST_REMEMBERED) sent.shift();
    },
    learn: () => undefined,
  };
}

const DEFENDER_LIMITS = [
  { calls: 100, windowMs: 60_000 },
  { calls: 1_500, windowMs: 3_600_000 },
] as const;
const MOST_REMEMBERED = 1_500;
