import { describe, expect, it } from 'vitest';
import type { PolicyAssignmentRecord, PolicyExemptionRecord, SourceRecord } from '../../../../shared/model/index.ts';
import {
  aDevice,
  aFile,
  aListLine,
  anArcMachine,
  anExtension,
  aPlanRecord,
  aVm,
  aVmwareMachine,
  DEV,
  PROD,
  TENANT,
  vmId,
} from '../../../support/records.ts';
import { codes, inventoryOf, machineNamed } from './inventory.ts';

const OLD = { file: 'old.json', date: '2026-01-01T00:00:00.000Z' };
const NEW = { file: 'new.json', date: '2026-11-01T00:00:00.000Z' };

function machinePlan(name: string, plan: 'off' | 'P1' | 'P2', isInherited: boolean | undefined) {
  return aPlanRecord({ scope: 'machine', scopeId: vmId(name), plan, isInherited });
}

describe('the value of a field', () => {
  it('is that of the newest evidence among sources of one strength', () => {
    const files = [aFile(NEW, aVm('web01', { power: 'running' })), aFile(OLD, aVm('web01', { power: 'deallocated' }))];
    expect(machineNamed(inventoryOf(files), 'web01').power).toBe('running');
    expect(machineNamed(inventoryOf(files.toReversed()), 'web01').power).toBe('running');
  });

  it('is that of the stronger source, however old, and of a weaker one where the stronger is silent', () => {
    const arc = aFile(OLD, anArcMachine('sql01', { fqdn: 'sql01.corp.example', cores: 4 }));
    const vmware = aFile(NEW, aVmwareMachine('SQL', { fqdn: 'sql01.corp.example', cores: 8, power: 'on' }));
    expect(machineNamed(inventoryOf([vmware, arc]), 'sql01')).toMatchObject({ cores: 4, power: 'on' });
  });

  it('of the operating system: the source that leads to a product', () => {
    const linked = { linkedResourceId: vmId('web01') };
    const device = aDevice('web01', { ...linked, osText: 'WindowsServer2022' });
    const inventory = inventoryOf([aFile({}, aVm('web01', { osText: 'Windows' }), device)]);
    expect(machineNamed(inventory, 'web01').os).toMatchObject({ product: 'windows-server-2022', role: 'server' });
  });

  it('of tags: the resource from its newest evidence, then what a person wrote', () => {
    const list = aListLine('web01', { tags: { owner: '経理', env: 'test' }, subscriptionId: PROD });
    const files = [
      aFile(OLD, aVm('web01', { tags: { env: 'dev', gone: '1' } })),
      aFile(NEW, aVm('web01', { tags: { env: 'prod' } })),
      aFile({ file: 'list.xlsx' }, list),
    ];
    expect(machineNamed(inventoryOf(files), 'web01').tags).toEqual({ env: 'prod', owner: '経理' });
  });

  it('has every record as its evidence, extensions and plan settings too', () => {
    const files = [
      aFile(OLD, aVm('web01')),
      aFile(NEW, aVm('web01', { row: 7, sheet: 'VMs' })),
      aFile({ file: 'plans.json' }, machinePlan('web01', 'P1', false)),
      aFile({ file: 'ext.json' }, anExtension({ machineResourceId: vmId('web01') })),
    ];
    expect(
      machineNamed(inventoryOf(files), 'web01').evidence.map(({ file, sheet, row }) => [file, sheet, row]),
    ).toEqual([
      ['ext.json', null, 1],
      ['new.json', 'VMs', 7],
      ['old.json', null, 1],
      ['plans.json', null, 1],
    ]);
  });

  it('a name that is a full one from Defender is shown as the host name', () => {
    const inventory = inventoryOf([aFile({}, aDevice('FILE09.corp.example'))]);
    expect(machineNamed(inventory, 'FILE09').fqdn).toBe('file09.corp.example');
  });
});

