import type { FindingText } from '../../model/index.ts';

/** Findings of the room `identity`. */
export const IDENTITY_FINDINGS = {} as const satisfies Record<string, FindingText>;
