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
  regionOf,
  textOf,
  uuidOf,
} from '../values.ts';
import type { Notes } from './arm/notes.ts';
import { cloudOf, connectorOf, isDatabricksNode } from './arm/placement.ts';
import { PORTAL_COLUMNS } from './portal-columns.ts';
import { plainTable } from './table.ts';

type Column = keyof typeof PORTAL_COLUMNS;
type Header = MatchedHeader<Column>;

/** The portal's list of virtual machines, and "All resources" where it has a type column. */
export const PORTAL_VM_LIST = plainTable<Column>({
  id: 'portal-vm-list',
  columns: PORTAL_COLUMNS,
  required: [
    'name',
    ['subscription', 'subscriptionId', 'resourceGroup', 'resourceLink'],
    ['size', 'publicIp', 'disks', 'type', 'status', 'resourceLink'],
  ],
  foreign: ['agentVersion', 'arcStatus', 'defender', 'serverName'],
  score: portalScore,
  start: reportOwnColumns,
  row: (row, header, notes) => readRow(row, header, notes, 'vm'),
});

/**
 * A group, a subscription and something that only virtual machines of Azure have: the portal's list, also where somebody
 * added columns of his own. Else a list that a customer made may be a better reading.
 */
function portalScore(header: Header): number {
  const isScoped = header.has('resourceGroup') && (header.has('subscription') || header.has('subscriptionId'));
  const isVm = (['size', 'publicIp', 'disks', 'resourceLink'] as const).some((column) => header.has(column));
  return isScoped && isVm ? 78 : 70;
}

/** Columns that are not the portal's are kept as tags, so that rules can use them. */
function reportOwnColumns(header: Header, notes: Notes): void {
  const columns = header.unknown.map(({ name }) => name);
  if (columns.length > 0) notes.sink.finding('azure-columns-as-tags', { columns: columns.join(', ') }, null);
}

/** The portal's list of Azure Arc machines. */
export const PORTAL_ARC_LIST = plainTable<Column>({
  id: 'arc-machines',
  columns: PORTAL_COLUMNS,
  required: [
    'name',
    ['subscription', 'subscriptionId', 'resourceGroup', 'resourceLink'],
    ['agentVersion', 'arcStatus'],
  ],
  foreign: ['defender', 'serverName', 'size', 'disks'],
  score: 78,
  start: reportOwnColumns,
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
  const record = { ...place, ...commonOf(text), tags: tagsOf(row, header) };
  notes.sink.record(kind === 'arc' ? arcOf(record, text, row.row, notes) : vmOf(record, kind, text, row.row, notes));
}

/** Azure's tags, and the columns that somebody added; of two with one name the tag column holds. */
function tagsOf(row: TableRow, header: Header): MachineRecord['tags'] {
  const own = header.unknown.flatMap(({ name, index }) => {
    const value = textOf(row.cells[index]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const tags = parseTags(header.text(row, 'tags'));
  return own.length === 0 ? tags : { ...Object.fromEntries(own), ...tags };
}

type Text = (column: Column) => string | undefined;
type Base = Omit<MachineRecord, 'source'>;

function commonOf(text: Text) {
  return {
    resourceGroup: lowerOf(text('resourceGroup')),
    location: regionOf(text('location')),
    fqdn: fqdnOf(text('fqdn')) ?? fqdnOf(text('name')),
    domain: domainOf(text('domain')),
    osText: text('os'),
    osVersion: text('osVersion'),
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
