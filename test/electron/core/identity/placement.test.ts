import { describe, expect, it } from 'vitest';
import type { MachineRecord, SourceRecord } from '../../../../shared/model/index.ts';
import {
  aDevice,
  aDirectServer,
  aFile,
  aListLine,
  anArcMachine,
  aPlanRecord,
  aRecord,
  arcId,
  aVm,
  aVmwareMachine,
  DEV,
  DIRECT,
  deviceId,
  PROD,
  scaleSetId,
  TENANT,
  vmId,
} from '../../../support/records.ts';
import { codes, inventoryOf, machineNamed } from './inventory.ts';

function aScaleSet(name: string, parts: Partial<MachineRecord> = {}): MachineRecord {
  const record = { source: 'vmss', name, resourceId: scaleSetId(name), orchestration: 'uniform', capacity: 4 } as const;
  return aRecord({ ...record, ...parts });
}

function placed(...records: SourceRecord[]): readonly string[] {
  const { machines } = inventoryOf([aFile({ tenantId: TENANT }, ...records)]);
  return machines.map((machine) => `${machine.name}: ${machine.placement} ${machine.kind} ${machine.capacity}`);
}

const SWITCH_ON = aPlanRecord({ subscriptionId: DIRECT, isDesignated: true });
const SWITCH_OFF = aPlanRecord({ isDesignated: false });

describe('placement', () => {
  it('an Azure VM, a Databricks VM, an Arc machine', () => {
    expect(placed(aVm('a'), aVm('b', { isDatabricks: true }), anArcMachine('c'))).toEqual([
      'a: azure-vm azure-vm 1',
      'b: databricks azure-vm 1',
      'c: arc arc 1',
    ]);
  });

  it('a uniform scale set and an AKS pool are one row with their capacity', () => {
    expect(placed(aScaleSet('app'), aScaleSet('pool', { isAksNodePool: true, capacity: 3 }))).toEqual([
      'app: vmss-uniform vmss 4',
      'pool: aks vmss 3',
    ]);
  });

  it('devices of a uniform set are parts of it, also where no inventory lists it', () => {
    const instance = (index: number) =>
      aDevice(`app_${index}`, { linkedResourceId: `${scaleSetId('app')}/virtualmachines/${index}` });
    expect(placed(aScaleSet('app'), instance(0), instance(1))).toEqual(['app: vmss-uniform vmss 4']);
    expect(placed(instance(0), instance(1))).toHaveLength(1);
    expect(inventoryOf([aFile({}, instance(0), instance(1))]).machines[0]).toMatchObject({ capacity: 2, kind: 'vmss' });
  });

  it("a connector's Arc machine", () => {
    const connectorId = `/subscriptions/${PROD}/resourcegroups/rg/providers/microsoft.security/securityconnectors/aws`;
    expect(placed(anArcMachine('ec2', { connectorId }))).toEqual(['ec2: arc-connector arc 1']);
    const inventory = inventoryOf([aFile({}, anArcMachine('ec2', { connectorId: 'aws' }))]);
    expect(machineNamed(inventory, 'ec2').connectorId).toBe('aws');
    expect(codes(inventory)).toContain('identity-connector-unread');
  });

  it('an Arc agent on an Azure VM is the VM: its vmId is the SMBIOS UUID that Arc sees', () => {
    const uuid = 'a16a01b3-553a-5648-b76c-493c4ca5dc99';
    const inventory = inventoryOf([
      aFile({}, aVm('web01', { vmId: uuid }), anArcMachine('web01', { smbiosUuid: uuid })),
    ]);
    expect(machineNamed(inventory, 'web01')).toMatchObject({ placement: 'azure-vm', resourceId: vmId('web01') });
    expect(codes(inventory)).toContain('identity-arc-on-azure-vm');
  });

  it('mdeServers: directly onboarded, without a subscription of its own', () => {
    const inventory = inventoryOf([aFile({}, aDirectServer('dc01'))]);
    expect(machineNamed(inventory, 'dc01')).toMatchObject({
      placement: 'mde-direct',
      subscriptionId: null,
      sensorOnboarding: 'onboarded',
      today: { plan: 'P1', explicit: false },
    });
    expect(inventory.subscriptions).toMatchObject([{ id: DIRECT, isDesignated: true }]);
    expect(codes(inventory)).toContain('identity-designated-inferred');
  });

  it('onboarded outside Azure: direct while the switch of the tenant is on, else Defender only', () => {
    expect(placed(SWITCH_ON, aDevice('dc01'))).toEqual(['dc01: mde-direct mde-direct 1']);
    expect(placed(SWITCH_OFF, aDevice('dc01'))).toEqual(['dc01: mde-only mde-only 1']);
    expect(placed(aDevice('dc01'))).toEqual(['dc01: mde-only mde-only 1']);
  });

  it('"can be onboarded" is no sensor', () => {
    const found = aDevice('print01', { sensorOnboarding: 'can-be-onboarded' });
    expect(placed(SWITCH_ON, found)).toEqual(['print01: on-premises on-premises 1']);
  });

  it('on-premises: known only from a list or from VMware', () => {
    expect(placed(aListLine('a'), aVmwareMachine('b'))).toEqual([
      'a: on-premises on-premises 1',
      'b: on-premises on-premises 1',
    ]);
  });

  it('a device that names a resource which no inventory lists is that resource, and a finding', () => {
    const device = aDevice('web09', { linkedResourceId: vmId('web09', DEV) });
    const arc = aDevice('sql09', { linkedResourceId: arcId('sql09') });
    const inventory = inventoryOf([aFile({}, SWITCH_ON, device, arc)]);
    expect(machineNamed(inventory, 'web09')).toMatchObject({
      kind: 'azure-vm',
      resourceId: vmId('web09', DEV),
      subscriptionId: DEV,
    });
    expect(machineNamed(inventory, 'sql09')).toMatchObject({ kind: 'arc', resourceId: arcId('sql09') });
    const incomplete = inventory.findings.filter((finding) => finding.code === 'identity-inventory-incomplete');
    expect(incomplete.map((finding) => finding.subscriptionId)).toEqual([PROD, DEV]);
  });

  it('a device that runs in Azure without saying as what is never taken for one outside', () => {
    const inventory = inventoryOf([aFile({}, SWITCH_ON, aDevice('web09', { cloudProvider: 'azure' }))]);
    expect(machineNamed(inventory, 'web09')).toMatchObject({ placement: 'azure-vm', subscriptionId: null });
    expect(codes(inventory)).toEqual(
      expect.arrayContaining(['identity-device-without-resource', 'identity-subscription-unknown']),
    );
  });
});

