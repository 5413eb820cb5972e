import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOf } from './answers.ts';
import { type Contract, loadContract, type SentRequest } from './contract.ts';
import type { Fleet } from './fleet.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `hang`: never answered. `drop`: the connection breaks. */
export type Fault = Answer | 'hang' | 'drop';

export interface ServerRequest extends SentRequest {
  /** From 1, in the order in which they came. */
  readonly number: number;
  readonly authorization: string | null;
}

/** A stand-in for Azure on this computer, which holds every request against the published contracts. */
export interface AzureServer {
  readonly port: number;
  readonly requests: readonly ServerRequest[];
  /** Requests outside the contract, and answers of its own that are. */
  readonly violations: readonly string[];
  /** Statuses that were answered, in their order. */
  readonly statuses: readonly number[];
  fleet: Fleet;
  /** Asked before the fleet; the first that answers counts. */
  readonly faults: ((request: ServerRequest) => Fault | undefined)[];
  /** Resource Graph's quota on the server's own clock, which only a waiting client moves on. */
  quota: { readonly queries: number; readonly windowMs: number };
  readonly clock: { now: number };
  close(): Promise<void>;
}

/** Header in which a test's client says which host it meant. */
export const HOST_HEADER = 'x-meant-host';

export async function startAzure(
  fleet: Fleet,
  options: { readonly checksAnswers?: boolean } = {},
): Promise<AzureServer> {
  const contract = loadContract();
  const requests: ServerRequest[] = [];
  const violations: string[] = [];
  const statuses: number[] = [];
  const window = { started: 0, used: 0 };
  const hanging = new Set<ServerResponse>();
  const state: Omit<AzureServer, 'port' | 'close'> = {
    requests,
    violations,
    statuses,
    fleet,
    faults: [],
    quota: { queries: 15, windowMs: 5_000 },
    clock: { now: 0 },
  };
  const server = createServer((incoming, outgoing) => {
    void read(incoming).then((request) => {
      const numbered = { ...request, number: requests.length + 1 };
      requests.push(numbered);
      judge(contract, numbered, violations);
      const fault = state.faults.map((each) => each(numbered)).find((each) => each !== undefined);
      if (fault === 'hang') return void hanging.add(outgoing);
      if (fault === 'drop') return void outgoing.destroy();
      const answer = fault ?? overQuota(numbered, state, window) ?? answerOf(state.fleet, numbered);
      if (options.checksAnswers !== false && !fault && answer.status === 200) {
        const problem = contract.problemOfAnswer(numbered, answer.body);
        if (problem !== null) violations.push(`our answer: ${problem}`);
      }
      statuses.push(answer.status);
      send(outgoing, answer, isGraph(numbered) ? quotaHeaders(state, window) : {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    port,
    close: () =>
      new Promise<void>((resolve) => {
        for (const each of hanging) each.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

function judge(contract: Contract, request: ServerRequest, violations: string[]): void {
  const problem = contract.problemOf(request);
  if (problem !== null) violations.push(problem);
  if (request.host === 'prices.azure.com') {
    if (request.authorization !== null) violations.push('a token where none belongs');
  } else if (!request.authorization?.startsWith('Bearer ')) violations.push(`no token at ${request.path}`);
}

function isGraph({ path }: SentRequest): boolean {
  return path === '/providers/Microsoft.ResourceGraph/resources';
}

interface Window {
  started: number;
  used: number;
}

function overQuota(request: ServerRequest, state: Pick<AzureServer, 'quota' | 'clock'>, window: Window): Answer | null {
  if (!isGraph(request)) return null;
  const { quota, clock } = state;
  if (clock.now - window.started >= quota.windowMs) Object.assign(window, { started: clock.now, used: 0 });
  if (window.used >= quota.queries) {
    const message = 'Please provide below info when asking for support';
    return {
      status: 429,
      body: { error: { code: 'RateLimiting', message, details: [{ code: 'RateLimiting', message }] } },
    };
  }
  window.used += 1;
  return null;
}

function quotaHeaders({ quota, clock }: Pick<AzureServer, 'quota' | 'clock'>, window: Window): Record<string, string> {
  const left = Math.max(0, window.started + quota.windowMs - clock.now);
  return {
    'x-ms-user-quota-remaining': String(Math.max(0, quota.queries - window.used)),
    'x-ms-user-quota-resets-after': `00:00:${String(Math.ceil(left / 1000)).padStart(2, '0')}`,
  };
}

async function read(incoming: IncomingMessage): Promise<Omit<ServerRequest, 'number'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  return {
    method: incoming.method ?? 'GET',
    host: String(incoming.headers[HOST_HEADER] ?? ''),
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
    authorization: incoming.headers.authorization ?? null,
  };
}

function send(outgoing: ServerResponse, { status, body, headers = {} }: Answer, more: Record<string, string>): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...more, ...headers });
  outgoing.end(JSON.stringify(body));
}
