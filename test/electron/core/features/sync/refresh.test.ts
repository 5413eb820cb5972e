import { describe, expect, it } from 'vitest';
import { aFleet, clock, connected } from '../../../../support/azure-server/connected.ts';
import { isMachinePlan } from '../../../../support/azure-server/faults.ts';
import { subscriptionId } from '../../../../support/azure-server/fleet.ts';

const ONE = subscriptionId(1);
const TWO = subscriptionId(2);
const QUIET = { enforce: true } as const;

describe('a refresh', () => {
  it('says what is new, gone and changed, and takes the place of the sync before', async () => {
    const { sync, server, call, handle } = await connected(
      aFleet([
        { ...QUIET, vms: 4 },
        { ...QUIET, vms: 2 },
      ]),
    );
    await sync();
    clock.now = '2026-11-25T09:00:00.000Z';
    server.fleet = aFleet([
      { ...QUIET, vms: 3, power: { 'vm-000001': 'deallocated' } },
      { ...QUIET, vms: 3 },
    ]);
    const view = await sync();
    expect([view.appeared.length, view.gone.length, view.changed.length, view.machines]).toEqual([1, 1, 1, 6]);
    const refreshed = view.findings.find(({ code }) => code === 'azure-sync-refreshed');
    expect(refreshed?.message).toContain('vm-000001');
    const { evidence } = await call('evidence.list', { handle });
    expect(new Set(evidence.map(({ date }) => date))).toEqual(new Set(['2026-11-25T09:00:00.000Z']));
  });

  it('of nothing new says nothing new', async () => {
    const { sync } = await connected(aFleet([QUIET]));
    await sync();
    const view = await sync();
    expect([view.appeared, view.gone, view.changed, view.new]).toEqual([[], [], [], 0]);
  });

  it('of some subscriptions keeps what is known of the others, with its own date', async () => {
    const { sync, server, call, handle } = await connected(
      aFleet(
        [
          { ...QUIET, vms: 4 },
          { ...QUIET, vms: 2 },
        ],
        { devices: 2 },
      ),
    );
    await sync();
    clock.now = '2026-11-26T09:00:00.000Z';
    server.fleet = aFleet(
      [
        { ...QUIET, vms: 1 },
        { ...QUIET, vms: 9 },
      ],
      { devices: 2 },
    );
    const view = await sync({ subscriptions: [ONE], defender: false });
    expect(view.machines).toBe(1 + 2 + 2);
    const { scopes } = await call('inventory.coverage', { handle });
    const read = (id: string) => scopes.find((scope) => scope.subscriptionId === id)?.read.machines;
    expect([read(ONE), read(TWO)]).toEqual(['2026-11-26T09:00:00.000Z', '2026-11-24T09:00:00.000Z']);
    // And the other way round: the older rows are read anew from what the project keeps.
    const back = await sync({ subscriptions: [TWO], defender: false });
    expect(back.machines).toBe(1 + 9 + 2);
  });

  it('can be taken back and done again', async () => {
    const { sync, server, call, handle } = await connected(aFleet([{ ...QUIET, vms: 4 }]));
    await sync();
    server.fleet = aFleet([{ ...QUIET, vms: 1 }]);
    await sync();
    const names = async () => (await call('inventory.machines', { handle })).machines.length;
    expect(await names()).toBe(1);
    expect((await call('history.undo', { handle })).redo).toMatchObject({ command: 'sync.run' });
    expect(await names()).toBe(4);
    await call('history.redo', { handle });
    expect(await names()).toBe(1);
    // What an undo brought back is replaced by the next sync all the same.
    await call('history.undo', { handle });
    server.fleet = aFleet([{ ...QUIET, vms: 2 }]);
    await sync();
    expect(await names()).toBe(2);
  });

  it('starts anew where that is wished, also where a run was partial', async () => {
    const { sync, server } = await connected(aFleet([QUIET, { isReadable: false }]));
    const one = await sync();
    const before = server.requests.length;
    const again = await sync({ fresh: true });
    expect(again.run.id).not.toBe(one.run.id);
    expect(server.requests.length - before).toBeGreaterThan(10);
  });
});

describe('what a sync has kept', () => {
  it('is read anew without a network, to the same list of servers', async () => {
    const { sync, server, call, handle } = await connected(
      aFleet([{ vms: 3, arc: 1, own: { 'vm-000002': 'off' } }], { devices: 2 }),
    );
    const { run } = await sync();
    const before = await call('inventory.machines', { handle });
    await server.close();
    const view = await call('sync.apply', { handle, run: run.id });
    expect([view.appeared, view.gone, view.changed]).toEqual([[], [], []]);
    const after = await call('inventory.machines', { handle });
    const plain = ({ machines }: typeof before) => machines.map(({ evidence: _, ...machine }) => machine);
    expect(plain(after)).toEqual(plain(before));
  });

  it('can be forgotten; what was made of it stays', async () => {
    const { sync, call, handle } = await connected(aFleet([QUIET]));
    const { run } = await sync();
    const state = await call('sync.forget', { handle, run: run.id });
    expect(state.runs).toEqual([]);
    expect((await call('inventory.machines', { handle })).machines).toHaveLength(3);
  });

  it('stands the check of a file from elsewhere', async () => {
    const { sync, call, handle, path } = await connected(aFleet([{ vms: 2 }]));
    await sync();
    await call('project.close', { handle });
    expect(await call('project.check', { path })).toMatchObject({ ok: true, problems: [] });
  });
});

describe('several tenants in one project', () => {
  it('stand side by side', async () => {
    const { sync, server, call, handle } = await connected(aFleet([{ ...QUIET, vms: 2 }]));
    await sync();
    const other = '66666666-6666-4666-8666-666666666666';
    const fleet = aFleet([{ ...QUIET, id: subscriptionId(7), vms: 3 }], { tenantId: other, tenantName: 'Fabrikam' });
    server.fleet = fleet;
    const view = await sync({ tenant: other });
    expect([view.machines, view.gone, view.run.tenantName]).toEqual([5, [], 'Fabrikam']);
    const { machines } = await call('inventory.machines', { handle });
    expect(new Set(machines.map(({ tenantId }) => tenantId)).size).toBe(2);
    expect(server.requests.filter(isMachinePlan)).toEqual([]);
  });
});
