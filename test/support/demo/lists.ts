import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arcId, vmId } from './azure.ts';
import { ARC_SERVERS, AZURE_VMS, DEVICES, ON_PREMISES, type OnPremises } from './fleet.ts';
import { DOMAIN, deviceId, guid, SUBSCRIPTIONS } from './ids.ts';
import { SYSTEMS } from './systems.ts';
import { csv } from './tables.ts';

type Cells = readonly string[];

/** The portal's classic list of virtual machines of `minato-plant`: quoted, `SEP=,` first, a comma behind every row. */
export function plantList(): string {
  const header = ['NAME', 'SUBSCRIPTION', 'RESOURCE GROUP', 'LOCATION', 'STATUS', 'OPERATING SYSTEM', 'SIZE'];
  const status = { running: 'Running', stopped: 'Stopped', deallocated: 'Stopped (deallocated)' } as const;
  const rows = AZURE_VMS.filter(({ subscription }) => subscription === 'plant').map((vm) => [
    vm.name,
    SUBSCRIPTIONS.plant.name,
    vm.group,
    'Japan West',
    status[vm.power],
    SYSTEMS[vm.system].family,
    'Standard_D2s_v5',
    '-',
    '2',
  ]);
  const titles = [...header, 'PUBLIC IP ADDRESS', 'DISKS'];
  return csv([titles, ...rows], { before: 'SEP=,', quoted: true, trailing: true });
}

/** The portal's newer list, in Japanese, of `minato-dev`: columns chosen by the user, with the link to the resource. */
export function developmentList(): string {
  const status = { running: '実行中', stopped: '停止済み', deallocated: '停止済み (割り当て解除)' } as const;
  const header = [
    '名前',
    'サブスクリプション',
    'リソース グループ',
    '場所',
    '状態',
    'オペレーティング システム',
    'サイズ',
    'リソース リンク',
  ];
  const rows = AZURE_VMS.filter(({ subscription }) => subscription === 'dev').map((vm) => [
    vm.name,
    SUBSCRIPTIONS.dev.name,
    vm.group,
    'Japan East',
    status[vm.power],
    SYSTEMS[vm.system].family,
    'Standard_D4s_v5',
    `https://portal.azure.com/#@minato-seiki.example/resource${vmId(vm)}`,
  ]);
  return csv([header, ...rows], { bom: true });
}

/** Azure Quick Review without `--mask=false`: nothing in it can be joined. */
export function maskedReview(): string {
  const header =
    'Subscription Id,Resource Group,Location,Resource Type,Resource Name,Sku Name,Sku Tier,Capacity,Kind,SLA,Resource Id';
  const mask = `xxxxxxxx-xxxx-xxxx-xxxx-xxxxx${SUBSCRIPTIONS.prod.id.slice(-7)}`;
  const rows = AZURE_VMS.filter(({ group }) => group === 'rg-erp-prod').map((vm) => [
    mask,
    vm.group,
    'japaneast',
    'Microsoft.Compute/virtualMachines',
    vm.name,
    '',
    '',
    '',
    '',
    '',
    vmId(vm).replace(SUBSCRIPTIONS.prod.id, mask),
  ]);
  return csv([header.split(','), ...rows]);
}

const METERS = { P1: ['Standard P1 Node', '0.00672'], P2: ['Standard P2 Node', '0.02'] } as const;

/** Cost details of the last three days of October: what was really billed, also where nobody expects it. */
export function costDetails(): string {
  const header =
    'SubscriptionId,SubscriptionName,Date,ResourceGroup,ResourceId,MeterCategory,MeterSubCategory,MeterName,ResourceLocation,Quantity,UnitOfMeasure,EffectivePrice,CostInBillingCurrency,BillingCurrency,PricingModel,ChargeType,Tags';
  const days = ['10/29/2026', '10/30/2026', '10/31/2026'];
  const billed: readonly (readonly [id: string, plan: keyof typeof METERS, hours: number])[] = [
    [idOfVm('erp-ap01'), 'P2', 24],
    [idOfVm('erp-db01'), 'P1', 24],
    [idOfVm('web-prod02'), 'P2', 24],
    [idOfVm('bi-report01'), 'P2', 9],
    [idOfVm('dev-web01'), 'P1', 24],
    [idOfVm('dev-db01'), 'P1', 24],
    [idOfArc('hr-db01'), 'P2', 24],
    // One server, billed twice: as an Arc machine and as a directly onboarded one.
    [idOfArc('fs01'), 'P1', 24],
    [directId('fs01'), 'P1', 24],
    [directId('sales-ap01'), 'P1', 24],
  ];
  const rows = days.flatMap((date) =>
    billed.map(([id, plan, hours]) => {
      const [meter, price] = METERS[plan];
      const [, , subscription = '', , group = ''] = id.split('/');
      const { name } = Object.values(SUBSCRIPTIONS).find((known) => known.id === subscription) ?? { name: '' };
      // Ten-thousandths of a cent as integers: no binary fraction is written.
      const cost = ((Math.round(Number(price) * 100_000) * hours) / 100_000).toFixed(5);
      const isDirect = id.includes('/mdeServers/');
      return [
        subscription,
        name,
        date,
        isDirect ? '' : group,
        id,
        'Microsoft Defender for Cloud',
        'Microsoft Defender for Servers',
        meter,
        isDirect ? 'Unassigned' : 'JA East',
        String(hours),
        '1 Hour',
        price,
        cost,
        'USD',
        'OnDemand',
        'Usage',
        isDirect ? '' : '"環境": "本番"',
      ];
    }),
  );
  return csv([header.split(','), ...rows], { bom: true });
}

