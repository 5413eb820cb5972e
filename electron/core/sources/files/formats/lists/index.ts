import type { TableFormat } from '../../format.ts';
import { AZURE_MIGRATE } from './azure-migrate.ts';
import { BARE_NAMES } from './bare-names.ts';
import { PLAN_CSV } from './plan-csv.ts';
import { RVTOOLS, RVTOOLS_OTHER_TABS } from './rvtools.ts';
import { serverList } from './server-list.ts';
import { TARGET_CSV } from './target-csv.ts';

/** The customer's own lists come last: every other header is surer than what columns look like. */
export const LIST_TABLE_FORMATS: readonly TableFormat[] = [
  PLAN_CSV,
  RVTOOLS,
  TARGET_CSV,
  RVTOOLS_OTHER_TABS,
  AZURE_MIGRATE,
  serverList,
  BARE_NAMES,
];
