import type { MachineRecord, MachineSource } from '../../../../../../shared/model/index.ts';
import { isGuid, parseArmId } from '../../../../../../shared/text/arm-id.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import type { TableRow } from '../../format.ts';
import type { Notes } from '../azure/arm/notes.ts';
import { plainTable, reportUnknownColumns } from '../azure/table.ts';
import type { MatchedHeader } from '../headers.ts';
import { fqdnOf, isMaskedId, lowerOf } from '../values.ts';

/** Columns of the CSV report of Defender for Cloud's inventory. The titles are the grid's; the file's own were not seen. */
const COLUMNS = {
  name: ['Resource name', 'Resource', 'リソース名', 'リソース'],
  type: ['Resource type', 'Type', 'リソースの種類', 'リソース タイプ', '種類'],
  subscription: ['Subscription', 'Subscription name', 'サブスクリプション', 'サブスクリプション名'],
  subscriptionId: ['Subscription ID', 'サブスクリプション ID'],
  resourceGroup: ['Resource group', 'リソース グループ'],
  resourceId: ['Resource ID', 'リソース ID'],
  plan: ['Defender for Cloud', 'Defender plan', 'Microsoft Defender for Cloud', 'Azure Defender', 'Defender プラン'],
  monitoring: ['Monitoring agent', 'Monitoring', 'Agent monitoring', '監視', '監視エージェント', 'エージェントの監視'],
  ignored: [
    'Recommendations',
    '推奨事項',
    'Environment',
    '環境',
    'Resource health',
    'リソース正常性',
    'Criticality',
    '重要度',
  ],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;

/** What the report calls the kinds that matter here, folded and without blanks. */
const TYPES: ReadonlyMap<string, MachineSource> = new Map(
  (
    [
      ['azure-vm', 'virtualmachine|virtualmachines|仮想マシン|microsoft.compute/virtualmachines'],
      [
        'vmss',
        'virtualmachinescaleset|virtualmachinescalesets|仮想マシンスケールセット|microsoft.compute/virtualmachinescalesets',
      ],
      [
        'arc',
        'machines-azurearc|machine-azurearc|servers-azurearc|server-azurearc|マシン-azurearc|サーバー-azurearc|azurearcmachine|azurearcマシン|microsoft.hybridcompute/machines',
      ],
      [
        'mde-server',
        'servers-defenderforendpoint|server-defenderforendpoint|サーバー-defenderforendpoint|サーバ-defenderforendpoint|microsoft.security/mdeservers',
      ],
    ] as const
  ).flatMap(([source, words]) => words.split('|').map((word) => [word, source] as const)),
);

/** Defender for Cloud's inventory: VMs, Arc machines and directly onboarded servers, named `<host>_<device id>`. */
export const MDC_INVENTORY = plainTable<Column>({
  id: 'mdc-inventory',
  columns: COLUMNS,
  required: ['name', 'type', ['subscription', 'subscriptionId'], ['plan', 'monitoring']],
  score: 90,
  start: reportUnknownColumns,
  row: readRow,
});

function readRow(row: TableRow, header: MatchedHeader<Column>, notes: Notes): void {
  const name = header.text(row, 'name');
  const type = header.text(row, 'type') ?? '';
  if (name === undefined) {
    notes.sink.finding('mde-row-without-name', {}, row.row);
    return;
  }
  const source = TYPES.get(fold(type).replace(/\s/g, ''));
  if (source === undefined) {
    notes.passOver('mdc-other-resources', row.row, type);
    return;
  }
  const record = machineOf(row, header, name, source);
  notes.sink.record({ ...record, plan: planOf(header.text(row, 'plan'), row.row, notes) });
  const { subscriptionId, subscriptionName } = record;
  if (subscriptionId !== undefined) notes.subscription(row.row, subscriptionId, subscriptionName, undefined);
}

function machineOf(row: TableRow, header: MatchedHeader<Column>, name: string, source: MachineSource): MachineRecord {
  const [, host, device] = source === 'mde-server' ? (/^(.+)_([0-9a-f]{40})$/i.exec(name) ?? []) : [];
  const shown = header.text(row, 'subscription');
  const written = header.text(row, 'resourceId');
  const arm = written === undefined || isMaskedId(written) ? null : parseArmId(written);
  return {
    type: 'machine',
    source,
    row: row.row,
    name: host ?? name,
    resourceId: arm?.id,
    mdeDeviceId: device?.toLowerCase(),
    fqdn: fqdnOf(host ?? name),
    subscriptionId:
      subscriptionIdOf(header.text(row, 'subscriptionId')) ?? subscriptionIdOf(shown) ?? arm?.subscriptionId,
    subscriptionName: shown === undefined || isGuid(shown) ? undefined : shown,
    resourceGroup: lowerOf(header.text(row, 'resourceGroup')) ?? arm?.resourceGroup ?? undefined,
  };
}

function subscriptionIdOf(text: string | undefined): string | undefined {
  return text !== undefined && isGuid(text) ? text.toLowerCase() : undefined;
}

/** "Off" is a plan; "On" does not say which one, and "Partial" not even that. */
function planOf(text: string | undefined, row: number, notes: Notes): MachineRecord['plan'] {
  const word = fold(text ?? '');
  if (/^(?:off|オフ|無効)$/.test(word)) return 'off';
  if (word !== '') notes.count('mdc-plan-not-named', row, text);
  return undefined;
}
