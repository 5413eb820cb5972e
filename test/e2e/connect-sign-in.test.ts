import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AzureSeam } from '../../electron/core/sources/azure/seam.ts';
import { aFleet } from '../support/azure-server/connected.ts';
import { TENANT } from '../support/azure-server/fleet.ts';
import { aToken } from '../support/azure-server/seam.ts';
import { beginProject, type ConnectedWeb, launchConnectedWeb, signIn } from './support/connected-web.ts';
import { goTo } from './support/screens.ts';
import { wordsOf } from './support/words.ts';

const en = wordsOf('en');
const OTHER = '77777777-7777-4777-8777-777777777777';
const DEVICE = { url: 'https://login.microsoft.com/device', code: 'E5MR7WQK9' };
const SOON = { timeout: 20_000 };

/** How the one who was shown the code goes on; it is asked anew at every sign-in. */
let types: (signal: AbortSignal) => Promise<unknown>;

let web: ConnectedWeb;
let page: Page;

beforeAll(async () => {
  process.chdir(`${import.meta.dirname}/../..`);
  web = await launchConnectedWeb(aFleet([{ enforce: true }]));
  page = web.page;
  const two = [
    { id: `/tenants/${TENANT}`, tenantId: TENANT, displayName: 'Contoso', defaultDomain: 'contoso.example' },
    { id: `/tenants/${OTHER}`, tenantId: OTHER, displayName: 'Fabrikam', defaultDomain: 'fabrikam.example' },
  ];
  web.server.faults.push(({ path }) => (path === '/tenants' ? { status: 200, body: { value: two } } : undefined));
  await beginProject(web);
});
afterAll(() => web?.close());

describe('a sign-in by device code', () => {
  beforeAll(async () => {
    web.seam.credential = person();
    await page.getByRole('radio', { name: en.connect('method.device') }).click();
  });

  it('shows the code and the address, and hands both to the clipboard', async () => {
    types = (signal) => new Promise((_, refuse) => signal.addEventListener('abort', refuse));
    await button('signIn.action').click();
    await page.getByText(DEVICE.code, { exact: true }).waitFor();
    expect(await page.getByRole('link', { name: DEVICE.url }).count()).toBe(1);
    await button('device.copy').click();
    await page.getByRole('button', { name: en.connect('device.copied') }).waitFor();
    expect(await clipboard()).toBe(DEVICE.code);
    await button('device.copyUrl').click();
    await expect.poll(clipboard, SOON).toBe(DEVICE.url);
  });

  it('can be given up: nobody is signed in then', async () => {
    await button('cancel').first().click();
    await page.getByText(DEVICE.code, { exact: true }).waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
    await goTo(page, en, 'start');
    await goTo(page, en, 'connect');
    expect(await button('signOut').count()).toBe(0);
    expect(web.server.requests).toEqual([]);
  });

  it('says so when the code was not typed in time', async () => {
    const message = 'device_code_expired: See https://aka.ms/msal.js.errors#device_code_expired for details';
    types = () => Promise.reject(Object.assign(new Error(message), { name: 'AuthenticationRequiredError' }));
    await button('signIn.action').click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const said = await alert.textContent();
    for (const part of ['not typed in time', en.connect('failed.nothing'), 'a new code is shown', 'azure-code-expired'])
      expect(said).toContain(part);
  });

  it('signs in once the code was typed, and the code goes away', async () => {
    types = async () => undefined;
    await button('signIn.action').click();
    await page.getByText(en.connect('signIn.as', { account: 'yamada@contoso.example' })).waitFor();
    expect(await page.getByText(DEVICE.code).count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('an account in two tenants', () => {
  it('chooses one of them; the home tenant comes first', async () => {
    expect(await page.getByRole('radio', { name: 'Contoso' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'Fabrikam' }).click();
  });

  it('says in words that a token is of another tenant, and asks nothing with it', async () => {
    const asked = web.server.requests.length;
    // The trap: whatever tenant is asked for, the account in the cache answers.
    web.seam.credential = () => ({ getToken: async () => token(TENANT) });
    await button('signOut').click();
    await signIn(web);
    await page.getByRole('radio', { name: 'Fabrikam' }).click();
    await button('tenant.list').click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const said = await alert.textContent();
    for (const part of [TENANT, 'of another tenant', 'az login --tenant', 'azure-wrong-tenant']) {
      expect(said).toContain(part);
    }
    expect(web.server.requests.slice(asked).map(({ path }) => path)).toEqual(['/tenants']);
  });

  it('reads both into one project, each with runs of its own', async () => {
    web.seam.credential = (tenantId) => ({ getToken: async () => token(tenantId ?? TENANT) });
    await button('signOut').click();
    for (const [name, tenantId] of [
      ['Fabrikam', OTHER],
      ['Contoso', TENANT],
    ] as const) {
      web.server.fleet = { ...aFleet([{ enforce: true, name: `${name} 1` }]), tenantId, tenantName: name };
      await page.getByRole('button', { name: /^Sign in( once more)?$/ }).click();
      await page.getByRole('radio', { name }).click();
      await button('tenant.list').click();
      await page.getByRole('row', { name: `${name} 1` }).waitFor();
      await button('read', { count: 1 }).click();
      await page.getByRole('region', { name: en.connect('ended.title', { tenant: name }) }).waitFor();
    }
    expect(await page.getByRole('article').count()).toBe(2);
    expect(
      await page
        .getByRole('article')
        .getByRole('button', { name: en.connect('act.refresh') })
        .count(),
    ).toBe(2);
  });

  it('signs out: tenants and subscriptions go, what was read stays', async () => {
    await button('signOut').click();
    await button('signIn.action').waitFor();
    expect(await page.getByRole('region', { name: en.connect('tenant.title') }).count()).toBe(0);
    expect(await button('signOut').count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(2);
    expect([web.problems, web.server.violations]).toEqual([[], []]);
  });
});

function button(key: string, values: Readonly<Record<string, unknown>> = {}): Locator {
  return page.getByRole('button', { name: en.connect(key as 'close', values), exact: true });
}

function clipboard(): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

function token(tenantId: string) {
  return { token: aToken(tenantId), expiresOnTimestamp: Date.now() + 3_600_000 };
}

/** Shows the code once, and lets somebody in when they typed it. */
function person(): NonNullable<AzureSeam['credential']> {
  let isIn = false;
  return (tenantId, prompt) => ({
    async getToken(_, options) {
      if (!isIn) {
        prompt(DEVICE);
        await types(options?.abortSignal as AbortSignal);
        isIn = true;
      }
      return token(tenantId ?? TENANT);
    },
  });
}
