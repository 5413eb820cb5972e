import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_FILES } from '../../electron/core/demo/index.ts';
import { formatMoney } from '../../shared/cost/display.ts';
import { methodWord, planWord } from '../../shared/i18n/plan/words.ts';
import type { Method, Plan } from '../../shared/model/index.ts';
import { planner } from './support/cli.ts';
import { cellsOf, findMachine, goTo } from './support/screens.ts';
import { readFolder, type Stage, type Theatre } from './support/stage.ts';
import { wordsOf } from './support/words.ts';

const PROJECT = 'Minato';
const MACHINES = 65;
/** In the designated subscription, which stays on: without a want it is taken out there, machine by machine. */
const MACHINE = 'adc-az01';

const en = wordsOf('en');

/** How a machine's row reads: what is wanted, by which method, and what it gets. */
function said(wants: Parameters<typeof planWord>[0], method: Method, plan: Plan): readonly string[] {
  return [planWord(wants, 'en'), methodWord(method, 'en'), planWord(plan, 'en')];
}

/** From dropped files to a plan, a cost and files for others, and back again; each step goes on where the one before ended. */
export function describeScenario(host: string, theatre: () => Promise<Theatre>): void {
  let house: Theatre;
  let stage: Stage;
  let exported: ReadonlyMap<string, Buffer>;
  let shownTotal = '';
  const problems: string[] = [];

  const method = async (name: string) => {
    await goTo(stage.page, en, 'inventory');
    const cells = await cellsOf(stage.page, await findMachine(stage.page, en, name));
    return [
      cells[en.inventory('column.wants')],
      cells[en.inventory('column.method')],
      cells[en.inventory('column.plan')],
    ];
  };
  const close = async () => {
    problems.push(...stage.problems);
    await stage.close();
  };

  beforeAll(async () => {
    house = await theatre();
    stage = await house.open();
  });
  afterAll(async () => {
    await stage?.close();
    house?.remove();
  });

  describe(`from files to a plan, ${host}`, () => {
    it('asks for a project when files are dropped, and says what each file is', async () => {
      const { page } = stage;
      await page.getByRole('main').waitFor();
      await stage.drop(DEMO_FILES);
      await page.getByRole('textbox', { name: en.import('project.name') }).fill(PROJECT);
      await page.getByRole('button', { name: en.import('project.create') }).click();
      const table = page.getByRole('table', { name: en.import('title') });
      await table.waitFor();
      const rows = await table.getByRole('row').all();
      const told = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allTextContents()));
      expect(told).toHaveLength(DEMO_FILES.length);
      expect(told.filter(([, format]) => format === en.words('format.unknown'))).toEqual([]);
      expect(Object.fromEntries(told.map(([file, format]) => [file, format]))).toMatchObject({
        'RVTools_export_2026-11-18.xlsx': en.words('format.rvtools'),
        'defender-machines.json': en.words('format.mde-machines'),
        'サーバー一覧.xlsx': en.words('format.server-list'),
      });
    });

    it('imports them when told to, and shows one row for each server', async () => {
      const { page } = stage;
      await page.getByRole('button', { name: en.import('import', { count: DEMO_FILES.length }) }).click();
      await page.getByRole('heading', { name: en.import('done.title') }).waitFor();
      await page.getByRole('button', { name: en.import('done.inventory') }).click();
      const grid = page.getByRole('grid', { name: en.inventory('title') });
      await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(MACHINES + 1));
      expect(await method(MACHINE)).toEqual(said('P1', 'subscription', 'P1'));
    });

    it('narrows the list by a filter, and shows all again by a view', async () => {
      const { page } = stage;
      const grid = page.getByRole('grid', { name: en.inventory('title') });
      await page.getByRole('searchbox', { name: en.inventory('search') }).fill('');
      await page.getByRole('button', { name: en.inventory('filter.add') }).click();
      await page.getByRole('menuitem', { name: en.inventory('column.method'), exact: true }).click();
      const values = page.getByRole('group', { name: en.inventory('column.method') });
      await values.getByRole('checkbox', { name: methodWord('resource', 'en'), exact: true }).click();
      await page.keyboard.press('Escape');
      await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(MACHINES);
      await page.getByRole('button', { name: en.inventory('views'), exact: true }).click();
      await page.getByRole('menuitem', { name: en.inventory('views.default') }).click();
      await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(MACHINES + 1));
    });

    it('shows what another requirement changes before it is applied', async () => {
      const { page } = stage;
      await goTo(page, en, 'requirements');
      const rules = page.getByRole('list', { name: en.requirements('rules.list') });
      await rules.getByRole('button', { name: en.requirements('rule.all') }).click();
      await page.getByRole('radio', { name: en.requirements('want.none') }).click();
      const draft = page.getByRole('region', { name: en.requirements('draft.label') });
      await draft.getByText(en.requirements('difference.title')).click();
      const row = draft.getByRole('row', { name: MACHINE });
      expect(await row.getByRole('cell').allTextContents()).toEqual([
        MACHINE,
        'minato-shared',
        en.requirements('outcome', { plan: planWord('P1', 'en'), method: methodWord('subscription', 'en') }),
        en.requirements('outcome', { plan: planWord('off', 'en'), method: methodWord('resource', 'en') }),
      ]);
      expect(await method(MACHINE)).toEqual(said('P1', 'subscription', 'P1'));
      await goTo(page, en, 'requirements');
      await draft.getByRole('button', { name: en.requirements('draft.apply') }).click();
      await draft.waitFor({ state: 'detached' });
    });

    it('plans every machine anew', async () => {
      expect(await method(MACHINE)).toEqual(said('none', 'resource', 'off'));
    });

    it('answers why, with rule, source and what would change it', async () => {
      const { page } = stage;
      const row = await findMachine(page, en, MACHINE);
      await row.getByText(MACHINE).click();
      const details = page.getByRole('complementary', { name: en.inventory('details') });
      await details.getByText('A5', { exact: true }).first().waitFor();
      expect(await details.getByRole('link').first().getAttribute('href')).toMatch(
        /^https:\/\/learn\.microsoft\.com\//,
      );
      await details.getByRole('heading', { name: en.machine('changes') }).waitFor();
      await details.getByRole('tab', { name: en.machine('tab.evidence') }).click();
      await details.getByText('az-graph-query.json').first().waitFor();
      await details.getByRole('button', { name: en.machine('close') }).click();
    });

    it('shows what it costs', async () => {
      const { page } = stage;
      await goTo(page, en, 'cost');
      const totals = page.getByRole('region', { name: en.cost('figures.title') });
      shownTotal = (await totals.textContent()) ?? '';
    });

    it('hands over files', async () => {
      const { page } = stage;
      await goTo(page, en, 'export');
      const saves = page.getByRole('button', { name: new RegExp(`^${en.export('saveOf', { name: '.+' })}$`) });
      await saves.first().waitFor();
      exported = await stage.takeExport(await saves.count());
      expect([...exported.keys()]).toContain('plan.csv');
    });

    it('hands over the files and shows the cost of the command line', async () => {
      await close();
      const project = stage.projectFile(PROJECT);
      const folder = mkdtempSync(join(tmpdir(), 'planner-cli-'));
      await planner('export', project, '--to', folder, '--format', 'csv,target-csv');
      const expected = readFolder(folder);
      rmSync(folder, { recursive: true });
      expect([...exported.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [name, bytes] of expected) expect(exported.get(name)?.equals(bytes), name).toBe(true);
      const { scenarios } = JSON.parse(await planner('cost', project, '--json'));
      const { now, always } = scenarios[0].monthly;
      expect(shownTotal).toContain(formatMoney(now, 'USD', 'en'));
      expect(shownTotal).toContain(formatMoney(always, 'USD', 'en'));
    });

    it('has everything again after a restart, and takes it back step by step', async () => {
      stage = await house.open();
      const { page } = stage;
      await page.getByRole('button', { name: PROJECT, exact: true }).click();
      await page.getByRole('button', { name: en.start('close') }).waitFor();
      expect(await method(MACHINE)).toEqual(said('none', 'resource', 'off'));
      const undo = page.getByRole('button', { name: en.shell('undo.step', { step: '' }) });
      await undo.click();
      await expect.poll(() => method(MACHINE)).toEqual(said('P1', 'subscription', 'P1'));
      const redo = page.getByRole('button', { name: en.shell('redo.step', { step: '' }) });
      await redo.click();
      await expect.poll(() => method(MACHINE)).toEqual(said('none', 'resource', 'off'));
      await undo.click();
      await expect.poll(() => method(MACHINE)).toEqual(said('P1', 'subscription', 'P1'));
      await undo.click();
      await page.getByRole('heading', { name: en.inventory('empty.title') }).waitFor();
      await redo.click();
      await expect.poll(() => method(MACHINE)).toEqual(said('P1', 'subscription', 'P1'));
    });

    it('speaks Japanese without a restart, and English again', async () => {
      const { page } = stage;
      const ja = wordsOf('ja');
      await goTo(page, en, 'settings');
      await page.getByRole('radio', { name: en.settings('language.ja') }).click();
      await goTo(page, ja, 'inventory');
      const cells = await cellsOf(page, await findMachine(page, ja, MACHINE));
      expect(cells[ja.inventory('column.method')]).toBe(methodWord('subscription', 'ja'));
      expect(await page.locator('html').getAttribute('lang')).toBe('ja');
      await goTo(page, ja, 'settings');
      await page.getByRole('radio', { name: en.settings('language.en') }).click();
      await goTo(page, en, 'start');
    });

    it('says nothing on the console all the while, and meets no refusal of its policy', () => {
      expect([...problems, ...stage.problems]).toEqual([]);
    });
  });
}
