import type { Locator, Page } from 'playwright-core';

/** More steps than any screen takes from one end to the other. */
const MOST_STEPS = 120;

/** Presses Tab until the element has the focus. @throws Error when it is not reached */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    passed.push(await focusedText(page));
  }
  throw new Error(`Not reached with ${key}: ${target}\n${passed.slice(0, 40).join('\n')}`);
}

/** What has the focus, in a few words; empty when nothing has. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return '';
    return `${activeElement.tagName} ${activeElement.getAttribute('aria-label') ?? activeElement.textContent}`.slice(
      0,
      80,
    );
  });
}

/** Types one key after the other, as `g i`. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
