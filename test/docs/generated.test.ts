import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shell as english } from '../../renderer/i18n/en/shell.ts';
import { shell as japanese } from '../../renderer/i18n/ja/shell.ts';
import { EDITIONS } from '../../shared/matrix/editions.ts';
import { generatedDocuments } from '../support/docs/write-rules.ts';

describe('documents that are made from the project itself', () => {
  it.each([...generatedDocuments().keys()])('%s is what `node test/support/docs/write-rules.ts` writes', (path) => {
    expect(readFileSync(path, 'utf8')).toBe(generatedDocuments().get(path));
  });

  it('the rule reference tells every rule of every edition', () => {
    for (const path of ['docs/rules.en.md', 'docs/rules.ja.md']) {
      const text = readFileSync(path, 'utf8');
      for (const { before, azure, outside, joined } of Object.values(EDITIONS)) {
        for (const { id } of [...before, ...azure, ...outside, ...joined]) {
          if (id !== '') expect(text).toContain(`| **${id}** |`);
        }
      }
    }
  });

  it.each([
    ['docs/user-guide.en.md', english],
    ['docs/user-guide.ja.md', japanese],
  ] as const)('%s calls the screens as the page does', (path, words) => {
    const text = readFileSync(path, 'utf8');
    const screens = Object.entries(words).filter(([key]) => key.startsWith('screen.'));
    expect(screens.length).toBeGreaterThan(9);
    for (const [, name] of screens) expect(text).toContain(`*${name}*`);
  });
});
