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
const FIELDS = Object.keys({
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
} satisfies Record<SnapshotField, true>) as SnapshotField[];

/** Machines as columns, in the order given. */
export function encodeSnapshot(machines: readonly Machine[]): Snapshot {
  const columns = FIELDS.map((field) => [field, encodeColumn(machines, (machine) => machine[field])]);
  return { count: machines.length, columns: Object.fromEntries(columns) as Snapshot['columns'] };
}

const NO_KEYS: Machine['keys'] = [];
const NO_EVIDENCE: Machine['evidence'] = [];

/**
 * The machines again, without keys and evidence. Equal values are one object: comparing and grouping them is cheap.
 * @throws RangeError when a column does not fit the others.
 */
export function decodeSnapshot({ count, columns }: Snapshot): Machine[] {
  const values = FIELDS.map((field) => decodeColumn(columns[field], count));
  return Array.from({ length: count }, (_, row) => {
    const machine: Record<string, unknown> = { keys: NO_KEYS, evidence: NO_EVIDENCE };
    FIELDS.forEach((field, index) => {
      machine[field] = values[index]?.[row];
    });
    return machine as unknown as Machine;
  });
}
