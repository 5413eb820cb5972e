import type { MachineRecord, SensorHealth, SensorOnboarding } from '../../../../../../shared/model/index.ts';
import { parseArmId } from '../../../../../../shared/text/arm-id.ts';
import type { Notes } from '../azure/arm/notes.ts';
import {
  fqdnOf,
  guidOf,
  isMaskedId,
  lowerOf,
  parseAddresses,
  parseDate,
  parseFlag,
  textOf,
  uuidOf,
} from '../values.ts';
import { cloudOfDevice, deviceTags, notServerOf, parseHealth, parseOnboarding } from './words.ts';

/** What the sources of Defender for Endpoint tell of one device, before it is compared with anything. */
export interface DeviceFields {
  readonly row: number;
  readonly id: unknown;
  readonly name: string;
  readonly system: unknown;
  readonly systemVersion: unknown;
  readonly health: unknown;
  readonly onboarding: unknown;
  readonly sensorVersion?: unknown;
  readonly lastSeen: unknown;
  readonly addresses: readonly unknown[];
  readonly tags: readonly unknown[];
  readonly types: readonly unknown[];
  readonly cloud: unknown;
  readonly resourceId?: unknown;
  readonly vmId?: unknown;
  readonly subscriptionId?: unknown;
  readonly hardwareUuid?: unknown;
  readonly domain?: string | undefined;
  readonly mergedInto?: unknown;
  readonly isDuplicate?: unknown;
  readonly isExcluded?: unknown;
}

/** Makes the record of a device; words that are not known are counted in the notes. */
export function deviceRecord(fields: DeviceFields, notes: Notes): MachineRecord {
  const { row, name } = fields;
  const linked = linkedResource(fields, notes);
  const system = textOf(fields.system);
  const cloud = cloudOfDevice(fields.cloud);
  return {
    type: 'machine',
    source: 'mde-device',
    row,
    name,
    mdeDeviceId: deviceId(fields.id),
    linkedResourceId: linked?.id,
    vmId: guidOf(fields.vmId),
    smbiosUuid: uuidOf(fields.hardwareUuid),
    fqdn: fqdnOf(name),
    subscriptionId: guidOf(fields.subscriptionId) ?? linked?.subscriptionId,
    domain: fields.domain,
    osText: system,
    osVersion: textOf(fields.systemVersion),
    sensorHealth: known(parseHealth(fields.health), 'unknown' as SensorHealth, 'mde-health-unknown', fields.health),
    sensorOnboarding: known<SensorOnboarding>(
      parseOnboarding(fields.onboarding),
      'insufficient-info',
      'mde-onboarding-unknown',
      fields.onboarding,
    ),
    sensorVersion: textOf(fields.sensorVersion),
    lastSeen: parseDate(fields.lastSeen),
    tags: deviceTags(...fields.tags),
    ipAddresses: parseAddresses(...fields.addresses),
    cloudProvider: linked?.type === ARC_TYPE ? 'arc' : cloud,
    notServer: notServerOf(fields.types, system),
    ...discardedOf(fields),
  };

  function known<State>(
    state: State | null | undefined,
    otherwise: State,
    code: string,
    text: unknown,
  ): State | undefined {
    if (state !== null) return state;
    notes.count(code, row, textOf(text));
    return otherwise;
  }
}

const ARC_TYPE = 'microsoft.hybridcompute/machines';

/** A device id is 40 hexadecimal digits; anything else joins nothing. */
function deviceId(value: unknown): string | undefined {
  const id = lowerOf(value);
  return id !== undefined && /^[0-9a-f]{40}$/.test(id) ? id : undefined;
}

function linkedResource(fields: DeviceFields, notes: Notes) {
  const text = textOf(fields.resourceId);
  if (text === undefined) return null;
  const parsed = isMaskedId(text) ? null : parseArmId(text);
  if (!parsed) notes.count('mde-resource-id-not-read', fields.row, text.slice(0, 60));
  return parsed;
}

/** A record that does not count for itself: merged into another, a possible duplicate, or excluded by the customer. */
function discardedOf(fields: DeviceFields): Pick<MachineRecord, 'discarded' | 'mergedIntoDeviceId'> {
  const merged = textOf(fields.mergedInto);
  if (merged !== undefined) return { discarded: 'merged', mergedIntoDeviceId: deviceId(merged) };
  if (parseFlag(fields.isDuplicate)) return { discarded: 'duplicate' };
  return isExcludedWord(fields.isExcluded) ? { discarded: 'excluded' } : {};
}

/** `true`, `1`, and the portal's "Excluded". */
function isExcludedWord(value: unknown): boolean {
  return parseFlag(value) ?? /^(?:excluded|除外|除外済み)$/i.test(textOf(value) ?? '');
}

const told = new WeakSet<Notes>();

/** Newest sighting: what the file speaks of. Says too, once for a file, that Defender's devices were asked for. */
export function tellRead(record: MachineRecord, notes: Notes): void {
  if (record.lastSeen !== undefined) notes.sink.date(record.lastSeen);
  if (told.has(notes)) return;
  told.add(notes);
  notes.sink.record({ type: 'read', row: record.row, what: 'defender' });
}
