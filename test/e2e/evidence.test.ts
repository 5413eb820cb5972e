import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../shared/contract/app-views.ts';
import type { Language } from '../../shared/model/index.ts';
import { aFleet } from '../support/azure-server/connected.ts';
import { beginProject, type ConnectedWeb, launchConnectedWeb, signIn } from './support/connected-web.ts';
import { dropFiles } from './support/drop.ts';
import { choose, goTo } from './support/screens.ts';
import { type Words, wordsOf } from './support/words.ts';

const OTHER_TENANT = '88888888-8888-4888-8888-888888888888';
const LOOKS = (['light', 'dark', 'high-contrast'] as const satisfies readonly Theme[]).flatMap((theme) =>
  (['en', 'ja'] as const satisfies readonly Language[]).map((language) => ({ theme, language })),
);

const folder = mkdtempSync(join(tmpdir(), 'planner-evidence-'));
let web: ConnectedWeb;
let page: Page;
let words: Words = wordsOf('en');

beforeAll(async () => {
  process.chdir(`${import.meta.dirname}/../..`);
  web = await launchConnectedWeb(
    aFleet([
      { enforce: true, vms: 4 },
      { enforce: true, vms: 2 },
    ]),
  );
  page = web.page;
  await beginProject(web);
  await signIn(web);
  await page.getByRole('button', { name: words.connect('read', { count: 2 }) }).click();
  await page.getByRole('button', { name: words.connect('ended.inventory') }).click();
});
afterAll(async () => {
  await web?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('asks which tenant a file belongs to, where the project has several and the file does not say', async () => {
  await importFiles(otherTenant(), aList());
  const dialog = page.getByRole('dialog');
  const question = dialog.getByRole('region', { name: words.evidence('tenant.title') });
  await question.waitFor();
  expect(await question.getByRole('combobox').count()).toBe(1);
  await dialog.getByRole('button', { name: words.import('done.evidence') }).click();
  const asked = page.getByRole('main').getByRole('region', { name: words.evidence('tenant.title') });
  const choice = asked.getByRole('combobox', { name: words.evidence('tenant.of', { file: 'list.csv' }) });
  await choice.click();
  await page.getByRole('option').filter({ hasText: 'Subscription 1' }).click();
  await asked.waitFor({ state: 'detached' });
  await undo();
  await asked.waitFor();
});

it('says on Start what is wrong in files, and leads there', async () => {
  const broken = written('cut.xlsx', 'PK\u0003\u0004 and no more');
  await importFiles(broken, written('osaka.csv', 'name,os\r\nosk-db01,Windows Server 2022\r\n'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words.import('done.evidence') })
    .click();
  await goTo(page, words, 'start');
  const shown = page.getByRole('main').getByRole('button', { name: /in the files that were read$/ });
  await shown.click();
  await page.getByRole('tab', { name: words.evidence('tab.findings'), selected: true }).waitFor();
  await page.getByText('cut.xlsx').first().waitFor();
  await undo();
});

describe('syncs', () => {
  it('stand beside the files: how whole they are, and what was made of them', async () => {
    await openTab('tab.syncs');
    const row = page
      .getByRole('table', { name: words.evidence('tab.syncs') })
      .getByRole('row')
      .nth(1);
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'Contoso',
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
      words.evidence('sync.state.complete'),
      '6',
      expect.stringMatching(/^\d+$/),
      '0',
      words.evidence('sync.standing.counts'),
    ]);
    await row.getByRole('button', { name: 'Contoso' }).click();
    await page
      .getByRole('complementary')
      .getByRole('button', { name: /^Azure Resource Graph/ })
      .click();
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain(words.evidence('tab.files'));
    await page
      .getByRole('complementary')
      .getByRole('button', { name: words.evidence('file.close') })
      .click();
  });
});

describe('a merge offer', () => {
  const offers = () => page.getByRole('table', { name: words.evidence('tab.offers') });
  const declined = () => page.getByRole('region', { name: words.evidence('declined') });

  it('is declined, and not made again by a newer file', async () => {
    await openTab('tab.offers');
    // The list's server may be either of two virtual machines; those two are never offered to be one.
    const decline = () => offers().getByRole('button', { name: words.evidence('offers.decline') });
    expect(await decline().count()).toBe(2);
    await decline().first().click();
    await declined().waitFor();
    await decline().click();
    await expect.poll(() => declined().getByRole('row').count()).toBe(3);
    expect(await offers().count()).toBe(0);
    await importFiles(aList('2026'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.import('done.evidence') })
      .click();
    await openTab('tab.offers');
    await declined().waitFor();
    expect(await offers().count()).toBe(0);
  });

  it('is made again when that is taken back, and undone as every edit', async () => {
    const again = declined().getByRole('button', { name: words.evidence('declined.again') });
    await again.first().click();
    await offers().waitFor();
    await expect.poll(() => again.count()).toBe(1);
    await undo();
    await offers().waitFor({ state: 'detached' });
    await expect.poll(() => again.count()).toBe(2);
  });
});

describe.each(LOOKS)('axe finds nothing, $theme, $language', (look) => {
  beforeAll(async () => {
    words = await choose(page, words, look);
    await goTo(page, words, 'evidence');
  });

  it.each(['files', 'syncs', 'offers'] as const)('%s', async (tab) => {
    await openTab(`tab.${tab}`);
    if (tab !== 'offers') await page.getByRole('table').first().getByRole('button').first().click();
    const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode(true).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join()}`))).toEqual([]);
  });
});

it('had nothing to say on the console', () => {
  expect(web.problems).toEqual([]);
});

async function openTab(tab: 'tab.files' | 'tab.syncs' | 'tab.offers'): Promise<void> {
  await page.getByRole('tab', { name: words.evidence(tab) }).click();
}

async function undo(): Promise<void> {
  await page.getByRole('button', { name: words.shell('undo.step', { step: '' }) }).click();
}

async function importFiles(...paths: readonly string[]): Promise<void> {
  await dropFiles(page, 'body', paths);
  await page.getByRole('button', { name: words.import('import', { count: paths.length }) }).click();
  await page.getByRole('heading', { name: words.import('done.title') }).waitFor();
}

/** A machine of another tenant, which its file names. */
function otherTenant(): string {
  const subscriptionId = '22222222-2222-4222-8222-222222222222';
  const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/fab01`;
  const machine = { id, name: 'fab01', type: 'microsoft.compute/virtualmachines', tenantId: OTHER_TENANT };
  return written('fabrikam.json', JSON.stringify({ data: [{ ...machine, subscriptionId, properties: {} }] }));
}

/** A list that names one of Azure's machines, and nothing but names. */
function aList(os = '2022'): string {
  return written('list.csv', `name,os\r\nvm-000001,Windows Server ${os}\r\ndb01,Windows Server ${os}\r\n`);
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
