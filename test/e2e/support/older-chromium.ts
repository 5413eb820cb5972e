// What the Chromium of the older Electron runtime, 114, has not got and the page uses. Only in the build for that runtime.

if (!('groupBy' in Map)) {
  add(Map, 'groupBy', <K, V>(items: Iterable<V>, keyOf: (item: V, at: number) => K): Map<K, V[]> => {
    const groups = new Map<K, V[]>();
    let at = 0;
    for (const item of items) {
      const key = keyOf(item, at++);
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
    return groups;
  });
}
if (!('groupBy' in Object)) {
  add(Object, 'groupBy', <V>(items: Iterable<V>, keyOf: (item: V, at: number) => string) =>
    Object.assign(Object.create(null), Object.fromEntries(Map.groupBy(items, keyOf))),
  );
}
if (!('withResolvers' in Promise)) {
  add(Promise, 'withResolvers', <T>(): PromiseWithResolvers<T> => {
    let resolve: (value: T | PromiseLike<T>) => void = () => undefined;
    let reject: (reason?: unknown) => void = () => undefined;
    const promise = new Promise<T>((fulfil, refuse) => {
      resolve = fulfil;
      reject = refuse;
    });
    return { promise, resolve, reject };
  });
}
if (!('any' in AbortSignal)) {
  add(AbortSignal, 'any', (signals: Iterable<AbortSignal>): AbortSignal => {
    const controller = new AbortController();
    for (const signal of signals) {
      if (signal.aborted) controller.abort(signal.reason);
      else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
    }
    return controller.signal;
  });
}

function add(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
