import { expect, it } from 'vitest';
import { EN } from '../../../renderer/i18n/en/index.ts';
import { createTexts, PSEUDO } from '../../../renderer/i18n/index.ts';
import { pseudo } from '../../../renderer/i18n/pseudo.ts';

it('stretches every text by 40 % and leaves placeholders alone', () => {
  const stretched = pseudo({ room: { key: 'Open {{name}} again' } });
  expect(stretched.room?.key).toMatch(/^\[Öpén \{\{name\}\} ágáín~+\]$/);
  expect(stretched.room?.key?.length).toBeGreaterThanOrEqual('Open {{name}} again'.length * 1.4);
});

it('texts change their language while running, with numbers as it writes them', async () => {
  const texts = createTexts('en');
  expect(texts.t('inventory:count.some', { shown: 1204, count: 100_000 })).toBe('1,204 of 100,000 machines');
  expect(texts.t('inventory:count.all', { count: 1 })).toBe('One machine');
  await texts.changeLanguage('ja');
  expect(texts.t('inventory:count.some', { shown: 1204, count: 100_000 })).toBe('マシン 100,000 台中 1,204 台');
  await texts.changeLanguage(PSEUDO);
  expect(texts.t('shell:screen.start')).toMatch(/^\[Stárt/);
  expect(Object.keys(EN)).toContain('inventory');
});
