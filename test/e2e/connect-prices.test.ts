import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal } from '../support/azure-server/answers.ts';
import { aFleet } from '../support/azure-server/connected.ts';
import { always } from '../support/azure-server/faults.ts';
import type { ServerRequest } from '../support/azure-server/server.ts';
import { beginProject, type ConnectedWeb, launchConnectedWeb, signIn } from './support/connected-web.ts';
import { goTo } from './support/screens.ts';
import { wordsOf } from './support/words.ts';

const en = wordsOf('en');
const isPrices = ({ host }: ServerRequest) => host === 'prices.azure.com';

let web: ConnectedWeb;
let page: Page;

beforeAll(async () => {
  process.chdir(`${import.meta.dirname}/../..`);
  web = await launchConnectedWeb(aFleet([{}]));
  page = web.page;
  await beginProject(web);
  await signIn(web);
  await page.getByRole('button', { name: en.connect('read', { count: 1 }) }).click();
  await page.getByRole('region', { name: en.connect('ended.title', { tenant: 'Contoso' }) }).waitFor();
});
afterAll(() => web?.close());

it('the price book leads to where prices are fetched; nothing is asked on the way', async () => {
  await openPriceBook();
  await page.getByRole('button', { name: en.cost('book.fetch') }).click();
  const prices = page.getByRole('region', { name: en.connect('prices.title') });
  await expect
    .poll(() =>
      prices.evaluate(
        (element) => element.contains(document.activeElement) || element.parentElement === document.activeElement,
      ),
    )
    .toBe(true);
  expect(web.server.requests.filter(isPrices)).toEqual([]);
});

it('a fetch that fails says why, and leaves the price book as it was', async () => {
  const broken = always(isPrices, refusal(500, 'InternalServerError', 'The prices are away'));
  web.server.faults.push(broken);
  await fetchPrices();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const said = await alert.textContent();
  for (const part of ['The prices are away', en.connect('prices.failed'), 'azure-unreachable'])
    expect(said).toContain(part);
  expect(await page.getByText(en.connect('prices.kept')).count()).toBe(0);
  web.server.faults.length = 0;
});

it('fetched prices are kept with their day, and stand in the price book', async () => {
  await page.getByRole('textbox', { name: en.connect('prices.regions') }).fill('JapanEast');
  await fetchPrices();
  await page.getByText(en.connect('prices.fetched', { count: 2, currency: 'USD' })).waitFor();
  const asked = web.server.requests.filter(isPrices);
  expect(asked.at(-1)?.query.$filter).toContain("armRegionName eq 'japaneast'");
  const kept = page.getByRole('region', { name: en.connect('prices.title') }).getByRole('listitem');
  const said = await kept.allTextContents();
  const day = said.map((text) => /\d{4}-\d{2}-\d{2}/.exec(text)?.[0]).find(Boolean) ?? '';
  expect(said).toContain(en.connect('prices.of', { file: `Azure Retail Prices – USD (${day})`, date: day }));
  const before = web.server.requests.length;
  await page.getByRole('button', { name: en.connect('prices.book') }).click();
  const book = page.getByRole('table', { name: en.cost('tab.prices') });
  await book.waitFor();
  // With the day since which Microsoft asks it.
  const fetched = book.getByRole('row').filter({ hasText: 'imported: Retail Prices API' });
  expect(await fetched.allTextContents()).toEqual([
    expect.stringMatching(/Standard P1 Node.*0\.00672.*2020-08-01/),
    expect.stringMatching(/Standard P2 Node.*0\.02.*2020-08-01/),
  ]);
  expect(web.server.requests.length).toBe(before);
});

it('prices are taken back as any other step', async () => {
  await page.keyboard.press('Control+z');
  await goTo(page, en, 'connect');
  await expect.poll(() => page.getByText(en.connect('prices.kept')).count()).toBe(0);
  expect([web.problems, web.server.violations]).toEqual([[], []]);
});

async function openPriceBook(): Promise<void> {
  await goTo(page, en, 'cost');
  await page.getByRole('tab', { name: en.cost('tab.prices') }).click();
}

async function fetchPrices(): Promise<void> {
  await page.getByRole('button', { name: en.connect('prices.fetch'), exact: true }).click();
}
