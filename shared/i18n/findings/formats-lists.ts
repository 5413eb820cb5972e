import type { FindingText } from '../../model/index.ts';

/** Findings of the formats in `sources/files/formats/defender` and `…/lists`. */
export const FORMATS_LISTS_FINDINGS = {} as const satisfies Record<string, FindingText>;
