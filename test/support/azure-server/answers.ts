import type { SentRequest } from './contract.ts';
import { fixture } from './contract.ts';
import {
  countRows,
  deviceAt,
  type Fleet,
  type FleetSubscription,
  machinePlan,
  rowsFrom,
  settingsOf,
  subscriptionPlan,
} from './fleet.ts';
import type { Answer } from './server.ts';

/** What Azure would say, by the path that is asked. */
export function answerOf(fleet: Fleet, request: SentRequest): Answer {
  for (const [pattern, answer] of ROUTES) {
    const found = pattern.exec(request.path);
    if (found) return answer(fleet, request, found.groups ?? {});
  }
  return refusal(404, 'ResourceNotFound', request.path);
}

type Route = (fleet: Fleet, request: SentRequest, parts: Readonly<Record<string, string>>) => Answer;

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [
    /^\/tenants$/,
    ({ tenantId, tenantName }) =>
      ok({
        value: [{ id: `/tenants/${tenantId}`, tenantId, displayName: tenantName, defaultDomain: 'contoso.example' }],
      }),
  ],
  [
    /^\/subscriptions$/,
    ({ subscriptions, tenantId }) =>
      ok({
        value: subscriptions.map(({ id, name, state = 'Enabled' }) => ({
          id: `/subscriptions/${id}`,
          subscriptionId: id,
          tenantId,
          displayName: name,
          state,
        })),
        count: { type: 'Total', value: subscriptions.length },
      }),
  ],
  [/^\/providers\/Microsoft\.ResourceGraph\/resources$/, graph],
  [
    /^\/subscriptions\/(?<id>[^/]+)\/providers\/Microsoft\.Authorization\/permissions$/i,
    (fleet, _, { id }) =>
      ok({ value: find(fleet, id)?.isReadable === false ? [] : [{ actions: ['*/read'], notActions: [] }] }),
  ],
  [
    /^\/subscriptions\/(?<id>[^/]+)\/providers\/Microsoft\.Security\/pricings$/i,
    guarded((subscription) => ok({ value: [subscriptionPlan(subscription)] })),
  ],
  [
    /^\/subscriptions\/(?<id>[^/]+)\/providers\/Microsoft\.Security\/settings$/i,
    guarded((subscription) => ok({ value: settingsOf(subscription) })),
  ],
  [
    /^(?<resource>\/subscriptions\/(?<id>[^/]+)\/.+)\/providers\/Microsoft\.Security\/pricings\/VirtualMachines$/i,
    guarded((subscription, { resource = '' }) => ok(machinePlan(subscription, resource))),
  ],
  [
    /^\/api\/machines$/,
    ({ devices = 0 }, { query }) => {
      const first = Number(query.$skip ?? 0);
      const count = Math.max(0, Math.min(devices - first, Number(query.$top ?? 10_000)));
      return ok({ value: Array.from({ length: count }, (_, index) => deviceAt(first + index)) });
    },
  ],
  [
    /^\/api\/retail\/prices$/,
    (_, { query }) => {
      const currency = query.currencyCode?.replaceAll("'", '') ?? 'USD';
      const item = fixture('published/retail-prices-item.json');
      const meters = [
        ['Standard P1 Node', 0.00672],
        ['Standard P2 Node', 0.02],
        ['Standard Trial Node', 0],
      ] as const;
      const rows = meters.map(([meterName, price]) => ({
        ...item,
        productName: 'Microsoft Defender for Servers',
        serviceName: 'Microsoft Defender for Cloud',
        meterName,
        retailPrice: price,
        unitPrice: price,
        currencyCode: currency,
        type: 'Consumption',
      }));
      const isFirst = query.$skip === undefined;
      const next = `https://prices.azure.com/api/retail/prices?api-version=2023-01-01-preview&$filter=${encodeURIComponent(query.$filter ?? '')}&$skip=2`;
      const Items = isFirst ? rows.slice(0, 2) : rows.slice(2);
      return ok({
        BillingCurrency: currency,
        CustomerEntityId: 'Default',
        CustomerEntityType: 'Retail',
        Items,
        NextPageLink: isFirst ? next : null,
        Count: Items.length,
      });
    },
  ],
];

function graph(fleet: Fleet, { body }: SentRequest): Answer {
  const { query, subscriptions, options } = body as {
    query: string;
    subscriptions: string[];
    options: { $top: number; $skipToken?: string };
  };
  const asked = fleet.subscriptions.filter(({ id, isReadable }) => subscriptions.includes(id) && isReadable !== false);
  if (asked.length === 0) return refusal(400, 'NoValidSubscriptionsInQueryRequest', 'no valid subscriptions');
  const type = /type =~ '([^']+)'/.exec(query)?.[1]?.toLowerCase() ?? '';
  const offset = options.$skipToken === undefined ? 0 : Number(Buffer.from(options.$skipToken, 'base64').toString());
  if (!Number.isInteger(offset)) return refusal(400, 'InvalidSkipToken', 'The skip token is not valid');
  const total = countRows(type, asked);
  const data = rowsFrom(fleet, type, asked, offset, options.$top);
  const next = offset + data.length;
  return ok({
    totalRecords: total,
    count: data.length,
    resultTruncated: 'false',
    facets: [],
    ...(next < total && { $skipToken: Buffer.from(String(next)).toString('base64') }),
    data,
  });
}

/** A subscription that may not be read is refused as Resource Manager refuses. */
function guarded(answer: (subscription: FleetSubscription, parts: Readonly<Record<string, string>>) => Answer): Route {
  return (fleet, { path }, parts) => {
    const subscription = find(fleet, parts.id);
    if (!subscription) return refusal(404, 'SubscriptionNotFound', path);
    if (subscription.isReadable === false) {
      return refusal(403, 'AuthorizationFailed', 'The client does not have authorization to perform action');
    }
    return answer(subscription, parts);
  };
}

function find(fleet: Fleet, id: string | undefined): FleetSubscription | undefined {
  return fleet.subscriptions.find((subscription) => subscription.id === id?.toLowerCase());
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
