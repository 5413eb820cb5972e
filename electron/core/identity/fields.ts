import type { MachineRecord, MachineSource } from '../../../shared/model/index.ts';
import { comparePlaces, type Row } from './rows.ts';

/**
 * Which source is believed for which field: the first source of the list that tells the field, and within it the
 * newest evidence (then the device seen last, then the place in the file). Sources that a list leaves out are not
 * asked. This table is the whole rule.
 */
const AZURE = ['azure-vm', 'vmss', 'arc'] as const;
const EVERYBODY = [...AZURE, 'mde-device', 'mde-server', 'vmware', 'list'] as const;

const BELIEVED = {
  /** The name in Azure is what scripts need; a person's list and vCenter know the name that people use. */
  name: [...AZURE, 'vmware', 'list', 'mde-device', 'mde-server'],
  tenantId: EVERYBODY,
  subscriptionName: [...AZURE, 'list'],
  resourceGroup: AZURE,
  location: [...AZURE, 'vmware', 'list'],
  connectorId: ['arc'],
  mdeDeviceId: ['mde-device', 'mde-server'],
  /** Only Arc and hypervisors tell the SMBIOS UUID as such. */
  smbiosUuid: ['arc', 'vmware', 'mde-device', 'azure-vm', 'list'],
  vmId: ['azure-vm', 'arc', 'mde-device', 'vmware', 'list'],
  fqdn: ['arc', 'mde-device', 'azure-vm', 'vmware', 'list', 'mde-server'],
  ipAddresses: EVERYBODY,
  cores: ['arc', 'azure-vm', 'vmss', 'vmware', 'list'],
  capacity: ['vmss'],
  orchestration: ['vmss'],
  /** A hypervisor knows whether a machine runs outside Azure; inside, Azure's own state is what is billed. */
  power: ['azure-vm', 'vmss', 'vmware', 'list'],
  arcStatus: ['arc', 'list'],
  arcAgentVersion: ['arc', 'list'],
  sensorHealth: ['mde-device', 'mde-server', 'list'],
  sensorOnboarding: ['mde-device', 'mde-server', 'list'],
  sensorVersion: ['mde-device', 'mde-server', 'list'],
  hasEsu: ['arc', 'list'],
  hasSoftwareAssurance: ['arc', 'list'],
} as const satisfies Partial<Record<keyof MachineRecord, readonly MachineSource[]>>;

/** What tells the operating system best: the guest itself, then the image, then a hypervisor's guest type, then people. */
export const OS_BELIEVED: readonly MachineSource[] = [
  'arc',
  'mde-device',
  'azure-vm',
  'vmss',
  'mde-server',
  'vmware',
  'list',
];

/** Tags of the resource itself, then what people wrote, then Defender's own tags. */
const TAGS_BELIEVED: readonly (readonly MachineSource[])[] = [
  AZURE,
  ['list'],
  ['vmware'],
  ['mde-device', 'mde-server'],
];

type Field = keyof typeof BELIEVED;

/** Newest evidence first; among equals the device seen last, then the place in the file. */
export function newestFirst(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 2) return rows;
  return rows.toSorted(
    (left, right) =>
      right.evidence.time - left.evidence.time ||
      timeOf(right.record.lastSeen) - timeOf(left.record.lastSeen) ||
      comparePlaces(left, right),
  );
}

/** The row that is believed for a field; undefined when none tells it. `rows` are newest first. */
export function believedRow(rows: readonly Row[], field: Field): Row | undefined {
  return strongest(rows, BELIEVED[field], (row) => row.record[field] !== undefined);
}

/** The value that is believed for a field; undefined when no source tells it. `rows` are newest first. */
export function believed<F extends Field>(rows: readonly Row[], field: F): MachineRecord[F] | undefined {
  return believedRow(rows, field)?.record[field];
}

/** The first row that passes, of the strongest source that has one. */
export function strongest(
  rows: readonly Row[],
  sources: readonly MachineSource[],
  passes: (row: Row) => boolean,
): Row | undefined {
  const only = rows[0];
  if (rows.length === 1 && only) return sources.includes(only.record.source) && passes(only) ? only : undefined;
  let best: Row | undefined;
  let bestRank = sources.length;
  for (const row of rows) {
    const rank = sources.indexOf(row.record.source);
    if (rank < 0 || rank >= bestRank || !passes(row)) continue;
    best = row;
    bestRank = rank;
  }
  return best;
}

/** The newest sighting in any source, as written there. */
export function lastSeen(rows: readonly Row[]): string | null {
  let newest: string | null = null;
  for (const { record } of rows) {
    if (record.lastSeen !== undefined && (newest === null || timeOf(record.lastSeen) > timeOf(newest))) {
      newest = record.lastSeen;
    }
  }
  return newest;
}

/**
 * Tags of the resource from its newest evidence alone, so that one taken off is gone; then tags of weaker sources, where
 * no stronger one has the name. Rows of one evidence are put together: some reports write one row per tag.
 */
export function believedTags(rows: readonly Row[]): Readonly<Record<string, string>> {
  const tagged = rows.filter((row) => row.record.tags !== undefined);
  const [first] = tagged;
  if (!first) return NO_TAGS;
  if (tagged.length === 1) return sortedTags(Object.entries(first.record.tags ?? {}));
  const tags = new Map<string, string>();
  for (const sources of TAGS_BELIEVED) {
    const telling = tagged.filter((row) => sources.includes(row.record.source));
    const newest = telling[0]?.evidence.time;
    for (const row of telling) {
      if (row.evidence.time !== newest && sources === AZURE) continue;
      for (const [name, value] of Object.entries(row.record.tags ?? {})) if (!tags.has(name)) tags.set(name, value);
    }
  }
  return sortedTags([...tags]);
}

function sortedTags(tags: [name: string, value: string][]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.sort(([left], [right]) => (left < right ? -1 : 1)));
}

const NO_TAGS: Readonly<Record<string, string>> = {};

function timeOf(date: string | undefined): number {
  return date === undefined ? 0 : Date.parse(date) || 0;
}
