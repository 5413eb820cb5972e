import type { ReadTopic } from '../../../../../../../shared/model/index.ts';
import type { Sink } from '../../../format.ts';

/**
 * What is said once for a whole file: things counted while its rows go by, each with its first row and a few examples,
 * and which scopes the answer shows to have been asked.
 */
export interface Notes {
  readonly sink: Sink;
  /** Counts a row that became a record under a finding code that takes `{count}`, `{examples}` and `{row}`, the first one. */
  count(code: string, row: number, example?: string): void;
  /** Likewise for a row that became none: the finding answers for it. */
  passOver(code: string, row: number, example?: string): void;
  /** A row that proves that `what` was asked for the subscription. */
  read(what: ReadTopic, row: number, subscriptionId: string, tenantId?: string): void;
  /** A subscription's id together with its name or tenant: one record for each. */
  subscription(row: number, subscriptionId: string, name: string | undefined, tenantId: string | undefined): void;
  /** Says what was counted. */
  end(): void;
}

const EXAMPLES = 3;

interface Counted {
  count: number;
  readonly row: number;
  readonly examples: Set<string>;
  /** Some of the rows have no other answer. */
  isAnswer: boolean;
}

/** Starts the notes of one file. */
export function takeNotes(sink: Sink): Notes {
  const counted = new Map<string, Counted>();
  const reads = new Map<string, () => void>();
  const subscriptions = new Set<string>();
  return {
    sink,
    count: (code, row, example) => note(code, row, example, false),
    passOver: (code, row, example) => note(code, row, example, true),
    read(what, row, subscriptionId, tenantId) {
      const key = `${what} ${subscriptionId}`;
      if (!reads.has(key)) reads.set(key, () => sink.record({ type: 'read', row, what, subscriptionId, tenantId }));
    },
    subscription(row, subscriptionId, subscriptionName, tenantId) {
      if (subscriptionName === undefined && tenantId === undefined) return;
      const key = JSON.stringify([subscriptionId, subscriptionName, tenantId]);
      if (subscriptions.has(key)) return;
      subscriptions.add(key);
      sink.record({ type: 'subscription', row, subscriptionId, subscriptionName, tenantId });
    },
    end() {
      for (const say of reads.values()) say();
      for (const [code, { count, row, examples, isAnswer }] of counted) {
        sink.finding(code, { count, row, examples: [...examples].join(', ') }, isAnswer ? 'all' : row);
      }
    },
  };

  function note(code: string, row: number, example: string | undefined, isAnswer: boolean): void {
    const entry: Counted = counted.get(code) ?? { count: 0, row, examples: new Set(), isAnswer };
    counted.set(code, entry);
    entry.count++;
    entry.isAnswer ||= isAnswer;
    if (example !== undefined && entry.examples.size < EXAMPLES) entry.examples.add(example);
  }
}
