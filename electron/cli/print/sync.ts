import type { PricesView, SubscriptionsView, SyncView } from '../../../shared/contract/index.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import type { Language, SyncState } from '../../../shared/model/index.ts';
import { printImport } from './evidence.ts';
import { printFindings } from './findings.ts';
import { heading, table } from './table.ts';

const STATE_KEYS = {
  complete: 'syncComplete',
  partial: 'syncPartial',
  open: 'syncOpen',
} as const satisfies Record<SyncState, string>;

/** What was read of every subscription, and what changed in the list of servers. */
export function printSync(view: SyncView, language: Language): string {
  const { run, appeared, gone, changed } = view;
  const title = say(language, 'syncTitle', {
    tenant: run.tenantName ?? run.tenantId,
    date: run.startedAt.slice(0, 10),
    state: say(language, STATE_KEYS[run.state]),
    done: run.parts.done - run.parts.failed,
    total: run.parts.total,
    rows: run.rows,
    requests: run.requests,
  });
  const columns = [
    { title: say(language, 'subscription') },
    { title: say(language, 'servers'), align: 'right' as const },
    { title: say(language, 'syncParts'), align: 'right' as const },
  ];
  const rows = run.subscriptions.map(({ id, name, machines, done, total }) => [
    name ?? id,
    String(machines),
    `${done}/${total}`,
  ]);
  const changes = say(language, 'syncChanges', {
    appeared: appeared.length,
    gone: gone.length,
    changed: changed.length,
  });
  return `${heading(title)}${table(columns, rows)}\n${changes}\n${printImport(view, language)}`;
}

/** The subscriptions of a tenant and what the account may read there. */
export function printSubscriptions(view: SubscriptionsView, language: Language): string {
  const columns = ['subscription', 'value', 'state', 'rights'] as const;
  const rows = view.subscriptions.map(({ id, name, state, rights }) => {
    const may = [
      rights?.resources ? say(language, 'rightsResources') : '',
      rights?.plans ? say(language, 'rightsPlans') : '',
      rights?.policies ? say(language, 'rightsPolicies') : '',
    ].filter((word) => word !== '');
    return [name ?? id, id, state, rights === null ? '?' : may.join(', ') || say(language, 'rightsNone')];
  });
  return (
    heading(`${view.tenantId} (${view.account ?? '?'})`) +
    table(
      columns.map((key) => ({ title: say(language, key) })),
      rows,
    )
  );
}

export function printPrices(view: PricesView, currency: string, language: Language): string {
  return `${say(language, 'pricesFetched', { count: view.prices, currency })}\n${printFindings(view.findings, language)}`;
}
