import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCore } from '../../../../../electron/core/app.ts';
import type { AzureSeam } from '../../../../../electron/core/sources/azure/index.ts';
import { takeSystemProxy } from '../../../../../electron/core/sources/azure/proxy.ts';
import type { Failure } from '../../../../../shared/contract/index.ts';
import { TENANT } from '../../../../support/azure-server/fleet.ts';
import { startProxy } from '../../../../support/azure-server/proxy.ts';
import { aToken } from '../../../../support/azure-server/seam.ts';

// The real clients over the real network code, up to a proxy on this computer: nothing leaves it.

const VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'];

afterEach(() => void vi.unstubAllEnvs());

/** What listing tenants says while the proxy is this one; with a sign-in of a double, or the real one. */
async function failureThrough(proxy: string, signIn: 'double' | 'real' = 'double'): Promise<Failure> {
  for (const name of VARIABLES) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toLowerCase(), undefined);
  }
  vi.stubEnv('HTTPS_PROXY', proxy);
  const home = mkdtempSync(join(tmpdir(), 'dfs-proxy-'));
  const token = { token: aToken(TENANT), expiresOnTimestamp: Date.now() + 3_600_000 };
  const azure: AzureSeam = {
    ...(signIn === 'double' && { credential: () => ({ getToken: async () => token }) }),
    wait: async () => undefined,
  };
  const core = createCore({ now: () => '2026-11-24T00:00:00.000Z', home, azure });
  onTestFinished(() => {
    core.close();
    rmSync(home, { recursive: true, force: true });
  });
  const call = { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
  const reply = await core.dispatch('sync.tenants', { signIn: { method: 'device' } }, call);
  if (reply.ok) throw new Error('It got through');
  return reply.failure;
}

async function aProxy(way: Parameters<typeof startProxy>[0]) {
  const proxy = await startProxy(way);
  onTestFinished(() => proxy.close());
  return proxy;
}

describe('a proxy', () => {
  it('that wants a user says so, is told which variable it comes from, and is asked once', async () => {
    const proxy = await aProxy('wants-user');
    const failure = await failureThrough(`http://yamada:p%40ss@${proxy.address}`);
    expect(failure).toMatchObject({ code: 'azure-proxy' });
    expect(failure.message).toContain('407');
    expect(failure.next).toContain('HTTPS_PROXY');
    expect(failure.message + failure.next).not.toContain('p@ss');
    expect(proxy.asked).toEqual([{ host: 'management.azure.com:443', user: 'yamada:p@ss' }]);
  });

  it('that opens TLS with a certificate nobody knows is a matter of the certificate', async () => {
    const proxy = await aProxy('opens-tls');
    const failure = await failureThrough(`http://${proxy.address}`);
    expect(failure).toMatchObject({ code: 'azure-certificate' });
    expect(failure.message).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(failure.next).toContain('NODE_EXTRA_CA_CERTS');
  });

  it.each([
    ['wants-user', 'azure-proxy'],
    ['opens-tls', 'azure-certificate'],
  ] as const)('that %s is said of the sign-in too: %s', async (way, code) => {
    const proxy = await aProxy(way);
    expect(await failureThrough(`http://${proxy.address}`, 'real')).toMatchObject({ code });
    expect(new Set(proxy.asked.map(({ host }) => host))).toEqual(new Set(['login.microsoftonline.com:443']));
  });

  it('may be told without http://, as other programs take it', async () => {
    const proxy = await aProxy('wants-user');
    expect(await failureThrough(`yamada:x@${proxy.address}`)).toMatchObject({ code: 'azure-proxy' });
    expect(proxy.asked).toEqual([{ host: 'management.azure.com:443', user: 'yamada:x' }]);
  });

  it.each([['http://'], ['socks5://127.0.0.1:9'], ['http://127.0.0.1:9'], ['a b:secret@c']])(
    'as %s is what is in the way',
    async (address) => {
      const failure = await failureThrough(address);
      expect(failure).toMatchObject({ code: 'azure-proxy' });
      expect(failure.message).not.toContain('secret');
    },
  );
});

describe('the proxy that the system names', () => {
  const SYSTEM = 'http://proxy.example:8080';

  it('is taken, changed, and given up again', () => {
    const env: Record<string, string | undefined> = {};
    takeSystemProxy(env, SYSTEM);
    expect(env).toEqual({ HTTPS_PROXY: SYSTEM });
    takeSystemProxy(env, 'http://other.example:8080');
    expect(env).toEqual({ HTTPS_PROXY: 'http://other.example:8080' });
    takeSystemProxy(env, null);
    expect(env).toEqual({});
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])('never takes the place of %s', (name) => {
    const env = { [name]: 'http://own.example:3128' };
    takeSystemProxy(env, SYSTEM);
    takeSystemProxy(env, null);
    expect(env).toEqual({ [name]: 'http://own.example:3128' });
  });
});
