/**
 * Works on items, so many at a time. The first failure stops the others: `signal` of the work aborts, what runs is
 * waited for, then the failure is thrown.
 */
export async function eachOf<T>(
  items: Iterable<T>,
  width: number,
  outer: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const iterator = items[Symbol.iterator]();
  let failure: { readonly error: unknown } | undefined;
  const lane = async (): Promise<void> => {
    for (;;) {
      if (failure) return;
      const next = iterator.next();
      if (next.done) return;
      try {
        await work(next.value, signal);
      } catch (error) {
        failure ??= { error };
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failure) throw failure.error;
}

/** Runs all at once, with the same end as `eachOf`. */
export function together(
  outer: AbortSignal,
  works: readonly ((signal: AbortSignal) => Promise<void>)[],
): Promise<void> {
  return eachOf(works, Math.max(1, works.length), outer, (work, signal) => work(signal));
}
