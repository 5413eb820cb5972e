import type { Page } from 'playwright-core';

/** What is cut off, or stands where nobody can scroll to; in words, empty when all is well. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 60)}”`;
    const isShown = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) && element.offsetWidth > 1;
    const scrollerOf = (element: Element | null): Element | null => {
      for (let each = element?.parentElement ?? null; each; each = each.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(each).overflowX)) return each;
      }
      return null;
    };
    const all = <E extends HTMLElement>(selector: string) =>
      [...document.querySelectorAll<E>(selector)].filter(isShown);
    const problems: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) problems.push(`the page is ${scrollWidth} wide in ${innerWidth}`);
    for (const main of all('main')) {
      if (main.scrollWidth > main.clientWidth + 1)
        problems.push(`main is ${main.scrollWidth} wide in ${main.clientWidth}`);
    }
    for (const control of all('button, a[href], input, [role=tab], [role=combobox], h1, h2, h3, label, legend')) {
      const { left, right } = control.getBoundingClientRect();
      if (control.closest('[data-tabster-dummy], .visually-hidden')) continue;
      if ((right > innerWidth + 1 || left < -1) && scrollerOf(control) === null)
        problems.push(`outside: ${nameOf(control)}`);
      // A chosen value may be shortened: its whole text is in the list.
      if (control.matches('[role=combobox], input')) continue;
      if (control.scrollWidth > control.clientWidth + 1 && getComputedStyle(control).overflowX !== 'visible') {
        problems.push(`cut off: ${nameOf(control)}`);
      }
      const text = document.createRange();
      text.selectNodeContents(control);
      const inside = text.getBoundingClientRect();
      if (control.matches('button, [role=tab]') && (inside.right > right + 1 || inside.left < left - 1)) {
        problems.push(`sticks out: ${nameOf(control)}`);
      }
    }
    return [...new Set(problems)];
  });
}
