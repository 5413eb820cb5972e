import type { CallOptions, CallRequest, Transport } from '../../shared/contract/client.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import { describeFailure, type Reply } from '../../shared/contract/failures.ts';
import type { HostFacts } from '../../shared/contract/host.ts';
import type { Progress } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/model/index.ts';
import { jsonLines } from './lines.ts';

/** The way to the core over HTTP, to the host that served the page. */
export interface HttpTransport extends Transport {
  /** @throws HostGone */
  facts(): Promise<HostFacts>;
  /** Hands a file to the core. */
  upload(file: Blob & { readonly name: string }, language: Language): Promise<Reply<{ readonly path: string }>>;
  /** Ends the stream of events: what this page has open is closed soon. */
  close(): void;
}

export interface HttpOptions {
  /** From the fragment of the address. */
  readonly token: string;
  /** Of this page, 8 to 64 letters and digits; a page that is loaded again may keep it. */
  readonly page: string;
  /** Empty: where the page came from. */
  readonly base?: string;
  readonly fetch?: typeof fetch;
}

/** The host does not answer, or not to this token. */
class HostGone extends Error {}

const RETRY_MS = 1_000;

export function createHttpTransport({ token, page, base = '', fetch: send = fetch }: HttpOptions): HttpTransport {
  const listeners = new Set<(event: HostEvent) => void>();
  const closed = new AbortController();
  let lastId = 0;
  let isListening = false;

  async function request(path: string, init: RequestInit): Promise<Response> {
    const response = await send(`${base}/api/${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}`, 'X-Page': page },
      cache: 'no-store',
      credentials: 'omit',
    });
    if (!response.ok) throw new HostGone(`HTTP ${response.status}`);
    return response;
  }

  const post = (path: string, value: unknown): Promise<Response> =>
    request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(value),
    });

  async function call(request: CallRequest, { signal, onProgress }: CallOptions): Promise<Reply<unknown>> {
    lastId += 1;
    const id = String(lastId);
    const cancel = (): void => void post('cancel', { id }).catch(() => undefined);
    if (signal?.aborted) return { ok: false, failure: describeFailure('cancelled', request.language) };
    signal?.addEventListener('abort', cancel);
    try {
      const { body } = await post('call', { id, ...request });
      for await (const line of body ? jsonLines(body) : []) {
        const told = line as CallLine;
        if ('reply' in told) return told.reply;
        onProgress?.(told.progress);
      }
      return gone(request.language);
    } catch {
      return gone(request.language);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Listens for ever: a stream that breaks is opened again. */
  async function listen(): Promise<void> {
    while (!closed.signal.aborted) {
      try {
        const { body } = await request('events', { signal: closed.signal });
        for await (const line of body ? jsonLines(body) : []) {
          const { event } = line as EventLine;
          if (event) for (const listener of listeners) listener(event);
        }
      } catch {
        // Gone, or ended by `close`.
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  return {
    call,
    onEvent(listener) {
      listeners.add(listener);
      if (!isListening) {
        isListening = true;
        void listen();
      }
      return () => listeners.delete(listener);
    },
    facts: async () => (await (await request('host', {})).json()) as HostFacts,
    async upload(file, language) {
      try {
        const response = await request('upload', {
          method: 'POST',
          headers: {
            'Content-Type': 'application/octet-stream',
            'X-File-Name': encodeURIComponent(file.name),
            'Accept-Language': language,
          },
          body: file,
        });
        return (await response.json()) as Reply<{ path: string }>;
      } catch {
        return gone(language);
      }
    },
    close: () => closed.abort(),
  };
}

type CallLine = { readonly progress: Progress } | { readonly reply: Reply<unknown> };
type EventLine = { readonly event?: HostEvent };

function gone(language: Language): Reply<never> {
  return { ok: false, failure: describeFailure('host-gone', language) };
}
