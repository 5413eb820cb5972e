import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSignIn, type DevicePrompt } from '../../../../../electron/core/sources/azure/sign-in.ts';
import { readToken } from '../../../../../electron/core/sources/azure/token.ts';
import type { SignInChoice } from '../../../../../shared/model/index.ts';
import { type Authority, startAuthority } from '../../../../support/azure-server/authority.ts';
import { aToken } from '../../../../support/azure-server/seam.ts';

// The real credentials of the sign-in library, with a place to sign in on this computer.

const A = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const B = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
const SCOPE = 'https://management.azure.com/.default';
const CHOICE: SignInChoice = { method: 'device', clientId: null, cloud: 'public' };
const PENDING = { error: 'authorization_pending', error_description: 'AADSTS70016: not yet' };
const never = () => new AbortController().signal;

let authority: Authority;
let prompts: DevicePrompt[];

beforeEach(async () => {
  authority = await startAuthority(A);
  prompts = [];
});
afterEach(() => authority.close());

function signIn(choice: Partial<SignInChoice> = {}) {
  return createSignIn({ ...CHOICE, ...choice }, { authority }, (prompt) => prompts.push(prompt));
}

const tenantOf = async (token: Promise<{ token: string } | null>) => readToken((await token)?.token ?? '').tenantId;
const grants = () => authority.requests.map(({ grant }) => grant);

describe('a device code', () => {
  it('is shown, asked for until the person typed it, and never again', async () => {
    authority.refusals.push(PENDING, PENDING);
    const account = signIn();
    expect(await account.start(never())).toEqual({ tenantId: A, account: authority.account });
    expect(prompts).toEqual([{ url: `${authority.host}/devicelogin`, code: 'ABCD-EFGH' }]);
    expect(await tenantOf(account.credential(A).getToken(SCOPE))).toBe(A);
    expect(prompts).toHaveLength(1);
    expect(grants().filter((grant) => grant === 'device_code')).toHaveLength(3);
  });

  it.each([
    ['declined', { error: 'authorization_declined', error_description: 'AADSTS70018: declined' }, 'sign-in'],
    ['not typed in time', { error: 'expired_token', error_description: 'AADSTS70020: expired' }, 'code-expired'],
    ['forbidden by a policy', { error: 'access_denied', error_description: 'AADSTS53003: blocked' }, 'sign-in'],
  ])('that is %s ends the sign-in in words', async (_, refusal, problem) => {
    authority.refusals.push(PENDING, refusal);
    const { openAccount } = await import('../../../../../electron/core/sources/azure/index.ts');
    const account = openAccount(CHOICE, { authority }, { device: () => undefined, waits: () => undefined });
    const failure = account.start(never());
    await expect(failure).rejects.toMatchObject({ name: 'AzureError', problem });
    // The library keeps no more of the answer than its error.
    await expect(failure).rejects.toThrow(refusal.error);
    expect(account.isSignedIn()).toBe(false);
  });

  it('that is waited for can be given up', async () => {
    authority.refusals.push(...Array.from({ length: 500 }, () => PENDING));
    const { openAccount } = await import('../../../../../electron/core/sources/azure/index.ts');
    const stop = new AbortController();
    const meanwhile = { device: () => stop.abort(), waits: () => undefined };
    const failure = openAccount(CHOICE, { authority }, meanwhile).start(stop.signal);
    await expect(failure).rejects.toMatchObject({ problem: 'cancelled' });
  });
});

