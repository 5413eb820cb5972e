import type { Text } from '../../model/index.ts';
import type { ColumnKind } from '../../text/column-target.ts';

/** What each target means, for the mapping screen and the user guide. */
export const COLUMN_MEANINGS: Readonly<Record<ColumnKind, Text>> = {
  name: {
    en: 'The name of the server. Needed, unless fqdn or resourceId is there.',
    ja: 'サーバーの名前。fqdn か resourceId がなければ必須',
  },
  fqdn: { en: 'The fully qualified DNS name.', ja: '完全修飾ドメイン名 (FQDN)' },
  os: { en: 'The operating system, with its version or without.', ja: 'OS の名称 (バージョンを含んでもよい)' },
  osVersion: { en: 'The version of the operating system.', ja: 'OS のバージョン' },
  ip: {
    en: 'IP addresses, one or several in a cell. Several columns may be ip.',
    ja: 'IP アドレス。1 セルに複数、複数列でもよい',
  },
  power: {
    en: 'Whether the server runs: on, off, or an Azure power state.',
    ja: '稼働状況 (稼働中、停止、Azure の電源状態)',
  },
  subscription: { en: 'Name or id of the Azure subscription.', ja: 'Azure サブスクリプションの名前または ID' },
  subscriptionId: { en: 'Id (GUID) of the Azure subscription.', ja: 'Azure サブスクリプション ID (GUID)' },
  resourceGroup: { en: 'Name of the resource group.', ja: 'リソース グループの名前' },
  resourceId: { en: 'Azure resource id of the VM or Arc machine.', ja: 'VM または Arc マシンの Azure リソース ID' },
  location: {
    en: 'Where the server stands: site, data centre or Azure region. Also kept as a tag.',
    ja: '設置場所 (拠点、データセンター、リージョン)。タグとしても残る',
  },
  domain: { en: 'The Active Directory or DNS domain.', ja: 'Active Directory または DNS のドメイン' },
  environment: {
    en: 'Production, test, development. Kept as a tag that the rules can read.',
    ja: '環境 (本番、検証、開発)。ルールで使えるタグになる',
  },
  cores: { en: 'Number of CPU cores.', ja: 'CPU コア数' },
  vmSize: { en: 'Size of the virtual machine.', ja: '仮想マシンのサイズ' },
  cloud: {
    en: 'Azure, AWS, GCP or on premises. Also kept as a tag.',
    ja: '基盤 (Azure、AWS、GCP、オンプレミス)。タグとしても残る',
  },
  deviceType: {
    en: 'The type of device: what is no server is left out, with its reason. Also kept as a tag.',
    ja: '機器の種別。サーバーでないものは理由を付けて除外。タグとしても残る',
  },
  smbiosUuid: {
    en: 'The SMBIOS UUID; a VMware serial number is one too.',
    ja: 'SMBIOS UUID (VMware のシリアル番号も可)',
  },
  vmId: { en: 'The vmId (GUID) of an Azure VM or Arc machine.', ja: 'Azure VM または Arc マシンの vmId (GUID)' },
  mdeDeviceId: {
    en: 'The Defender for Endpoint device id (40 hexadecimal digits).',
    ja: 'Defender for Endpoint のデバイス ID (16 進 40 桁)',
  },
  plan: {
    en: "Today's Defender for Servers plan: P1, P2 or off.",
    ja: '現在の Defender for Servers プラン (P1、P2、オフ)',
  },
  count: {
    en: 'How many servers the row stands for. More than one is told, and planned as one.',
    ja: '行が表す台数。2 台以上は指摘し、1 台として計画',
  },
  tags: { en: 'Several tags in a cell: key=value;key=value.', ja: '1 セルに複数のタグ (キー=値;キー=値)' },
  ignore: { en: 'Not used.', ja: '使用しない' },
  tag: {
    en: 'A tag with the key after the colon, for the rules: tag:env.',
    ja: 'コロンの後をキーとするタグ (例 tag:env)。ルールで使う',
  },
  list: {
    en: 'A named list: a mark (○, 対象, 要, yes, true, 1, x) puts the server on it: list:P2 targets.',
    ja: '名前付きリスト (例 list:P2 対象)。○、対象、要、yes、true、1、x の行が入る',
  },
};
