import { describe, expect, it } from 'vitest';
import { AZURE_JSON_FORMATS } from '../../../../../../../electron/core/sources/files/formats/azure/index.ts';
import { type FormatReading, readJson } from '../../../../../../support/formats.ts';

const SUB = '11111111-1111-4111-8111-111111111111';
const TENANT = '99999999-9999-4999-8999-999999999999';
const VM = `/subscriptions/${SUB}/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/web01`;
const ARC = `/subscriptions/${SUB}/resourceGroups/rg-arc/providers/Microsoft.HybridCompute/machines/sql01`;
const SETS = `/subscriptions/${SUB}/resourceGroups/MC_rg_aks/providers/Microsoft.Compute/virtualMachineScaleSets`;
const PRICING = 'providers/Microsoft.Security/pricings';

function read(document: unknown): FormatReading {
  return readJson(document, AZURE_JSON_FORMATS);
}

function only(reading: FormatReading, type: string) {
  return reading.records.filter((record) => record.type === type);
}

function codes(reading: FormatReading): readonly string[] {
  return reading.findings.map(({ code }) => code);
}

describe('machines', () => {
  it('reads what PowerShell writes: other case, no properties', () => {
    const reading = read([
      {
        Id: VM,
        Name: 'web01',
        Type: 'Microsoft.Compute/virtualMachines',
        VmId: 'A16A01B3-553A-5648-B76C-493C4CA5DC99',
        PowerState: 'VM running',
      },
    ]);
    expect(reading.format).toBe('az-vm-list');
    expect(only(reading, 'machine')).toMatchObject([
      { resourceId: VM.toLowerCase(), vmId: 'a16a01b3-553a-5648-b76c-493c4ca5dc99', power: 'running' },
    ]);
  });

  it('makes the id of a row that was projected without it', () => {
    const row = {
      type: 'microsoft.compute/virtualmachines',
      name: 'web01',
      resourceGroup: 'rg-web',
      subscriptionId: SUB,
    };
    const [machine] = only(read({ count: 1, data: [row] }), 'machine');
    expect(machine).toMatchObject({ resourceId: VM.toLowerCase() });
  });

  it('knows AKS node pools by extension, tags or node group, and leaves other scale sets alone', () => {
    const set = (name: string, more: object) => ({
      id: `${SETS}/${name}`,
      name,
      type: 'microsoft.compute/virtualmachinescalesets',
      sku: { capacity: 3 },
      ...more,
    });
    const reading = read([
      set('pool-a', {
        properties: {
          virtualMachineProfile: { extensionProfile: { extensions: [{ properties: { publisher: 'Microsoft.AKS' } }] } },
        },
      }),
      set('pool-b', { tags: { 'aks-managed-poolName': 'b' } }),
      set('aks-c', {}),
      set('app', { properties: { orchestrationMode: 'Flexible' } }),
    ]);
    expect(only(reading, 'machine')).toMatchObject([
      { isAksNodePool: true },
      { isAksNodePool: true },
      { isAksNodePool: true },
      { isAksNodePool: undefined, orchestration: 'flexible', capacity: 3 },
    ]);
  });

  it.each([
    ['owner', { managedBy: `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Databricks/workspaces/w` }],
    ['vendor tag', { tags: { Vendor: 'Databricks' } }],
    ['instance tag', { tags: { DatabricksInstanceGroupId: '1' } }],
    ['image', { storageProfile: { imageReference: { publisher: 'AzureDatabricks', offer: 'Databricks' } } }],
  ])('knows a Databricks machine by its %s', (_, more) => {
    expect(only(read([{ id: VM, powerState: 'VM running', ...more }]), 'machine')).toMatchObject([
      { isDatabricks: true },
    ]);
  });

  it('keeps the scale set of a flexible instance', () => {
    const vm = { id: VM, powerState: 'VM running', virtualMachineScaleSet: { id: `${SETS}/Flex` } };
    expect(only(read([vm]), 'machine')).toMatchObject([{ scaleSetId: `${SETS}/flex`.toLowerCase() }]);
  });

  it('reads an Arc machine that a connector made, one that runs on an Azure VM, and its licences', () => {
    const arc = (name: string, more: object) => ({
      id: ARC.replace('sql01', name),
      name,
      type: 'Microsoft.HybridCompute/machines',
      properties: { status: 'Connected', osSku: 'Ubuntu 24.04.3 LTS', domainName: 'unknown', ...more },
    });
    const reading = read({
      value: [
        { ...arc('aws1', {}), kind: 'AWS', tags: { MDFCSecurityConnector: 'Conn-1', Cloud: 'AWS' } },
        arc('inazure', { cloudMetadata: { provider: 'Azure' }, detectedProperties: { 'Azure-resourceId': VM } }),
        arc('paygo', {
          licenseProfile: {
            productProfile: { subscriptionStatus: 'Enabled' },
            esuProfile: { licenseAssignmentState: 'Assigned' },
          },
        }),
      ],
    });
    expect(reading.format).toBe('arc-machines');
    expect(only(reading, 'machine')).toMatchObject([
      { connectorId: 'conn-1', cloudProvider: 'aws', domain: undefined },
      { linkedResourceId: VM.toLowerCase(), cloudProvider: 'azure' },
      { hasEsu: true, hasSoftwareAssurance: true, cloudProvider: undefined },
    ]);
  });

  it('says where state or status is missing or not known', () => {
    const reading = read([
      { id: VM, type: 'microsoft.compute/virtualmachines', powerState: '' },
      { id: VM, type: 'microsoft.compute/virtualmachines', powerState: 'VM dreaming' },
      { id: ARC, type: 'microsoft.hybridcompute/machines', status: 'Sleeping' },
      { id: ARC, type: 'microsoft.hybridcompute/machines', status: null },
    ]);
    expect(reading.format).toBe('resource-graph');
    expect(codes(reading)).toEqual([
      'azure-power-state-missing',
      'azure-power-state-unknown',
      'azure-arc-status-unknown',
      'azure-arc-status-missing',
    ]);
  });
});