function idOfVm(name: string): string {
  return AZURE_VMS.filter((vm) => vm.name === name).map(vmId)[0] ?? '';
}

function idOfArc(name: string): string {
  return ARC_SERVERS.filter((arc) => arc.name === name).map(arcId)[0] ?? '';
}

function directId(name: string): string {
  const host = DEVICES.some((device) => device.name === name) ? name : '';
  return `/subscriptions/${SUBSCRIPTIONS.shared.id}/providers/microsoft.security/mdeServers/${host}_${deviceId(host)}`;
}

/** A list for the script of an earlier project; one of its names is no longer there. */
export function targets(): string {
  return 'TargetVM,TargetResourceGroup\r\njump01,rg-ops\r\nbatch01,rg-ops\r\nold-vm99,rg-ops';
}

/** RVTools: the columns of the real sheet, filled where they matter. */
export function vmwareSheet(): readonly Cells[] {
  const sample = join(import.meta.dirname, '../../fixtures/samples/rvtools-tabvInfo.csv');
  const header = (readFileSync(sample, 'utf8').split(/\r?\n/, 1)[0] ?? '').split(',');
  const servers = ON_PREMISES.filter(({ isInVmware }) => isInVmware).map((server) =>
    vmwareRow({
      name: server.name,
      power: server.isOn ? 'poweredOn' : 'poweredOff',
      dns: `${server.name}.${DOMAIN}`,
      address: server.address,
      system: SYSTEMS[server.system].vmware,
    }),
  );
  const others = [
    vmwareRow({ name: 'TMPL-WS2022', power: 'poweredOff', template: true, system: SYSTEMS.ws2022.vmware }),
    vmwareRow({
      name: `vCLS-${guid('vcls').slice(0, 8)}`,
      power: 'poweredOn',
      system: 'Other 3.x or later Linux (64-bit)',
    }),
    vmwareRow({ name: 'acct-batch01-dr', power: 'poweredOff', placeholder: true, system: SYSTEMS.ws2019.vmware }),
  ];
  return [header, ...[...servers, ...others].map((row) => header.map((title) => row[title] ?? ''))];
}

interface VmwareVm {
  readonly name: string;
  readonly power: string;
  readonly system: string;
  readonly dns?: string;
  readonly address?: string;
  readonly template?: boolean;
  readonly placeholder?: boolean;
}

function vmwareRow(vm: VmwareVm): Readonly<Record<string, string>> {
  return {
    VM: vm.name,
    Powerstate: vm.power,
    Template: vm.template ? 'True' : 'False',
    'SRM Placeholder': vm.placeholder ? 'True' : 'False',
    'Config status': 'green',
    'DNS Name': vm.dns ?? '',
    'Guest state': vm.power === 'poweredOn' ? 'running' : 'notRunning',
    CPUs: '8',
    Memory: '32,768',
    'Primary IP Address': vm.address ?? '',
    'Provisioned MiB': '204,800',
    Datacenter: '本社',
    Cluster: 'CL-HQ01',
    Host: `esx01.${DOMAIN}`,
    'OS according to the configuration file': vm.system,
    'OS according to the VMware Tools': vm.power === 'poweredOn' ? vm.system : '',
    'VM ID': `vm-${guid(vm.name).slice(0, 4)}`,
    'SMBIOS UUID': guid(`smbios/${vm.name}`),
    'VM UUID': guid(`vc/${vm.name}`),
    'VI SDK Server type': 'VMware vCenter Server 8.0.3',
    'VI SDK Server': `vcenter.${DOMAIN}`,
  };
}

/** The company's own list: titles above the header, full-width letters, circles, a remark below. */
export function ownList(): readonly Cells[] {
  const header = [
    'No.',
    'ホスト名',
    'IPアドレス',
    'OS',
    '環境',
    '用途',
    '主管部署',
    '稼働状況',
    'P2対象',
    'Defender対象外',
    '備考',
  ];
  const rows = ON_PREMISES.filter(({ isInList }) => isInList).map((server, index) => [
    String(index + 1),
    written(server),
    server.address,
    SYSTEMS[server.system].list,
    server.environment,
    server.use,
    server.owner,
    server.isOn ? '稼働中' : '停止',
    server.mark === 'P2' ? '○' : '',
    server.mark === 'none' ? '○' : '',
    server.name === 'line-ctl01' ? '更新は 2027 年度に予定' : '',
  ]);
  return [
    ['ミナト精機株式会社　サーバー一覧'],
    ['作成: 情報システム部　　更新日: 2026/11/18'],
    [],
    header,
    ...rows,
    [],
    ['※ 「P2対象」「Defender対象外」は 2026 年 11 月のヒアリングによる'],
  ];
}

/** Some names are typed in full width or in capitals, as in real lists. */
function written({ name }: OnPremises): string {
  if (name === 'backup01') return 'ｂａｃｋｕｐ０１';
  return name.startsWith('dmz-') ? name.toUpperCase() : name;
}

export function revisions(): readonly Cells[] {
  return [
    ['版', '日付', '内容'],
    ['1.0', '2025/04/01', '初版'],
    ['1.1', '2026/11/18', '更新'],
  ];
}
