// Pictures of everything the page shows, with the sample customer: `npm run screenshots`, or only those whose names have
// all of some words in them: `npm run screenshots -- inventory ja dark`. All go to .tmp/screenshots, those of the README
// to docs/screenshots.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Theme } from '../../shared/contract/app-views.ts';
import { LANGUAGES } from '../../shared/model/index.ts';
import { choose } from './support/screens.ts';
import { openSample, VIEWS } from './support/views.ts';
import { launchWeb } from './support/web.ts';
import { wordsOf } from './support/words.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ALL = join(ROOT, '.tmp/screenshots');
const SHOWN = join(ROOT, 'docs/screenshots');

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const THEMES: readonly Theme[] = ['light', 'dark'];

const IN_README: ReadonlySet<string> = new Set(
  ['inventory-details', 'compare', 'cost'].map((view) => `${view}.en.light.1366x768.png`),
);

const wanted = process.argv.slice(2);
for (const folder of [ALL, SHOWN]) mkdirSync(folder, { recursive: true });
const web = await launchWeb();
let words = wordsOf('en');
let count = 0;
await openSample(web.page, words);
for (const theme of THEMES) {
  for (const language of LANGUAGES) {
    words = await choose(web.page, words, { theme, language });
    for (const view of VIEWS) {
      const names = SIZES.map((size) => ({
        size,
        name: `${view.name}.${language}.${theme}.${size.width}x${size.height}.png`,
      }));
      const shots = names.filter(({ name }) => isWanted(name));
      if (shots.length === 0) continue;
      await view.open(web.page, words);
      for (const { size, name } of shots) {
        await web.page.setViewportSize(size);
        await settled(web.page);
        await web.page.screenshot({ path: join(IN_README.has(name) ? SHOWN : ALL, name), animations: 'disabled' });
        count += 1;
      }
      await view.close?.(web.page, words);
    }
  }
}
await web.close();
process.stdout.write(`${count} pictures in ${ALL} and ${SHOWN}\n`);

/** Nothing loads any more, and no message covers a corner. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role=progressbar], [data-kind=done]') === null);
}

/** `inventory`, `ja`, `dark`, `1366`: parts of the name, or how one begins. */
function isWanted(name: string): boolean {
  const parts = name.split('.');
  return wanted.every((word) =>
    parts.some((part) => part === word || (/^[-x]/.test(part.slice(word.length)) && part.startsWith(word))),
  );
}
