import type { Page } from 'playwright-core';
import { DEMO_FILES } from '../../../electron/core/demo/index.ts';
import { SCREENS, type Screen } from '../../../renderer/state/navigation-slice.ts';
import { dropFiles } from './drop.ts';
import { findMachine, goTo } from './screens.ts';
import type { Words } from './words.ts';

/** Something that the page can show: a screen, a tab or pane of one, a dialog. */
export interface View {
  readonly name: string;
  open(page: Page, words: Words): Promise<void>;
  /** Takes away what covers the page, where something does. */
  close?(page: Page, words: Words): Promise<void>;
}

/** A machine with everything to show: four sources, steps, alternatives, costs. */
const MACHINE = 'erp-db01';

/** Opens the sample customer, with which every view has something to show. */
export async function openSample(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.start('sample.open') }).click();
  await page.getByRole('button', { name: words.start('close') }).waitFor({ timeout: 120_000 });
}

/** Every view of the page, with the sample customer open. */
export const VIEWS: readonly View[] = [
  ...SCREENS.map((screen): View => ({ name: screen, open: (page, words) => goTo(page, words, screen) })),
  tab('evidence', 'syncs', (words) => words.evidence('tab.syncs')),
  tab('evidence', 'findings', (words) => words.evidence('tab.findings')),
  tab('evidence', 'offers', (words) => words.evidence('tab.offers')),
  tab('evidence', 'left-out', (words) => words.evidence('tab.excluded')),
  {
    name: 'inventory-details',
    async open(page, words) {
      await goTo(page, words, 'inventory');
      const name = 'batch01';
      const row = page.getByRole('row', { name: words.common('grid.select', { name }) });
      await row.getByText(name, { exact: true }).click();
      await page.getByRole('complementary', { name: words.inventory('details') }).waitFor();
    },
    close: closeMachine,
  },
  machineTab('plan'),
  machineTab('cost'),
  machineTab('evidence'),
  machineTab('history'),
  {
    name: 'requirements-rule',
    async open(page, words) {
      await goTo(page, words, 'requirements');
      const rules = page.getByRole('list', { name: words.requirements('rules.list') });
      await rules.locator('button[aria-expanded]').first().click();
      await page.getByRole('complementary').waitFor();
    },
  },
  tab('requirements', 'limits', (words) => words.requirements('tab.limits')),
  tab('requirements', 'lists', (words) => words.requirements('tab.lists')),
  tab('requirements', 'overrides', (words) => words.requirements('tab.overrides')),
  {
    name: 'subscriptions-details',
    async open(page, words) {
      await goTo(page, words, 'subscriptions');
      await page.getByRole('button', { name: 'minato-prod', exact: true }).click();
      await page.getByRole('complementary').waitFor();
    },
    async close(page, words) {
      await page
        .getByRole('complementary')
        .getByRole('button', { name: words.subscriptions('close') })
        .click();
    },
  },
  tab('cost', 'lines', (words) => words.cost('tab.lines')),
  tab('cost', 'prices', (words) => words.cost('tab.prices')),
  tab('cost', 'billed', (words) => words.cost('tab.billed')),
  tab('compare', 'machines', (words) => words.compare('tab.machines')),
  tab('compare', 'scenarios', (words) => words.compare('tab.scenarios')),
  {
    name: 'dialog-override',
    async open(page, words) {
      await goTo(page, words, 'inventory');
      const row = await findMachine(page, words, MACHINE);
      await row.getByRole('checkbox').click();
      const selection = page.getByRole('region', { name: words.inventory('selection') });
      await selection.getByRole('button', { name: words.inventory('override.action') }).click();
      await page.getByRole('dialog').waitFor();
    },
    async close(page, words) {
      await escapeDialog(page);
      await page.getByRole('button', { name: words.inventory('selection.clear') }).click();
      await page.getByRole('searchbox', { name: words.inventory('search') }).fill('');
    },
  },
  {
    name: 'dialog-new-project',
    async open(page, words) {
      await goTo(page, words, 'start');
      await page.getByRole('button', { name: words.start('new'), exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
    close: escapeDialog,
  },
  {
    name: 'dialog-import',
    async open(page, words) {
      await dropFiles(page, 'body', DEMO_FILES);
      await page.getByRole('dialog').getByRole('table').waitFor({ timeout: 120_000 });
      await page.getByRole('button', { name: words.import('import', { count: DEMO_FILES.length }) }).waitFor();
    },
    close: escapeDialog,
  },
  {
    name: 'dialog-columns',
    async open(page, words) {
      const file = DEMO_FILES.find((path) => path.endsWith('サーバー一覧.xlsx'));
      await dropFiles(page, 'body', file ? [file] : []);
      const title = words.import('file.columnsOf', { file: 'サーバー一覧.xlsx · サーバー一覧' });
      await page.getByRole('button', { name: title }).click({ timeout: 120_000 });
      await page.getByRole('button', { name: words.import('map.confirm') }).waitFor();
    },
    close: escapeDialog,
  },
  {
    name: 'dialog-shortcuts',
    async open(page, words) {
      await page.getByRole('button', { name: words.shell('shortcuts.title') }).click();
      await page.getByRole('dialog').waitFor();
    },
    close: escapeDialog,
  },
];

function tab(screen: Screen, name: string, titleOf: (words: Words) => string): View {
  return {
    name: `${screen}-${name}`,
    async open(page, words) {
      await goTo(page, words, screen);
      const list = page.getByRole('main').getByRole('tablist').first();
      await list.getByRole('tab', { name: titleOf(words) }).click();
    },
  };
}

function machineTab(name: 'plan' | 'cost' | 'evidence' | 'history'): View {
  return {
    name: `machine-${name}`,
    async open(page, words) {
      await goTo(page, words, 'inventory');
      const row = await findMachine(page, words, MACHINE);
      await row.getByText(MACHINE, { exact: true }).click();
      const details = page.getByRole('complementary', { name: words.inventory('details') });
      await details.getByRole('tab', { name: words.machine(`tab.${name}`) }).click();
    },
    close: closeMachine,
  };
}

async function closeMachine(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.machine('close') }).click();
  await page.getByRole('searchbox', { name: words.inventory('search') }).fill('');
}

async function escapeDialog(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
