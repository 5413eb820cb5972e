import type { Params, SubscriptionsView } from '../../../../shared/contract/index.ts';
import type { Call } from '../../dispatch.ts';
import {
  type AzureAccount,
  AzureError,
  type AzureTenant,
  ENDS_THE_RUN,
  type Rights,
} from '../../sources/azure/index.ts';
import { eachOf } from './pool.ts';
import { tenantOf } from './run.ts';

/** Subscriptions whose rights are asked at the same time. */
const AT_ONCE = 8;

/** The subscriptions of a tenant and, where wished, what the account may read in each. */
export async function listSubscriptions(
  account: AzureAccount,
  params: Params<'sync.subscriptions'>,
  { signal, progress }: Call,
): Promise<SubscriptionsView> {
  const tenant = await tenantOf(account, params.tenant, signal);
  const found = await tenant.subscriptions(signal);
  const rights = new Map<string, Rights | null>();
  if (params.rights === true) {
    await eachOf(found, AT_ONCE, signal, async ({ id, name }, inner) => {
      rights.set(id, await rightsOf(tenant, id, inner));
      progress({ kind: 'progress', stage: 'sync', file: name ?? id, done: rights.size, total: found.length, rows: 0 });
    });
  }
  return {
    account: (await account.start(signal)).account,
    tenantId: tenant.tenantId,
    subscriptions: found.map(({ id, name, state }) => ({ id, name, state, rights: rights.get(id) ?? null })),
  };
}

/** Null where it could not be found out: the sync itself will say. */
async function rightsOf(tenant: AzureTenant, id: string, signal: AbortSignal): Promise<Rights | null> {
  try {
    return await tenant.rights(id, signal);
  } catch (error) {
    if (error instanceof AzureError && !ENDS_THE_RUN.has(error.problem)) return null;
    throw error;
  }
}
