import type { Text } from '../../model/index.ts';

/** Small words of cells. */
export const CELL_TEXTS = {
  steps: { en: ', then ', ja: ' → ' },
  counted: { en: 'yes', ja: '含む' },
  beside: { en: 'no, beside', ja: '含まない (参考)' },
} as const satisfies Record<string, Text>;
