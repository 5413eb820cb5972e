import type { FindingText } from '../../model/index.ts';

/** Findings of the room `cost`. */
export const COST_FINDINGS = {} as const satisfies Record<string, FindingText>;
