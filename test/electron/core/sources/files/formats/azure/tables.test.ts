import { describe, expect, it } from 'vitest';
import { AZURE_TABLE_FORMATS } from '../../../../../../../electron/core/sources/files/formats/azure/index.ts';
import { type FormatReading, readCsvText } from '../../../../../../support/formats.ts';

const SUB = '11111111-1111-4111-8111-111111111111';
const VM = `/subscriptions/${SUB}/resourceGroups/RG-Web/providers/Microsoft.Compute/virtualMachines/web01`;
const ARC = `/subscriptions/${SUB}/resourceGroups/rg-arc/providers/Microsoft.HybridCompute/machines/sql01`;

function read(...lines: readonly string[]): FormatReading {
  return readCsvText(lines.join('\n'), AZURE_TABLE_FORMATS);
}

function codes(reading: FormatReading): readonly string[] {
  return reading.findings.map(({ code }) => code);
}

describe('portal lists', () => {
  it('reads the Japanese list of virtual machines in any order of columns', () => {
    const reading = read(
      '状態,名前,リソース グループ,サブスクリプション,場所,オペレーティング システム,サイズ,パブリック IP アドレス,ディスク,環境',
      '停止済み (割り当て解除),web01,RG-Web,本番サブスクリプション,Japan East,Windows,Standard_D2s_v5,-,1,本番',
      '実行中,web02,rg-web,本番サブスクリプション,東日本,Linux,Standard_D2s_v5,20.0.113.10,1,本番',
    );
    expect(reading.format).toBe('portal-vm-list');
    expect(reading.records).toMatchObject([
      {
        type: 'machine',
        row: 2,
        source: 'azure-vm',
        name: 'web01',
        subscriptionName: '本番サブスクリプション',
        resourceGroup: 'rg-web',
        location: 'japaneast',
        osText: 'Windows',
        power: 'deallocated',
        vmSize: 'Standard_D2s_v5',
      },
      { row: 3, name: 'web02', power: 'running', ipAddresses: ['20.0.113.10'] },
    ]);
    expect(reading.records).toMatchObject([{ tags: { 環境: '本番' } }, { tags: { 環境: '本番' } }]);
    expect(reading.findings).toMatchObject([{ code: 'azure-columns-as-tags', params: { columns: '環境' } }]);
  });

  it('takes the id from the resource link, and the subscription with its name', () => {
    const reading = read(
      'NAME,SUBSCRIPTION,RESOURCE GROUP,STATUS,SIZE,RESOURCE LINK',
      `web01,Contoso Prod,RG-Web,Running,Standard_B2s,https://portal.azure.com/#@contoso/resource${VM}/overview`,
    );
    expect(reading.records).toMatchObject([
      { type: 'subscription', subscriptionId: SUB, subscriptionName: 'Contoso Prod' },
      { type: 'machine', resourceId: VM.toLowerCase(), subscriptionId: SUB },
    ]);
  });

  it('reads all resources by their type and counts what is no server', () => {
    const reading = read(
      'NAME,TYPE,RESOURCE GROUP,LOCATION,SUBSCRIPTION',
      'web01,Virtual machine,rg,Japan East,Contoso Prod',
      'sql01,Machine - Azure Arc,rg,Japan East,Contoso Prod',
      'stweb,Storage account,rg,Japan East,Contoso Prod',
      'vm-set,仮想マシン スケール セット,rg,Japan East,Contoso Prod',
    );
    expect(reading.records).toMatchObject([{ source: 'azure-vm' }, { source: 'arc' }, { source: 'vmss' }]);
    expect(codes(reading)).toEqual(['azure-power-state-missing', 'azure-arc-status-missing', 'azure-other-resources']);
    expect(reading.unanswered).toEqual([]);
  });

  it('says what a state means that it does not know, and which rows have no name or subscription', () => {
    const reading = read(
      'NAME,RESOURCE GROUP,SIZE,STATUS',
      'web01,rg,Standard_B2s,Sleeping',
      ',rg,Standard_B2s,Running',
    );
    expect(reading.findings).toMatchObject([
      { code: 'azure-row-without-name', row: 3 },
      { code: 'azure-row-without-subscription', params: { count: 1, examples: 'web01' } },
      { code: 'azure-power-state-unknown', params: { examples: 'Sleeping' } },
    ]);
  });

  it('reads the list of Arc machines, English and Japanese', () => {
    const tags = '"env : prod; MDFCSecurityConnector : aws-1"';
    const english = read(
      'NAME,ARC AGENT STATUS,RESOURCE GROUP,SUBSCRIPTION,LOCATION,OPERATING SYSTEM,AGENT VERSION,KIND,TAGS',
      `sql01,Offline,rg-arc,Contoso Prod,Japan East,Windows Server 2019,1.55,AWS,${tags}`,
    );
    const japanese = read(
      '名前,Arc エージェントの状態,リソース グループ,サブスクリプション,場所,オペレーティング システム,エージェントのバージョン,ホスト環境,タグ',
      `sql01,切断,rg-arc,Contoso Prod,Japan East,Windows Server 2019,1.55,AWS,${tags}`,
    );
    expect(english.format).toBe('arc-machines');
    expect(english.records).toEqual(japanese.records);
    expect(english.records).toMatchObject([
      { source: 'arc', arcStatus: 'disconnected', arcAgentVersion: '1.55', connectorId: 'aws-1', cloudProvider: 'aws' },
    ]);
  });
});

