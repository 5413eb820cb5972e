import type { HttpClient, PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { AzureCloud } from './cloud.ts';
import { AzureError, errorOfAnswer, errorOfFailure } from './errors.ts';
import { proxyIsSet } from './proxy.ts';
import type { Gate } from './quota.ts';
import type { AzureSeam } from './seam.ts';

/** What all clients of one sign-in share below their own words. */
export interface Transport {
  /** For the options of every client. */
  readonly options: {
    readonly httpClient?: HttpClient;
    readonly retryOptions: { readonly maxRetries: 0 };
    readonly redirectOptions: { readonly maxRetries: 0 };
    readonly userAgentOptions: { readonly userAgentPrefix: string };
    readonly additionalPolicies: { readonly policy: PipelinePolicy; readonly position: 'perCall' | 'perRetry' }[];
  };
  /** Requests that went out. */
  readonly requests: () => number;
  readonly isProxied: boolean;
}

/**
 * The way to Azure: it only reads, gives up a request that is never answered, tells gates what an answer's headers say,
 * and turns every failure into our words in one place. The clients' own retries are off: `persist` does it.
 */
export function createTransport(
  cloud: AzureCloud,
  seam: AzureSeam,
  gates: { readonly graph: Gate; readonly arm: Gate },
): Transport {
  let requests = 0;
  const isProxied = proxyIsSet(process.env);
  const timeoutMs = seam.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const exchange: PipelinePolicy = {
    name: 'dfs-exchange',
    async sendRequest(request, next) {
      request.timeout = timeoutMs;
      requests += 1;
      const gate = gateOf(request, cloud, gates);
      const answer = await send(request, next, isProxied);
      const header = (name: string) => answer.headers.get(name);
      gate?.learn(header);
      // A challenge for more claims is the sign-in library's to answer.
      const isChallenge = answer.status === 401 && header('www-authenticate')?.includes('claims=') === true;
      if (answer.status >= 300 && !isChallenge) throw errorOfAnswer(answer.status, header, answer.bodyAsText ?? '');
      return answer;
    },
  };
  return {
    options: {
      ...(seam.httpClient && { httpClient: seam.httpClient }),
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      userAgentOptions: { userAgentPrefix: 'dfs-planner' },
      additionalPolicies: [
        { policy: readOnlyPolicy(cloud), position: 'perCall' },
        { policy: exchange, position: 'perRetry' },
      ],
    },
    requests: () => requests,
    isProxied,
  };
}

/** The largest Resource Graph answers take some 30 s. */
const DEFAULT_TIMEOUT_MS = 120_000;

/**
 * Refuses whatever could change something: only GET, and the POST that asks Resource Graph, and only to the hosts of
 * this cloud. A refused request never leaves this computer.
 */
export function readOnlyPolicy(cloud: AzureCloud): PipelinePolicy {
  const hosts = new Set([cloud.arm, cloud.defender, cloud.prices].map((url) => new URL(url).host));
  const queries = new Set([`${cloud.arm}${GRAPH_PATH}`]);
  return {
    name: 'dfs-read-only',
    sendRequest(request, next) {
      const url = new URL(request.url);
      const isQuery = request.method === 'POST' && queries.has(`${url.origin}${url.pathname}`);
      const isKnown = url.protocol === 'https:' && hosts.has(url.host);
      if (isKnown && (request.method === 'GET' || isQuery)) return next(request);
      throw new AzureError('not-reading', `${request.method} ${url.origin}${url.pathname}`);
    },
  };
}

const GRAPH_PATH = '/providers/Microsoft.ResourceGraph/resources';

async function send(
  request: PipelineRequest,
  next: (request: PipelineRequest) => Promise<PipelineResponse>,
  isProxied: boolean,
): Promise<PipelineResponse> {
  try {
    return await next(request);
  } catch (error) {
    const isCancelled = request.abortSignal?.aborted === true;
    throw errorOfFailure(error, isCancelled ? AbortSignal.abort() : undefined, isProxied);
  }
}

function gateOf(
  { url }: PipelineRequest,
  cloud: AzureCloud,
  gates: { readonly graph: Gate; readonly arm: Gate },
): Gate | null {
  if (!url.startsWith(cloud.arm)) return null;
  return url.includes(GRAPH_PATH) ? gates.graph : gates.arm;
}
