import type { SyncAsks, SyncPart } from '../../../../shared/model/index.ts';
import { SUBSCRIPTIONS_AT_ONCE } from '../../sources/azure/index.ts';
import { type QueryId, RESOURCE_GRAPH_QUERIES } from '../../sources/azure/queries/index.ts';

/** Queries whose rows are kept for a look at the network; no server comes of them. */
export const NETWORK_QUERIES: ReadonlySet<string> = new Set<QueryId>([
  'network-interfaces',
  'subnets',
  'network-security-groups',
]);

/** Queries that also look above the subscriptions: assignments of management groups hold below them. */
export const QUERIES_ABOVE: ReadonlySet<string> = new Set<QueryId>(['policy-assignments', 'policy-exemptions']);

/** Queries whose rows are machines. */
export const MACHINE_QUERIES: ReadonlySet<string | null> = new Set<QueryId>([
  'virtual-machines',
  'scale-sets',
  'arc-machines',
]);

/** Everything that a run reads, as the parts that it can be stopped between. */
export function partsOf(subscriptions: readonly string[], asks: SyncAsks): SyncPart[] {
  const queries = RESOURCE_GRAPH_QUERIES.filter(({ id }) => asks.network || !NETWORK_QUERIES.has(id));
  return [
    ...queries.flatMap(({ id }) => batches(subscriptions).map((batch) => part('graph', batch, id))),
    ...subscriptions.flatMap((id) => [part('plans', [id]), part('settings', [id])]),
    ...(asks.machinePlans ? subscriptions.map((id) => part('machine-plans', [id])) : []),
    ...(asks.defender ? [part('defender', [])] : []),
  ];
}

/** Of what a part's rows are: the query, or the kind. Rows of one subject replace each other from one run to the next. */
export function subjectOf({ kind, query }: Pick<SyncPart, 'kind' | 'query'>): string {
  return query === null ? kind : `graph/${query}`;
}

/** The name of the API, the same in every language. */
export function apiOf({ kind, query }: Pick<SyncPart, 'kind' | 'query'>): string {
  switch (kind) {
    case 'graph':
      return `Azure Resource Graph (${query ?? ''})`;
    case 'plans':
      return 'Microsoft.Security/pricings';
    case 'machine-plans':
      return 'Microsoft.Security/pricings (resource)';
    case 'settings':
      return 'Microsoft.Security/settings';
    case 'defender':
      return 'Defender for Endpoint /api/machines';
  }
}

/** The right that reading a part takes; all but the last are in the role Reader. */
export function rightOf({ kind }: Pick<SyncPart, 'kind'>): string {
  switch (kind) {
    case 'graph':
      return '*/read (Reader)';
    case 'plans':
    case 'machine-plans':
      return 'Microsoft.Security/pricings/read (Reader, Security Reader)';
    case 'settings':
      return 'Microsoft.Security/settings/read (Reader, Security Reader)';
    case 'defender':
      return 'WindowsDefenderATP Machine.Read / Machine.Read.All';
  }
}

function batches(subscriptions: readonly string[]): string[][] {
  const count = Math.ceil(subscriptions.length / SUBSCRIPTIONS_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    subscriptions.slice(index * SUBSCRIPTIONS_AT_ONCE, (index + 1) * SUBSCRIPTIONS_AT_ONCE),
  );
}

function part(kind: SyncPart['kind'], subscriptions: readonly string[], query: string | null = null): SyncPart {
  return { kind, query, subscriptions, state: 'open', token: null, rows: 0, total: null, machines: {}, findings: [] };
}