describe('Resource Graph Explorer', () => {
  it('puts rows together again from JSON cells and from spread columns', () => {
    const properties = JSON.stringify({
      vmId: 'a16a01b3-553a-5648-b76c-493c4ca5dc99',
      extended: { instanceView: { powerState: { code: 'PowerState/running' } } },
    }).replaceAll('"', '""');
    const cells = read(
      'id,name,type,tags,properties',
      `${VM},web01,microsoft.compute/virtualmachines,"{""env"":""prod""}","${properties}"`,
    );
    const spread = read(
      'id,name,type,tags,properties_vmId,properties.extended.instanceView.powerState.code',
      `${VM},web01,microsoft.compute/virtualmachines,"{""env"":""prod""}",a16a01b3-553a-5648-b76c-493c4ca5dc99,PowerState/running`,
    );
    expect(cells.format).toBe('resource-graph');
    expect(cells.records).toMatchObject([
      { source: 'azure-vm', name: 'web01', resourceId: VM.toLowerCase(), power: 'running', tags: { env: 'prod' } },
      { type: 'read', what: 'machines', subscriptionId: SUB },
    ]);
    expect(spread.records).toEqual(cells.records);
  });

  it('reads columns that a query named itself', () => {
    const reading = read('id,subscriptionName,powerState,osType', `${VM},Contoso Prod,VM deallocated,Linux`);
    expect(reading.records).toMatchObject([
      { type: 'subscription', subscriptionName: 'Contoso Prod' },
      { power: 'deallocated', osText: 'Linux' },
      { type: 'read' },
    ]);
  });
});

describe('plan report', () => {
  it('reads machine and plan of each row, and says where the plan could not be read', () => {
    const reading = read(
      '"SubscriptionId","ResourceName","ResourceId","SubPlan","Scope","Error"',
      `"${SUB}","web01","${VM}","P1","VM",""`,
      `"${SUB}","sql01","${ARC}","Free","Arc",""`,
      `"${SUB}","web01","${VM}","Error","VM","Forbidden"`,
    );
    expect(reading.format).toBe('defender-plan-report');
    expect(reading.records.filter(({ type }) => type === 'plan')).toMatchObject([
      { scope: 'machine', scopeId: VM.toLowerCase(), plan: 'P1' },
      { scope: 'machine', scopeId: ARC.toLowerCase(), plan: 'off' },
    ]);
    expect(reading.findings).toMatchObject([
      { code: 'azure-report-plan-not-read', row: 4, params: { name: 'web01', error: 'Forbidden' } },
    ]);
  });
});

