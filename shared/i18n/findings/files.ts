import type { FindingText } from '../../model/index.ts';

/** Findings of the room `files`. */
export const FILES_FINDINGS = {} as const satisfies Record<string, FindingText>;
