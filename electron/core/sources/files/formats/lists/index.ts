import type { TableFormat } from '../../format.ts';
import { serverList } from './server-list.ts';

/** The customer's own lists come last: every other header is surer than what columns look like. */
export const LIST_TABLE_FORMATS: readonly TableFormat[] = [serverList];
