import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { aWorkplace } from './support.ts';

const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';
const vm = (name: string) => ({
  id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`,
  name,
  type: 'microsoft.compute/virtualmachines',
  tenantId: '99999999-9999-4999-8999-999999999999',
  subscriptionId: SUBSCRIPTION,
  properties: {},
});

interface Machines {
  machines: { id: string; name: string; kind: string; evidence: { id: string; file: string }[] }[];
  offers: { machines: [string, string] }[];
  declined: { machines: [string, string] }[];
}

describe('merge and split by hand', () => {
  let place = aWorkplace();
  const write = (name: string, text: string) => writeFileSync(join(place.folder, name), text);
  const machines = () => place.json<Machines>('machines', 'a.dfsplan');
  const kinds = async () => (await machines()).machines.map(({ name, kind }) => `${name} ${kind}`).sort();

  beforeEach(async () => {
    place = aWorkplace();
    write('vm.json', JSON.stringify({ data: [vm('web01'), vm('web02')] }));
    write('list.csv', 'サーバー名,OS\r\nweb01,Windows Server 2022\r\ndb01,Windows Server 2022\r\n');
    await place.run('new', 'a.dfsplan', '--name', 'A');
    await place.run('import', 'a.dfsplan', 'vm.json', 'list.csv');
  });

  it('a merge stays through newer exports, in whatever order they come; a split undoes it', async () => {
    const [offer] = (await machines()).offers;
    expect(await kinds()).toEqual(['db01 on-premises', 'web01 azure-vm', 'web01 on-premises', 'web02 azure-vm']);
    await place.json('merge', 'a.dfsplan', ...(offer?.machines ?? []));
    const merged = ['db01 on-premises', 'web01 azure-vm', 'web02 azure-vm'];
    expect(await kinds()).toEqual(merged);

    write('list.csv', 'サーバー名,OS\r\ndb01,Windows Server 2022\r\nweb01,Windows Server 2019\r\n');
    await place.run('import', 'a.dfsplan', 'list.csv');
    write('vm.json', JSON.stringify({ data: [vm('web02'), vm('web01')], count: 2 }));
    await place.run('import', 'a.dfsplan', 'vm.json');
    expect(await kinds()).toEqual(merged);

    const one = (await machines()).machines.find(({ name }) => name === 'web01');
    const list = one?.evidence.find(({ file }) => file === 'list.csv')?.id ?? '';
    await place.json('split', 'a.dfsplan', one?.id ?? '', list);
    expect(await kinds()).toContain('web01 on-premises');
  });

  it('a declined offer is made no more, through newer exports too, until that is taken back', async () => {
    const [offer] = (await machines()).offers;
    const pair = offer?.machines ?? [];
    expect(await place.json('decline', 'a.dfsplan', ...pair)).toMatchObject({ schema: 'dfs-planner/decline/1' });
    write('list.csv', 'サーバー名,OS\r\ndb01,Windows Server 2022\r\nweb01,Windows Server 2019\r\n');
    const { out } = await place.run('import', 'a.dfsplan', 'list.csv');
    expect(out).not.toContain('may be one');
    expect(await machines()).toMatchObject({ offers: [], declined: [{ machines: pair }] });
    expect((await place.run('machines', 'a.dfsplan')).out).toContain('Declined');
    await place.json('decline', 'a.dfsplan', ...pair, '--take-back');
    expect(await machines()).toMatchObject({ offers: [{ machines: pair }], declined: [] });
    const { code } = await place.run('decline', 'a.dfsplan', ...pair, '--take-back');
    expect(code).toBe(2);
  });

  it('what carries one and the same id is not split, and nothing is done in silence', async () => {
    write('again.json', JSON.stringify([vm('web02')]));
    await place.run('import', 'a.dfsplan', 'again.json');
    const two = (await machines()).machines.find(({ name }) => name === 'web02');
    expect(two?.evidence.length).toBeGreaterThan(1);
    const { code, err } = await place.run('split', 'a.dfsplan', 'web02', two?.evidence[0]?.id ?? '');
    expect([code, err]).toEqual([4, expect.stringContaining('one and the same id')]);
  });
});
