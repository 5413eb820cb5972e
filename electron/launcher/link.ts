import type { CallOptions, CallRequest } from '../../shared/contract/client.ts';
import { describeFailure, type Failure, type Reply } from '../../shared/contract/failures.ts';
import type { Language } from '../../shared/model/index.ts';
import type { FromCore, KeptProject } from '../core/protocol.ts';
import type { CoreProcess } from './process.ts';

/** One core process from its start to its end: calls find their answers, and silence is noticed. */
export interface CoreLink {
  /** False: it ended before it was ready. */
  readonly ready: Promise<boolean>;
  /** How it ended. */
  readonly ended: Promise<string>;
  /** Answers `core-stopped` when the core ends before it answers. */
  call(request: CallRequest, options: CallOptions): Promise<Reply<unknown>>;
  /** Null: the system names none. */
  tellProxy(address: string | null): void;
  /** Null: open again. */
  reopen(project: KeptProject, language: Language): Promise<Failure | null>;
  /** Lets the core close its projects and end; one that does not is ended. */
  end(graceMs: number): Promise<void>;
}

export interface Heartbeat {
  readonly everyMs: number;
  /** So many beats without an answer, and the core is taken to hang. Beats are counted and no time measured: a laptop sleeps. */
  readonly missed: number;
}

interface Pending {
  readonly language: Language;
  readonly onProgress: CallOptions['onProgress'];
  readonly settle: (reply: Reply<unknown>) => void;
}

interface Reopening {
  readonly language: Language;
  readonly settle: (failure: Failure | null) => void;
}

export function connectCore(core: CoreProcess, heartbeat: Heartbeat): CoreLink {
  const calls = new Map<number, Pending>();
  const reopening = new Map<string, Reopening>();
  const ready = deferred<boolean>();
  const ended = deferred<string>();
  let isOver = false;
  let lastId = 0;
  const beat = startHeartbeat(core, heartbeat);

  core.onMessage((message: FromCore) => {
    beat.heard();
    if ('ready' in message) ready.resolve(true);
    else if ('progress' in message) calls.get(message.id)?.onProgress?.(message.progress);
    else if ('reply' in message) calls.get(message.id)?.settle(message.reply);
    else if ('reopened' in message) reopening.get(message.reopened)?.settle(message.failure);
  });
  core.onExit((detail) => {
    if (isOver) return;
    isOver = true;
    beat.stop();
    for (const { language, settle } of calls.values()) settle(stopped(language));
    for (const { language, settle } of reopening.values()) settle(describeFailure('core-stopped', language));
    ready.resolve(false);
    ended.resolve(detail);
  });

  return {
    ready: ready.promise,
    ended: ended.promise,
    call({ method, params, language }, { signal, onProgress }) {
      if (isOver) return Promise.resolve(stopped(language));
      if (signal?.aborted) return Promise.resolve({ ok: false, failure: describeFailure('cancelled', language) });
      lastId += 1;
      const id = lastId;
      const cancel = (): void => core.send({ cancel: id });
      signal?.addEventListener('abort', cancel);
      return new Promise<Reply<unknown>>((resolve) => {
        const settle = (reply: Reply<unknown>): void => {
          calls.delete(id);
          signal?.removeEventListener('abort', cancel);
          resolve(reply);
        };
        calls.set(id, { language, onProgress, settle });
        core.send({ id, method, params, language });
      });
    },
    tellProxy: (proxy) => core.send({ proxy }),
    reopen(project, language) {
      if (isOver) return Promise.resolve(describeFailure('core-stopped', language));
      return new Promise((resolve) => {
        const settle = (failure: Failure | null): void => {
          reopening.delete(project.handle);
          resolve(failure);
        };
        reopening.set(project.handle, { language, settle });
        core.send({ reopen: project, language });
      });
    },
    async end(graceMs) {
      core.send({ end: true });
      const timer = setTimeout(() => core.kill(), graceMs);
      await ended.promise;
      clearTimeout(timer);
    },
  };
}

function stopped(language: Language): Reply<never> {
  return { ok: false, failure: describeFailure('core-stopped', language) };
}

/** Pings while the core lives; any message counts as an answer, since only a free core sends one. */
function startHeartbeat(core: CoreProcess, { everyMs, missed }: Heartbeat): { heard(): void; stop(): void } {
  let silent = 0;
  const timer = setInterval(() => {
    silent += 1;
    if (silent > missed) core.kill();
    else core.send({ ping: silent });
  }, everyMs);
  timer.unref();
  return {
    heard: () => {
      silent = 0;
    },
    stop: () => clearInterval(timer),
  };
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
