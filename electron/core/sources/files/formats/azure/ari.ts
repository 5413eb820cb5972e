import type { MachineRecord } from '../../../../../../shared/model/index.ts';
import { parseArmId } from '../../../../../../shared/text/arm-id.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import type { RowReader, TableContext, TableFormat, TableRow } from '../../format.ts';
import { findHeader, type MatchedHeader, matchHeader } from '../headers.ts';
import {
  domainOf,
  fqdnOf,
  lowerOf,
  parseAddresses,
  parseArcStatus,
  parseCount,
  parseDate,
  parsePower,
  regionOf,
} from '../values.ts';
import { type Notes, takeNotes } from './arm/notes.ts';
import { cloudOf, connectorOf, isDatabricksNode } from './arm/placement.ts';

/**
 * Sheets of Azure Resource Inventory (microsoft/ARI, InventoryModules): "Virtual Machines", "Virtual Machine Scale Sets",
 * "ARC Servers". The workbook leaves the ids out, so subscription name, group and name are the key.
 */
const COLUMNS = {
  id: ['ID'],
  subscription: ['Subscription'],
  resourceGroup: ['Resource Group'],
  vmName: ['VM Name'],
  name: ['Name'],
  location: ['Location'],
  vmSize: ['VM Size'],
  osType: ['OS Type', 'VM OS'],
  osName: ['OS Name', 'OS Image'],
  osVersion: ['OS Version', 'Image Version'],
  operatingSystem: ['Operating System'],
  power: ['Power State'],
  privateIp: ['Private IP Address', 'IP Address'],
  publicIp: ['Public IP'],
  instances: ['Instances'],
  aks: ['AKS / SFC'],
  extensions: ['VM Extensions', 'Extensions'],
  adFqdn: ['AD FQDN'],
  dnsFqdn: ['DNS FQDN'],
  domain: ['Domain'],
  cloud: ['Cloud Provider'],
  cores: ['Logical Core Count', 'vCPUs'],
  agentVersion: ['Agent Version'],
  status: ['Status'],
  lastChange: ['Last Status Change'],
  resourceU: ['Resource U'],
  tagName: ['Tag Name'],
  tagValue: ['Tag Value'],
} as const satisfies Record<string, readonly string[]>;
type Header = MatchedHeader<keyof typeof COLUMNS>;

export const ARI: TableFormat = {
  id: 'ari',
  detect(preview) {
    return findHeader(preview, COLUMNS, ['resourceU', 'resourceGroup', ['vmName', 'agentVersion', 'instances']], 96);
  },
  reader,
};

/**
 * A machine has one row for each of its tags and network cards, one after the other; the first carries `Resource U` 1.
 * They become one record with all tags; only the machine whose rows are going by is held.
 */
function reader(context: TableContext): RowReader {
  const header = matchHeader(context.header, COLUMNS);
  const notes = takeNotes(context.sink);
  let held: { key: string; first: TableRow; tags: Map<string, string>; addresses: string[] } | null = null;
  function flush(): void {
    if (held) emit(held.first, Object.fromEntries(held.tags), held.addresses, header, notes);
    held = null;
  }
  return {
    row(row) {
      const key = keyOf(row, header);
      if (key === null) {
        if (row.cells.some((cell) => cell.trim() !== '')) context.sink.finding('azure-row-without-name', {}, row.row);
        return;
      }
      if (held?.key !== key) {
        flush();
        held = { key, first: row, tags: new Map(), addresses: [] };
      } else {
        notes.passOver('ari-further-rows', row.row, header.text(row, 'tagName'));
      }
      const [tag, value] = [header.text(row, 'tagName'), header.text(row, 'tagValue')];
      if (tag !== undefined) held.tags.set(tag, value ?? '');
      held.addresses.push(...(parseAddresses(header.text(row, 'privateIp'), header.text(row, 'publicIp')) ?? []));
    },
    end() {
      flush();
      notes.end();
    },
  };
}

function keyOf(row: TableRow, header: Header): string | null {
  const name = header.text(row, 'vmName') ?? header.text(row, 'name');
  if (name === undefined) return null;
  const scope = [header.text(row, 'id'), header.text(row, 'subscription'), header.text(row, 'resourceGroup')];
  return fold(JSON.stringify([...scope, name]));
}

