import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../../../electron/core/identity/index.ts';
import {
  aDevice,
  aFile,
  aListEntry,
  aListLine,
  anArcMachine,
  arcId,
  aUsage,
  aVm,
  aVmwareMachine,
  DEV,
  OTHER_TENANT,
  TENANT,
  vmId,
} from '../../../support/records.ts';
import { codes, inventoryOf, machineNamed } from './inventory.ts';

const vmFile = aFile({ file: 'az.json' }, aVm('web01'));
const listFile = aFile({ file: 'list.xlsx', format: 'server-list' }, aListLine('web01'));
const vmAnchor = anchorOf(aVm('web01'), 'az-vm-list');
const listAnchor = anchorOf(aListLine('web01'), 'server-list');

describe('ids', () => {
  it('stay through a re-import and a newer export of the same source', () => {
    const first = inventoryOf([vmFile, listFile]);
    const newer = aFile({ file: 'az-december.json', date: '2026-12-01T00:00:00Z' }, aVm('web00'), aVm('web01'));
    const second = inventoryOf([newer, listFile], { known: first.known });
    expect(
      second.machines
        .filter((machine) => machine.name === 'web01')
        .map((machine) => machine.id)
        .sort(),
    ).toEqual(first.machines.map((machine) => machine.id).sort());
  });

  it('the older one stays when two machines turn out to be one, and comes back when they part', () => {
    const list = aFile({ file: 'list' }, aListLine('sql01', { fqdn: 'sql01.corp.example' }));
    const first = inventoryOf([list]);
    const arc = (fqdn: string | undefined) => aFile({ file: 'arc' }, anArcMachine('sql01', { fqdn }));
    const apart = inventoryOf([list, arc(undefined)], { known: first.known });
    const one = inventoryOf([list, arc('sql01.corp.example')], { known: apart.known });
    expect(one.machines.map((machine) => machine.id)).toEqual([first.machines[0]?.id]);
    const again = inventoryOf([list, arc(undefined)], { known: one.known });
    expect(again.machines.map(({ id, kind }) => [id, kind])).toEqual(apart.machines.map(({ id, kind }) => [id, kind]));
  });

  it('of a machine that is gone are kept for its return', () => {
    const first = inventoryOf([vmFile]);
    const without = inventoryOf([], { known: first.known });
    expect(inventoryOf([vmFile], { known: without.known }).machines[0]?.id).toBe(first.machines[0]?.id);
  });

  it('of lines with one name and nothing else stay apart', () => {
    const two = [aFile({ file: 'a.csv' }, aListLine('web')), aFile({ file: 'b.csv' }, aListLine('web'))];
    const first = inventoryOf(two);
    const second = inventoryOf(two.toReversed(), { known: first.known });
    expect(first.machines).toHaveLength(2);
    expect(second.machines.map(({ id, evidence }) => [id, evidence])).toEqual(
      first.machines.map(({ id, evidence }) => [id, evidence]),
    );
  });

  it('new ones do not depend on the order of files', () => {
    const files = [vmFile, listFile, aFile({ file: 'rv' }, aVmwareMachine('db01'))];
    expect(inventoryOf(files.toReversed()).machines).toEqual(inventoryOf(files).machines);
  });
});

describe('by hand', () => {
  const merge = { kind: 'merge', anchors: [vmAnchor, listAnchor] } as const;

  it('a merge joins, says so, and survives re-import', () => {
    const first = inventoryOf([vmFile, listFile]);
    const merged = inventoryOf([listFile, vmFile], { known: first.known, decisions: [merge] });
    expect(merged.machines).toMatchObject([
      { name: 'web01', kind: 'azure-vm', keys: [{ key: 'manual', confidence: 'manual' }] },
    ]);
    expect(merged.machines[0]?.evidence).toHaveLength(2);
    expect(merged.offers).toEqual([]);
  });

  it('a split parts what a key had joined; the machine keeps its id, the part is not offered', () => {
    const device = aDevice('web01', { linkedResourceId: vmId('web01') });
    const files = [vmFile, aFile({ file: 'mde' }, device)];
    const first = inventoryOf(files);
    const split = { kind: 'split', anchor: anchorOf(device, 'mde-machines') } as const;
    const second = inventoryOf(files, { known: first.known, decisions: [split] });
    expect(second.machines).toHaveLength(2);
    const kept = second.machines.find((machine) => machine.evidence.some((ref) => ref.file === 'az.json'));
    expect(kept?.id).toBe(first.machines[0]?.id);
    expect(second.offers).toEqual([]);
  });

  it('the later decision holds', () => {
    const split = { kind: 'split', anchor: listAnchor } as const;
    expect(inventoryOf([vmFile, listFile], { decisions: [merge, split] }).machines).toHaveLength(2);
    expect(inventoryOf([vmFile, listFile], { decisions: [split, merge] }).machines).toHaveLength(1);
  });

  it('never across tenants; a decision without its rows waits', () => {
    const there = aFile({ file: 'list', format: 'server-list', tenantId: OTHER_TENANT }, aListLine('web01'));
    const here = aFile({ file: 'az', tenantId: TENANT }, aVm('web01'));
    const refused = inventoryOf([here, there], { decisions: [merge] });
    expect(refused.machines).toHaveLength(2);
    expect(codes(refused)).toContain('identity-merge-refused');
    expect(codes(inventoryOf([here], { decisions: [merge] }))).toContain('identity-merge-waiting');
  });

  it('two resources of Azure merged by hand: done, with a warning', () => {
    const anchors = [vmAnchor, anchorOf(aVm('web02'), 'az-vm-list')] as const;
    const inventory = inventoryOf([aFile({}, aVm('web01'), aVm('web02'))], { decisions: [{ kind: 'merge', anchors }] });
    expect(inventory.machines).toHaveLength(1);
    expect(codes(inventory)).toContain('identity-merged-two-resources');
  });
});

