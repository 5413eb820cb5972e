import type { MachineRecord } from '../../../../../../shared/model/index.ts';
import { parseArmId } from '../../../../../../shared/text/arm-id.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import type { TableRow } from '../../format.ts';
import type { MatchedHeader } from '../headers.ts';
import { parseTags } from '../tags.ts';
import {
  domainOf,
  fqdnOf,
  guidOf,
  isMaskedId,
  lowerOf,
  parseAddresses,
  parseArcStatus,
  parseCount,
  parseDate,
  parsePower,
  uuidOf,
} from '../values.ts';
import type { Notes } from './arm/notes.ts';
import { cloudOf, connectorOf, isDatabricksNode } from './arm/placement.ts';
import { plainTable, reportUnknownColumns } from './table.ts';

/**
 * Columns of the portal's lists "Virtual machines", "Machines - Azure Arc" and "All resources". The portal writes them in
 * its own language and in the order that the user chose. English titles of the VM list were seen in public samples; the
 * Japanese ones and those of the Arc list are guesses from the portal's grid.
 */
const COLUMNS = {
  name: [
    'Name',
    'Virtual machine',
    'Machine name',
    '名前',
    '仮想マシン',
    '仮想マシン名',
    'マシン名',
    'コンピューター名',
  ],
  type: ['Type', 'Resource type', '種類', 'リソースの種類', 'タイプ', '型'],
  subscription: ['Subscription', 'Subscription name', 'サブスクリプション', 'サブスクリプション名'],
  subscriptionId: ['Subscription ID', 'サブスクリプション ID'],
  resourceGroup: ['Resource group', 'Resource group name', 'リソース グループ', 'リソース グループ名'],
  location: ['Location', 'Region', '場所', '地域', 'リージョン'],
  status: ['Status', 'Power state', 'State', '状態', 'ステータス', '状況', '電源状態'],
  arcStatus: [
    'Arc agent status',
    'Agent status',
    'Connection status',
    'Arc エージェントの状態',
    'エージェントの状態',
    '接続状態',
  ],
  os: ['Operating system', 'OS', 'OS name', 'OS SKU', 'オペレーティング システム', 'OS 名'],
  osVersion: ['OS version', 'Operating system version', 'OS バージョン', 'オペレーティング システムのバージョン'],
  size: ['Size', 'VM size', 'サイズ', 'VM サイズ'],
  publicIp: ['Public IP address', 'Public IP', 'パブリック IP アドレス', 'パブリック IP'],
  privateIp: ['Private IP address', 'Private IP', 'プライベート IP アドレス', 'プライベート IP'],
  disks: ['Disks', 'ディスク', 'ディスク数'],
  resourceLink: ['Resource link', 'Resource ID', 'リソース リンク', 'リソース ID'],
  tags: ['Tags', 'タグ'],
  agentVersion: ['Agent version', 'Arc agent version', 'エージェント バージョン', 'エージェントのバージョン'],
  kind: [
    'Kind',
    'Host environment',
    'Host type',
    'Cloud provider',
    'クラウド プロバイダー',
    'ホスト環境',
    'ホストの種類',
  ],
  fqdn: ['FQDN', 'Fully qualified domain name', 'DNS FQDN', 'Machine FQDN', '完全修飾ドメイン名'],
  domain: ['Domain', 'Domain name', 'ドメイン', 'ドメイン名'],
  lastSeen: ['Last status change', 'Last connected', 'Last heartbeat', '最終状態変更', '状態の最終変更', '前回の接続'],
  vmId: ['VM ID', 'VM UUID'],
  cores: ['Logical core count', 'Cores', 'vCPUs', 'コア数'],
  scaleSet: ['Virtual machine scale set', '仮想マシン スケール セット'],
  /** Columns of other files that also have a name and a group; a header with them is not the portal's. */
  defender: [
    'Defender for Cloud',
    'Resource health',
    'Monitoring agent',
    'Recommendations',
    'リソース正常性',
    '監視',
    '監視エージェント',
  ],
  serverName: ['ServerName', 'TargetVM', 'Device name', 'Device ID'],
  ignored: [
    'Availability zone',
    '可用性ゾーン',
    'Availability set',
    '可用性セット',
    'Creation time',
    'Time created',
    '作成時刻',
    'Update management center',
    'Maintenance',
    'Maintenance status',
    'メンテナンス',
    'Extended location',
    '拡張された場所',
    'DNS name',
    'DNS 名',
    'Virtual network/subnet',
    '仮想ネットワーク/サブネット',
    'Plan',
    'プラン',
    'Source',
    'ソース',
    'Update status',
    'Provisioning state',
    'Managed by',
    '管理者',
    'Datacenter',
    'City',
    'Country',
    'Location name',
    'Security type',
    'Marked for deletion',
  ],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;
type Header = MatchedHeader<Column>;

/** The portal's list of virtual machines, and "All resources" where it has a type column. */
export const PORTAL_VM_LIST = plainTable<Column>({
  id: 'portal-vm-list',
  columns: COLUMNS,
  required: [
    'name',
    ['subscription', 'subscriptionId', 'resourceGroup', 'resourceLink'],
    ['size', 'publicIp', 'disks', 'type', 'status', 'resourceLink'],
  ],
  foreign: ['agentVersion', 'arcStatus', 'defender', 'serverName'],
  score: 70,
  start: reportUnknownColumns,
  row: (row, header, notes) => readRow(row, header, notes, 'vm'),
});

/** The portal's list of Azure Arc machines. */
export const PORTAL_ARC_LIST = plainTable<Column>({
  id: 'arc-machines',
  columns: COLUMNS,
  required: [
    'name',
    ['subscription', 'subscriptionId', 'resourceGroup', 'resourceLink'],
    ['agentVersion', 'arcStatus'],
  ],
  foreign: ['defender', 'serverName', 'size', 'disks'],
  score: 71,
  start: reportUnknownColumns,
  row: (row, header, notes) => readRow(row, header, notes, 'arc'),
});

/** What "All resources" calls the kinds that matter here, folded. */
const TYPES: ReadonlyMap<string, 'vm' | 'arc' | 'vmss'> = new Map([
  ['virtual machine', 'vm'],
  ['virtual machines', 'vm'],
  ['仮想マシン', 'vm'],
  ['microsoft.compute/virtualmachines', 'vm'],
  ['machine - azure arc', 'arc'],
  ['machines - azure arc', 'arc'],
  ['azure arc machine', 'arc'],
  ['server - azure arc', 'arc'],
  ['servers - azure arc', 'arc'],
  ['マシン - azure arc', 'arc'],
  ['サーバー - azure arc', 'arc'],
  ['microsoft.hybridcompute/machines', 'arc'],
  ['virtual machine scale set', 'vmss'],
  ['virtual machine scale sets', 'vmss'],
  ['仮想マシン スケール セット', 'vmss'],
  ['microsoft.compute/virtualmachinescalesets', 'vmss'],
]);

function readRow(row: TableRow, header: Header, notes: Notes, fallback: 'vm' | 'arc'): void {
  const text = (column: Column) => header.text(row, column);
  const name = text('name');
  const type = text('type');
  const kind = type === undefined ? fallback : TYPES.get(fold(type));
  if (kind === undefined) {
    notes.passOver('azure-other-resources', row.row, type);
    return;
  }
  if (name === undefined) {
    notes.sink.finding('azure-row-without-name', {}, row.row);
    return;
  }
  const id = armIdIn(text('resourceLink'));
  if (id === 'masked') {
    notes.passOver('azure-id-masked', row.row, name);
    return;
  }
  const subscriptionId = id?.subscriptionId ?? guidOf(text('subscriptionId')) ?? guidOf(text('subscription'));
  // Where the column holds the id itself, there is no name to learn.
  const written = text('subscription');
  const subscriptionName = guidOf(written) === undefined ? written : undefined;
  if (subscriptionId === undefined && written === undefined)
    notes.count('azure-row-without-subscription', row.row, name);
  if (subscriptionId !== undefined) notes.subscription(row.row, subscriptionId, subscriptionName, undefined);
  const place = { type: 'machine', row: row.row, name, resourceId: id?.id, subscriptionId, subscriptionName } as const;
  const record = { ...place, ...commonOf(text) };
  notes.sink.record(kind === 'arc' ? arcOf(record, text, row.row, notes) : vmOf(record, kind, text, row.row, notes));
}

type Text = (column: Column) => string | undefined;
type Base = Omit<MachineRecord, 'source'>;

function commonOf(text: Text) {
  return {
    resourceGroup: lowerOf(text('resourceGroup')),
    location: text('location'),
    fqdn: fqdnOf(text('fqdn')) ?? fqdnOf(text('name')),
    domain: domainOf(text('domain')),
    osText: text('os'),
    osVersion: text('osVersion'),
    tags: parseTags(text('tags')),
    ipAddresses: parseAddresses(text('privateIp'), text('publicIp')),
    vmId: uuidOf(text('vmId')),
    lastSeen: parseDate(text('lastSeen')),
    cores: parseCount(text('cores')),
  };
}

function vmOf(base: Base, kind: 'vm' | 'vmss', text: Text, row: number, notes: Notes): MachineRecord {
  const status = text('status');
  const power = parsePower(status);
  if (kind === 'vm' && status === undefined) notes.count('azure-power-state-missing', row, base.name);
  else if (kind === 'vm' && power === undefined) notes.count('azure-power-state-unknown', row, status);
  const isDatabricks = isDatabricksNode({ tags: base.tags, resourceGroup: base.resourceGroup });
  return {
    ...base,
    source: kind === 'vm' ? 'azure-vm' : 'vmss',
    power: kind === 'vm' ? power : undefined,
    vmSize: text('size'),
    isDatabricks: isDatabricks || undefined,
    cloudProvider: 'azure',
  };
}

function arcOf(base: Base, text: Text, row: number, notes: Notes): MachineRecord {
  const status = text('arcStatus') ?? text('status');
  const arcStatus = parseArcStatus(status);
  if (status === undefined) notes.count('azure-arc-status-missing', row, base.name);
  else if (arcStatus === undefined) notes.count('azure-arc-status-unknown', row, status);
  return {
    ...base,
    source: 'arc',
    arcStatus,
    arcAgentVersion: text('agentVersion'),
    connectorId: connectorOf(base.tags),
    cloudProvider: cloudOf(text('kind')),
  };
}

/** The resource link is the portal's address with the id in it, or the id alone. */
function armIdIn(link: string | undefined) {
  const found = /\/subscriptions\/[^?#\s]+/i.exec(link ?? '')?.[0];
  if (found === undefined) return undefined;
  if (isMaskedId(found)) return 'masked';
  const path = found.replace(/\/(overview|users|properties)$/i, '');
  return parseArmId(decodeURIComponentSafely(path)) ?? undefined;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
