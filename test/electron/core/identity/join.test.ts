import { describe, expect, it } from 'vitest';
import {
  aDevice,
  aDirectServer,
  aFile,
  aListLine,
  anArcMachine,
  aRecord,
  arcId,
  aVm,
  aVmwareMachine,
  DEV,
  deviceId,
  OTHER_TENANT,
  PROD,
  TENANT,
  vmId,
} from '../../../support/records.ts';
import { codes, inventoryOf, joinedBy, machineNamed } from './inventory.ts';

const VM_ID = 'a16a01b3-553a-5648-b76c-493c4ca5dc99';
const SMBIOS = 'cd557b6e-2b12-517b-89f1-0984e272af34';
const SMBIOS_SWAPPED = '6e7b55cd-122b-7b51-89f1-0984e272af34';

describe('keys, strongest first', () => {
  it('resource-id: the same ARM id in two files is one machine', () => {
    const inventory = inventoryOf([
      aFile({ file: 'az.json' }, aVm('web01')),
      aFile({ file: 'arg.json' }, aVm('web01')),
    ]);
    expect(joinedBy(inventory)).toEqual(['web01: resource-id (2)']);
    expect(machineNamed(inventory, 'web01').keys).toEqual([
      { key: 'resource-id', value: vmId('web01'), confidence: 'certain' },
    ]);
  });

  it('resource-id: subscription id, group and name are as good as the id', () => {
    const named = aRecord({ name: 'WEB01', subscriptionId: PROD, resourceGroup: 'rg-web' });
    expect(joinedBy(inventoryOf([aFile({ file: 'a' }, aVm('web01')), aFile({ file: 'b' }, named)]))).toHaveLength(1);
  });

  it('mde-device-id: an mdeServers resource and its device', () => {
    const inventory = inventoryOf([
      aFile({ file: 'arg' }, aDirectServer('dc01')),
      aFile({ file: 'mde' }, aDevice('dc01')),
    ]);
    expect(inventory.machines).toHaveLength(1);
    expect(machineNamed(inventory, 'dc01').keys[0]).toMatchObject({ key: 'mde-device-id', confidence: 'certain' });
  });

  it('linked-resource-id: a device that names its VM', () => {
    const device = aDevice('other-name', { linkedResourceId: vmId('web01') });
    expect(joinedBy(inventoryOf([aFile({}, aVm('web01'), device)]))).toEqual(['web01: linked-resource-id (2)']);
  });

  it('vm-id: a device that knows only the vmId', () => {
    const device = aDevice('other-name', { vmId: VM_ID });
    expect(joinedBy(inventoryOf([aFile({}, aVm('web01', { vmId: VM_ID }), device)]))).toEqual(['web01: vm-id (2)']);
  });

  it.each([SMBIOS, SMBIOS_SWAPPED])('smbios-uuid: in both byte orders (%s)', (smbiosUuid) => {
    const inventory = inventoryOf([
      aFile({}, anArcMachine('sql01', { smbiosUuid: SMBIOS }), aVmwareMachine('Accounting', { smbiosUuid })),
    ]);
    expect(joinedBy(inventory)).toEqual(['sql01: smbios-uuid (2)']);
  });

  it.each([
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '03000200-0400-0500-0006-000700080009',
    '00020003-0004-0005-0006-000700080009',
  ])('smbios-uuid: a placeholder that many boards share joins nothing (%s)', (smbiosUuid) => {
    const inventory = inventoryOf([
      aFile({}, aVmwareMachine('a', { smbiosUuid }), aVmwareMachine('b', { smbiosUuid })),
    ]);
    expect(inventory.machines).toHaveLength(2);
  });

  it('fqdn: without case, and not for localhost', () => {
    const joined = inventoryOf([
      aFile({}, anArcMachine('file01', { fqdn: 'file01.corp.example' }), aDevice('FILE01.corp.example')),
    ]);
    expect(joinedBy(joined)).toEqual(['file01: fqdn (2)']);
    const apart = inventoryOf([
      aFile({}, aListLine('a', { fqdn: 'localhost.localdomain' }), aListLine('b', { fqdn: 'localhost.localdomain' })),
    ]);
    expect(apart.machines).toHaveLength(2);
  });

  it('device-name: between two Defender sources of one tenant', () => {
    const grid = aDevice('Print01', { mdeDeviceId: undefined });
    const files = [
      aFile({ file: 'api', tenantId: TENANT }, aDevice('print01')),
      aFile({ file: 'grid', tenantId: TENANT }, grid),
    ];
    const [machine] = inventoryOf(files).machines;
    expect(machine?.keys).toEqual([{ key: 'device-name', value: 'print01', confidence: 'strong' }]);
    const list = aFile({ file: 'list' }, aListLine('print01'));
    expect(inventoryOf([files[0] ?? list, list]).machines).toHaveLength(2);
  });

  it('group-name: type, group and name where a file has no subscription id', () => {
    const portal = aRecord({ name: 'web01', resourceGroup: 'rg-web', subscriptionName: 'Contoso Prod' });
    const inventory = inventoryOf([aFile({ file: 'az' }, aVm('web01')), aFile({ file: 'portal' }, portal)]);
    expect(joinedBy(inventory)).toEqual(['web01: group-name (2)']);
    expect(machineNamed(inventory, 'web01').subscriptionName).toBe('Contoso Prod');
  });

  it('group-name: not when it is not unique in the tenant', () => {
    const portal = aRecord({ name: 'web01', resourceGroup: 'rg-web' });
    const inventory = inventoryOf([
      aFile({ file: 'az' }, aVm('web01'), aVm('web01', { resourceId: vmId('web01', DEV) })),
      aFile({ file: 'portal' }, portal),
    ]);
    expect(inventory.machines).toHaveLength(3);
    expect(codes(inventory)).toContain('identity-name-ambiguous');
  });

  it('group-name: a type does not meet another type', () => {
    const portal = aRecord({ source: 'arc', name: 'web01', resourceGroup: 'rg-web' });
    expect(inventoryOf([aFile({}, aVm('web01'), portal)]).machines).toHaveLength(2);
  });

  it('scope-name: type and short name within one subscription', () => {
    const rows = [
      aVm('web01', { subscriptionName: 'Contoso Prod' }),
      aRecord({ name: 'web01', subscriptionName: 'CONTOSO PROD' }),
    ];
    expect(joinedBy(inventoryOf([aFile({}, ...rows)]))).toEqual(['web01: scope-name (2)']);
    const other = aRecord({ name: 'web01', subscriptionName: 'Contoso Dev' });
    const named = aVm('dev01', { resourceId: vmId('dev01', DEV), subscriptionName: 'Contoso Dev' });
    expect(
      inventoryOf([aFile({}, aVm('web01', { subscriptionName: 'Contoso Prod' }), named, other)]).machines,
    ).toHaveLength(3);
  });

  it('scope-name: short name within one domain, and never within WORKGROUP', () => {
    const device = aDevice('sql01', { domain: 'corp.example' });
    const arc = anArcMachine('sql01', { fqdn: 'sql01.corp.example' });
    expect(joinedBy(inventoryOf([aFile({}, device, arc)]))).toEqual(['sql01: scope-name (2)']);
    const group = { domain: 'workgroup' };
    expect(inventoryOf([aFile({}, aListLine('a', group), aVmwareMachine('a', group))]).machines).toHaveLength(2);
  });

  it('name-address: name and IP address together, loopback aside', () => {
    const files = (address: string) => [
      aFile({ file: 'rvtools' }, aVmwareMachine('OLD2012', { ipAddresses: [address, '192.168.1.9'] })),
      aFile({ file: 'migrate' }, aListLine('old2012', { ipAddresses: [address] })),
    ];
    expect(joinedBy(inventoryOf(files('192.168.100.20')))).toEqual(['OLD2012: name-address (2)']);
    expect(inventoryOf(files('127.0.0.1')).machines).toHaveLength(2);
  });

  it('short-name: alone is only offered', () => {
    const inventory = inventoryOf([aFile({}, aVm('web01'), aListLine('web01'))]);
    expect(inventory.machines).toHaveLength(2);
    expect(inventory.offers).toEqual([
      { machines: inventory.machines.map((machine) => machine.id).sort(), key: 'short-name', confidence: 'weak' },
    ]);
  });

  it('short-name: two resources of Azure are not offered, a name that everybody has becomes a finding', () => {
    const two = [aVm('web01'), aVm('web01', { resourceId: vmId('web01', DEV) })];
    expect(inventoryOf([aFile({}, ...two)]).offers).toEqual([]);
    const many = Array.from({ length: 40 }, (_, index) => aVmwareMachine('web', { row: index + 2 }));
    const inventory = inventoryOf([aFile({}, ...many)]);
    expect(inventory.offers).toEqual([]);
    expect(inventory.findings).toMatchObject([
      { code: 'identity-name-common', params: { name: 'web', count: 40 } },
      { code: 'identity-os-unknown' },
    ]);
  });
});