describe('an account', () => {
  it('gets a token of another tenant without asking, and that tenant is asked for it', async () => {
    const account = signIn({ clientId: 'own-app' });
    await account.start(never());
    expect(await tenantOf(account.credential(B).getToken(SCOPE))).toBe(B);
    expect(authority.requests.at(-1)).toMatchObject({ tenant: B, grant: 'refresh_token', clientId: 'own-app' });
    expect(prompts).toHaveLength(1);
  });

  it('that gets a token of another tenant than the one meant gets nothing', async () => {
    const account = signIn();
    await account.start(never());
    authority.tokenTenant = A;
    await expect(account.credential(B).getToken(SCOPE)).rejects.toMatchObject({ problem: 'wrong-tenant' });
  });

  it('renews a token that is over without asking', async () => {
    authority.lifetime = 1;
    const account = signIn();
    await account.start(never());
    const first = await account.credential(A).getToken(SCOPE);
    const second = await account.credential(A).getToken(SCOPE);
    expect(second?.token).not.toBe(first?.token);
    expect(prompts).toHaveLength(1);
    expect(grants().slice(-2)).toEqual(['refresh_token', 'refresh_token']);
  });

  it('is asked again where the renewal is refused, and only for what a sync begins with', async () => {
    authority.lifetime = 1;
    const account = signIn();
    await account.start(never());
    const over = { error: 'invalid_grant', error_description: 'AADSTS700082: The refresh token has expired' };
    authority.refusals.push(over);
    const other = account.credential(A).getToken('https://api.securitycenter.microsoft.com/.default');
    await expect(other).rejects.toMatchObject({ name: 'AuthenticationRequiredError' });
    expect(prompts).toHaveLength(1);
    // Once for the token that was asked for, once more before the person is asked.
    authority.refusals.push(over, over);
    expect(await tenantOf(account.credential(A).getToken(SCOPE))).toBe(A);
    expect(prompts).toHaveLength(2);
  });

  it('that signed out is asked again', async () => {
    const account = signIn();
    await account.start(never());
    account.end();
    await account.start(never());
    expect(prompts).toHaveLength(2);
    expect(grants()).toEqual(['device_code', 'device_code']);
  });

  it('meets a place to sign in whose certificate nobody knows: that is said, not "sign in again"', async () => {
    const { openAccount } = await import('../../../../../electron/core/sources/azure/index.ts');
    const unknown = { host: authority.host, ca: rootCertificates[0] ?? '' };
    const account = openAccount(CHOICE, { authority: unknown }, { device: () => undefined, waits: () => undefined });
    const failure = account.start(never());
    await expect(failure).rejects.toMatchObject({ problem: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('meets no network', async () => {
    const { openAccount } = await import('../../../../../electron/core/sources/azure/index.ts');
    await authority.close();
    const account = openAccount(CHOICE, { authority }, { device: () => undefined, waits: () => undefined });
    await expect(account.start(never())).rejects.toMatchObject({ problem: 'network', code: 'ECONNREFUSED' });
  });

  it('whose network goes away later is not asked to sign in again', async () => {
    authority.lifetime = 1;
    const account = signIn();
    await account.start(never());
    await authority.close();
    await expect(account.credential(A).getToken(SCOPE)).rejects.toMatchObject({ problem: 'network' });
    expect(prompts).toHaveLength(1);
  });
});

// The opened address is handed over by a program that stands for the browser; elsewhere than on Linux the system chooses it.
describe.runIf(process.platform === 'linux')('a browser', () => {
  it('signs in on the page that is opened, and the program takes the answer', async () => {
    const folder = temporaryFolder();
    const opened = join(folder, 'opened');
    const browser = join(folder, 'browser');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s' "$1" > '${opened}.part' && mv '${opened}.part' '${opened}'\n`);
    chmodSync(browser, 0o755);
    vi.stubEnv('BROWSER', browser);
    onTestFinished(() => void vi.unstubAllEnvs());
    const account = signIn({ method: 'browser' });
    const started = account.start(never());
    await vi.waitUntil(() => existsSync(opened), { timeout: 20_000, interval: 20 });
    const { action, form } = await getJson(readFileSync(opened, 'utf8'));
    await fetch(action, { method: 'POST', body: new URLSearchParams(form) });
    expect(await started).toEqual({ tenantId: A, account: authority.account });
    expect(grants()).toEqual(['authorization_code']);
    expect(await tenantOf(account.credential(B).getToken(SCOPE))).toBe(B);
    expect(prompts).toEqual([]);
  });
});

describe('Azure CLI', () => {
  const az = (script: string) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'az'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'az'), 0o755);
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    return folder;
  };
  const answer = (tenant: string) =>
    JSON.stringify({ accessToken: aToken(tenant), expiresOn: '2099-01-01 00:00:00.000000', expires_on: 4_070_908_800 });

  it.runIf(process.platform !== 'win32')('is asked for the tenant that is meant', async () => {
    const folder = az(`echo "$@" >> "$(dirname "$0")/calls"\ncat "$(dirname "$0")/answer"`);
    writeFileSync(join(folder, 'answer'), answer(A));
    const account = signIn({ method: 'cli' });
    expect(await account.start(never())).toMatchObject({ tenantId: A });
    expect(await tenantOf(account.credential(A).getToken(SCOPE))).toBe(A);
    await expect(account.credential(B).getToken(SCOPE)).rejects.toMatchObject({ problem: 'wrong-tenant' });
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    expect(calls.map((call) => call.includes('--tenant'))).toEqual([false, true, true]);
    expect(calls.at(-1)).toContain(`--tenant ${B}`);
  });

  it.runIf(process.platform !== 'win32')('that nobody signed in to is a sign-in that is missing', async () => {
    az(`echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`);
    const { openAccount } = await import('../../../../../electron/core/sources/azure/index.ts');
    const meanwhile = { device: () => undefined, waits: () => undefined };
    const failure = openAccount({ ...CHOICE, method: 'cli' }, {}, meanwhile).start(never());
    await expect(failure).rejects.toMatchObject({ problem: 'sign-in' });
    await expect(failure).rejects.toThrow('az login');
  });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dfs-sign-in-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What the place to sign in would have the browser post. */
function getJson(url: string): Promise<{ action: string; form: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ca: authority.ca }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve(JSON.parse(text)));
    });
    asked.on('error', reject).end();
  });
}
