import { describe, expect, it } from 'vitest';
import { readCsvText, readJson } from '../../../../../../support/formats.ts';

const ID = 'ab'.repeat(20);
const OTHER = 'cd'.repeat(20);

function machines(...items: readonly object[]) {
  return readJson({ value: items });
}

function aDevice(fields: object = {}) {
  return { id: ID, computerDnsName: 'srv01', healthStatus: 'Active', onboardingStatus: 'Onboarded', ...fields };
}

describe('devices of /api/machines', () => {
  it.each([
    [{ mergedIntoMachineId: OTHER }, { discarded: 'merged', mergedIntoDeviceId: OTHER }],
    [{ isPotentialDuplication: true }, { discarded: 'duplicate' }],
    [{ isExcluded: true, exclusionReason: 'Other' }, { discarded: 'excluded' }],
  ])('%j does not count for itself', (fields, expected) => {
    expect(machines(aDevice(fields)).records[1]).toMatchObject(expected);
  });

  it.each([
    { mergedIntoMachineId: null },
    { isPotentialDuplication: false },
    { isExcluded: false },
    { isExcluded: 'False' },
  ])('%j counts', (fields) => {
    expect(machines(aDevice(fields)).records[1]).not.toHaveProperty('discarded');
  });

  it.each([
    ['Active', 'active'],
    ['Inactive', 'inactive'],
    ['ImpairedCommunication', 'impaired-communication'],
    ['NoSensorData', 'no-sensor-data'],
    ['NoSensorDataImpairedCommunication', 'no-sensor-data-impaired-communication'],
    ['Unknown', 'unknown'],
    ['No sensor data, impaired communication', 'no-sensor-data-impaired-communication'],
  ])('health %s is %s', (healthStatus, sensorHealth) => {
    const read = machines(aDevice({ healthStatus }));
    expect(read.records[1]).toMatchObject({ sensorHealth });
    expect(read.findings).toEqual([]);
  });

  it.each([
    ['Onboarded', 'onboarded'],
    ['onboarded', 'onboarded'],
    ['CanBeOnboarded', 'can-be-onboarded'],
    ['Unsupported', 'unsupported'],
    ['InsufficientInfo', 'insufficient-info'],
  ])('onboarding %s is %s', (onboardingStatus, sensorOnboarding) => {
    expect(machines(aDevice({ onboardingStatus })).records[1]).toMatchObject({ sensorOnboarding });
  });

  it('words that are not known are told and never taken for a working sensor', () => {
    const read = machines(aDevice({ healthStatus: 'Sleepy', onboardingStatus: 'Perhaps' }));
    expect(read.records[1]).toMatchObject({ sensorHealth: 'unknown', sensorOnboarding: 'insufficient-info' });
    expect(read.findings.map(({ code }) => code)).toEqual(['mde-health-unknown', 'mde-onboarding-unknown']);
  });

  it('an Arc machine in vmMetadata is Arc, whatever the provider says; the subscription is taken from the id', () => {
    const resourceId =
      '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/RG/providers/Microsoft.HybridCompute/machines/SRV01';
    const read = machines(aDevice({ vmMetadata: { cloudProvider: 'Unknown', resourceId, subscriptionId: '' } }));
    expect(read.records[1]).toMatchObject({
      linkedResourceId: resourceId.toLowerCase(),
      subscriptionId: '11111111-1111-4111-8111-111111111111',
      cloudProvider: 'arc',
    });
  });

  it('a phone is no server; a Windows client is left to the rule on operating systems', () => {
    const read = machines(
      aDevice({ osPlatform: 'Android' }),
      aDevice({ osPlatform: 'Other', deviceType: 'NetworkDevice' }),
      aDevice({ osPlatform: 'Windows11', deviceType: 'Workstation' }),
    );
    expect(read.records.slice(1)).toMatchObject([
      { notServer: 'device-type' },
      { notServer: 'device-type' },
      { osText: 'Windows11' },
    ]);
    expect(read.records[3]).toHaveProperty('notServer', undefined);
  });

  it('an entry without name and id is told', () => {
    const read = machines(aDevice(), aDevice(), { computerDnsName: null });
    expect(read.records).toHaveLength(3);
    expect(read.findings).toMatchObject([{ code: 'mde-item-not-understood', row: 3 }]);
    expect(read.unanswered).toEqual([]);
  });
});

