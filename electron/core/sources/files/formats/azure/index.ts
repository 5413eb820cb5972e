import type { JsonFormat, TableFormat } from '../../format.ts';
import { ARC_BULK_LIST } from './arc-bulk-list.ts';
import { ARI } from './ari.ts';
import { ARM_JSON_FORMATS } from './arm/formats.ts';
import { AZQR_DEFENDER, AZQR_INVENTORY } from './azqr.ts';
import { COST_DETAILS } from './cost-details.ts';
import { EXTENSION_REPORT } from './extension-report.ts';
import { NAMED_ONLY } from './named-only.ts';
import { PLAN_REPORT } from './plan-report.ts';
import { PORTAL_ARC_LIST, PORTAL_VM_LIST } from './portal-lists.ts';
import { RESOURCE_GRAPH_CSV } from './resource-graph-csv.ts';
import { RETAIL_PRICES } from './retail-prices.ts';

export const AZURE_TABLE_FORMATS: readonly TableFormat[] = [
  ARI,
  ...NAMED_ONLY,
  PLAN_REPORT,
  EXTENSION_REPORT,
  COST_DETAILS,
  AZQR_INVENTORY,
  AZQR_DEFENDER,
  RESOURCE_GRAPH_CSV,
  ARC_BULK_LIST,
  PORTAL_ARC_LIST,
  PORTAL_VM_LIST,
];

export const AZURE_JSON_FORMATS: readonly JsonFormat[] = [RETAIL_PRICES, ...ARM_JSON_FORMATS];
