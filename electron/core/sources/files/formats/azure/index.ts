import type { JsonFormat, TableFormat } from '../../format.ts';

export const AZURE_TABLE_FORMATS: readonly TableFormat[] = [];

export const AZURE_JSON_FORMATS: readonly JsonFormat[] = [];