describe('what never joins', () => {
  it('two tenants, whatever the key', () => {
    const here = aFile({ file: 'here', tenantId: TENANT }, anArcMachine('sql01', { fqdn: 'sql01.corp.example' }));
    const there = aFile({ file: 'there', tenantId: OTHER_TENANT }, aDevice('sql01.corp.example'));
    expect(inventoryOf([here, there]).machines).toHaveLength(2);
  });

  it('a row without tenant joins where one tenant has the key, and asks which where several have', () => {
    const here = aFile({ file: 'here', tenantId: TENANT }, anArcMachine('sql01', { fqdn: 'sql01.corp.example' }));
    const there = aFile({ file: 'there', tenantId: OTHER_TENANT }, aDevice('sql01.corp.example'));
    const list = aFile({ file: 'rvtools' }, aVmwareMachine('sql01', { fqdn: 'sql01.corp.example' }));
    expect(inventoryOf([here, list]).machines).toHaveLength(1);
    const three = inventoryOf([here, there, list]);
    expect(three.machines).toHaveLength(3);
    expect(three.findings).toContainEqual(
      expect.objectContaining({ code: 'identity-tenant-unclear', file: 'rvtools', params: { rows: 1, tenants: 2 } }),
    );
  });

  it('a subscription belongs to one tenant: rows without a tenant follow it', () => {
    const here = aFile({ file: 'here', tenantId: TENANT }, aVm('web01'));
    const portal = aFile({ file: 'portal' }, aVm('web02'));
    expect(inventoryOf([here, portal]).machines.map((machine) => machine.tenantId)).toEqual([TENANT, TENANT]);
  });

  it('two VMs with one vmId: a conflict, and what shares the key joins neither', () => {
    const device = aDevice('x', { vmId: VM_ID });
    const inventory = inventoryOf([aFile({}, aVm('a', { vmId: VM_ID }), aVm('b', { vmId: VM_ID }), device)]);
    expect(inventory.machines).toHaveLength(3);
    expect(inventory.findings).toContainEqual(
      expect.objectContaining({
        code: 'identity-key-conflict',
        params: { key: 'vm-id', value: VM_ID, count: 3, names: 'a, b, x' },
      }),
    );
  });

  it('a weaker key where a stronger one differs', () => {
    const clone = { fqdn: 'sql01.corp.example' };
    const inventory = inventoryOf([
      aFile(
        {},
        aVmwareMachine('sql01', { ...clone, smbiosUuid: SMBIOS }),
        aVmwareMachine('sql01-clone', { ...clone, smbiosUuid: 'a02356ff-5d1c-5b01-b80c-cf706459ad4c' }),
      ),
    ]);
    expect(inventory.machines).toHaveLength(2);
    expect(codes(inventory)).toContain('identity-key-conflict');
  });

  it('two Defender devices of one name; two of one resource are one machine, the one seen last counts', () => {
    const apart = inventoryOf([aFile({}, aDevice('sql01'), aDevice('sql01', { mdeDeviceId: deviceId('again') }))]);
    expect(apart.machines).toHaveLength(2);
    const linked = { linkedResourceId: arcId('sql01') };
    const old = aDevice('sql01', { ...linked, lastSeen: '2026-01-01T00:00:00Z', sensorHealth: 'inactive' });
    const fresh = aDevice('sql01', {
      ...linked,
      mdeDeviceId: deviceId('again'),
      lastSeen: '2026-11-01T00:00:00Z',
      sensorHealth: 'active',
    });
    const inventory = inventoryOf([aFile({}, anArcMachine('sql01'), fresh, old)]);
    expect(machineNamed(inventory, 'sql01')).toMatchObject({ mdeDeviceId: deviceId('again'), sensorHealth: 'active' });
    expect(codes(inventory)).toContain('identity-several-devices');
  });

  it('masked ids: no machine, counted for each file', () => {
    const masked = aRecord({ name: 'web01', resourceId: vmId('web01', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxx1111111') });
    const inventory = inventoryOf([aFile({ file: 'azqr.csv' }, masked, masked, aVm('web02'))]);
    expect(inventory.machines.map((machine) => machine.name)).toEqual(['web02']);
    expect(inventory.findings).toContainEqual(
      expect.objectContaining({ code: 'identity-masked-ids', file: 'azqr.csv', params: { count: 2 } }),
    );
  });
});

describe('names of subscriptions', () => {
  const portal = aRecord({ name: 'web01', resourceGroup: 'rg-web', subscriptionName: 'Contoso Prod' });

  it('are learnt from a row that was joined, and used for the next', () => {
    const second = aRecord({ name: 'app01', resourceGroup: 'rg-app', subscriptionName: 'Contoso Prod' });
    const twins = [PROD, DEV].map((id) => aVm('app01', { resourceId: vmId('app01', id, 'rg-app') }));
    const inventory = inventoryOf([
      aFile({ file: 'az' }, aVm('web01'), ...twins),
      aFile({ file: 'portal' }, portal, second),
    ]);
    expect(inventory.machines).toHaveLength(3);
    expect(inventory.subscriptions.map(({ id, name }) => [id, name])).toEqual([
      [PROD, 'Contoso Prod'],
      [DEV, null],
    ]);
  });

  it('that never stood beside an id make a scope of their own', () => {
    const inventory = inventoryOf([aFile({}, portal)]);
    expect(machineNamed(inventory, 'web01').subscriptionId).toBe('name:contoso prod');
    expect(inventory.subscriptions).toMatchObject([
      { id: 'name:contoso prod', name: 'Contoso Prod', isNameOnly: true },
    ]);
    expect(codes(inventory)).toContain('identity-subscription-name-only');
  });

  it('that are known contradict another subscription', () => {
    const known = aVm('app01', { subscriptionName: 'Contoso Prod', resourceId: vmId('app01', PROD, 'rg-app') });
    const elsewhere = aVm('web01', { resourceId: vmId('web01', DEV) });
    expect(inventoryOf([aFile({}, known, elsewhere, portal)]).machines).toHaveLength(3);
  });
});

it('servers that share only a short name are told, with what to do', () => {
  const inventory = inventoryOf([
    aFile({ file: 'vm.json' }, aVm('web01'), aVm('web02')),
    aFile({ file: 'l.csv' }, aListLine('WEB01')),
  ]);
  expect(inventory.offers).toHaveLength(1);
  expect(inventory.findings).toContainEqual(
    expect.objectContaining({ code: 'identity-offered', params: { count: 1, names: 'web01' } }),
  );
});

describe('clones of one template', () => {
  const uuid = '4c4c4544-0034-5010-8046-b7c04f333532';
  const clone = (name: string) => aVmwareMachine(name, { smbiosUuid: uuid, fqdn: `${name}.corp.local` });

  it('two names in one inventory are two machines, and the shared UUID is told', () => {
    const inventory = inventoryOf([aFile({ file: 'rv.csv' }, clone('web01'), clone('web02'))]);
    expect(inventory.machines.map(({ name }) => name)).toEqual(['web01', 'web02']);
    expect(codes(inventory)).toContain('identity-key-conflict');
  });

  it('one renamed between two exports, and one listed twice, are one', () => {
    const renamed = [aFile({ file: 'old.csv' }, clone('web01')), aFile({ file: 'new.csv' }, clone('web02'))];
    expect(inventoryOf(renamed).machines).toHaveLength(1);
    expect(inventoryOf([aFile({ file: 'rv.csv' }, clone('web01'), clone('WEB01'))]).machines).toHaveLength(1);
  });
});