describe('counted once', () => {
  it('one row per tag: one machine with all tags', () => {
    const rows = [aVm('web01', { tags: { env: 'prod' } }), aVm('web01', { tags: { owner: '経理部' } })];
    const inventory = inventoryOf([aFile({ file: 'ari.xlsx' }, ...rows)]);
    expect(machineNamed(inventory, 'web01').tags).toEqual({ env: 'prod', owner: '経理部' });
  });

  it('X3: a flexible scale set is its instances, which are VMs', () => {
    const set = aScaleSet('flex', { orchestration: 'flexible', capacity: 2 });
    const instances = ['flex_1', 'flex_2'].map((name) => aVm(name, { scaleSetId: scaleSetId('flex') }));
    const inventory = inventoryOf([aFile({ file: 'arg.json' }, set, ...instances)]);
    expect(inventory.machines.map((machine) => machine.kind)).toEqual(['azure-vm', 'azure-vm']);
    expect(inventory.excluded).toEqual([
      { name: 'flex', rule: 'X3', reason: 'flexible-scale-set', file: 'arg.json', row: 1 },
    ]);
    expect(codes(inventory)).not.toContain('identity-set-instances-missing');
  });

  it('X3: a set of unknown mode is flexible when a VM says it is an instance; else uniform, and a finding', () => {
    const set = aScaleSet('app', { orchestration: undefined, capacity: undefined });
    expect(placed(set, aVm('app_1', { scaleSetId: scaleSetId('app') }))).toEqual(['app_1: azure-vm azure-vm 1']);
    const inventory = inventoryOf([aFile({}, set)]);
    expect(inventory.machines).toMatchObject([{ kind: 'vmss', capacity: 1 }]);
    expect(codes(inventory)).toEqual(
      expect.arrayContaining(['identity-set-mode-unknown', 'identity-set-capacity-unknown']),
    );
  });

  it('a flexible set whose instances nobody lists is a finding', () => {
    const inventory = inventoryOf([aFile({}, aScaleSet('flex', { orchestration: 'flexible', capacity: 2 }))]);
    expect(inventory.findings).toMatchObject([
      { code: 'identity-set-instances-missing', params: { name: 'flex', capacity: 2, found: 0 } },
    ]);
  });
});

