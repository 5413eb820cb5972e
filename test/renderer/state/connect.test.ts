import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { selectProjectState } from '../../../renderer/state/selectors.ts';
import type { AppState } from '../../../renderer/state/store.ts';
import { aFleet } from '../../support/azure-server/connected.ts';
import { TENANT } from '../../support/azure-server/fleet.ts';
import { seamTo } from '../../support/azure-server/seam.ts';
import { startAzure } from '../../support/azure-server/server.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

const SIGN_IN = { method: 'cli', cloud: 'public', clientId: null } as const;

async function connectedPage(): Promise<TestPage> {
  const server = await startAzure(aFleet([{ vms: 2, enforce: true }]));
  const page = openTestPage('en', { azure: seamTo(server) });
  onTestFinished(async () => {
    page.close();
    await server.close();
  });
  await page.store.getState().createProject(join(page.folder, 'contoso.dfsplan'), 'Contoso');
  return page;
}

/** What the page shows of something at each moment at which it says that it is done. */
function shownWhen<Shown>(page: TestPage, isTold: (app: AppState) => boolean, show: (app: AppState) => Shown): Shown[] {
  const shown: Shown[] = [];
  page.store.subscribe((app) => {
    if (isTold(app)) shown.push(show(app));
  });
  return shown;
}

it('prices are told as fetched when they stand in the project, not before', async () => {
  const page = await connectedPage();
  const shown = shownWhen(
    page,
    ({ fetchedPrices }) => fetchedPrices.kind === 'ready',
    (app) => selectProjectState(app)?.evidence.map(({ format }) => format),
  );
  await page.store.getState().fetchPrices('USD', []);
  expect(shown).not.toEqual([]);
  for (const formats of shown) expect(formats).toContain('retail-prices');
});

it('a run is told as ended when it stands among the runs, not before', async () => {
  const page = await connectedPage();
  const shown = shownWhen(
    page,
    ({ reading }) => reading.kind === 'ended',
    ({ syncs }) => syncs.kind === 'ready' && syncs.value.runs.map(({ id }) => id),
  );
  await page.store.getState().signIn(SIGN_IN);
  const { listed, readTenant } = page.store.getState();
  if (listed.kind !== 'ready') throw new Error(listed.kind);
  const asks = { machinePlans: true, defender: false, network: false };
  const subscriptions = listed.value.subscriptions.map(({ id, name }) => ({
    id,
    name,
    machines: 0,
    done: 0,
    total: 0,
  }));
  await readTenant({ signIn: SIGN_IN, tenantId: TENANT, subscriptions, asks, isFresh: false });
  expect(page.store.getState().reading.kind).toBe('ended');
  for (const runs of shown) expect(runs).toHaveLength(1);
});

it('a sign-in right after a sign-out waits for it, and nothing of the account is offered meanwhile', async () => {
  const page = await connectedPage();
  const { signIn, signOut } = page.store.getState();
  await signIn(SIGN_IN);
  page.calls.length = 0;
  const leaving = signOut();
  expect(page.store.getState()).toMatchObject({ account: { kind: 'idle' }, listed: { kind: 'idle' } });
  const again = signIn(SIGN_IN);
  expect(page.calls).toEqual(['sync.signOut']);
  await Promise.all([leaving, again]);
  expect(page.calls.filter((method) => method !== 'sync.state')).toEqual([
    'sync.signOut',
    'sync.tenants',
    'sync.subscriptions',
  ]);
  expect(page.store.getState().account.kind).toBe('ready');
});