describe('Azure Resource Inventory', () => {
  it('joins the rows of one machine, one for each tag and card', () => {
    const reading = read(
      'Subscription,Resource Group,VM Name,VM Size,Location,OS Type,OS Name,OS Version,Power State,Private IP Address,Resource U,Tag Name,Tag Value',
      'Contoso Prod,rg-web,web01,Standard_B2s,japaneast,Windows,Windows Server 2022 Datacenter,10.0,VM running,10.0.0.4,1,env,prod',
      'Contoso Prod,rg-web,web01,Standard_B2s,japaneast,Windows,Windows Server 2022 Datacenter,10.0,VM running,10.0.0.5,0,owner,経理',
      'Contoso Prod,rg-web,web02,Standard_B2s,japaneast,Linux,rhel,8.6,VM deallocated,10.0.0.6,1,,',
    );
    expect(reading.format).toBe('ari');
    expect(reading.records).toMatchObject([
      {
        name: 'web01',
        row: 2,
        tags: { env: 'prod', owner: '経理' },
        ipAddresses: ['10.0.0.4', '10.0.0.5'],
        power: 'running',
      },
      { name: 'web02', row: 4, osText: 'rhel (Linux)', power: 'deallocated' },
    ]);
    expect(codes(reading)).toEqual(['ari-further-rows']);
    expect(reading.unanswered).toEqual([]);
  });

  it('reads the sheets of Arc servers and of scale sets', () => {
    const arc = read(
      'Subscription,Resource Group,Name,Location,Domain,DNS FQDN,Cloud Provider,Agent Version,Status,Last Status Change,Operating System,Resource U,Tag Name,Tag Value',
      'Contoso Prod,rg-arc,sql01,japaneast,corp.example,sql01.corp.example,N/A,1.55,Connected,2026-11-20 05:06,Windows Server 2019 Standard,1,env,prod',
    );
    expect(arc.records).toMatchObject([
      { source: 'arc', fqdn: 'sql01.corp.example', arcStatus: 'connected', osText: 'Windows Server 2019 Standard' },
    ]);
    expect(arc.dates).toEqual(['2026-11-20T05:06:00.000Z']);
    const sets = read(
      'Subscription,Resource Group,AKS / SFC,Name,Location,VM Size,Instances,VM OS,OS Image,Extensions,Resource U,Tag Name,Tag Value',
      'Contoso Prod,mc_rg_aks1,aks1,aks-pool,japaneast,Standard_D2,3,Linux,,"AKSLinuxBilling, ",1,,',
      'Contoso Prod,rg-app,,vmss-app,japaneast,Standard_D2,4,Linux,,,1,,',
    );
    expect(sets.records).toMatchObject([
      { source: 'vmss', capacity: 3, isAksNodePool: true },
      { source: 'vmss', capacity: 4, isAksNodePool: undefined },
    ]);
  });
});

describe('azqr', () => {
  it('refuses masked ids and names the switch', () => {
    const masked = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxx1111111';
    const inventory = read(
      'Subscription Id,Resource Group,Location,Resource Type,Resource Name,Sku Name,Sku Tier,Capacity,Kind,SLA,Resource Id',
      `${masked},rg,japaneast,Microsoft.Compute/virtualMachines,web01,,,,,,/subscriptions/${masked}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web01`,
      `${masked},rg,japaneast,Microsoft.Storage/storageAccounts,st1,,,,,,/subscriptions/${masked}/x`,
    );
    const defender = read(
      'Subscription Id,Subscription Name,Name,Tier',
      `${masked},Contoso Prod,VirtualMachines,Standard`,
    );
    expect([inventory.format, defender.format]).toEqual(['azqr', 'azqr']);
    expect([...inventory.records, ...defender.records]).toEqual([]);
    expect(codes(inventory)).toEqual(['azqr-ids-masked', 'azure-other-resources']);
    expect(codes(defender)).toEqual(['azqr-ids-masked']);
    expect([...inventory.unanswered, ...defender.unanswered]).toEqual([]);
  });

  it('reads unmasked sheets; a tier without sub-plan leaves the plan unknown', () => {
    const reading = read(
      'Subscription Id,Subscription Name,Name,Tier',
      `${SUB},Contoso Prod,VirtualMachines,Standard`,
      `${SUB},Contoso Prod,CloudPosture,Free`,
      `${SUB},Contoso Prod,KeyVaults,Standard`,
    );
    expect(reading.records).toMatchObject([
      { type: 'subscription', subscriptionName: 'Contoso Prod' },
      { type: 'plan', planName: 'VirtualMachines', plan: 'unknown' },
      { type: 'plan', planName: 'CloudPosture', plan: 'off' },
      { type: 'read', what: 'plans' },
    ]);
    expect(codes(reading)).toEqual(['azure-plan-unknown', 'azure-plans-other']);
  });
});

