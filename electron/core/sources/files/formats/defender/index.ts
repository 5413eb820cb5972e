import type { JsonFormat, TableFormat } from '../../format.ts';
import { DEVICE_INFO_JSON, DEVICE_INFO_TABLE } from './device-info.ts';
import { DEVICE_INVENTORY } from './device-inventory.ts';
import { MDC_INVENTORY } from './mdc-inventory.ts';
import { MDE_MACHINES } from './mde-machines.ts';

export const DEFENDER_TABLE_FORMATS: readonly TableFormat[] = [DEVICE_INFO_TABLE, MDC_INVENTORY, DEVICE_INVENTORY];

export const DEFENDER_JSON_FORMATS: readonly JsonFormat[] = [MDE_MACHINES, DEVICE_INFO_JSON];
