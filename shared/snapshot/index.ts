import type { Machine } from '../model/index.ts';
import { type Column, decodeColumn, encodeColumn } from './column.ts';

/**
 * All machines of a project, small enough to hand to the page at once: one column for each field, every distinct
 * value once. Keys and evidence of a machine stay behind and are fetched when somebody asks for that machine.
 */
export interface Snapshot {
  readonly count: number;
  readonly columns: Readonly<Record<SnapshotField, Column>>;
}

type SnapshotField = Exclude<keyof Machine, 'keys' | 'evidence'>;

/** The fields that plan, cost, grid and search read; the compiler proves that none is forgotten. */
export const SNAPSHOT_FIELDS = Object.keys({
  id: true,
  name: true,
  kind: true,
  placement: true,
  capacity: true,
  os: true,
  tenantId: true,
  subscriptionId: true,
  subscriptionName: true,
  connectorId: true,
  resourceGroup: true,
  resourceId: true,
  mdeDeviceId: true,
  smbiosUuid: true,
  vmId: true,
  fqdn: true,
  location: true,
  ipAddresses: true,
  tags: true,
  cores: true,
  power: true,
  arcStatus: true,
  arcAgentVersion: true,
  sensorHealth: true,
  sensorOnboarding: true,
  sensorVersion: true,
  lastSeen: true,
  hasEsu: true,
  hasSoftwareAssurance: true,
  mayBeBilledTwice: true,
  today: true,
} satisfies Record<SnapshotField, true>) as readonly SnapshotField[];

/** Machines as columns, in the order given. */
export function encodeSnapshot(machines: readonly Machine[]): Snapshot {
  const columns = SNAPSHOT_FIELDS.map((field) => [field, encodeColumn(machines, (machine) => machine[field])]);
  return { count: machines.length, columns: Object.fromEntries(columns) as Snapshot['columns'] };
}

/**
 * The machines again, without keys and evidence. Equal values are one object: comparing and grouping them is cheap.
 * @throws RangeError when a column does not fit the others.
 */
export function decodeSnapshot({ count, columns }: Snapshot): Machine[] {
  const values = Object.fromEntries(
    SNAPSHOT_FIELDS.map((field) => [field, decodeColumn(columns[field], count)]),
  ) as Values;
  return Array.from({ length: count }, (_, row) => machineAt(values, row));
}

type Values = { readonly [Field in SnapshotField]: readonly Machine[Field][] };

/** Written out, since an engine makes an object of a known shape many times faster than one that grows by names. */
function machineAt(values: Values, row: number): Machine {
  const at = <Value>(column: readonly Value[]): Value => column[row] as Value;
  return {
    id: at(values.id),
    name: at(values.name),
    kind: at(values.kind),
    placement: at(values.placement),
    capacity: at(values.capacity),
    os: at(values.os),
    tenantId: at(values.tenantId),
    subscriptionId: at(values.subscriptionId),
    subscriptionName: at(values.subscriptionName),
    connectorId: at(values.connectorId),
    resourceGroup: at(values.resourceGroup),
    resourceId: at(values.resourceId),
    mdeDeviceId: at(values.mdeDeviceId),
    smbiosUuid: at(values.smbiosUuid),
    vmId: at(values.vmId),
    fqdn: at(values.fqdn),
    location: at(values.location),
    ipAddresses: at(values.ipAddresses),
    tags: at(values.tags),
    cores: at(values.cores),
    power: at(values.power),
    arcStatus: at(values.arcStatus),
    arcAgentVersion: at(values.arcAgentVersion),
    sensorHealth: at(values.sensorHealth),
    sensorOnboarding: at(values.sensorOnboarding),
    sensorVersion: at(values.sensorVersion),
    lastSeen: at(values.lastSeen),
    hasEsu: at(values.hasEsu),
    hasSoftwareAssurance: at(values.hasSoftwareAssurance),
    mayBeBilledTwice: at(values.mayBeBilledTwice),
    today: at(values.today),
    keys: NO_KEYS,
    evidence: NO_EVIDENCE,
  };
}

const NO_KEYS: Machine['keys'] = [];
const NO_EVIDENCE: Machine['evidence'] = [];
