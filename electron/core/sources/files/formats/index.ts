import type { JsonFormat, TableFormat } from '../format.ts';
import { AZURE_JSON_FORMATS, AZURE_TABLE_FORMATS } from './azure/index.ts';
import { DEFENDER_JSON_FORMATS, DEFENDER_TABLE_FORMATS } from './defender/index.ts';
import { LIST_TABLE_FORMATS } from './lists/index.ts';

/** Every table format, the surer ones first: of two that are equally sure of a file, the earlier gets it. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  ...AZURE_TABLE_FORMATS,
  ...DEFENDER_TABLE_FORMATS,
  ...LIST_TABLE_FORMATS,
];

/** Every JSON format, likewise. */
export const JSON_FORMATS: readonly JsonFormat[] = [...AZURE_JSON_FORMATS, ...DEFENDER_JSON_FORMATS];