describe('device inventory of the portal as CSV', () => {
  it('reads the header of the guides', () => {
    const read = readCsvText(
      [
        'Device name,IP addresses,Group,Onboarding status,Sensor health state,Risk level,Exposure level,OS Platform,OS Version,First seen,Last seen,Tags,Managed by,Azure AD Device ID,Defender antivirus status',
        'sql01.corp.contoso.example,"10.0.0.1, 10.0.0.2",Servers,Onboarded,Active,Low,Low,Windows Server 2019,1809,2026-01-01,2026-11-20T01:02:03Z,"tier0, env:prod",MDE,,Updated',
        'pc77,10.0.5.77,PCs,Can be onboarded,No sensor data,None,Low,Windows 11,24H2,2026-01-01,,,,,',
      ].join('\n'),
    );
    expect(read.format).toBe('mde-device-inventory');
    expect(read.findings).toEqual([]);
    expect(read.dates).toEqual(['2026-11-20T01:02:03.000Z']);
    expect(read.records).toEqual([
      { type: 'read', row: 2, what: 'defender' },
      {
        type: 'machine',
        source: 'mde-device',
        row: 2,
        name: 'sql01.corp.contoso.example',
        fqdn: 'sql01.corp.contoso.example',
        osText: 'Windows Server 2019',
        osVersion: '1809',
        sensorHealth: 'active',
        sensorOnboarding: 'onboarded',
        lastSeen: '2026-11-20T01:02:03.000Z',
        tags: { tier0: '', env: 'prod' },
        ipAddresses: ['10.0.0.1', '10.0.0.2'],
      },
      {
        type: 'machine',
        source: 'mde-device',
        row: 3,
        name: 'pc77',
        osText: 'Windows 11',
        osVersion: '24H2',
        sensorHealth: 'no-sensor-data',
        sensorOnboarding: 'can-be-onboarded',
        ipAddresses: ['10.0.5.77'],
      },
    ]);
  });

  it("reads the grid's own titles, with id, type, cloud and exclusion", () => {
    const read = readCsvText(
      [
        'Device ID,Name,Domain,Device category,Device type,Risk level,OS platform,OS distribution,OS version,Sensor health state,Onboarding status,Cloud platforms,Exclusion state,Last device update',
        `${ID.toUpperCase()},lnx01,corp.contoso.example,Endpoint,Server,Low,Linux,RedHatEnterpriseLinux,8.6,Inactive,Onboarded,Arc,Not excluded,11/20/2026`,
        `${OTHER},sw01,,Network device,Network device,Low,Other,,,,Unsupported,None,Excluded,`,
      ].join('\n'),
    );
    expect(read.records.slice(1)).toMatchObject([
      {
        mdeDeviceId: ID,
        osText: 'RedHatEnterpriseLinux',
        domain: 'corp.contoso.example',
        cloudProvider: 'arc',
        lastSeen: '2026-11-20',
      },
      { mdeDeviceId: OTHER, notServer: 'device-type', discarded: 'excluded', sensorOnboarding: 'unsupported' },
    ]);
    expect(read.records[1]).not.toHaveProperty('discarded');
  });

  it('is not taken for DeviceInfo when it has the id too', () => {
    const read = readCsvText(
      `Device ID,Device name,Onboarding status,Sensor health state,Risk level,OS Platform\n${ID},srv01,Onboarded,Active,Low,WindowsServer2019\n`,
    );
    expect(read.format).toBe('mde-device-inventory');
    expect(read.records[1]).toMatchObject({ mdeDeviceId: ID });
  });

  it("reads the portal's Japanese titles and words", () => {
    const read = readCsvText(
      [
        'デバイス名,IP アドレス,オンボーディングの状態,センサーの正常性状態,リスク レベル,露出レベル,OS プラットフォーム,OS バージョン,タグ',
        'web01,10.0.0.1,オンボード済み,アクティブ,低,低,Windows Server 2022,21H2,本番',
        'web02,10.0.0.2,オンボード可能,非アクティブ,低,低,Windows Server 2022,21H2,',
      ].join('\n'),
    );
    expect(read.format).toBe('mde-device-inventory');
    expect(read.findings).toEqual([]);
    expect(read.records.slice(1)).toMatchObject([
      { name: 'web01', sensorOnboarding: 'onboarded', sensorHealth: 'active', tags: { 本番: '' } },
      { name: 'web02', sensorOnboarding: 'can-be-onboarded', sensorHealth: 'inactive' },
    ]);
  });
});

