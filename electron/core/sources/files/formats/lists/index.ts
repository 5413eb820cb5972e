import type { TableFormat } from '../../format.ts';

export const LIST_TABLE_FORMATS: readonly TableFormat[] = [];
