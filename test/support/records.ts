import type {
  Evidence,
  ExtensionRecord,
  FormatId,
  ListEntryRecord,
  LocatedRecord,
  MachineRecord,
  PlanRecord,
  SourceRecord,
  UsageRecord,
} from '../../shared/model/index.ts';

/** Ids of an invented fleet, for tests that need ids and do not care which. */
export const TENANT = '99999999-9999-4999-8999-999999999999';
export const OTHER_TENANT = '88888888-8888-4888-8888-888888888888';
export const PROD = '11111111-1111-4111-8111-111111111111';
export const DEV = '22222222-2222-4222-8222-222222222222';
export const DIRECT = '33333333-3333-4333-8333-333333333333';

/** ARM ids, lower-cased as readers make them. */
export function vmId(name: string, subscriptionId = PROD, group = 'rg-web'): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${group}/providers/microsoft.compute/virtualmachines/${name}`;
}

export function arcId(name: string, subscriptionId = PROD, group = 'rg-arc'): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${group}/providers/microsoft.hybridcompute/machines/${name}`;
}

export function scaleSetId(name: string, subscriptionId = PROD, group = 'rg-app'): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${group}/providers/microsoft.compute/virtualmachinescalesets/${name}`;
}

/** 40 hexadecimal digits made from a word. */
export function deviceId(word: string): string {
  return Buffer.from(word).toString('hex').padEnd(40, '0').slice(0, 40);
}

/** An imported file; its id is its name unless told otherwise. */
export function anEvidence(parts: Partial<Evidence> = {}): Evidence {
  const file = parts.file ?? 'machines.json';
  return {
    id: parts.id ?? file,
    file,
    format: 'unknown' as FormatId,
    encoding: 'utf-8',
    digest: '0'.repeat(64),
    rows: 1,
    records: 1,
    date: '2026-11-20T00:00:00.000Z',
    tenantId: null,
    importedAt: '2026-11-24T00:00:00.000Z',
    headers: '',
    ...parts,
  };
}

/** A machine record; an Azure VM unless told otherwise. */
export function aRecord(parts: Partial<MachineRecord> = {}): MachineRecord {
  return { type: 'machine', source: 'azure-vm', name: 'web01', row: 1, ...parts };
}

/** An Azure VM with its id. */
export function aVm(name: string, parts: Partial<MachineRecord> = {}): MachineRecord {
  return aRecord({ name, resourceId: vmId(name), ...parts });
}

export function anArcMachine(name: string, parts: Partial<MachineRecord> = {}): MachineRecord {
  return aRecord({ source: 'arc', name, resourceId: arcId(name), ...parts });
}

/** A Defender device with a sensor. */
export function aDevice(name: string, parts: Partial<MachineRecord> = {}): MachineRecord {
  return aRecord({ source: 'mde-device', name, mdeDeviceId: deviceId(name), sensorOnboarding: 'onboarded', ...parts });
}

/** An `mdeServers` resource of the device with that name. */
export function aDirectServer(name: string, parts: Partial<MachineRecord> = {}): MachineRecord {
  const device = deviceId(name);
  const resourceId = `/subscriptions/${DIRECT}/providers/microsoft.security/mdeservers/${name}_${device}`;
  return aRecord({
    source: 'mde-server',
    name: `${name}_${device}`,
    mdeDeviceId: device,
    resourceId,
    subscriptionId: DIRECT,
    ...parts,
  });
}

export function aVmwareMachine(name: string, parts: Partial<MachineRecord> = {}): MachineRecord {
  return aRecord({ source: 'vmware', name, ...parts });
}

export function aListLine(name: string, parts: Partial<MachineRecord> = {}): MachineRecord {
  return aRecord({ source: 'list', name, ...parts });
}

/** A pricings answer for Defender for Servers; of a subscription unless told otherwise. */
export function aPlanRecord(parts: Partial<PlanRecord> = {}): PlanRecord {
  const subscriptionId = parts.subscriptionId ?? PROD;
  return {
    type: 'plan',
    row: 1,
    scope: 'subscription',
    scopeId: `/subscriptions/${subscriptionId}`,
    subscriptionId,
    planName: 'VirtualMachines',
    plan: 'P2',
    ...parts,
  };
}

export function anExtension(parts: Partial<ExtensionRecord> = {}): ExtensionRecord {
  return { type: 'extension', row: 1, extension: 'MDE.Windows', state: 'succeeded', ...parts };
}

export function aListEntry(list: string, name: string, parts: Partial<ListEntryRecord> = {}): ListEntryRecord {
  return { type: 'list-entry', row: 1, list, name, ...parts };
}

export function aUsage(parts: Partial<UsageRecord> = {}): UsageRecord {
  return {
    type: 'usage',
    row: 1,
    subscriptionId: PROD,
    resourceId: vmId('web01'),
    meterName: 'Standard P2 Node',
    quantity: '24',
    cost: '0.48',
    currency: 'USD',
    date: '2026-11-01',
    ...parts,
  };
}

/** One file with its records, numbered by row where they are not. */
export interface TestFile {
  readonly evidence: Evidence;
  readonly records: readonly LocatedRecord[];
}

export function aFile(parts: Partial<Evidence>, ...records: readonly SourceRecord[]): TestFile {
  const evidence = anEvidence(parts);
  const numbered = records.map((record, index) => (record.row === 1 ? { ...record, row: index + 1 } : record));
  return { evidence, records: numbered.map((record) => ({ evidenceId: evidence.id, record })) };
}
