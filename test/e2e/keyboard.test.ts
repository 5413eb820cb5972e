import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_FILES } from '../../electron/core/demo/index.ts';
import { methodWord, planWord } from '../../shared/i18n/plan/words.ts';
import { focusedText, press, tabTo } from './support/keys.ts';
import { cellsOf } from './support/screens.ts';
import { launchWeb, type Web } from './support/web.ts';
import { wordsOf } from './support/words.ts';

const MACHINE = 'adc-az01';
const en = wordsOf('en');

let web: Web;
let page: Page;

beforeAll(async () => {
  web = await launchWeb();
  page = web.page;
});
afterAll(() => web?.close());

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** The one cell of the list that Tab reaches. */
const cell = () => page.getByRole('grid').locator('[tabindex="0"]');
const row = () => page.getByRole('row', { name: en.common('grid.select', { name: MACHINE }) });

async function enter(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await press(page, 'Enter');
}

async function outcome(): Promise<readonly (string | undefined)[]> {
  const cells = await cellsOf(page, row());
  return [cells[en.inventory('column.method')], cells[en.inventory('column.plan')]];
}

/** From wherever the focus is: the inventory, narrowed to the machine. */
async function toMachine(): Promise<void> {
  await press(page, 'g', 'i');
  await heading(en.inventory('title')).waitFor();
  await press(page, '/');
  await expect.poll(() => focusedText(page)).toContain('INPUT');
  await press(page, 'Control+a');
  await page.keyboard.type(MACHINE);
  await row().waitFor();
}

describe('everything by keyboard alone', () => {
  afterEach(() => expect.poll(() => focusedText(page), { message: 'something has the focus' }).not.toBe(''));

  it('chooses files, names a project and imports them', async () => {
    const choosing = page.waitForEvent('filechooser');
    await enter(page.getByRole('button', { name: en.start('drop.title') }));
    await (await choosing).setFiles([...DEMO_FILES]);
    const name = page.getByRole('textbox', { name: en.import('project.name') });
    await name.waitFor();
    await tabTo(page, name);
    await page.keyboard.type('Minato');
    await press(page, 'Enter');
    const take = button(en.import('import', { count: DEMO_FILES.length }));
    await take.waitFor();
    await enter(take);
    await page.getByRole('heading', { name: en.import('done.title') }).waitFor();
    await enter(button(en.import('done.inventory')));
    await heading(en.inventory('title')).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('finds a machine, moves in the list, opens its details and comes back', async () => {
    await toMachine();
    expect(await outcome()).toEqual([methodWord('subscription', 'en'), planWord('P1', 'en')]);
    await tabTo(page, cell());
    await press(page, 'Control+Home', 'Enter');
    const details = page.getByRole('complementary', { name: en.inventory('details') });
    await details.waitFor();
    await tabTo(page, details.getByRole('tab', { name: en.machine('tab.plan') }));
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await details.getByText('az-graph-query.json').first().waitFor();
    await press(page, 'Escape');
    await details.waitFor({ state: 'detached' });
  });

  it('changes a requirement, looks at the difference and applies it', async () => {
    await press(page, 'g', 'r');
    const rules = page.getByRole('list', { name: en.requirements('rules.list') });
    await rules.waitFor();
    await enter(rules.getByRole('button', { name: en.requirements('rule.all') }));
    await tabTo(page, page.getByRole('radio', { name: en.requirements('want.P1') }));
    await press(page, 'ArrowDown');
    const draft = page.getByRole('region', { name: en.requirements('draft.label') });
    await draft.waitFor();
    await enter(draft.locator('summary'), 'Shift+Tab');
    await draft.getByRole('row', { name: MACHINE }).waitFor();
    await enter(draft.getByRole('button', { name: en.requirements('draft.apply') }), 'Shift+Tab');
    await draft.waitFor({ state: 'detached' });
  });

  it('asks why', async () => {
    await toMachine();
    expect(await outcome()).toEqual([methodWord('resource', 'en'), planWord('off', 'en')]);
    await tabTo(page, cell());
    await press(page, 'Control+End', 'Enter');
    const details = page.getByRole('complementary', { name: en.inventory('details') });
    await details.getByText('A5', { exact: true }).first().waitFor();
    await tabTo(page, details.getByRole('link').first());
  });

  it('looks at the cost and saves a file', async () => {
    await press(page, 'g', 'c');
    await page.getByRole('region', { name: en.cost('figures.title') }).waitFor();
    await press(page, 'g', 'x');
    const save = button(en.export('saveOf', { name: 'plan.csv' }));
    await save.waitFor();
    const saving = page.waitForEvent('download');
    await enter(save);
    const file = readFileSync(await (await saving).path(), 'utf8');
    expect(file).toContain(MACHINE);
  });

  it('takes back and does again', async () => {
    await toMachine();
    await tabTo(page, cell());
    await press(page, 'Control+z');
    await expect.poll(outcome).toEqual([methodWord('subscription', 'en'), planWord('P1', 'en')]);
    await press(page, 'Control+y');
    await expect.poll(outcome).toEqual([methodWord('resource', 'en'), planWord('off', 'en')]);
  });

  it('selects several machines and says what is wanted for them', async () => {
    await press(page, '/', 'Control+a', 'Delete');
    await tabTo(page, cell());
    await press(page, 'Control+Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    const selection = page.getByRole('region', { name: en.inventory('selection') });
    await enter(selection.getByRole('button', { name: en.inventory('override.action') }), 'Shift+Tab');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole('textbox', { name: en.inventory('override.why') }));
    await page.keyboard.type('pilot');
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'detached' });
    await button(en.shell('undo.step', { step: en.shell('step.overrides.set', { count: 3 }) })).waitFor();
  });

  it('goes around the window, reads the keys and changes the language', async () => {
    await press(page, 'F6', '?');
    const sheet = page.getByRole('dialog', { name: en.shell('shortcuts.title') });
    await sheet.waitFor();
    await press(page, 'Escape');
    await sheet.waitFor({ state: 'detached' });
    await enter(button(en.shell('screen.settings')), 'Shift+Tab');
    await heading(en.settings('title')).waitFor();
    await tabTo(page, page.getByRole('radio', { name: en.settings('language.system') }).first());
    await press(page, 'ArrowDown', 'ArrowDown');
    await heading(wordsOf('ja').settings('title')).waitFor();
    expect(web.problems).toEqual([]);
  });
});