describe('out with a reason', () => {
  it('X3: templates, vCLS, placeholders, other devices; merged, duplicate and excluded Defender records', () => {
    const rows = [
      aVmwareMachine('tmpl', { notServer: 'template' }),
      aVmwareMachine('vCLS-1', { notServer: 'vcls' }),
      aVmwareMachine('srm', { notServer: 'placeholder' }),
      aDevice('printer', { notServer: 'device-type' }),
      aDevice('old', { discarded: 'merged', linkedResourceId: vmId('web01') }),
      aDevice('twice', { discarded: 'duplicate' }),
      aDevice('left-out', { discarded: 'excluded' }),
    ];
    const inventory = inventoryOf([aFile({ file: 'all.csv' }, ...rows)]);
    expect(inventory.machines).toEqual([]);
    expect(inventory.excluded.map(({ name, rule, reason, row }) => [name, rule, reason, row])).toEqual([
      ['tmpl', 'X3', 'template', 1],
      ['vCLS-1', 'X3', 'vcls', 2],
      ['srm', 'X3', 'placeholder', 3],
      ['printer', 'X3', 'device-type', 4],
      ['old', 'X3', 'merged-device', 5],
      ['twice', 'X3', 'duplicate-device', 6],
      ['left-out', 'X3', 'excluded-device', 7],
    ]);
  });

  it('X2: a client outside Azure and Arc leaves; in Azure it stays; an override takes it back', () => {
    const client = { osText: 'Windows11' };
    const files = [
      aFile({ file: 'mde.json' }, aDevice('pc77', client), aVm('avd01', { osText: 'Windows 11 Enterprise' })),
    ];
    const inventory = inventoryOf(files);
    expect(inventory.machines.map((machine) => machine.name)).toEqual(['avd01']);
    const [excluded] = inventory.excluded;
    expect(excluded).toMatchObject({ name: 'pc77', rule: 'X2', reason: 'client-os', file: 'mde.json', row: 1 });
    const again = inventoryOf(files, { known: inventory.known, overridden: new Set([excluded?.id ?? '']) });
    expect(machineNamed(again, 'pc77').id).toBe(excluded?.id);
    expect(again.excluded).toEqual([]);
  });

  it('an unknown operating system is counted, never taken for supported', () => {
    const inventory = inventoryOf([aFile({}, aListLine('a'), aListLine('b', { osText: 'Linux' }))]);
    expect(inventory.findings).toMatchObject([{ code: 'identity-os-unknown', params: { count: 2, names: 'a, b' } }]);
    expect(machineNamed(inventory, 'b').os).toMatchObject({ family: 'linux', product: null });
  });
});

describe('billed twice', () => {
  const both = (sensorVersion: string | undefined, osText = 'WindowsServer2019') => [
    anArcMachine('sql01'),
    aDirectServer('sql01'),
    aDevice('sql01', { linkedResourceId: arcId('sql01'), sensorVersion, osText, mdeDeviceId: deviceId('sql01') }),
  ];

  it.each([
    ['10.8500.17763.1', 'WindowsServer2019', true],
    ['10.8555.17763.1', 'WindowsServer2019', false],
    ['10.8555.14393.1', 'WindowsServer2016', true],
    ['10.8560.14393.1', 'WindowsServer2016', false],
    ['30.101.23051.0', 'Ubuntu 22.04', true],
    ['30.101.23052.9', 'Ubuntu 22.04', false],
  ])('sensor %s on %s, direct and in Arc: %s', (version, os, expected) => {
    const inventory = inventoryOf([aFile({}, ...both(version, os))]);
    expect(machineNamed(inventory, 'sql01')).toMatchObject({ placement: 'arc', mayBeBilledTwice: expected });
    expect(codes(inventory).includes('identity-billed-twice')).toBe(expected);
  });

  it('is unclear, and said so, without a version; is no question for one that is only direct', () => {
    expect(codes(inventoryOf([aFile({}, ...both(undefined))]))).toContain('identity-billed-twice-unclear');
    const direct = inventoryOf([aFile({}, aDirectServer('dc01'), aDevice('dc01', { sensorVersion: '10.1' }))]);
    expect(machineNamed(direct, 'dc01').mayBeBilledTwice).toBe(false);
  });

  it.each([
    ['the switch is on and Defender does not link the two', true, {}, true],
    ['Defender links them', true, { linkedResourceId: arcId('sql01') }, false],
    ['the switch is off', false, {}, false],
  ])('a device under the floor on an Arc machine, no mdeServers: %s', (_, isDesignated, link, expected) => {
    const device = {
      sensorVersion: '10.8500.17763.1',
      osText: 'WindowsServer2019',
      fqdn: 'sql01.contoso.local',
      ...link,
    };
    const plan = aPlanRecord({ isDesignated, subscriptionId: PROD });
    const inventory = inventoryOf([
      aFile({}, anArcMachine('sql01', { fqdn: 'sql01.contoso.local' }), aDevice('sql01', device), plan),
    ]);
    expect(inventory.machines).toMatchObject([{ placement: 'arc', mayBeBilledTwice: expected }]);
  });
});
