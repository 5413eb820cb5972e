import type { RequirementRule } from '../model/index.ts';

/** What a new project starts with; the user edits them. Left out first, then production, then everything else. */
export const DEFAULT_RULES: readonly RequirementRule[] = [
  { when: { tag: { defender: 'exclude' } }, want: 'none' },
  { when: { tag: { 'env|environment|環境': ['prod*', '本番*'] } }, want: 'P2' },
  { when: {}, want: 'P1' },
];
