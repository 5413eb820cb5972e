import type { MachineRecord } from '../../../../../../shared/model/index.ts';
import type { JsonFormat, TableFormat } from '../../format.ts';
import { at, isObject } from '../azure/arm/item.ts';
import { type Notes, takeNotes } from '../azure/arm/notes.ts';
import { findHeader, matchHeader } from '../headers.ts';
import { lowerOf, parseDate, textOf } from '../values.ts';
import { deviceRecord, tellRead } from './device.ts';
import { linuxName } from './device-inventory.ts';

/**
 * Columns of the advanced hunting table DeviceInfo; they have one spelling in every language.
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceinfo-table
 */
const COLUMNS = [
  'Timestamp',
  'DeviceId',
  'DeviceName',
  'OSPlatform',
  'OSVersion',
  'OSDistribution',
  'OSVersionInfo',
  'ClientVersion',
  'OnboardingStatus',
  'SensorHealthState',
  'DeviceType',
  'DeviceCategory',
  'CloudPlatforms',
  'AzureResourceId',
  'AzureVmId',
  'AzureVmSubscriptionId',
  'HardwareUuid',
  'MergedToDeviceId',
  'IsExcluded',
  'DeviceManualTags',
  'DeviceDynamicTags',
  'RegistryDeviceTag',
] as const;
type Column = (typeof COLUMNS)[number];

/** The table keeps a row for each sighting: the newest of a device counts. */
interface Newest {
  readonly record: MachineRecord;
  readonly timestamp: string;
}

/** DeviceInfo rows saved as CSV by the portal. The device inventory has like titles, but none of the last group. */
export const DEVICE_INFO_TABLE: TableFormat = {
  id: 'device-info',
  detect: (preview) =>
    findHeader(
      preview,
      ALIASES,
      [
        'DeviceId',
        'DeviceName',
        ['OnboardingStatus', 'OSPlatform'],
        ['Timestamp', 'AzureResourceId', 'AzureVmId', 'MergedToDeviceId', 'IsExcluded'],
      ],
      95,
    ),
  reader({ header, sink }) {
    const columns = matchHeader(header, ALIASES);
    const rows = newestRows(takeNotes(sink));
    return {
      row: (row) => rows.take(row.row, (column) => columns.text(row, column)),
      end: rows.end,
    };
  },
};

const ALIASES = Object.fromEntries(COLUMNS.map((column) => [column, [column]])) as unknown as Record<
  Column,
  readonly string[]
>;

/** DeviceInfo rows of the hunting API: `Results` or `results`. */
export const DEVICE_INFO_JSON: JsonFormat = {
  id: 'device-info',
  detect({ items }) {
    const known = items.filter(
      ({ value }) => isObject(value) && at(value, 'DeviceId') !== undefined && at(value, 'DeviceName') !== undefined,
    );
    return known.length > 0 && known.length >= items.length / 2 ? 85 : null;
  },
  reader({ sink }) {
    const rows = newestRows(takeNotes(sink));
    return {
      item: ({ row, value }) => rows.take(row, (column) => at(value, column)),
      end: () => rows.end(),
    };
  },
};

/** Keeps the newest row of each device until the end; all that is kept is one record a device. */
function newestRows(notes: Notes) {
  const devices = new Map<string, Newest>();
  return {
    take(row: number, cell: (column: Column) => unknown): void {
      const id = lowerOf(cell('DeviceId'));
      const name = textOf(cell('DeviceName')) ?? id;
      if (id === undefined || name === undefined) {
        notes.sink.finding('mde-item-not-understood', {}, row);
        return;
      }
      const timestamp = parseDate(cell('Timestamp')) ?? '';
      const known = devices.get(id);
      if (known) notes.passOver('device-info-older-rows', row, name);
      if (known && known.timestamp >= timestamp) return;
      devices.set(id, { record: recordOf(row, name, timestamp, cell, notes), timestamp });
    },
    end(): void {
      for (const { record } of devices.values()) {
        tellRead(record, notes);
        notes.sink.record(record);
      }
      notes.end();
    },
  };
}

function recordOf(
  row: number,
  name: string,
  timestamp: string,
  cell: (column: Column) => unknown,
  notes: Notes,
): MachineRecord {
  return deviceRecord(
    {
      row,
      id: cell('DeviceId'),
      name,
      system: linuxName(textOf(cell('OSPlatform')), textOf(cell('OSDistribution'))),
      systemVersion: textOf(cell('OSVersion')),
      health: cell('SensorHealthState'),
      onboarding: cell('OnboardingStatus'),
      sensorVersion: cell('ClientVersion'),
      lastSeen: timestamp,
      addresses: [],
      tags: [cell('DeviceManualTags'), cell('DeviceDynamicTags'), cell('RegistryDeviceTag')],
      types: [cell('DeviceType'), cell('DeviceCategory')],
      cloud: cell('CloudPlatforms'),
      resourceId: cell('AzureResourceId'),
      vmId: cell('AzureVmId'),
      subscriptionId: cell('AzureVmSubscriptionId'),
      hardwareUuid: cell('HardwareUuid'),
      mergedInto: cell('MergedToDeviceId'),
      isExcluded: cell('IsExcluded'),
    },
    notes,
  );
}