describe('plans', () => {
  const plan = (properties: object, scope = `/subscriptions/${SUB}`, name = 'VirtualMachines') => ({
    id: `${scope}/${PRICING}/${name}`,
    name,
    type: 'Microsoft.Security/pricings',
    properties,
  });

  it.each([
    [{ pricingTier: 'Free' }, 'off'],
    [{ pricingTier: 'Standard', subPlan: 'P1' }, 'P1'],
    [{ pricingTier: 'standard', subPlan: 'p2' }, 'P2'],
    [{ pricingTier: 'Standard', enforce: 'False' }, 'P2'],
    [{ pricingTier: 'Standard', freeTrialRemainingTime: 'PT0S' }, 'unknown'],
    [{ pricingTier: 'Standard', subPlan: 'P9' }, 'unknown'],
    [{}, 'unknown'],
  ])('%j is %s', (properties, expected) => {
    expect(only(read(plan(properties)), 'plan')).toMatchObject([{ scope: 'subscription', plan: expected }]);
  });

  it.each([
    ['PT0S', 0],
    ['P12DT3H', 13],
    ['P30D', 30],
    ['PT1S', 1],
    ['29 days, 2:27:00', 30],
    ['0:00:00', 0],
    ['12.03:00:00', 13],
    ['soon', undefined],
  ])('trial %s leaves %s days', (freeTrialRemainingTime, days) => {
    const reading = read(plan({ pricingTier: 'Free', freeTrialRemainingTime }));
    expect(only(reading, 'plan')).toMatchObject([{ trialDaysLeft: days }]);
  });

  it('tells subscription, machine and connector apart, and reads texts as yes and no', () => {
    const connector = `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Security/securityConnectors/aws-1`;
    const reading = read([
      plan({
        pricingTier: 'Standard',
        subPlan: 'P2',
        enforce: 'True',
        extensions: [{ name: 'MdeDesignatedSubscription', isEnabled: 'False' }],
      }),
      plan({ pricingTier: 'Standard', subPlan: 'P1', inherited: 'False', inheritedFrom: null }, VM),
      plan({ pricingTier: 'Standard', subPlan: 'P2' }, connector),
      plan({ pricingTier: 'Standard' }, `/subscriptions/${SUB}`, 'CloudPosture'),
    ]);
    expect(only(reading, 'plan')).toMatchObject([
      { scope: 'subscription', enforce: true, isDesignated: false, isAgentlessScanOn: false },
      { scope: 'machine', scopeId: VM.toLowerCase(), isInherited: false, enforce: undefined, isDesignated: undefined },
      { scope: 'connector', scopeId: connector.toLowerCase() },
      { planName: 'CloudPosture', plan: 'P2' },
    ]);
    expect(only(reading, 'read')).toMatchObject([{ what: 'plans' }, { what: 'machinePlans' }]);
  });

  it('reads the flat form of az and warns of plans managed elsewhere', () => {
    const reading = read({
      value: [
        {
          id: `/subscriptions/${SUB}/${PRICING}/VirtualMachines`,
          name: 'VirtualMachines',
          pricingTier: 'Standard',
          subPlan: 'P2',
          originatedFrom: 'M365',
        },
      ],
    });
    expect(only(reading, 'plan')).toMatchObject([{ plan: 'P2' }]);
    expect(codes(reading)).toEqual(['azure-plan-managed-elsewhere']);
  });
});

