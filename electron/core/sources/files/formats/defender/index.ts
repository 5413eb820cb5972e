import type { JsonFormat, TableFormat } from '../../format.ts';

export const DEFENDER_TABLE_FORMATS: readonly TableFormat[] = [];

export const DEFENDER_JSON_FORMATS: readonly JsonFormat[] = [];