describe('inventory of Defender for Cloud as CSV', () => {
  it('reads Japanese titles and kinds; other resources are counted', () => {
    const read = readCsvText(
      [
        'リソース名,リソースの種類,サブスクリプション,Defender for Cloud,監視',
        'web01,Virtual Machines,Contoso Prod,オン,オン',
        'sql01,マシン - Azure Arc,Contoso Prod,オフ,オフ',
        `Win2019DC02_${ID.toUpperCase()},サーバー - Defender For Endpoint,Contoso Direct,オン,`,
        'stg01,ストレージ アカウント,Contoso Prod,オン,',
      ].join('\n'),
    );
    expect(read.format).toBe('mdc-inventory');
    expect(read.records).toEqual([
      { type: 'machine', source: 'azure-vm', row: 2, name: 'web01', subscriptionName: 'Contoso Prod' },
      { type: 'machine', source: 'arc', row: 3, name: 'sql01', subscriptionName: 'Contoso Prod', plan: 'off' },
      {
        type: 'machine',
        source: 'mde-server',
        row: 4,
        name: 'Win2019DC02',
        mdeDeviceId: ID,
        subscriptionName: 'Contoso Direct',
      },
    ]);
    expect(read.findings).toMatchObject([
      { code: 'mdc-plan-not-named', params: { count: 2 } },
      { code: 'mdc-other-resources', params: { count: 1, examples: 'ストレージ アカウント' } },
    ]);
    expect(read.unanswered).toEqual([]);
  });
});

describe('DeviceInfo of advanced hunting', () => {
  const RESOURCE =
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web01';
  const older = {
    Timestamp: '2026-11-01T00:00:00Z',
    DeviceId: ID,
    DeviceName: 'web01.contoso.example',
    SensorHealthState: 'Inactive',
  };
  const newer = {
    ...older,
    Timestamp: '2026-11-02T00:00:00Z',
    OSPlatform: 'Linux',
    OSDistribution: 'Ubuntu',
    OSVersion: '22.4',
    SensorHealthState: 'Active',
    OnboardingStatus: 'Onboarded',
    DeviceType: 'Server',
    CloudPlatforms: '["Azure"]',
    AzureResourceId: RESOURCE,
    AzureVmId: 'A16A01B3-553A-5648-B76C-493C4CA5DC99',
    HardwareUuid: 'CD557B6E-2B12-517B-89F1-0984E272AF34',
    DeviceManualTags: '["env:prod"]',
    IsExcluded: false,
    MergedToDeviceId: '',
  };

  it.each([
    ['older first', [older, newer], 2],
    ['newer first', [newer, older], 1],
  ])('the newest row of a device counts: %s', (_, rows, row) => {
    const read = readJson({ Items: rows });
    expect(read.format).toBe('device-info');
    expect(read.records).toEqual([
      { type: 'read', row, what: 'defender' },
      {
        type: 'machine',
        source: 'mde-device',
        row,
        name: 'web01.contoso.example',
        fqdn: 'web01.contoso.example',
        mdeDeviceId: ID,
        linkedResourceId: RESOURCE.toLowerCase(),
        vmId: 'a16a01b3-553a-5648-b76c-493c4ca5dc99',
        smbiosUuid: 'cd557b6e-2b12-517b-89f1-0984e272af34',
        subscriptionId: '11111111-1111-4111-8111-111111111111',
        osText: 'Ubuntu',
        osVersion: '22.4',
        sensorHealth: 'active',
        sensorOnboarding: 'onboarded',
        lastSeen: '2026-11-02T00:00:00.000Z',
        tags: { env: 'prod' },
        cloudProvider: 'azure',
      },
    ]);
    expect(read.findings).toMatchObject([{ code: 'device-info-older-rows', params: { count: 1 } }]);
    expect(read.unanswered).toEqual([]);
  });

  it('reads the same from the CSV of the portal, with merged and excluded devices', () => {
    const read = readCsvText(
      [
        'Timestamp,DeviceId,DeviceName,OSPlatform,OnboardingStatus,SensorHealthState,CloudPlatforms,MergedToDeviceId,IsExcluded',
        `"Nov 2, 2026 10:11:12 PM",${ID},srv01,WindowsServer2022,Onboarded,Active,"[""Arc""]",,0`,
        `"Nov 2, 2026 10:11:12 PM",${OTHER},srv01,WindowsServer2022,Onboarded,Active,,${ID},0`,
        `"Nov 2, 2026 10:11:12 PM",${'ef'.repeat(20)},srv02,WindowsServer2022,Can be onboarded,,,,1`,
      ].join('\n'),
    );
    expect(read.format).toBe('device-info');
    expect(read.records.slice(1)).toMatchObject([
      {
        name: 'srv01',
        mdeDeviceId: ID,
        cloudProvider: 'arc',
        lastSeen: '2026-11-02T22:11:12.000Z',
      },
      { name: 'srv01', discarded: 'merged', mergedIntoDeviceId: ID },
      { name: 'srv02', discarded: 'excluded', sensorOnboarding: 'can-be-onboarded' },
    ]);
  });
});