describe('Resource Graph', () => {
  const base = { tenantId: TENANT, subscriptionId: SUB };

  it('reads rows of many types in one answer', () => {
    const reading = read({
      count: 6,
      data: [
        { ...base, id: `/subscriptions/${SUB}`, name: 'Contoso Prod', type: 'microsoft.resources/subscriptions' },
        {
          ...base,
          id: `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Security/securityConnectors/aws-1`,
          name: 'aws-1',
          type: 'microsoft.security/securityconnectors',
          properties: {
            environmentName: 'AWS',
            offerings: [{ offeringType: 'DefenderForServersAws', subPlan: { type: 'P1' } }],
          },
        },
        {
          ...base,
          id: `/subscriptions/${SUB}/providers/microsoft.security/mdeServers/dc01.corp.example_92d503eda3de76d60a38c8f0c05f8f1889ae81cd`,
          type: 'microsoft.security/mdeservers',
        },
        {
          ...base,
          id: `${VM}/extensions/MDE.Windows`,
          name: 'MDE.Windows',
          type: 'microsoft.compute/virtualmachines/extensions',
          properties: { type: 'MDE.Windows', provisioningState: 'Failed' },
        },
        {
          ...base,
          id: `${VM}/providers/Microsoft.Security/assessments/44d12760-2cf2-4e6d-8613-8451c11c1abc`,
          name: '44d12760-2cf2-4e6d-8613-8451c11c1abc',
          type: 'microsoft.security/assessments',
        },
        {
          ...base,
          id: `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st`,
          type: 'microsoft.storage/storageaccounts',
        },
      ],
      skip_token: null,
    });
    expect(reading.format).toBe('resource-graph');
    expect(reading.records).toMatchObject([
      { type: 'subscription', subscriptionId: SUB, subscriptionName: 'Contoso Prod', tenantId: TENANT },
      { type: 'subscription', tenantId: TENANT },
      { type: 'connector', cloud: 'aws', plan: 'P1' },
      {
        type: 'machine',
        source: 'mde-server',
        name: 'dc01.corp.example',
        fqdn: 'dc01.corp.example',
        mdeDeviceId: '92d503eda3de76d60a38c8f0c05f8f1889ae81cd',
      },
      { type: 'extension', extension: 'MDE.Windows', state: 'failed', machineResourceId: VM.toLowerCase() },
      { type: 'read', what: 'defender' },
    ]);
    expect(codes(reading)).toEqual(['azure-direct-assessments', 'azure-other-resources']);
    expect(reading.unanswered).toEqual([]);
  });

  it('warns when further pages exist', () => {
    const reading = read({
      data: [{ ...base, id: VM, type: 'microsoft.compute/virtualmachines', powerState: 'VM running' }],
      skip_token: 'abc',
    });
    expect(codes(reading)).toEqual(['azure-answer-cut']);
  });

  it('takes an empty answer as knowledge only when it says what was asked', () => {
    const asked = read({
      data: [],
      query: "securityresources | where type == 'microsoft.security/pricings'",
      subscriptions: [SUB],
      tenantId: TENANT,
    });
    expect(asked.records).toEqual([{ type: 'read', row: 1, what: 'plans', subscriptionId: SUB, tenantId: TENANT }]);
    expect(codes(asked)).toEqual(['azure-answer-empty']);
    // Not documented: no rows are no proof that no server is directly onboarded.
    const direct = read({ data: [], query: "resources | where type == 'microsoft.security/mdeservers'" });
    expect(direct.records).toEqual([]);
    expect(codes(direct)).toEqual(['azure-answer-empty']);
    const silent = read({ count: 0, data: [] });
    expect(silent.records).toEqual([]);
    expect(codes(silent)).toEqual(['azure-answer-empty-unknown']);
  });

  it('names an item that is no resource', () => {
    const reading = read({
      data: [{ id: VM, type: 'microsoft.compute/virtualmachines', powerState: 'VM running' }, { colour: 'red' }],
    });
    expect(reading.findings).toMatchObject([{ code: 'azure-item-not-understood', row: 2, params: { keys: 'colour' } }]);
  });
});

