import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aFleet } from '../support/azure-server/connected.ts';
import { beginProject, type ConnectedWeb, launchConnectedWeb } from './support/connected-web.ts';
import { goTo } from './support/screens.ts';
import { wordsOf } from './support/words.ts';

const en = wordsOf('en');
const QUIET = { enforce: true } as const;

let web: ConnectedWeb;

beforeAll(async () => {
  process.chdir(`${import.meta.dirname}/../..`);
  web = await launchConnectedWeb(aFleet([{ ...QUIET, vms: 4 }, { ...QUIET, vms: 2 }, { isReadable: false }]));
  await beginProject(web);
});
afterAll(() => web?.close());

it('asks Azure nothing before a button is pressed', () => {
  expect(web.server.requests).toEqual([]);
});

it('signs in, and shows the subscriptions with what the account may read', async () => {
  const { page } = web;
  await page.getByRole('radio', { name: en.connect('method.cli') }).click();
  await page.getByRole('button', { name: en.connect('signIn.action'), exact: true }).click();
  const table = page.getByRole('table', { name: en.connect('pick.title') });
  await table.waitFor();
  expect(await table.getByRole('row', { name: 'Subscription 1' }).textContent()).toContain(en.connect('right.all'));
  const closed = table.getByRole('row', { name: 'Subscription 3' });
  expect(await closed.textContent()).toContain(en.connect('right.resources'));
  expect(await closed.getByRole('checkbox').isChecked()).toBe(false);
});

it('reads what was picked into the inventory', async () => {
  const { page } = web;
  await page.getByRole('button', { name: en.connect('read', { count: 2 }) }).click();
  await page.getByRole('region', { name: en.connect('ended.title', { tenant: 'Contoso' }) }).waitFor();
  expect(
    (await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode(true).analyze()).violations,
  ).toEqual([]);
  await page.getByRole('button', { name: en.connect('ended.inventory') }).click();
  const grid = page.getByRole('grid', { name: en.inventory('title') });
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('7');
});

it('says after a refresh what is new, gone and changed', async () => {
  const { page, server } = web;
  server.fleet = aFleet([
    { ...QUIET, vms: 3, power: { 'vm-000001': 'deallocated' } },
    { ...QUIET, vms: 3 },
  ]);
  await goTo(page, en, 'connect');
  const first = page.getByRole('region', { name: en.connect('ended.title', { tenant: 'Contoso' }) });
  await first.getByRole('button', { name: en.connect('close') }).click();
  await page.getByRole('button', { name: en.connect('act.refresh'), exact: true }).click();
  const ended = page.getByRole('region', { name: en.connect('ended.title', { tenant: 'Contoso' }) });
  await ended.waitFor();
  const values = await ended.getByRole('definition').allTextContents();
  expect(values).toEqual(['6', '1', '1', '1']);
  expect([web.problems, server.violations]).toEqual([[], []]);
});