describe('an offer that was declined', () => {
  const declined = { kind: 'decline', anchors: [vmAnchor, listAnchor] } as const;
  const otherList = aFile({ file: 'other.csv', format: 'server-list' }, aListLine('web01', { domain: 'corp' }));

  it('is not made again, also after newer exports; it is told apart, and nothing is to be looked at', () => {
    const first = inventoryOf([vmFile, listFile]);
    expect(codes(first)).toContain('identity-offered');
    const newer = aFile({ file: 'az-december.json', date: '2026-12-01T00:00:00Z' }, aVm('web01'));
    for (const files of [
      [vmFile, listFile],
      [listFile, newer],
    ]) {
      const after = inventoryOf(files, { known: first.known, decisions: [declined] });
      expect(after.machines).toHaveLength(2);
      expect([after.offers, codes(after)]).toEqual([[], expect.not.arrayContaining(['identity-offered'])]);
      expect(after.declined).toEqual([{ machines: first.offers[0]?.machines, decision: 0 }]);
    }
  });

  it('is never of two resources of Azure: a name on both and in a list is offered pair by pair', () => {
    const other = aFile({ file: 'other.json' }, aVm('web01', { resourceId: vmId('web01', DEV), subscriptionId: DEV }));
    const inventory = inventoryOf([vmFile, other, listFile]);
    const kinds = new Map(inventory.machines.map(({ id, kind }) => [id, kind]));
    expect(inventory.offers.map(({ machines }) => machines.map((id) => kinds.get(id)).sort())).toEqual([
      ['azure-vm', 'on-premises'],
      ['azure-vm', 'on-premises'],
    ]);
    expect(inventory.findings).toContainEqual(
      expect.objectContaining({ code: 'identity-offered', params: { count: 1, names: 'web01' } }),
    );
  });

  it('leaves what else may be one: pair by pair, never the two together', () => {
    const first = inventoryOf([vmFile, listFile, otherList]);
    expect(first.offers).toHaveLength(1);
    const after = inventoryOf([vmFile, listFile, otherList], { known: first.known, decisions: [declined] });
    const [pair] = after.declined;
    const third = first.machines.map(({ id }) => id).find((id) => !pair?.machines.includes(id)) ?? '';
    expect(after.offers.map(({ machines }) => [...machines].sort())).toEqual(
      (pair?.machines ?? []).map((id) => [id, third].sort()).sort(),
    );
  });

  it('holds for the machine while the row that it was told of is gone', () => {
    const second = aFile({ file: 'arc' }, anArcMachine('web01', { vmId: 'guid-1' }));
    const device = aFile({ file: 'mde' }, aDevice('web01', { linkedResourceId: arcId('web01') }));
    const first = inventoryOf([second, device, listFile]);
    const arcAnchor = anchorOf(anArcMachine('web01'), 'arc-machines');
    const decisions = [{ kind: 'decline', anchors: [arcAnchor, listAnchor] }] as const;
    const without = inventoryOf([device, listFile], { known: first.known, decisions });
    expect([without.machines.length, without.offers, without.declined.length]).toEqual([2, [], 1]);
  });

  it('does not stand against a key that proves the two to be one, and says so', () => {
    const list = aFile(
      { file: 'list.xlsx', format: 'server-list' },
      aListLine('web01', { fqdn: 'web01.corp.example' }),
    );
    const vm = aFile({ file: 'az' }, aVm('web01', { fqdn: 'web01.corp.example' }));
    const anchors = [vmAnchor, anchorOf(aListLine('web01', { fqdn: 'web01.corp.example' }), 'server-list')];
    const after = inventoryOf([vm, list], { decisions: [{ kind: 'decline', anchors }] });
    expect([after.machines.length, after.declined]).toEqual([1, []]);
    expect(after.findings).toContainEqual(
      expect.objectContaining({ code: 'identity-declined-joined', machineId: after.machines[0]?.id }),
    );
  });

  it('gives way to a merge by hand that came later', () => {
    const merge = { kind: 'merge', anchors: [vmAnchor, listAnchor] } as const;
    const after = inventoryOf([vmFile, listFile], { decisions: [declined, merge] });
    expect([after.machines.length, after.declined]).toEqual([1, []]);
    expect(codes(after)).not.toContain('identity-declined-joined');
  });
});