function emit(
  row: TableRow,
  tags: Readonly<Record<string, string>>,
  addresses: readonly string[],
  header: Header,
  notes: Notes,
): void {
  const text = (column: keyof typeof COLUMNS) => header.text(row, column);
  const id = parseArmId(text('id') ?? '');
  const name = text('vmName') ?? text('name') ?? '';
  const subscriptionName = text('subscription');
  if (id) notes.subscription(row.row, id.subscriptionId, subscriptionName, undefined);
  if (!id && subscriptionName === undefined) notes.count('azure-row-without-subscription', row.row, name);
  const base = {
    type: 'machine',
    row: row.row,
    name,
    resourceId: id?.id,
    subscriptionId: id?.subscriptionId,
    subscriptionName,
    resourceGroup: lowerOf(text('resourceGroup')),
    location: regionOf(text('location')),
    osVersion: text('osVersion'),
    tags: Object.keys(tags).length > 0 ? tags : undefined,
    ipAddresses: addresses.length > 0 ? [...new Set(addresses)] : undefined,
    cores: parseCount(text('cores')),
  } as const;
  const record = header.has('agentVersion') ? arcOf(base, text, notes) : vmOf(base, header, text, notes);
  notes.sink.record(record);
}

type Base = Omit<MachineRecord, 'source'>;
type Text = (column: keyof typeof COLUMNS) => string | undefined;

function vmOf(base: Base, header: Header, text: Text, notes: Notes): MachineRecord {
  const isScaleSet = header.has('instances') && !header.has('vmName');
  const power = parsePower(text('power'));
  if (!isScaleSet && text('power') === undefined) notes.count('azure-power-state-missing', base.row, base.name);
  else if (!isScaleSet && power === undefined) notes.count('azure-power-state-unknown', base.row, text('power'));
  const [family, osName] = [text('osType'), text('osName')];
  const isKnown = osName !== undefined && family !== undefined && !fold(osName).includes(fold(family));
  const isDatabricks = isDatabricksNode({ tags: base.tags, resourceGroup: base.resourceGroup });
  return {
    ...base,
    source: isScaleSet ? 'vmss' : 'azure-vm',
    power,
    osText: isKnown ? `${osName} (${family})` : (osName ?? family),
    vmSize: text('vmSize'),
    capacity: isScaleSet ? parseCount(text('instances')) : undefined,
    isAksNodePool: (isScaleSet && isAks(base, text)) || undefined,
    isDatabricks: isDatabricks || undefined,
    cloudProvider: 'azure',
  };
}

/** The sheet names the cluster; the group or AKS's own extensions tell AKS from Service Fabric. */
function isAks(base: Base, text: Text): boolean {
  const signs = [base.resourceGroup?.startsWith('mc_') === true, /aks/i.test(text('extensions') ?? '')];
  const isTagged = Object.keys(base.tags ?? {}).some((name) => name.toLowerCase().startsWith('aks-managed-'));
  return isTagged || (text('aks') !== undefined && signs.some(Boolean));
}

function arcOf(base: Base, text: Text, notes: Notes): MachineRecord {
  const arcStatus = parseArcStatus(text('status'));
  if (text('status') === undefined) notes.count('azure-arc-status-missing', base.row, base.name);
  else if (arcStatus === undefined) notes.count('azure-arc-status-unknown', base.row, text('status'));
  const lastSeen = parseDate(text('lastChange'));
  if (arcStatus === 'connected' && lastSeen !== undefined) notes.sink.date(lastSeen);
  return {
    ...base,
    source: 'arc',
    fqdn: fqdnOf(text('dnsFqdn')) ?? fqdnOf(text('adFqdn')),
    domain: domainOf(text('domain')),
    osText: text('operatingSystem') ?? text('osName'),
    arcStatus,
    arcAgentVersion: text('agentVersion'),
    lastSeen,
    connectorId: connectorOf(base.tags),
    cloudProvider: cloudOf(text('cloud')),
  };
}
