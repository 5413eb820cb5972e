import type { Page } from 'playwright-core';

/** Drops files from the disk on an element of the page. Files that a file field took keep their paths, as dropped ones have them. */
export async function dropFiles(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  const field = await page.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    document.body.append(input);
    return input;
  });
  await field.setInputFiles([...paths]);
  const transfer = await field.evaluateHandle((input) => {
    const dropped = new DataTransfer();
    for (const file of input.files ?? []) dropped.items.add(file);
    input.remove();
    return dropped;
  });
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent(selector, type, { dataTransfer: transfer });
  }
}
