import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeFailure } from '../../shared/contract/failures.ts';
import { goTo } from './support/screens.ts';
import { openSample } from './support/views.ts';
import { launchWeb, type Web } from './support/web.ts';
import { wordsOf } from './support/words.ts';

const MOMENTS = 20;
const FLEET = 400;
const MACHINES = 65 + FLEET;
const en = wordsOf('en');

let web: Web;
let page: Page;
/** Another page on the same project, loaded anew each time: it shows what the file holds. */
let witness: Page;
/** Milliseconds. */
const usual = new Map<Edit, number>();

beforeAll(async () => {
  web = await launchWeb();
  page = web.page;
  await openSample(page, en);
  // The files of each moment are newer ones of these, and there is enough to take back.
  await rehearse(importFleet, -1);
  for (const moment of [-7, -5, -3, -1]) await rehearse(override, moment);
  await rehearse(undo, 0);
  witness = await web.openPage();
});
afterAll(() => web?.close());

it(`a core killed at ${MOMENTS} moments of import, bulk override and undo loses nothing that the page was told`, async () => {
  const outcomes = { acknowledged: 0, refused: 0 };
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    await dismissNotices();
    const before = await shown(page);
    const edit = EDITS[moment % EDITS.length] ?? undo;
    const core = web.core();
    const isAcknowledged = await edit(moment, async () => {
      await setTimeout(delayOf(moment, edit));
      process.kill(core, 'SIGKILL');
    });
    outcomes[isAcknowledged ? 'acknowledged' : 'refused'] += 1;
    const kept = await openAnew();
    if (isAcknowledged) expect(kept, `moment ${moment}`).not.toEqual(before);
    // The page has gone on by itself, with the new core.
    await expect.poll(() => shown(page), { timeout: 60_000, message: `moment ${moment}` }).toEqual(kept);
  }
  expect(outcomes.acknowledged).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
  // A refusal is told in the page; the browser has nothing to say.
  expect(web.problems).toEqual([]);
}, 900_000);

/** From at once to after the end of an edit of this kind, spread over the moments. */
function delayOf(moment: number, edit: Edit): number {
  const share = ((moment * 7) % MOMENTS) / MOMENTS;
  return Math.round(share * share * (usual.get(edit) ?? 0));
}

/** Does it without a kill, and remembers how long it took here. */
async function rehearse(edit: Edit, moment: number): Promise<void> {
  let started = 0;
  await edit(moment, async () => {
    started = performance.now();
  });
  usual.set(edit, performance.now() - started);
}

async function openAnew(): Promise<readonly string[]> {
  await witness.reload();
  await witness
    .getByRole('list', { name: en.start('recent') })
    .getByRole('button')
    .first()
    .click();
  await witness.getByRole('button', { name: en.start('close') }).waitFor({ timeout: 60_000 });
  return shown(witness);
}

/** What an edit changes: the step that can be taken back, how many files and overrides there are, and what the first says. */
async function shown(of: Page): Promise<readonly string[]> {
  const undoable = of.getByRole('button', { name: en.shell('undo.step', { step: '' }) });
  await goTo(of, en, 'evidence');
  const files = await of.getByRole('tab', { name: en.evidence('tab.files') }).textContent();
  await goTo(of, en, 'requirements');
  const overrides = of.getByRole('tab', { name: en.requirements('tab.overrides') });
  await overrides.click();
  const reasons = of.getByRole('main').getByRole('textbox');
  await reasons.first().waitFor();
  const said = new Set(await reasons.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)));
  return [
    (await undoable.getAttribute('aria-label')) ?? '',
    files ?? '',
    (await overrides.textContent()) ?? '',
    [...said].sort().join(', '),
  ];
}

async function dismissNotices(): Promise<void> {
  const dismiss = page
    .getByRole('region', { name: en.shell('notices') })
    .getByRole('button', { name: en.shell('dismiss') });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

/** Waits for the word that something is done, or that it is not. */
async function told(done: Locator): Promise<boolean> {
  const refused = page.getByText(describeFailure('core-stopped', 'en').message);
  await done.or(refused).first().waitFor({ timeout: 60_000 });
  // What was done may be told beside the refusal to fetch what came of it.
  return done.waitFor({ timeout: 1_000 }).then(
    () => true,
    () => false,
  );
}

/** Does one thing in the page, and `meanwhile` as soon as it is asked for. @returns whether the page was told that it is done */
type Edit = (moment: number, meanwhile: () => Promise<void>) => Promise<boolean>;

const EDITS: readonly Edit[] = [importFleet, override, undo, override];

/** A newer export of the same machines, in which each has another size. */
async function importFleet(moment: number, meanwhile: () => Promise<void>): Promise<boolean> {
  const file = join(web.home, 'fleet.csv');
  const rows = Array.from({ length: FLEET }, (_, at) => {
    const id = `/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/rg/providers/microsoft.compute/virtualmachines/srv${at}`;
    return `srv${at},${id},size${moment}`;
  });
  writeFileSync(file, `name,id,hardwareProfile\r\n${rows.join('\r\n')}\r\n`);
  await goTo(page, en, 'inventory');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: en.inventory('addFiles') }).click();
  await (await choosing).setFiles(file);
  await page.getByRole('button', { name: en.import('import', { count: 1 }) }).click();
  await meanwhile();
  const done = page.getByRole('heading', { name: en.import('done.title') });
  const isDone = await told(done);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return isDone;
}

async function override(moment: number, meanwhile: () => Promise<void>): Promise<boolean> {
  await goTo(page, en, 'inventory');
  await page.getByRole('checkbox', { name: en.common('grid.selectAll') }).check();
  await page.getByRole('button', { name: en.inventory('override.action') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: en.inventory(moment % 4 === 1 ? 'override.P1' : 'override.P2') }).check();
  await dialog.getByRole('textbox').fill(`moment ${moment}`);
  await dialog.getByRole('button', { name: /^Apply/ }).click();
  await meanwhile();
  const isDone = await told(page.getByText(en.shell('done.overridden', { count: MACHINES })));
  if (!isDone) await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // A list that was fetched anew has no selection.
  const clear = page.getByRole('button', { name: en.inventory('selection.clear') });
  if (await clear.isVisible()) await clear.click();
  return isDone;
}

async function undo(_moment: number, meanwhile: () => Promise<void>): Promise<boolean> {
  const button = page.getByRole('button', { name: en.shell('undo.step', { step: '' }) });
  await button.click();
  await meanwhile();
  return told(page.getByText(en.shell('done.undone', { name: '' }).trim()));
}
