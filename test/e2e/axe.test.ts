import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../shared/contract/app-views.ts';
import type { Language } from '../../shared/model/index.ts';
import { choose } from './support/screens.ts';
import { openSample, VIEWS } from './support/views.ts';
import { launchWeb, type Web } from './support/web.ts';
import { type Words, wordsOf } from './support/words.ts';

/** Fluent's focus traps put empty, focusable elements around dialogs: no reader ever meets them. */
const FOCUS_DUMMIES = '[data-tabster-dummy]';

const THEMES: readonly Theme[] = ['light', 'dark', 'high-contrast'];
const LANGUAGES: readonly Language[] = ['en', 'ja'];

let web: Web;
let words: Words = wordsOf('en');

beforeAll(async () => {
  web = await launchWeb();
  await openSample(web.page, words);
});
afterAll(() => web?.close());

describe.each(THEMES.flatMap((theme) => LANGUAGES.map((language) => ({ theme, language }))))(
  'axe finds nothing, $theme, $language',
  (look) => {
    beforeAll(async () => {
      words = await choose(web.page, words, look);
    });

    it.each(VIEWS)('$name', async ({ open, close }) => {
      await open(web.page, words);
      try {
        expect(await violationsOf(web.page)).toEqual([]);
      } finally {
        await close?.(web.page, words);
      }
    });
  },
);

/** What axe has against the page as it is shown: rule, element and why. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude(FOCUS_DUMMIES).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.split('\n').at(-1)?.trim()}`,
    ),
  );
}