describe('reports and lists', () => {
  it('attaches failed extensions to machines, with blanks before the headers', () => {
    const reading = read(
      'Subscription,VM Name,VM Extension,OS,VM Extension Status,Error Code,Error Description,VM Extension Error, VM Extension Error Details',
      `Contoso Prod,web01,MDE.Windows,Windows,Provisioning failed,53,Onboarding failed,Not supported,`,
    );
    expect(reading.records).toEqual([
      {
        type: 'extension',
        row: 2,
        machineName: 'web01',
        subscriptionId: undefined,
        subscriptionName: 'Contoso Prod',
        extension: 'MDE.Windows',
        state: 'failed',
        error: '53: Onboarding failed: Not supported',
      },
    ]);
    expect(codes(reading)).toEqual(['azure-extensions-failed']);
  });

  it.each([
    [
      'mdc-calculator',
      'SubscriptionID,SubscriptionName,Plan,PlanName,SubPlan,ResourcesCount,BillableUnits',
      'azure-counts-only-calculator',
    ],
    [
      'mdc-raw-billable',
      'SubscriptionID,SubscriptionName,EnvironmentType,Servers,Containers,DCSPM_Servers',
      'azure-counts-only-raw-billable',
    ],
    [
      'p2-count',
      'subscriptionId,subscriptionName,virtualMachinesResourcesCount,vmssServicesResourcesCount,totalServersCount',
      'azure-counts-only-p2-count',
    ],
    ['finops-data', 'UnitOfMeasure,AccountTypes,PricingBlockSize,DistinctUnits', 'azure-counts-only-pricing-units'],
  ])('%s is named and gives nothing', (format, header, code) => {
    const reading = read(header, '1,2,3,4,5');
    expect(reading).toMatchObject({ format, records: [], unanswered: [] });
    expect(reading.findings).toMatchObject([{ code, params: { count: 1 } }]);
  });
});

describe('cost details', () => {
  const HEADER =
    'SubscriptionId,SubscriptionName,Date,ResourceGroup,ResourceId,MeterCategory,MeterSubCategory,MeterName,Quantity,UnitOfMeasure,EffectivePrice,CostInBillingCurrency,BillingCurrency,Tags';

  it('keeps the hours of Defender for Servers and counts every other charge', () => {
    const reading = read(
      HEADER,
      `${SUB},Contoso Prod,11/20/2026,RG-Web,${VM},Microsoft Defender for Cloud,Microsoft Defender for Servers,Standard P2 Node,24,1 Hour,0.02,0.48,USD,"""env"": ""prod"""`,
      `${SUB},Contoso Prod,11/20/2026,RG-Web,${VM},Virtual Machines,Dv5,D2,24,1 Hour,0.1,2.4,USD,`,
    );
    expect(reading.format).toBe('cost-details');
    expect(reading.records).toEqual([
      { type: 'subscription', row: 2, subscriptionId: SUB, subscriptionName: 'Contoso Prod', tenantId: undefined },
      {
        type: 'usage',
        row: 2,
        subscriptionId: SUB,
        resourceId: VM.toLowerCase(),
        meterName: 'Standard P2 Node',
        quantity: '24',
        cost: '0.48',
        currency: 'USD',
        date: '2026-11-20',
        unitPrice: '0.02',
      },
    ]);
    expect(reading.findings).toMatchObject([
      { code: 'cost-other-charges', params: { count: 1, examples: 'Virtual Machines' } },
    ]);
    expect(reading.dates).toEqual(['2026-11-20']);
    expect(reading.unanswered).toEqual([]);
  });

  it('reads decimal commas, days before months and the spelling of other agreements', () => {
    const reading = readCsvText(
      [
        'subscriptionId,subscriptionName,date,resourceGroupName,InstanceId,meterCategory,meterSubCategory,meterName,quantity,effectivePrice,costInBillingCurrency,billingCurrencyCode',
        `${SUB},Contoso,20/11/2026,rg,${ARC},Security Center,Microsoft Defender for Servers,Standard P1 Node,"1.500,00","0,00672","10,08",EUR`,
        `${SUB},Contoso,05/11/2026,rg,${ARC},Security Center,Microsoft Defender for Servers,Standard P1 Node,"1,500","0,00672","0,01008",EUR`,
      ].join('\r\n'),
      AZURE_TABLE_FORMATS,
    );
    expect(reading.records.filter(({ type }) => type === 'usage')).toMatchObject([
      { quantity: '1500', cost: '10.08', date: '2026-11-20', currency: 'EUR' },
      { quantity: '1.5', cost: '0.01008', date: '2026-11-05' },
    ]);
  });

  it('says which charge it could not read', () => {
    const reading = read(
      HEADER,
      `${SUB},Contoso Prod,someday,RG-Web,${VM},Microsoft Defender for Cloud,Microsoft Defender for Servers,Standard P2 Node,24,1 Hour,0.02,0.48,USD,`,
    );
    expect(reading.findings).toMatchObject([{ code: 'cost-charge-not-read', row: 2 }]);
  });
});
