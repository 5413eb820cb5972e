import type { MachineRecord } from '../../../../../../shared/model/index.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import type { TableFormat, TableRow } from '../../format.ts';
import { type Notes, takeNotes } from '../azure/arm/notes.ts';
import { findHeader, type MatchedHeader, matchHeader } from '../headers.ts';
import { fqdnOf, parseAddresses, parseCount, parseFlag, parsePower, uuidOf } from '../values.ts';

/** Columns of the vInfo tab, in the spelling of today and in the older one with the tab's name before it. */
const COLUMNS = {
  name: ['VM', 'vInfoVMName'],
  power: ['Powerstate', 'vInfoPowerstate'],
  template: ['Template', 'vInfoTemplate'],
  placeholder: ['SRM Placeholder', 'vInfoSRMPlaceholder'],
  dns: ['DNS Name', 'vInfoGuestHostName', 'vInfoDNSName'],
  state: ['Guest state', 'vInfoGueststate', 'Config status', 'vInfoConfigStatus', 'Connection state'],
  cores: ['CPUs', 'vInfoCPUs'],
  ip: ['Primary IP Address', 'vInfoPrimaryIPAddress', 'vInfoIPAddress'],
  folder: ['Folder', 'vInfoFolder'],
  datacenter: ['Datacenter', 'vInfoDataCenter'],
  cluster: ['Cluster', 'vInfoCluster'],
  osFile: ['OS according to the configuration file', 'vInfoOS'],
  osTools: ['OS according to the VMware Tools', 'vInfoOSTools'],
  uuid: ['SMBIOS UUID', 'vInfoSMBIOSUUID', 'vInfoUUID'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;

/** The 27 tabs of a workbook of RVTools; in older files `tab` stands before the name. */
const TABS = new Set(
  'vinfo|vcpu|vmemory|vdisk|vpartition|vnetwork|vfloppy|vcd|vusb|vsnapshot|vtools|vsource|vrp|vcluster|vhost|vhba|vnic|vswitch|vport|dvswitch|dvport|vsc_vmk|vdatastore|vmultipath|vlicense|vfileinfo|vhealth|vmetadata'.split(
    '|',
  ),
);

/** Every tab but vMetaData says where it was taken from. */
const MARK_OF_A_TAB = { server: ['VI SDK Server', 'VISDKServer'] } as const;

/** The vInfo tab of RVTools: virtual machines of VMware. */
export const RVTOOLS: TableFormat = {
  id: 'rvtools',
  detect: (preview) =>
    findHeader(preview, COLUMNS, ['name', 'power', 'template', 'dns', ['osFile', 'osTools', 'uuid']], 97),
  reader({ header, sink }) {
    const columns = matchHeader(header, COLUMNS);
    const notes = takeNotes(sink);
    return { row: (row) => readVm(row, columns, notes), end: () => notes.end() };
  },
};

/** The other tabs: recognised and named, nothing is taken from them. */
export const RVTOOLS_OTHER_TABS: TableFormat = {
  id: 'rvtools',
  detect(preview) {
    const tab = fold(preview.sheet ?? '').replace(/^tab/, '');
    if (TABS.has(tab)) return preview.rows.length > 0 ? { score: 92, header: 0 } : null;
    return findHeader(preview, MARK_OF_A_TAB, ['server'], 91);
  },
  reader({ sheet, file, sink }) {
    sink.finding('rvtools-other-tab', { tab: sheet ?? file }, 'all');
    return { row() {} };
  },
};

function readVm(row: TableRow, header: MatchedHeader<Column>, notes: Notes): void {
  const name = header.text(row, 'name');
  if (name === undefined) {
    notes.sink.finding('rvtools-row-without-name', {}, row.row);
    return;
  }
  const power = header.text(row, 'power');
  const state = parsePower(power);
  if (power !== undefined && state === undefined) notes.count('rvtools-power-unknown', row.row, power);
  const datacenter = header.text(row, 'datacenter');
  notes.sink.record({
    type: 'machine',
    source: 'vmware',
    row: row.row,
    name,
    smbiosUuid: uuidOf(header.text(row, 'uuid')),
    fqdn: fqdnOf(header.text(row, 'dns')),
    location: datacenter,
    osText: header.text(row, 'osTools') ?? header.text(row, 'osFile'),
    power: state,
    tags: tagsOf({ Datacenter: datacenter, Cluster: header.text(row, 'cluster'), Folder: header.text(row, 'folder') }),
    ipAddresses: parseAddresses(header.text(row, 'ip')),
    cores: parseCount(header.text(row, 'cores')),
    notServer: notServerOf(row, header, name),
  });
}

/** Templates, the placeholders of Site Recovery Manager, and the agents that vSphere Cluster Services runs by itself. */
function notServerOf(row: TableRow, header: MatchedHeader<Column>, name: string): MachineRecord['notServer'] {
  if (parseFlag(header.text(row, 'template'))) return 'template';
  if (parseFlag(header.text(row, 'placeholder'))) return 'placeholder';
  return /^vcls(?:$|[-_ (\d])/i.test(name) ? 'vcls' : undefined;
}

function tagsOf(tags: Readonly<Record<string, string | undefined>>): MachineRecord['tags'] {
  const kept = Object.entries(tags).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
