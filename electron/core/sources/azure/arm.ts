import type { Client } from '@azure-rest/core-client';
import { inShape, PERMISSIONS, PRICING, PRICINGS } from './answers.ts';
import type { Clients } from './clients.ts';
import { AzureError } from './errors.ts';

const PRICINGS_VERSION = '2024-01-01';
const PERMISSIONS_VERSION = '2022-04-01';

/** GET with a query; the body as it came. Failures are thrown by the transport. */
export async function getJson(
  client: Client,
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> {
  const answer = await client.pathUnchecked(path).get({ queryParameters: query, abortSignal: signal });
  return answer.body as unknown;
}

/** Follows the links of a list. A link to another host than the one asked is refused: it would carry the token there. */
export async function getAll<T>(
  client: Client,
  endpoint: string,
  first: { readonly path: string; readonly query: Readonly<Record<string, string>> },
  read: (body: unknown) => { readonly value: readonly T[]; readonly next: string | null },
  signal: AbortSignal,
): Promise<readonly T[]> {
  const all: T[] = [];
  const seen = new Set<string>();
  let place: typeof first | null = first;
  while (place) {
    const { value, next } = read(await getJson(client, place.path, place.query, signal));
    all.push(...value);
    if (next !== null && seen.has(next)) throw new AzureError('contract', `repeated page link ${next.slice(0, 200)}`);
    if (next !== null) seen.add(next);
    place = next === null ? null : placeOf(next, endpoint);
  }
  return all;
}

/** Path and query of a link. @throws AzureError `contract` for a link that leads elsewhere */
export function placeOf(link: string, endpoint: string): { path: string; query: Record<string, string> } {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || url.host !== new URL(endpoint).host) {
    throw new AzureError('contract', `page link to another host: ${link.slice(0, 200)}`);
  }
  return { path: url.pathname, query: Object.fromEntries(url.searchParams) };
}

/** Defender for Servers and Defender CSPM of a subscription, in one request. */
export function subscriptionPlans(
  clients: Clients,
  endpoint: string,
  subscriptionId: string,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  return getAll(
    clients.arm,
    endpoint,
    {
      path: `/subscriptions/${subscriptionId}/providers/Microsoft.Security/pricings`,
      query: { 'api-version': PRICINGS_VERSION, $filter: 'name in (VirtualMachines,CloudPosture)' },
    },
    (body) => {
      const { value, nextLink } = inShape(PRICINGS, body, 'pricings');
      return { value, next: nextLink ?? null };
    },
    signal,
  );
}

/** The effective plan of one machine. @param resourceId put into the path as it is: a template would send `%2F` */
export async function machinePlan(clients: Clients, resourceId: string, signal: AbortSignal): Promise<unknown> {
  const path = `${resourceId}/providers/Microsoft.Security/pricings/VirtualMachines`;
  const body = await getJson(clients.arm, path, { 'api-version': PRICINGS_VERSION }, signal);
  const answer = inShape(PRICING, body, 'pricing');
  if (!answer.id.toLowerCase().startsWith(resourceId.toLowerCase())) {
    throw new AzureError('contract', `pricing of another resource: ${answer.id.slice(0, 300)}`);
  }
  return answer;
}

/** Settings of the Defender for Endpoint integration (WDATP and its companions). */
export async function subscriptionSettings(
  clients: Clients,
  subscriptionId: string,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const settings: unknown[] = [];
  for await (const setting of clients.security(subscriptionId).settings.list({ abortSignal: signal }))
    settings.push(setting);
  return settings;
}

/** What a sync needs to read of a subscription. */
export interface Rights {
  /** Machines and everything else that a Reader sees. */
  readonly resources: boolean;
  /** Plans of the subscription and of its machines. */
  readonly plans: boolean;
  readonly policies: boolean;
}

/** What the signed-in account may do in a subscription. Reading it needs no right of its own. */
export async function readRights(
  clients: Clients,
  endpoint: string,
  subscriptionId: string,
  signal: AbortSignal,
): Promise<Rights> {
  const permissions = await getAll(
    clients.arm,
    endpoint,
    {
      path: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/permissions`,
      query: { 'api-version': PERMISSIONS_VERSION },
    },
    (body) => {
      const { value, nextLink } = inShape(PERMISSIONS, body, 'permissions');
      return { value, next: nextLink ?? null };
    },
    signal,
  );
  const may = (action: string) =>
    permissions.some(
      ({ actions, notActions }) =>
        (actions ?? []).some((pattern) => matches(pattern, action)) &&
        !(notActions ?? []).some((pattern) => matches(pattern, action)),
    );
  return {
    resources: may('microsoft.compute/virtualmachines/read'),
    plans: may('microsoft.security/pricings/read'),
    policies: may('microsoft.authorization/policyassignments/read'),
  };
}

/** Actions are globs without case: `*\/read`, `Microsoft.Security/*`. */
function matches(pattern: string, action: string): boolean {
  const parts = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(action);
}