describe("today's plan", () => {
  it.each([
    ['its own setting', [machinePlan('web01', 'P1', false), aPlanRecord()], { plan: 'P1', explicit: true }],
    ['what it inherits', [machinePlan('web01', 'P2', true)], { plan: 'P2', explicit: false }],
    [
      'its setting, inherited or not unknown',
      [machinePlan('web01', 'P1', undefined)],
      { plan: 'P1', explicit: 'unknown' },
    ],
    ["its subscription's plan", [aPlanRecord({ plan: 'P2' })], { plan: 'P2', explicit: 'unknown' }],
    ['unknown, which is not off', [], { plan: 'unknown', explicit: 'unknown' }],
  ] as const)('%s', (_, records, expected) => {
    expect(machineNamed(inventoryOf([aFile({}, aVm('web01'), ...records)]), 'web01').today).toEqual(expected);
  });

  it('the plan on its own row beats the subscription, and its pricing record beats the row', () => {
    const row = aVm('web01', { plan: 'P1', isPlanExplicit: true });
    const without = inventoryOf([aFile({}, row, aPlanRecord())]);
    expect(machineNamed(without, 'web01').today).toEqual({ plan: 'P1', explicit: true });
    const with_ = inventoryOf([aFile({}, row, aPlanRecord(), machinePlan('web01', 'off', false))]);
    expect(machineNamed(with_, 'web01').today).toEqual({ plan: 'off', explicit: true });
  });

  it('the newer of two settings holds', () => {
    const files = [
      aFile(OLD, aVm('web01'), machinePlan('web01', 'P1', false)),
      aFile(NEW, machinePlan('web01', 'P2', true)),
    ];
    expect(machineNamed(inventoryOf(files), 'web01').today).toEqual({ plan: 'P2', explicit: false });
  });

  it('outside Azure: off, and unknown while the switch is', () => {
    const unread = inventoryOf([aFile({}, aDevice('dc01'), aListLine('old01'))]);
    expect(machineNamed(unread, 'dc01').today.plan).toBe('unknown');
    expect(machineNamed(unread, 'old01').today.plan).toBe('off');
    const read = inventoryOf([aFile({}, aDevice('dc01'), aPlanRecord({ isDesignated: false }))]);
    expect(machineNamed(read, 'dc01').today.plan).toBe('off');
  });
});

describe('subscriptions', () => {
  it('say what the newest plan records say', () => {
    const files = [
      aFile(OLD, aPlanRecord({ plan: 'P1', enforce: true, isDesignated: true, trialDaysLeft: 9 })),
      aFile(NEW, aPlanRecord({ plan: 'P2', enforce: false, coverage: 'FullyCovered', isDesignated: false })),
      aFile({ file: 'cspm', tenantId: TENANT }, aPlanRecord({ planName: 'CloudPosture', plan: 'P2' })),
    ];
    expect(inventoryOf(files).subscriptions).toEqual([
      {
        id: PROD,
        name: null,
        tenantId: TENANT,
        kind: 'subscription',
        isNameOnly: false,
        plan: 'P2',
        enforce: false,
        coverage: 'FullyCovered',
        trialDaysLeft: 9,
        isDesignated: false,
        hasCspm: true,
        arePoliciesRead: false,
        policies: [],
      },
    ]);
  });

  it('a machine that inherits is evidence of its subscription; one that contradicts it a finding', () => {
    const inherited = machinePlan('web01', 'P2', true);
    expect(inventoryOf([aFile({}, aVm('web01'), inherited)]).subscriptions).toMatchObject([{ plan: 'P2' }]);
    const inventory = inventoryOf([aFile({}, aVm('web01'), inherited, aPlanRecord({ plan: 'P1' }))]);
    expect(inventory.subscriptions).toMatchObject([{ plan: 'P1' }]);
    expect(codes(inventory)).toContain('identity-plan-contradicted');
  });

  it('partly covered, with single machines unread: a finding', () => {
    const partly = aPlanRecord({ coverage: 'PartiallyCovered' });
    expect(codes(inventoryOf([aFile({}, aVm('web01'), partly)]))).toContain('identity-exceptions-unread');
    const read = inventoryOf([aFile({}, aVm('web01'), partly, machinePlan('web01', 'P1', false))]);
    expect(codes(read)).not.toContain('identity-exceptions-unread');
  });

  it('connectors are scopes of their own', () => {
    const connectorId = `/subscriptions/${PROD}/resourcegroups/rg/providers/microsoft.security/securityconnectors/aws`;
    const connector: SourceRecord = {
      type: 'connector',
      row: 1,
      connectorId,
      name: 'aws',
      cloud: 'aws',
      subscriptionId: PROD,
      plan: 'P1',
    };
    const inventory = inventoryOf([
      aFile({}, connector, anArcMachine('ec2', { connectorId }), aPlanRecord({ plan: 'P2' })),
    ]);
    expect(inventory.subscriptions).toMatchObject([{ id: PROD }, { id: connectorId, kind: 'connector', plan: 'P1' }]);
    expect(machineNamed(inventory, 'ec2').today).toEqual({ plan: 'P1', explicit: false });
  });

  it('a plan of a machine that no list holds is a finding', () => {
    const inventory = inventoryOf([aFile({}, machinePlan('ghost', 'P1', false))]);
    expect(inventory.machines).toEqual([]);
    expect(codes(inventory)).toContain('identity-plan-without-machine');
  });
});

