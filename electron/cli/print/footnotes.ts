import { heading } from './table.ts';

/** Texts that many rows of a table share: each stands once below it, by its number. */
export function footnotes(): { mark(text: string): string; print(title: string): string } {
  const numbers = new Map<string, number>();
  return {
    mark(text) {
      if (text === '') return '';
      const number = numbers.get(text) ?? numbers.size + 1;
      numbers.set(text, number);
      return `[${number}]`;
    },
    print(title) {
      if (numbers.size === 0) return '';
      return heading(title) + [...numbers].map(([text, number]) => `  [${number}] ${text}\n`).join('');
    },
  };
}
