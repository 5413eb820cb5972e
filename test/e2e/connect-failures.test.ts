import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAILURES, type FailureCode } from '../../shared/contract/failures.ts';
import { AZURE_FINDINGS } from '../../shared/i18n/findings/azure.ts';
import { LANGUAGES } from '../../shared/model/index.ts';
import { refusal } from '../support/azure-server/answers.ts';
import { aFleet } from '../support/azure-server/connected.ts';
import { always, asksFor, first, tokenOf } from '../support/azure-server/faults.ts';
import type { Fault, ServerRequest } from '../support/azure-server/server.ts';
import { beginProject, type ConnectedWeb, launchConnectedWeb, signIn } from './support/connected-web.ts';
import { choose, goTo } from './support/screens.ts';
import { type Words, wordsOf } from './support/words.ts';

type Fails = (request: ServerRequest) => Fault | undefined;

const isVmQuery = asksFor('microsoft.compute/virtualmachines');
const isList = ({ path }: ServerRequest) => path === '/subscriptions';
const isSettings = ({ path }: ServerRequest) => path.endsWith('/settings');
const isPlans = ({ path }: ServerRequest) => path.endsWith('/pricings');
const FULL = { enforce: true, vms: 4 } as const;
const EMPTY = { enforce: true, vms: 0 } as const;
const SOON = { timeout: 20_000 };

let web: ConnectedWeb;
let page: Page;
let words: Words = wordsOf('en');
/** What the network itself answers instead of an answer. */
let broken: Error | null = null;

beforeAll(async () => {
  process.chdir(`${import.meta.dirname}/../..`);
  web = await launchConnectedWeb(aFleet([FULL, EMPTY]), { timeoutMs: 300 });
  page = web.page;
  const { httpClient } = web.seam;
  web.seam.httpClient = {
    sendRequest: (request) => (broken ? Promise.reject(broken) : (httpClient?.sendRequest(request) as never)),
  };
  web.server.quota = { ...web.server.quota, queries: 1_000 };
  await beginProject(web);
  await signIn(web);
  await button('read', { count: 2 }).click();
  await ended().waitFor();
});
afterAll(() => web?.close());