describe('policies', () => {
  const GROUP = '/providers/Microsoft.Management/managementGroups/mg1';
  const assignment = (scope: string, name: string, definition: string, more: object = {}) => ({
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`,
    name,
    policyDefinitionId: `/providers/Microsoft.Authorization/${definition}`,
    scope,
    notScopes: [],
    ...more,
  });

  it('keeps assignments that concern Defender for Servers, and initiatives with a finding', () => {
    const reading = read([
      assignment(GROUP, 'servers', 'policyDefinitions/5F57B753-04b4-4e5e-aa31-c8888984497a', {
        displayName: 'Servers P2',
        notScopes: [`/subscriptions/${SUB}/resourceGroups/RG-Free`],
        parameters: { subPlan: { value: 'P2' } },
        enforcementMode: 'Default',
      }),
      assignment(`/subscriptions/${SUB}`, 'set', 'policySetDefinitions/abc', { enforcementMode: 'DoNotEnforce' }),
      assignment(
        `/subscriptions/${SUB}`,
        'SecurityCenterBuiltIn',
        'policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
      ),
      assignment(`/subscriptions/${SUB}`, 'tags', 'policyDefinitions/11111111-2222-4333-8444-555555555555'),
      { id: `/subscriptions/${SUB}/providers/Microsoft.Authorization/policyAssignments/odd`, name: 'odd' },
    ]);
    expect(reading.format).toBe('policy');
    expect(reading.records).toEqual([
      {
        type: 'policy-assignment',
        row: 1,
        assignmentId: `${GROUP}/providers/Microsoft.Authorization/policyAssignments/servers`.toLowerCase(),
        name: 'Servers P2',
        definitionId: '5f57b753-04b4-4e5e-aa31-c8888984497a',
        isInitiative: false,
        scope: GROUP.toLowerCase(),
        notScopes: [`/subscriptions/${SUB}/resourcegroups/rg-free`],
        parameters: { subPlan: 'P2' },
        isEnforced: true,
      },
      expect.objectContaining({ name: 'set', isInitiative: true, isEnforced: false, scope: `/subscriptions/${SUB}` }),
      { type: 'read', row: 2, what: 'policies', subscriptionId: SUB, tenantId: undefined },
    ]);
    expect(codes(reading)).toEqual([
      'azure-policy-without-definition',
      'azure-policy-initiatives',
      'azure-policy-others',
    ]);
    expect(reading.unanswered).toEqual([]);
  });

  it('keeps which definitions an initiative holds, where the query told them or it is a built-in one', () => {
    const set = (name: string, id: string, more: object = {}) =>
      assignment(`/subscriptions/${SUB}`, name, `policySetDefinitions/${id}`, more);
    const reading = read([
      set('told', 'custom', {
        memberDefinitionIds: '8E86A5B6-b9bd-49d1-8e21-4bb8a0862222 9e4879d9-c2a0-4e40-8017-1a5a5327c843 ',
      }),
      set('plans', 'f08c57cd-dbd6-49a4-a85e-9ae77ac959b0'),
      set('untold', 'other', { memberDefinitionIds: '' }),
    ]);
    const members = reading.records.flatMap((record) =>
      record.type === 'policy-assignment' ? [[record.name, record.memberDefinitionIds]] : [],
    );
    expect(members).toEqual([
      ['told', ['8e86a5b6-b9bd-49d1-8e21-4bb8a0862222', '9e4879d9-c2a0-4e40-8017-1a5a5327c843']],
      ['plans', ['5eb6d64a-4086-4d7a-92da-ec51aed0332d']],
      ['untold', undefined],
    ]);
    expect(reading.findings).toMatchObject([
      { code: 'azure-policy-initiatives', params: { count: 1, examples: 'untold' } },
    ]);
  });

  it('reads exemptions, ARM and az, with their scope', () => {
    const id = `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Authorization/policyExemptions/e1`;
    const body = {
      policyAssignmentId: '/Sub/Assignment',
      expiresOn: '2027-01-01T00:00:00+00:00',
      policyDefinitionReferenceIds: ['a'],
    };
    const expected = {
      type: 'policy-exemption',
      row: 1,
      assignmentId: '/sub/assignment',
      scope: `/subscriptions/${SUB}/resourcegroups/rg`,
      expiresOn: '2027-01-01T00:00:00.000Z',
      definitionReferenceIds: ['a'],
    };
    expect(read({ value: [{ id, properties: body }] }).records).toEqual([expected]);
    expect(read([{ id, ...body }]).records).toEqual([expected]);
  });
});

describe('subscriptions and prices', () => {
  it.each([
    ['az account list', [{ id: SUB, name: 'Contoso Prod', tenantId: TENANT, state: 'Enabled', isDefault: true }]],
    [
      'ARM',
      {
        value: [
          {
            id: `/subscriptions/${SUB}`,
            subscriptionId: SUB,
            displayName: 'Contoso Prod',
            tenantId: TENANT,
            state: 'Enabled',
          },
        ],
      },
    ],
    ['PowerShell', [{ Id: SUB, Name: 'Contoso Prod', TenantId: TENANT, State: 'Enabled', SubscriptionId: SUB }]],
  ])('reads subscriptions of %s', (_, document) => {
    const reading = read(document);
    expect(reading.format).toBe('subscriptions');
    expect(reading.records).toEqual([
      { type: 'subscription', row: 1, subscriptionId: SUB, subscriptionName: 'Contoso Prod', tenantId: TENANT },
    ]);
  });

  it('keeps prices of known meters and says which it left out', () => {
    const price = (meterName: string, more: object = {}) => ({
      currencyCode: 'JPY',
      retailPrice: 3.2,
      unitPrice: 3.2,
      armRegionName: 'japaneast',
      effectiveStartDate: '2024-01-01T00:00:00Z',
      meterName,
      productName: 'Microsoft Defender for Servers',
      unitOfMeasure: '1 Hour',
      type: 'Consumption',
      ...more,
    });
    const reading = read({
      Items: [
        price('Standard P2 Node'),
        price('Standard P2 Node - MDATP Benefit'),
        price('Standard P2 Trial Node', { unitPrice: 0, retailPrice: 0 }),
        price('D2 v5', { productName: 'Virtual Machines' }),
        price('Standard P1 Node', { currencyCode: undefined }),
      ],
      NextPageLink: null,
    });
    expect(reading.format).toBe('retail-prices');
    expect(reading.records).toMatchObject([
      { type: 'price', meter: 'p2', unitPrice: '3.2', currency: 'JPY', region: 'japaneast', effective: '2024-01-01' },
      { meter: 'p2-benefit' },
    ]);
    expect(codes(reading)).toEqual([
      'price-not-read',
      'price-benefit-meters',
      'price-trial-meters',
      'price-other-meters',
    ]);
  });
});