describe('policies of a subscription', () => {
  const ENFORCING = '5f57b753-04b4-4e5e-aa31-c8888984497a';
  const assignment = (parts: Partial<PolicyAssignmentRecord> = {}): PolicyAssignmentRecord => ({
    type: 'policy-assignment',
    row: 1,
    assignmentId: `/subscriptions/${PROD}/providers/microsoft.authorization/policyassignments/a`,
    name: 'Servers plan',
    definitionId: ENFORCING,
    isInitiative: false,
    scope: `/subscriptions/${PROD}`,
    notScopes: [],
    parameters: {},
    isEnforced: true,
    ...parts,
  });
  const exemption = (parts: Partial<PolicyExemptionRecord> = {}): PolicyExemptionRecord => ({
    type: 'policy-exemption',
    row: 1,
    assignmentId: assignment().assignmentId,
    scope: `/subscriptions/${PROD}`,
    definitionReferenceIds: [],
    ...parts,
  });
  const policies = (...records: SourceRecord[]) =>
    inventoryOf([aFile({}, aPlanRecord(), ...records)]).subscriptions[0]?.policies.map(({ effect, isExempted }) => [
      effect,
      isExempted,
    ]);

  it('read or not read', () => {
    expect(inventoryOf([aFile({}, aPlanRecord())]).subscriptions[0]?.arePoliciesRead).toBe(false);
    expect(inventoryOf([aFile({}, assignment())]).subscriptions[0]?.arePoliciesRead).toBe(true);
    const asked: SourceRecord = { type: 'read', row: 1, what: 'policies', subscriptionId: PROD };
    expect(inventoryOf([aFile({}, aPlanRecord(), asked)]).subscriptions[0]?.arePoliciesRead).toBe(true);
  });

  it.each([
    ['one that enforces', assignment(), 'enforces-subscription-plan'],
    [
      'one on a management group may apply',
      assignment({ scope: '/providers/microsoft.management/managementgroups/root' }),
      'enforces-subscription-plan',
    ],
    [
      'one that sets machines, on a group',
      assignment({
        definitionId: '1b8c0040-b224-4ea1-be6a-47254dd5a207',
        scope: `/subscriptions/${PROD}/resourcegroups/rg`,
      }),
      'sets-machine-plan',
    ],
    [
      'one that clears the designated subscription by default',
      assignment({ definitionId: '5eb6d64a-4086-4d7a-92da-ec51aed0332d' }),
      'clears-designated',
    ],
    [
      'one that keeps it',
      assignment({
        definitionId: '5eb6d64a-4086-4d7a-92da-ec51aed0332d',
        parameters: { isMdeDesignatedSubscriptionEnabled: 'true' },
      }),
      'sets-subscription-plan',
    ],
    [
      'one that switches the plan on',
      assignment({ definitionId: '8e86a5b6-b9bd-49d1-8e21-4bb8a0862222' }),
      'sets-subscription-plan',
    ],
    ['an initiative, whose content is unknown', assignment({ isInitiative: true }), 'unknown-initiative'],
  ])('%s', (_, record, effect) => {
    expect(policies(record)).toEqual([[effect, false]]);
  });

  it.each([
    ['of another subscription', assignment({ scope: `/subscriptions/${DEV}` })],
    ['that leaves this one out', assignment({ notScopes: [`/subscriptions/${PROD}`] })],
    ['not enforced', assignment({ isEnforced: false })],
    ['disabled by its parameter', assignment({ parameters: { effect: 'Disabled' } })],
    ['of a group, for a plan of the subscription', assignment({ scope: `/subscriptions/${PROD}/resourcegroups/rg` })],
    ['about something else', assignment({ definitionId: '00000000-0000-4000-8000-000000000000' })],
  ])('not one %s', (_, record) => {
    expect(policies(record)).toEqual([]);
  });

  it('an initiative is what it holds: each effect once, and nothing of it is unknown', () => {
    const holding = (...memberDefinitionIds: string[]) => assignment({ isInitiative: true, memberDefinitionIds });
    const [enforces, enabled, full, tagged] = [
      '5f57b753-04b4-4e5e-aa31-c8888984497a',
      '8e86a5b6-b9bd-49d1-8e21-4bb8a0862222',
      '5eb6d64a-4086-4d7a-92da-ec51aed0332d',
      '9e4879d9-c2a0-4e40-8017-1a5a5327c843',
    ] as const;
    expect(policies(holding(enforces, tagged))).toEqual([
      ['enforces-subscription-plan', false],
      ['sets-machine-plan', false],
    ]);
    expect(policies(holding(enabled))).toEqual([['sets-subscription-plan', false]]);
    expect(policies(holding(full))).toEqual([['clears-designated', false]]);
    expect(policies(holding(enforces), exemption())).toEqual([['enforces-subscription-plan', true]]);
    expect(policies(holding(enforces), exemption({ definitionReferenceIds: ['other'] }))).toEqual([
      ['enforces-subscription-plan', false],
    ]);
  });

  it('an exemption holds until it ends', () => {
    expect(policies(assignment(), exemption())).toEqual([['enforces-subscription-plan', true]]);
    expect(policies(assignment(), exemption({ expiresOn: '2026-11-01T00:00:00Z' }))).toEqual([
      ['enforces-subscription-plan', false],
    ]);
    expect(policies(assignment(), exemption({ expiresOn: '2027-11-01T00:00:00Z' }))).toEqual([
      ['enforces-subscription-plan', true],
    ]);
    const partly = exemption({ definitionReferenceIds: ['other'] });
    expect(policies(assignment({ isInitiative: true }), partly)).toEqual([['unknown-initiative', false]]);
  });
});

