import { plainTable, reportUnknownColumns } from '../azure/table.ts';
import { domainOf, lowerOf } from '../values.ts';
import { deviceRecord, tellRead } from './device.ts';

/**
 * Columns of the portal's device inventory, exported. Two variants were seen in guides; the grid's own titles and the
 * Japanese ones are guesses, so each column has every spelling that is likely.
 * https://learn.microsoft.com/defender-endpoint/machines-view-overview
 */
const COLUMNS = {
  id: ['Device ID', 'Machine ID', 'デバイス ID'],
  name: ['Device name', 'Name', 'デバイス名', '名前'],
  ip: ['IP addresses', 'IP', 'IP address', 'Last IP address', 'IP アドレス'],
  health: [
    'Sensor health state',
    'Health status',
    'Health state',
    'Sensor health',
    'センサーの正常性状態',
    'センサーの正常性の状態',
    'センサーの正常性',
    '正常性状態',
    '正常性の状態',
  ],
  onboarding: [
    'Onboarding status',
    'オンボーディングの状態',
    'オンボード状態',
    'オンボードの状態',
    'オンボーディング状態',
    'オンボーディング ステータス',
    'オンボード ステータス',
  ],
  risk: ['Risk level', 'リスク レベル', 'リスク'],
  exposure: ['Exposure level', '露出レベル', '公開レベル', '暴露レベル'],
  os: ['OS platform', 'OS', 'OS プラットフォーム'],
  osDistribution: ['OS distribution', 'OS ディストリビューション', 'OS の配布'],
  osVersion: ['OS version', 'Windows 10 version', 'OS バージョン', 'OS のバージョン'],
  firstSeen: ['First seen', '最初に表示', '最初の確認', '初回検出日時', '最初に検出された日時'],
  lastSeen: [
    'Last seen',
    'Last device update',
    '最終表示',
    '最終確認',
    '最後のデバイス更新',
    '最終デバイス更新',
    'デバイスの最終更新',
    '前回の確認',
  ],
  tags: ['Tags', 'タグ'],
  type: ['Device type', 'デバイスの種類', 'デバイス タイプ'],
  category: ['Device category', 'デバイス カテゴリ', 'デバイスのカテゴリ'],
  cloud: ['Cloud platforms', 'Cloud platform', 'クラウド プラットフォーム'],
  domain: ['Domain', 'ドメイン'],
  excluded: ['Exclusion state', 'Exclusion status', '除外の状態', '除外状態', '除外ステータス'],
  ignored: [
    'MAC address',
    'MAC アドレス',
    'Criticality level',
    '重要度レベル',
    'Device AAD ID',
    'Azure AD Device ID',
    'Microsoft Entra device ID',
    'デバイス AAD ID',
    'Discovery sources',
    '検出ソース',
    'Device role',
    'デバイスの役割',
    'Managed by',
    '管理者',
    '管理元',
    'Managed by status',
    'Site',
    'サイト',
    'Group',
    'グループ',
    'デバイス グループ',
    'Defender antivirus status',
    'Antivirus status',
    'ウイルス対策の状態',
    'Defender ウイルス対策の状態',
    'OS build',
    'OS architecture',
    'Vendor',
    'Model',
    'ベンダー',
    'モデル',
    'Internet facing',
    'Is internet facing',
    'Mitigation status',
    'Transient device',
  ],
} as const satisfies Record<string, readonly string[]>;

export const DEVICE_INVENTORY = plainTable<keyof typeof COLUMNS>({
  id: 'mde-device-inventory',
  columns: COLUMNS,
  required: ['name', ['health', 'onboarding'], ['risk', 'exposure', 'id']],
  score: 85,
  start: reportUnknownColumns,
  row(row, header, notes) {
    const name = header.text(row, 'name');
    if (name === undefined) {
      notes.sink.finding('mde-row-without-name', {}, row.row);
      return;
    }
    const record = deviceRecord(
      {
        row: row.row,
        id: header.text(row, 'id'),
        name,
        system: linuxName(header.text(row, 'os'), header.text(row, 'osDistribution')),
        systemVersion: header.text(row, 'osVersion'),
        health: header.text(row, 'health'),
        onboarding: header.text(row, 'onboarding'),
        lastSeen: header.text(row, 'lastSeen'),
        addresses: [header.text(row, 'ip')],
        tags: [header.text(row, 'tags')],
        types: [header.text(row, 'type'), header.text(row, 'category')],
        cloud: header.text(row, 'cloud'),
        domain: domainOf(lowerOf(header.text(row, 'domain'))),
        isExcluded: header.text(row, 'excluded'),
      },
      notes,
    );
    tellRead(record, notes);
    notes.sink.record(record);
  },
});

/** "Linux" says less than the distribution beside it. */
export function linuxName(system: string | undefined, distribution: string | undefined): string | undefined {
  return distribution !== undefined && (system === undefined || /^linux/i.test(system)) ? distribution : system;
}
