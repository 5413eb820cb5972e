import { describe, expect, it } from 'vitest';
import { aFleet, connected, SIGN_IN } from '../../../../support/azure-server/connected.ts';
import { subscriptionId, TENANT, vmResource } from '../../../../support/azure-server/fleet.ts';

const ONE = subscriptionId(1);
const TWO = subscriptionId(2);

describe('a sync', () => {
  it('fills the project: machines, plans, exceptions, devices; every request is in the contract', async () => {
    const { sync, server, call, handle } = await connected(
      aFleet([{ vms: 3, own: { 'vm-000001': 'P1' } }, { vms: 2, arc: 2, plan: 'off', coverage: 'NotCovered' }], { devices: 4 }),
    );
    const view = await sync();
    expect(server.violations).toEqual([]);
    expect(view.run.state).toBe('complete');
    expect(view.machines).toBe(11);
    const { machines } = await call('inventory.machines', { handle });
    expect(machines.map(({ name, kind, today }) => [name, kind, today.plan, today.explicit])).toEqual(
      expect.arrayContaining([
        ['vm-000000', 'azure-vm', 'P2', false],
        ['vm-000001', 'azure-vm', 'P1', true],
        ['arc-000001', 'arc', 'off', expect.anything()],
      ]),
    );
    const { scopes } = await call('inventory.coverage', { handle });
    const [tenant, first] = scopes;
    expect(tenant).toMatchObject({ tenantId: TENANT, subscriptionId: null });
    expect(Object.values(first?.read ?? {}).every((date) => date !== null)).toBe(true);
    expect(view.evidence.map(({ format }) => format)).toEqual(['resource-graph', 'pricings', 'mde-machines']);
    expect(view.evidence.flatMap(({ findings }) => findings).map(({ code }) => code)).toEqual([]);
  });
});

export { SIGN_IN, TWO, ONE, vmResource };