describe('extensions', () => {
  it('a Defender extension that is there is a sensor, unless Defender itself says otherwise', () => {
    const extension = anExtension({ machineResourceId: vmId('web01') });
    expect(machineNamed(inventoryOf([aFile({}, aVm('web01'), extension)]), 'web01').sensorOnboarding).toBe('onboarded');
    const device = aDevice('web01', { linkedResourceId: vmId('web01'), sensorOnboarding: 'unsupported' });
    expect(machineNamed(inventoryOf([aFile({}, aVm('web01'), device, extension)]), 'web01').sensorOnboarding).toBe(
      'unsupported',
    );
  });

  it('by name within a subscription; one that failed and one that meets nobody are findings', () => {
    const vm = aVm('web01', { subscriptionName: 'Contoso Prod' });
    const failed = anExtension({
      machineName: 'WEB01',
      subscriptionName: 'Contoso Prod',
      state: 'failed',
      error: 'code 51',
    });
    const nobody = anExtension({ machineResourceId: vmId('ghost') });
    const inventory = inventoryOf([aFile({ file: 'ext.csv' }, vm, failed, nobody)]);
    expect(inventory.findings).toMatchObject([
      {
        code: 'identity-extension-failed',
        machineId: machineNamed(inventory, 'web01').id,
        params: { error: 'code 51' },
      },
      { code: 'identity-extension-without-machine', file: 'ext.csv', params: { count: 1, names: 'ghost' } },
      { code: 'identity-os-unknown' },
    ]);
  });
});
