import type { Progress } from '../../shared/contract/api.ts';
import { type CallRequest, createClient, type Transport } from '../../shared/contract/client.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import { describeFailure, type Reply } from '../../shared/contract/failures.ts';
import type { HostFacts } from '../../shared/contract/host.ts';
import type { Language } from '../../shared/model/index.ts';
import type { Host } from './host.ts';
import { jsonLines } from './lines.ts';
import { webActions } from './web-actions.ts';

/** One tab: its token, and the name by which the host knows it. */
export interface Connection {
  readonly token: string;
  readonly page: string;
}

/** How long to wait before listening again after the stream of events ended. */
const LISTEN_AGAIN_MS = 1_000;

/**
 * The page over HTTP on this computer.
 * @throws TypeError when nothing answers; Error when the token is not the host's
 */
export async function connectWeb(language: () => Language): Promise<Host> {
  const connection = { token: takeToken(), page: crypto.randomUUID() };
  const answer = await fetch('/api/host', { headers: headersOf(connection) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const facts = (await answer.json()) as HostFacts;
  const client = createClient(webTransport(connection, language), language);
  const projectsFolder = async (): Promise<string> => {
    const info = await client.call('app.info', {});
    if (!info.ok) throw new Error(info.failure.message);
    return info.value.projectsFolder;
  };
  return { kind: 'web', ...client, actions: webActions(facts, { connection, projectsFolder }) };
}

export function headersOf({ token, page }: Connection): Record<string, string> {
  return { Authorization: `Bearer ${token}`, 'X-Page': page };
}

const TOKEN_KEY = 'dfs-planner.token';

/** From the address, from which it is taken off; kept for this tab, so that it can be loaded again. */
function takeToken(): string {
  const given = /token=([\w-]+)/.exec(location.hash)?.[1];
  if (given !== undefined) {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return given ?? sessionStorage.getItem(TOKEN_KEY) ?? '';
}

function webTransport(connection: Connection, language: () => Language): Transport {
  const listeners = new Set<(event: HostEvent) => void>();
  void listen(connection, (event) => {
    for (const listener of listeners) listener(event);
  });
  return {
    async call(request, { signal, onProgress }) {
      if (signal?.aborted) return { ok: false, failure: describeFailure('cancelled', language()) };
      const id = crypto.randomUUID();
      const cancel = () => void post('/api/cancel', { id }, connection).catch(() => undefined);
      signal?.addEventListener('abort', cancel);
      try {
        return await carry(id, request, connection, onProgress);
      } catch {
        return { ok: false, failure: describeFailure('core-stopped', language()) };
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function carry(
  id: string,
  request: CallRequest,
  connection: Connection,
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<Reply<unknown>> {
  const answer = await post('/api/call', { id, ...request }, connection);
  if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
  for await (const line of jsonLines(answer.body)) {
    const told = line as { readonly progress?: Progress; readonly reply?: Reply<unknown> };
    if (told.progress) onProgress?.(told.progress);
    if (told.reply) return told.reply;
  }
  throw new Error('The answer ended early');
}

function post(path: string, body: unknown, connection: Connection): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { ...headersOf(connection), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Events as long as the page lives: an EventSource could not send the token. */
async function listen(connection: Connection, tell: (event: HostEvent) => void): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch('/api/events', { headers: headersOf(connection) });
      if (answer.ok && answer.body) {
        for await (const line of jsonLines(answer.body)) {
          const { event } = line as { readonly event?: HostEvent };
          if (event) tell(event);
        }
      }
    } catch {
      // The host ended, or the computer slept: it is asked again.
    }
    await new Promise((resolve) => setTimeout(resolve, LISTEN_AGAIN_MS));
  }
}
