import type { FindingText } from '../../model/index.ts';

/** Findings of planning. */
export const PLAN_FINDINGS = {} as const satisfies Record<string, FindingText>;
