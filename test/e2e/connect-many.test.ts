import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../shared/contract/app-views.ts';
import { LANGUAGES } from '../../shared/model/index.ts';
import { aFleet } from '../support/azure-server/connected.ts';
import { beginProject, type ConnectedWeb, launchConnectedWeb, signIn } from './support/connected-web.ts';
import { focusedText, tabTo } from './support/keys.ts';
import { cutOff } from './support/overflow.ts';
import { choose, goTo } from './support/screens.ts';
import { type Words, wordsOf } from './support/words.ts';

const COUNT = 300;
/** Every so many may not be read, and every so many is not in use. */
const HIDDEN = 30;
const DISABLED = 50;
const USUAL = COUNT - COUNT / HIDDEN - COUNT / DISABLED;
const KINDS = ['prod', 'dev', 'stage', 'shared'];
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const THEMES: readonly Theme[] = ['light', 'dark'];
const PICTURES = resolve(import.meta.dirname, '../../.tmp/screenshots');

let web: ConnectedWeb;
let page: Page;
let words: Words = wordsOf('en');

beforeAll(async () => {
  process.chdir(`${import.meta.dirname}/../..`);
  mkdirSync(PICTURES, { recursive: true });
  const subscriptions = Array.from({ length: COUNT }, (_, index) => ({
    enforce: true,
    vms: 5,
    name: `corp-${KINDS[index % KINDS.length]}-${String(index + 1).padStart(3, '0')}`,
    isReadable: index % HIDDEN !== 7,
    state: index % DISABLED === 3 ? 'Disabled' : 'Enabled',
  }));
  web = await launchConnectedWeb(aFleet(subscriptions));
  page = web.page;
  await beginProject(web);
  await signIn(web);
  await table().waitFor();
});
afterAll(() => web?.close());

describe('300 subscriptions to pick from', () => {
  it('stand in a list of their own: what follows it is on the same screen', async () => {
    expect(await rows().count()).toBe(COUNT);
    const read = button('read', { count: USUAL });
    await read.scrollIntoViewIfNeeded();
    const list = await table().locator('..').locator('..').boundingBox();
    const action = await read.boundingBox();
    expect((action?.y ?? 0) - (list?.y ?? 0)).toBeLessThan(768);
  });

  it('are found by name, and those that are shown are chosen and left out together', async () => {
    const search = page.getByRole('searchbox', { name: words.connect('pick.search') });
    await button('pick.none').click();
    await search.fill('corp-prod');
    expect(await rows().count()).toBe(COUNT / KINDS.length);
    await button('pick.all').click();
    await search.fill('nowhere');
    await page.getByText(words.connect('pick.noMatch')).waitFor();
    await search.fill('');
    await page.getByText(words.connect('pick.picked', { count: COUNT / KINDS.length, total: COUNT })).waitFor();
    expect(await button('read', { count: COUNT / KINDS.length }).isEnabled()).toBe(true);
  });

  it('are one stop of the Tab key, with arrow keys inside and Space to choose', async () => {
    await tabTo(page, rows().first().getByRole('checkbox'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const third = rows().nth(2).getByRole('checkbox');
    expect(await third.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await third.isChecked()).toBe(false);
    await page.keyboard.press('Space');
    expect(await third.isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await rows().locator(':focus').count(), await focusedText(page)).toBe(0);
    await button('pick.all').click();
  });
});

describe.each(THEMES.flatMap((theme) => LANGUAGES.map((language) => ({ theme, language }))))(
  'nothing is cut off, $theme, $language',
  (look) => {
    beforeAll(async () => {
      words = await choose(page, words, look);
      await goTo(page, words, 'connect');
    });

    it.each(SIZES)('the list, $width × $height', (size) => isWhole('connect-pick', look, size));

    it('and axe finds nothing', async () => {
      const search = page.getByRole('searchbox', { name: words.connect('pick.search') });
      await search.fill('corp-prod-0');
      const builder = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode(true);
      expect((await builder.analyze()).violations).toEqual([]);
      await search.fill('');
    });
  },
);

describe('reading them', () => {
  it('shows how far each is, in sight of the sums', async () => {
    words = await choose(page, words, { theme: 'light', language: 'en' });
    await goTo(page, words, 'connect');
    web.server.faults.push(({ path }) => (path.endsWith('/settings') ? 'hang' : undefined));
    await button('read', { count: COUNT }).click();
    const running = page.getByRole('region', { name: words.connect('running.title') });
    await running.waitFor();
    const progress = running.getByRole('table', { name: words.connect('running.subscriptions') });
    await expect.poll(() => progress.getByRole('row').count(), { timeout: 20_000 }).toBe(COUNT + 1);
    await expect.poll(() => running.textContent(), { timeout: 30_000 }).toContain('machines');
    expect(await running.getByRole('button', { name: words.connect('running.stop') }).isVisible()).toBe(true);
    const first = await progress.getByRole('row').nth(1).boundingBox();
    expect(first?.y).toBeLessThan(768);
    await expect.poll(() => focusedText(page)).toContain(words.connect('running.title'));
    for (const size of SIZES) await isWhole('connect-reading', { theme: 'light', language: 'en' }, size);
    await running.getByRole('button', { name: words.connect('running.stop') }).click();
    await page.getByRole('region', { name: words.connect('stopped.title') }).waitFor();
    expect([web.problems, web.server.violations]).toEqual([[], []]);
  });
});

type Look = { readonly theme: Theme; readonly language: (typeof LANGUAGES)[number] };

/** Nothing sticks out at this size; with a picture for who wants to look. */
async function isWhole(name: string, { theme, language }: Look, size: (typeof SIZES)[number]): Promise<void> {
  await page.setViewportSize(size);
  await table().or(page.getByRole('progressbar')).first().scrollIntoViewIfNeeded();
  expect(await cutOff(page)).toEqual([]);
  const file = `${name}.${language}.${theme}.${size.width}x${size.height}.png`;
  await page.screenshot({ path: join(PICTURES, file), animations: 'disabled' });
  await page.setViewportSize({ width: 1366, height: 768 });
}

function table(): Locator {
  return page.getByRole('table', { name: words.connect('pick.title') });
}

function rows(): Locator {
  return table()
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') });
}

function button(key: string, values: Readonly<Record<string, unknown>> = {}): Locator {
  return page.getByRole('button', { name: words.connect(key as 'close', values), exact: true });
}
