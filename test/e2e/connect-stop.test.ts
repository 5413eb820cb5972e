import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFleet } from '../support/azure-server/connected.ts';
import { asksFor, isGraph, isMachinePlan, tokenOf } from '../support/azure-server/faults.ts';
import type { Fault, ServerRequest } from '../support/azure-server/server.ts';
import { beginProject, type ConnectedWeb, launchConnectedWeb, signIn } from './support/connected-web.ts';
import { goTo } from './support/screens.ts';
import { wordsOf } from './support/words.ts';

const en = wordsOf('en');
const isVmQuery = asksFor('microsoft.compute/virtualmachines');
const ENDED = en.connect('ended.title', { tenant: 'Contoso' });
/** Of one subscription every machine is asked for its plan. */
const PLANS = 120;
const SOON = { timeout: 20_000 };
const MACHINES = 1_500 + PLANS;

let web: ConnectedWeb;
let page: Page;

beforeAll(async () => {
  process.chdir(`${import.meta.dirname}/../..`);
  web = await launchConnectedWeb(aFleet([{ vms: 1_500, enforce: true }, { vms: PLANS }]));
  page = web.page;
  await beginProject(web);
  await signIn(web);
});
afterAll(() => web?.close());

describe('a run that is stopped while nothing answers', () => {
  it('says so, keeps what was read and leaves the list of servers as it was', async () => {
    let plans = 0;
    const stand = silent((request) => isMachinePlan(request) && ++plans > 80);
    await button('read', { count: 2 }).click();
    await expect.poll(() => plans, SOON).toBeGreaterThan(80);
    await button('running.stop').click();
    const stopped = region(en.connect('stopped.title'));
    await stopped.waitFor();
    expect(await stopped.textContent()).toContain('rows read so far are kept');
    expect(await run().textContent()).toContain(en.connect('run.open'));
    expect(await run().textContent()).toContain(en.connect('run.machines', { count: MACHINES }));
    await goTo(page, en, 'inventory');
    expect(await page.getByRole('grid').count()).toBe(0);
    stand.ends();
  });

  it('is still there when the page is loaded anew', async () => {
    await page.reload();
    await openAgain();
    expect(await run().textContent()).toContain(en.connect('run.notApplied'));
    expect(await button('act.go-on').isEnabled()).toBe(true);
  });

  it('goes on after the planner was closed: complete, and nothing is read again', async () => {
    await web.restart();
    await openAgain();
    const before = web.server.requests.length;
    await button('act.go-on').click();
    await region(ENDED).waitFor();
    expect(await region(ENDED).getByRole('definition').allTextContents()).toEqual([
      ...[MACHINES, MACHINES].map((count) => en.connect('number', { value: count })),
      '0',
      '0',
    ]);
    expect(await run().textContent()).toContain(en.connect('run.complete'));
    const after = web.server.requests.slice(before);
    expect(after.filter(isGraph)).toEqual([]);
    // What was in flight when it stopped comes again.
    expect(after.filter(isMachinePlan).length).toBeLessThanOrEqual(PLANS - 80 + 8);
    expect(after.filter(({ path }) => path.endsWith('/settings'))).toEqual([]);
  });
});

describe('a run that the page left', () => {
  it('is stopped and kept, and goes on', async () => {
    const stand = silent((request) => isVmQuery(request) && tokenOf(request) !== undefined);
    await region(ENDED)
      .getByRole('button', { name: en.connect('close') })
      .click();
    await button('act.refresh').click();
    await expect.poll(stand.met, SOON).toBe(true);
    await page.reload();
    stand.ends();
    await openAgain();
    await expect.poll(() => run().textContent(), SOON).toContain(en.connect('run.open'));
    const before = web.server.requests.length;
    await button('act.go-on').click();
    await region(ENDED).waitFor();
    const asked = web.server.requests.slice(before).filter(isVmQuery);
    expect(asked.every((request) => tokenOf(request) !== undefined)).toBe(true);
  });
});

describe('what was read of a stopped run', () => {
  it('is taken into the list, and says everywhere that it is not whole', async () => {
    await another('Fabrikam');
    const stand = silent((request) => isVmQuery(request) && tokenOf(request) !== undefined);
    await signIn(web);
    await button('read', { count: 2 }).click();
    await expect.poll(stand.met, SOON).toBe(true);
    await button('running.stop').click();
    await region(en.connect('stopped.title')).waitFor();
    stand.ends();
    await button('act.apply').click();
    await region(ENDED).waitFor();
    expect(await region(ENDED).textContent()).toContain(en.connect('ended.partial'));
    expect(await run().textContent()).toContain(en.connect('run.open'));
    for (const screen of ['start', 'inventory', 'subscriptions', 'cost', 'compare', 'export'] as const) {
      await goTo(page, en, screen);
      expect(await page.getByRole('note').first().textContent(), screen).toContain('The sync of Contoso of ');
    }
    await goTo(page, en, 'start');
    const scope = page.getByRole('table', { name: en.start('coverage') }).getByRole('row', { name: 'Subscription 1' });
    expect(await scope.textContent()).toContain(en.start('coverage.notRead'));
  });

  it('is whole after going on, and nothing says otherwise any more', async () => {
    await page
      .getByRole('note')
      .getByRole('button', { name: en.connect('partial.action') })
      .click();
    await button('act.go-on').click();
    await region(ENDED)
      .getByText(en.connect('number', { value: MACHINES }))
      .first()
      .waitFor();
    expect(await region(ENDED).textContent()).not.toContain(en.connect('ended.partial'));
    await goTo(page, en, 'cost');
    expect(await page.getByRole('note').count()).toBe(0);
  });

  it('can be forgotten with its run, once somebody has said so twice', async () => {
    await goTo(page, en, 'connect');
    const forget = run().getByRole('button', { name: /^Forget the run of Contoso/ });
    await forget.click();
    await button('run.forget.keep').click();
    expect(await run().count()).toBe(1);
    await forget.click();
    await button('run.forget.do').click();
    await run().waitFor({ state: 'detached' });
    await goTo(page, en, 'inventory');
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(MACHINES + 1));
    expect([web.problems, web.server.violations]).toEqual([[], []]);
  });
});

function button(key: string, values: Readonly<Record<string, unknown>> = {}): Locator {
  return page.getByRole('button', { name: en.connect(key as 'close', values), exact: true });
}

function region(name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

function run(): Locator {
  return page.getByRole('article').first();
}

/** Requests of a sort are never answered from now on. */
function silent(isMeant: (request: ServerRequest) => boolean): { readonly met: () => boolean; ends(): void } {
  let wasMet = false;
  const fault = (request: ServerRequest): Fault | undefined => {
    if (!isMeant(request)) return undefined;
    wasMet = true;
    return 'hang';
  };
  web.server.faults.push(fault);
  return { met: () => wasMet, ends: () => void web.server.faults.splice(web.server.faults.indexOf(fault), 1) };
}

/** The screen of connecting, of the project that was open last. */
async function openAgain(): Promise<void> {
  await page
    .getByRole('list', { name: en.start('recent') })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: en.start('close') }).waitFor();
  await goTo(page, en, 'connect');
  await run().waitFor();
}

async function another(name: string): Promise<void> {
  await goTo(page, en, 'start');
  await page
    .getByRole('button', { name: en.start('new'), exact: true })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('textbox').first().press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await goTo(page, en, 'connect');
}
