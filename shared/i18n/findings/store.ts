import type { FindingText } from '../../model/index.ts';

/** Findings of the room `store`. */
export const STORE_FINDINGS = {} as const satisfies Record<string, FindingText>;