describe('named lists', () => {
  const fleet = aFile(
    { file: 'az' },
    aVm('web01'),
    aVm('web02'),
    aVm('db01', { resourceId: vmId('db01', undefined, 'rg-a') }),
    aVm('db01', { resourceId: vmId('db01', undefined, 'rg-b') }),
  );

  it('find machines by folded name, full name, id; narrowed by group', () => {
    const arc = aFile({ file: 'arc' }, anArcMachine('sql01', { fqdn: 'sql01.corp.example' }));
    const entries = aFile(
      { file: 'list' },
      aListEntry('P2 targets', 'ＷＥＢ０１'),
      aListEntry('P2 targets', 'web01'),
      aListEntry('p2 targets', 'SQL01.corp.example'),
      aListEntry('P2 targets', 'x', { resourceId: arcId('sql01') }),
      aListEntry('P2 targets', 'db01', { resourceGroup: 'rg-a' }),
    );
    const inventory = inventoryOf([fleet, arc, entries]);
    expect(inventory.lists).toMatchObject([{ name: 'P2 targets', found: 4, missing: [], several: [] }]);
    expect(inventory.lists[0]?.machineIds).toHaveLength(3);
  });

  it('tell names that meet nobody, or several', () => {
    const entries = aFile(
      { file: 'list' },
      aListEntry('P2', 'web01'),
      aListEntry('P2', 'web99'),
      aListEntry('P2', 'db01'),
    );
    const inventory = inventoryOf([fleet, entries]);
    expect(inventory.lists).toEqual([
      {
        name: 'P2',
        machineIds: [machineNamed(inventory, 'web01').id],
        missing: ['web99'],
        several: ['db01'],
        found: 1,
      },
    ]);
    expect(codes(inventory)).toEqual(expect.arrayContaining(['identity-list-missing', 'identity-list-several']));
  });
});

describe('billed hours', () => {
  it('are summed for each machine and meter; a day that two exports hold counts once, as the newer says', () => {
    const old = aFile(
      { file: 'oct', date: '2026-11-01T00:00:00Z' },
      aUsage(),
      aUsage({ date: '2026-11-02', quantity: '1' }),
    );
    const fresh = aFile(
      { file: 'nov', date: '2026-11-10T00:00:00Z' },
      aUsage({ date: '2026-11-02', quantity: '12.5' }),
      aUsage({ date: '2026-11-02', quantity: '0.25', cost: '0.005' }),
    );
    const inventory = inventoryOf([fresh, vmFile, old]);
    expect(inventory.usage).toEqual([
      {
        machineId: machineNamed(inventory, 'web01').id,
        resourceId: vmId('web01'),
        subscriptionId: '11111111-1111-4111-8111-111111111111',
        meterName: 'Standard P2 Node',
        hours: '36.75',
        cost: '0.965',
        currency: 'USD',
        from: '2026-11-01',
        to: '2026-11-02',
        days: 2,
      },
    ]);
  });

  it('of a resource that no list holds are a finding', () => {
    const inventory = inventoryOf([aFile({}, aUsage({ resourceId: vmId('ghost') }))]);
    expect(inventory.usage).toMatchObject([{ machineId: null }]);
    expect(codes(inventory)).toContain('identity-usage-without-machine');
  });
});

it('a resource that was moved to another subscription keeps its id', () => {
  const vmIdOf = { vmId: '0f1e2d3c-0000-4000-8000-000000000001' };
  const before = inventoryOf([aFile({}, aVm('app01', vmIdOf), aVm('app02'))]);
  const moved = aVm('app01', { ...vmIdOf, resourceId: vmId('app01', DEV, 'rg-new') });
  const after = inventoryOf([aFile({}, moved, aVm('app02'))], { known: before.known });
  expect(machineNamed(after, 'app01')).toMatchObject({
    id: machineNamed(before, 'app01').id,
    resourceId: vmId('app01', DEV, 'rg-new'),
  });
  // While both are listed they are two: each resource is billed on its own.
  const both = inventoryOf([aFile({}, aVm('app01', vmIdOf), moved)], { known: before.known });
  expect(both.machines).toHaveLength(2);
  expect(both.machines.find(({ resourceId }) => resourceId === vmId('app01'))?.id).toBe(
    machineNamed(before, 'app01').id,
  );
});
