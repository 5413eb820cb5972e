import type { FindingView } from './finding.ts';
import type { ReadTopic } from './record.ts';

/** Numbers as in the list of formats in the user guide. */
export const FORMAT_IDS = [
  'target-csv',
  'portal-vm-list',
  'az-vm-list',
  'arc-machines',
  'resource-graph',
  'pricings',
  'mde-machines',
  'mde-device-inventory',
  'mdc-inventory',
  'rvtools',
  'azure-migrate',
  'mdc-calculator',
  'mdc-raw-billable',
  'defender-plan-report',
  'ari',
  'azqr',
  'mde-extension-report',
  'arc-bulk-list',
  'p2-count',
  'cost-details',
  'finops-data',
  'policy',
  'device-info',
  'server-list',
  'retail-prices',
  'extensions',
  'subscriptions',
  'plan-csv',
  'unknown',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** One imported file (a member of a zip or a folder counts as a file). */
export interface Evidence {
  readonly id: string;
  /** Name without folder, as shown; `archive.zip/member.csv` for a member. */
  readonly file: string;
  readonly format: FormatId;
  readonly encoding: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  /** Rows read, and rows that became records. */
  readonly rows: number;
  readonly records: number;
  /** ISO 8601: the date that the evidence speaks of (newest of what the rows say, else the file's own time). */
  readonly date: string;
  readonly tenantId: string | null;
  readonly importedAt: string;
  /** The headers of its tables as one text: a newer export of the same source has the same. Empty for JSON. */
  readonly headers: string;
}

/** `import` and `inspect`: one entry for each file. */
export interface EvidenceView {
  readonly id: string;
  readonly file: string;
  readonly format: FormatId;
  readonly encoding: string;
  readonly rows: number;
  readonly records: number;
  readonly findings: readonly FindingView[];
}

/** `coverage`: what was read of one scope, and what the gaps weaken. */
export interface CoverageScope {
  readonly tenantId: string | null;
  readonly subscriptionId: string | null;
  readonly name: string | null;
  readonly read: Readonly<Record<ReadTopic, string | null>>;
  readonly weakens: readonly string[];
}
