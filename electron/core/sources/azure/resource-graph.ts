import type { FullOperationResponse } from '@azure-rest/core-client';
import type { Clients } from './clients.ts';
import { AzureError } from './errors.ts';

/** One page of a Resource Graph answer. */
export interface GraphPage {
  readonly rows: readonly unknown[];
  /** Of the next page; null: this was the last. */
  readonly token: string | null;
  /** Rows of the whole answer, as the service counts them. */
  readonly total: number;
  /** The service has more subscriptions than it searched. */
  readonly isLimited: boolean;
}

export interface GraphRequest {
  readonly query: string;
  readonly subscriptions: readonly string[];
  readonly top: number;
  readonly token: string | null;
  /** Also what stands above the subscriptions: policies of management groups. */
  readonly isAbove: boolean;
}

/** Rows that a page may have at most. https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data */
export const LARGEST_PAGE = 1_000;

/** Subscriptions of one query: below the 300 that the service takes. */
export const SUBSCRIPTIONS_AT_ONCE = 250;

/**
 * Asks for one page. `$top` is always sent, since the default is 100.
 * @throws AzureError; `contract` when rows were cut off without a token, which would lose them silently
 */
export async function askGraph(clients: Clients, request: GraphRequest, signal: AbortSignal): Promise<GraphPage> {
  const seen: { headers?: FullOperationResponse['headers'] } = {};
  const answer = await clients.graph.resources(
    {
      subscriptions: [...request.subscriptions],
      query: request.query,
      options: {
        top: request.top,
        resultFormat: 'objectArray',
        ...(request.token !== null && { skipToken: request.token }),
        ...(request.isAbove && { authorizationScopeFilter: 'AtScopeAboveAndBelow' }),
      },
    },
    {
      abortSignal: signal,
      onResponse: ({ headers }) => {
        seen.headers = headers;
      },
    },
  );
  const rows: unknown = answer.data;
  if (!Array.isArray(rows)) throw new AzureError('contract', 'Resource Graph: data is no list');
  const token = answer.skipToken ?? null;
  if (answer.resultTruncated === 'true' && token === null) {
    throw new AzureError(
      'contract',
      `Resource Graph cut the answer off after ${rows.length} of ${answer.totalRecords} rows`,
    );
  }
  if (token !== null && token === request.token)
    throw new AzureError('contract', 'Resource Graph repeated a page token');
  return {
    rows,
    token,
    total: answer.totalRecords,
    isLimited: seen.headers?.get('x-ms-tenant-subscription-limit-hit')?.toLowerCase() === 'true',
  };
}
