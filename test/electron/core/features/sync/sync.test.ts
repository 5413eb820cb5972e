import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aFleet, connected, SIGN_IN } from '../../../../support/azure-server/connected.ts';
import { asksFor, isGraph, isMachinePlan, topOf } from '../../../../support/azure-server/faults.ts';
import { subscriptionId, TENANT } from '../../../../support/azure-server/fleet.ts';

const ONE = subscriptionId(1);
const TWO = subscriptionId(2);
const isVmQuery = asksFor('microsoft.compute/virtualmachines');

describe('a sync', () => {
  it('fills the project: machines, plans, exceptions, devices; every request is in the contract', async () => {
    const { sync, server, call, handle } = await connected(
      aFleet(
        [
          { vms: 3, own: { 'vm-000001': 'P1' }, power: { 'vm-000002': 'deallocated' } },
          { vms: 2, arc: 2, plan: 'off', coverage: 'NotCovered' },
        ],
        { devices: 4 },
      ),
    );
    const view = await sync();
    expect(server.violations).toEqual([]);
    expect(view.run.state).toBe('complete');
    expect([view.machines, view.appeared.length, view.gone, view.changed]).toEqual([11, 11, [], []]);
    expect(view.evidence.map(({ format }) => format)).toEqual(['resource-graph', 'pricings', 'mde-machines']);
    expect(view.evidence.flatMap(({ findings }) => findings)).toEqual([]);
    const { machines } = await call('inventory.machines', { handle });
    const told = machines.map(({ name, subscriptionId: of, kind, state, today }) => [
      name,
      of,
      kind,
      state,
      today.plan,
      today.explicit,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['vm-000000', ONE, 'azure-vm', 'running', 'P2', false],
        ['vm-000001', ONE, 'azure-vm', 'running', 'P1', true],
        ['vm-000002', ONE, 'azure-vm', 'deallocated', 'P2', false],
        ['arc-000001', TWO, 'arc', 'connected', 'off', expect.anything()],
      ]),
    );
    const { scopes } = await call('inventory.coverage', { handle });
    expect(scopes.map(({ subscriptionId: of }) => of)).toEqual([null, ONE, TWO]);
    for (const { read } of scopes) expect(Object.values(read)).not.toContain(null);
  });

  it('asks in pages of 1,000, no page twice, and no query more often than its rows need', async () => {
    const { sync, server } = await connected(
      aFleet([
        { vms: 1_500, enforce: true },
        { vms: 1_200, enforce: true },
      ]),
    );
    const { run } = await sync();
    const graph = server.requests.filter(isGraph);
    expect(graph.filter(isVmQuery)).toHaveLength(3);
    expect(new Set(graph.map(topOf))).toEqual(new Set([1_000]));
    expect(new Set(graph.map(({ body }) => JSON.stringify(body))).size).toBe(graph.length);
    expect(run.subscriptions.map(({ machines }) => machines)).toEqual([1_500, 1_200]);
    // Tenants and subscriptions once; 14 queries with two more pages; two plans and two settings; devices.
    expect(run.requests).toBe(server.requests.length - 2);
    expect(server.requests.length).toBe(2 + 14 + 2 + 4 + 1);
  });

  it('waits for the quota before it is refused', async () => {
    const { sync, server, seam } = await connected(aFleet([{ enforce: true }]));
    server.quota = { queries: 3, windowMs: 5_000 };
    await sync();
    expect(server.statuses).not.toContain(429);
    expect(seam.waits.length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['every machine where nothing says that none differs', { coverage: 'FullyCovered' }, 3],
    ['none where the subscription forces its plan', { enforce: true }, 0],
    ['none where the subscription is off and nothing is covered', { plan: 'off', coverage: 'NotCovered' }, 0],
    ['every machine where it is off and something is covered', { plan: 'off', coverage: 'PartiallyCovered' }, 3],
  ] as const)('asks the plan of %s', async (_, subscription, requests) => {
    const { sync, server } = await connected(aFleet([subscription]));
    const { run } = await sync();
    expect(server.requests.filter(isMachinePlan)).toHaveLength(requests);
    expect(run.state).toBe('complete');
  });

  it('reads only what it is asked for: by name or id, without machine plans, Defender and network', async () => {
    const { sync, server } = await connected(aFleet([{}, { name: '本番' }, {}], { devices: 3 }));
    const { run, evidence } = await sync({
      subscriptions: ['本番', ONE, 'gone'],
      machinePlans: false,
      defender: false,
      network: false,
    });
    expect(run.subscriptions.map(({ id }) => id)).toEqual([ONE, TWO]);
    expect(evidence.map(({ format }) => format)).toEqual(['resource-graph', 'pricings']);
    expect(server.requests.filter(isMachinePlan)).toEqual([]);
    expect(server.requests.filter(asksFor('microsoft.network/networkinterfaces'))).toEqual([]);
    expect(run.findings.map(({ code }) => code)).toEqual(['azure-sync-unknown-subscription']);
  });

  it('tells every subscription as it moves on', async () => {
    const { sync, progress } = await connected(aFleet([{ vms: 2 }, { vms: 5 }]));
    await sync();
    const told = progress.flatMap(({ subscription }) => subscription ?? []);
    const last = [ONE, TWO].map((id) => told.findLast((view) => view.id === id));
    expect(last.map((view) => [view?.machines, view?.done === view?.total])).toEqual([
      [2, true],
      [5, true],
    ]);
    const done = progress.filter(({ stage }) => stage === 'sync').map((one) => one.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });

  it('asks subscriptions in batches that the service takes', async () => {
    const many = Array.from({ length: 260 }, () => ({ vms: 0, enforce: true }));
    const { sync, server } = await connected(aFleet(many));
    await sync({ machinePlans: false, network: false });
    const asked = server.requests
      .filter(isVmQuery)
      .map(({ body }) => (body as { subscriptions: string[] }).subscriptions.length);
    expect(asked).toEqual([250, 10]);
  });

  it('says which subscriptions the account may read, and asks nothing else', async () => {
    const { call, server } = await connected(aFleet([{}, { isReadable: false }]));
    const view = await call('sync.subscriptions', { signIn: SIGN_IN, rights: true });
    expect(view).toMatchObject({ account: 'yamada@contoso.example', tenantId: TENANT });
    expect(view.subscriptions.map(({ rights }) => rights)).toEqual([
      { resources: true, plans: true, policies: true },
      { resources: false, plans: false, policies: false },
    ]);
    expect((await call('sync.tenants', { signIn: SIGN_IN })).tenants).toEqual([
      { id: TENANT, name: 'Contoso', domain: 'contoso.example' },
    ]);
    expect(server.violations).toEqual([]);
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('leaves no token in the project, and none goes where no sign-in is needed', async () => {
    const { sync, call, handle, path, server } = await connected(aFleet([{}]));
    await sync();
    await call('prices.fetch', { handle, currency: 'USD' });
    expect(server.violations).toEqual([]);
    await call('project.close', { handle });
    expect(readFileSync(path, 'latin1')).not.toMatch(/Bearer|eyJ[A-Za-z0-9_-]{10,}\.eyJ/);
  });
});

describe('prices', () => {
  it('are fetched when asked for, never by a sync, and kept with their date', async () => {
    const { sync, call, handle, server } = await connected(aFleet([{}]));
    await sync();
    expect(server.requests.filter(({ host }) => host === 'prices.azure.com')).toEqual([]);
    const view = await call('prices.fetch', { handle, currency: 'JPY', regions: ['japaneast'] });
    expect(view.prices).toBe(2);
    expect(view.findings.map(({ code }) => code)).toEqual(['price-trial-meters']);
    await call('prices.fetch', { handle, currency: 'JPY', regions: ['japaneast'] });
    const { evidence } = await call('evidence.list', { handle });
    const prices = evidence.filter(({ format }) => format === 'retail-prices');
    expect(prices.map(({ date }) => date)).toEqual(['2026-11-24T09:00:00.000Z']);
    const state = await call('project.state', { handle });
    expect(state.importedPrices.map(({ meter, unitPrice, currency }) => [meter, unitPrice, currency])).toEqual([
      [expect.any(String), '0.00672', 'JPY'],
      [expect.any(String), '0.02', 'JPY'],
    ]);
    expect(server.violations).toEqual([]);
  });
});