describe.each(LANGUAGES)('in %s', (language) => {
  beforeAll(async () => {
    words = await choose(page, words, { theme: 'light', language });
    await goTo(page, words, 'connect');
  });

  describe('a run that cannot go on says why, what it means, what to do and its code', () => {
    it.each<readonly [string, FailureCode, Fails | Error]>([
      [
        '401',
        'azure-sign-in',
        always(isList, refusal(401, 'InvalidAuthenticationToken', 'The token is no longer taken')),
      ],
      ['403', 'azure-refused', always(isList, refusal(403, 'AuthorizationFailed', 'No authorization over the tenant'))],
      ['429 without an end', 'azure-unreachable', always(isList, refusal(429, 'TooManyRequests', 'Too many'))],
      ['500 without an end', 'azure-unreachable', always(isList, refusal(500, 'InternalServerError', 'Broken'))],
      ['no answer', 'azure-unreachable', always(isList, 'hang')],
      ['no network', 'azure-unreachable', failing('ENOTFOUND', 'getaddrinfo ENOTFOUND management.azure.com')],
      ['a proxy', 'azure-proxy', failing('', 'tunneling socket could not be established, statusCode=407')],
      ['TLS', 'azure-certificate', failing('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in chain')],
    ])('%s', async (_, code, fails) => {
      const repaired = fail(fails);
      await button('act.refresh').click();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      const said = await alert.textContent();
      expect(said).toContain(stable(FAILURES[code].message[language]));
      for (const part of [FAILURES[code].next[language], words.connect('failed.kept'), code])
        expect(said).toContain(part);
      await standsStill();
      repaired();
      await page.getByRole('button', { name: words.connect('close'), exact: true }).click();
      await goTo(page, words, 'inventory');
      expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('5');
      await goTo(page, words, 'connect');
    });
  });

  describe('a run that could not read everything is marked, and what is missing is tried again', () => {
    it.each<readonly [string, keyof typeof AZURE_FINDINGS, Fails]>([
      ['a missing right', 'azure-sync-right', always(isPlans, refusal(403, 'AuthorizationFailed', 'no right'))],
      ['500', 'azure-sync-failed', always(isVmQuery, refusal(500, 'InternalServerError', 'Broken'))],
      ['a timeout', 'azure-sync-failed', always(isSettings, 'hang')],
      ['a repeated token', 'azure-sync-failed', repeats],
      ['an answer that is none', 'azure-sync-failed', always(isPlans, { status: 200, body: { value: 7 } })],
      [
        'Defender for Endpoint',
        'azure-defender-consent',
        always(isDevices, refusal(403, 'Forbidden', 'Missing roles')),
      ],
    ])('%s', async (_, code, fails) => {
      const repaired = fail(fails);
      await button('act.refresh').click();
      await ended().waitFor();
      const said = await ended().textContent();
      const finding = AZURE_FINDINGS[code];
      const parts = [words.connect('run.partial'), words.connect('ended.partial'), finding.next[language], code];
      for (const part of parts) expect(said).toContain(part);
      await standsStill();
      repaired();
      const asked = web.server.requests.length;
      await button('act.retry').click();
      await expect.poll(() => ended().getByText(words.connect('ended.partial')).count(), SOON).toBe(0);
      await button('act.refresh').waitFor();
      // Only the part that failed, and what every run asks first.
      expect(web.server.requests.slice(asked).filter((request) => !isList(request)).length).toBeLessThanOrEqual(2);
      await ended()
        .getByRole('button', { name: words.connect('close') })
        .click();
    });

    it('subscriptions that Azure leaves out in silence', async () => {
      web.server.fleet = aFleet([FULL, { ...EMPTY, isReadable: false, name: 'Hidden' }]);
      await button('act.refresh').click();
      await ended().waitFor();
      const said = await ended().textContent();
      for (const part of ['Hidden', 'azure-sync-dropped', AZURE_FINDINGS['azure-sync-dropped'].next[language]]) {
        expect(said).toContain(part);
      }
      await standsStill();
      web.server.fleet = aFleet([FULL, EMPTY]);
      await ended()
        .getByRole('button', { name: words.connect('close') })
        .click();
    });
  });

  describe('a pause', () => {
    it.each<readonly [string, RegExp, () => () => void]>([
      ['that a refusal asks for', /\b(300|29\d)\b/, () => fail(first(1, isVmQuery, TOO_MANY))],
      ['for a quota that is used up', /\b[345]\b/, usedUp],
    ])('%s is shown with its length, and Stop ends it at once', async (_, seconds, refuse) => {
      const { wait = async () => undefined } = web.seam;
      web.seam.wait = (__, signal) => new Promise((___, end) => signal.addEventListener('abort', end));
      const repaired = refuse();
      await button('act.refresh').click();
      const pause = page.getByText(words.connect('waiting', { count: 7 }).split('7')[0] ?? '');
      await pause.waitFor();
      expect(await pause.textContent()).toMatch(seconds);
      await button('running.stop').click();
      await page.getByRole('region', { name: words.connect('stopped.title') }).waitFor();
      web.seam.wait = wait;
      repaired();
      await button('act.go-on').click();
      await ended().waitFor();
      await standsStill();
      await ended()
        .getByRole('button', { name: words.connect('close') })
        .click();
    });
  });
});

it('nothing else went wrong', () => {
  expect(web.server.violations).toEqual([]);
  expect(web.problems).toEqual([]);
});

const TOO_MANY = { ...refusal(429, 'RateLimiting', 'quota'), headers: { 'retry-after': '300' } };

/** Resource Graph has fewer queries left than a run needs. */
function usedUp(): () => void {
  const { quota } = web.server;
  web.server.quota = { ...quota, queries: 2 };
  web.server.clock.now += quota.windowMs;
  return () => {
    web.server.quota = quota;
  };
}

function failing(code: string, message: string): Error {
  return Object.assign(new Error(message), code === '' ? {} : { code });
}

function fail(fails: Fails | Error): () => void {
  if (fails instanceof Error) {
    broken = fails;
    return () => {
      broken = null;
    };
  }
  web.server.faults.push(fails);
  return () => void web.server.faults.splice(web.server.faults.indexOf(fails), 1);
}

function repeats(request: ServerRequest): Fault | undefined {
  if (!isVmQuery(request)) return undefined;
  const $skipToken = tokenOf(request) ?? 'MQ==';
  return { status: 200, body: { totalRecords: 4, count: 0, resultTruncated: 'false', data: [], $skipToken } };
}

function isDevices({ path }: ServerRequest): boolean {
  return path === '/api/machines';
}

/** The part of a sentence before its first parameter. */
function stable(sentence: string): string {
  return (
    sentence
      .split('{')
      .sort((a, b) => b.length - a.length)[0]
      ?.split('}')
      .at(-1)
      ?.trim() ?? ''
  );
}

/** Nothing turns or moves for ever. */
async function standsStill(): Promise<void> {
  await expect.poll(() => page.getByRole('progressbar').count(), SOON).toBe(0);
}

function button(key: string, values: Readonly<Record<string, unknown>> = {}): Locator {
  return page.getByRole('button', { name: words.connect(key as 'close', values), exact: true });
}

function ended(): Locator {
  return page.getByRole('region', { name: words.connect('ended.title', { tenant: 'Contoso' }), exact: true });
}
