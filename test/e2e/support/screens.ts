import type { Locator, Page } from 'playwright-core';
import type { Screen } from '../../../renderer/state/navigation-slice.ts';
import type { Theme } from '../../../shared/contract/app-views.ts';
import type { Language } from '../../../shared/model/index.ts';
import { type Words, wordsOf } from './words.ts';

/** Goes to a screen by the navigation. */
export async function goTo(page: Page, words: Words, screen: Screen): Promise<void> {
  const navigation = page.getByRole('navigation', { name: words.shell('navigation') });
  await navigation.getByRole('button', { name: words.shell(`screen.${screen}`), exact: true }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** On the inventory: narrows the list to a name. @returns the row of that machine */
export async function findMachine(page: Page, words: Words, name: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: words.inventory('search') }).fill(name);
  const row = page.getByRole('row', { name: words.common('grid.select', { name }) });
  await row.waitFor();
  return row;
}

/** The cells of a row of the inventory by the titles of their columns. */
export async function cellsOf(page: Page, row: Locator): Promise<Readonly<Record<string, string>>> {
  const titles = await page.getByRole('columnheader').allTextContents();
  const cells = await row.getByRole('gridcell').allTextContents();
  return Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? '']));
}

/** Chooses on the screen of settings. @returns the words of the chosen language */
export async function choose(
  page: Page,
  words: Words,
  { theme, language }: { readonly theme: Theme; readonly language: Language },
): Promise<Words> {
  await goTo(page, words, 'settings');
  await page.getByRole('radio', { name: words.settings(`theme.${theme}`), exact: true }).click();
  await page.locator(`[data-theme="${theme}"]`).first().waitFor();
  await page.getByRole('radio', { name: words.settings(`language.${language}`), exact: true }).click();
  const chosen = wordsOf(language);
  await page.getByRole('heading', { level: 1, name: chosen.settings('title') }).waitFor();
  return chosen;
}
