import type { FindingText } from '../../model/index.ts';

/** Findings of the formats in `sources/files/formats/azure`. */
export const FORMATS_AZURE_FINDINGS = {} as const satisfies Record<string, FindingText>;
