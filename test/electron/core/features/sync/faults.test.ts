import { describe, expect, it } from 'vitest';
import { refusal } from '../../../../support/azure-server/answers.ts';
import { aFleet, connected, SIGN_IN } from '../../../../support/azure-server/connected.ts';
import {
  always,
  asksFor,
  first,
  isGraph,
  isMachinePlan,
  tokenOf,
  topOf,
} from '../../../../support/azure-server/faults.ts';
import { subscriptionId } from '../../../../support/azure-server/fleet.ts';

const ONE = subscriptionId(1);
const TWO = subscriptionId(2);
const isVmQuery = asksFor('microsoft.compute/virtualmachines');
const isDevices = ({ path }: { path: string }) => path === '/api/machines';
/** A subscription whose machines need not be asked one by one. */
const QUIET = { enforce: true } as const;

function codes(findings: readonly { readonly code: string }[]): string[] {
  return findings.map(({ code }) => code);
}

describe('a sync that Azure slows down', () => {
  it('waits as long as Retry-After says', async () => {
    const { sync, server, seam } = await connected(aFleet([QUIET]));
    server.faults.push(
      first(1, ({ path }) => path.endsWith('/pricings'), {
        ...refusal(429, 'TooManyRequests', 'slow'),
        headers: { 'retry-after': '300' },
      }),
    );
    expect((await sync()).run.state).toBe('complete');
    expect(seam.waits).toContain(300_000);
  });

  it('waits for the quota where a 429 names no other time', async () => {
    const { sync, server, seam } = await connected(aFleet([QUIET]));
    const headers = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' };
    server.faults.push(first(1, isVmQuery, { ...refusal(429, 'RateLimiting', 'quota'), headers }));
    expect((await sync()).run.state).toBe('complete');
    expect(seam.waits).toContain(4_000);
  });

  it('tries a failing server again after pauses that grow, and one that does not answer', async () => {
    const { sync, server, seam } = await connected(aFleet([QUIET]), { timeoutMs: 300 });
    server.faults.push(first(3, isVmQuery, refusal(500, 'InternalServerError', 'later')));
    server.faults.push(first(1, isDevices, 'hang'), first(1, asksFor('microsoft.hybridcompute/machines'), 'drop'));
    expect((await sync()).run.state).toBe('complete');
    expect(seam.waits).toEqual(expect.arrayContaining([750, 1_500, 3_000]));
  });

  it('takes smaller pages where an answer is too large', async () => {
    const { sync, server } = await connected(aFleet([{ ...QUIET, vms: 1_200 }]));
    server.faults.push((request) =>
      isVmQuery(request) && topOf(request) > 400 ? refusal(400, 'ResponsePayloadTooLarge', 'too large') : undefined,
    );
    const { run, machines } = await sync();
    expect([run.state, machines]).toEqual(['complete', 1_200]);
    expect(server.requests.filter(isVmQuery).map(topOf)).toEqual([1_000, 500, 250, 250, 250, 250, 250]);
  });

  it('goes on after pages with fewer rows than asked for, and after empty ones', async () => {
    const { sync, server } = await connected(aFleet([{ ...QUIET, vms: 4 }]));
    server.faults.push((request) => {
      if (!isVmQuery(request) || tokenOf(request) !== undefined) return undefined;
      const $skipToken = Buffer.from('0').toString('base64');
      return { status: 200, body: { totalRecords: 4, count: 0, resultTruncated: 'false', $skipToken, data: [] } };
    });
    expect((await sync()).machines).toBe(4);
  });
});

describe('a tenant that does not answer any more', () => {
  it('ends the run after a few questions, not after every one of them; it goes on later', async () => {
    const fleet = aFleet(Array.from({ length: 12 }, () => QUIET));
    const { sync, server } = await connected(fleet, { timeoutMs: 200 });
    const silence = always(({ path }) => path.endsWith('/pricings'), 'hang');
    server.faults.push(silence);
    await expect(sync()).rejects.toThrow('azure-unreachable');
    const asked = server.requests.filter(({ path }) => path.endsWith('/pricings'));
    expect(new Set(asked.map(({ path }) => path)).size).toBeLessThan(12);
    server.faults.length = 0;
    expect((await sync()).run.state).toBe('complete');
  });
});

describe('a sync that cannot read everything', () => {
  it('names subscriptions that Azure leaves out in silence, and marks every total', async () => {
    const { sync, call, handle } = await connected(aFleet([{ vms: 2 }, { name: 'Hidden', isReadable: false }]));
    const view = await sync();
    expect(view.run.state).toBe('partial');
    expect(codes(view.run.findings).sort()).toEqual(['azure-sync-dropped', 'azure-sync-right', 'azure-sync-right']);
    expect(view.run.findings.find(({ code }) => code === 'azure-sync-dropped')?.message).toContain('Hidden');
    expect(view.run.findings.find(({ code }) => code === 'azure-sync-right')?.message).toContain('AuthorizationFailed');
    const { scopes } = await call('inventory.coverage', { handle });
    const hidden = scopes.find(({ subscriptionId: of }) => of === TWO);
    expect(hidden?.read.machines ?? null).toBeNull();
    expect(scopes.find(({ subscriptionId: of }) => of === ONE)?.read.machines).not.toBeNull();
    for (const total of [
      await call('plan.get', { handle }),
      await call('cost.get', { handle }),
      await call('project.state', { handle }),
    ]) {
      expect(codes(total.findings)).toContain('azure-sync-partial');
    }
  });

  it.each([
    [
      'a token that comes twice',
      (token: string | undefined) => ({ $skipToken: token ?? 'MQ==', resultTruncated: 'false' }),
    ],
    ['rows cut off without a token', () => ({ resultTruncated: 'true' })],
  ])('takes %s as an error, not as an end', async (_, more) => {
    const { sync, server, call, handle } = await connected(aFleet([{ ...QUIET, vms: 3 }]));
    server.faults.push((request) =>
      isVmQuery(request)
        ? { status: 200, body: { totalRecords: 3, count: 0, data: [], ...more(tokenOf(request)) } }
        : undefined,
    );
    const view = await sync();
    expect(view.run.state).toBe('partial');
    expect(codes(view.run.findings)).toEqual(['azure-sync-failed']);
    const { scopes } = await call('inventory.coverage', { handle });
    expect(scopes.find(({ subscriptionId: of }) => of === ONE)?.read.machines ?? null).toBeNull();
    expect(server.requests.filter(isVmQuery).length).toBeLessThan(4);
  });

  it('says so where fewer rows come than were announced', async () => {
    const { sync, server } = await connected(aFleet([{ ...QUIET, vms: 0 }]));
    server.faults.push(
      always(isVmQuery, { status: 200, body: { totalRecords: 9, count: 0, resultTruncated: 'false', data: [] } }),
    );
    expect(codes((await sync()).run.findings)).toEqual(['azure-sync-rows']);
  });

  it('reads without Defender for Endpoint where its token or right is refused', async () => {
    const { sync, server } = await connected(aFleet([QUIET]));
    server.faults.push(always(isDevices, refusal(403, 'Forbidden', 'Missing application roles')));
    const view = await sync();
    expect(codes(view.run.findings)).toEqual(['azure-defender-consent']);
    expect(view.machines).toBe(3);
  });

  it('takes 404 of Defender for Endpoint as no devices', async () => {
    const { sync, server } = await connected(aFleet([QUIET]));
    server.faults.push(always(isDevices, refusal(404, 'ResourceNotFound', 'none')));
    expect((await sync()).run.state).toBe('complete');
  });

  it('passes over a machine that was deleted, and asks only the machines again that did not answer', async () => {
    const { sync, server } = await connected(aFleet([{ vms: 3 }]));
    const isOf = (name: string) => (request: { path: string }) => request.path.includes(`/${name}/providers/`);
    server.faults.push(always(isOf('vm-000000'), refusal(404, 'ResourceNotFound', 'gone')));
    server.faults.push(first(5, isOf('vm-000001'), refusal(500, 'InternalServerError', 'broken')));
    const view = await sync();
    expect(view.run.state).toBe('partial');
    expect(codes(view.run.findings).sort()).toEqual(['azure-sync-machine-plans', 'azure-sync-machines-gone']);
    const before = server.requests.length;
    const again = await sync();
    expect([again.run.state, again.run.id]).toEqual(['complete', view.run.id]);
    const asked = server.requests
      .slice(before)
      .filter(isMachinePlan)
      .map(({ path }) => path.split('/')[8]);
    expect(asked.sort()).toEqual(['vm-000000', 'vm-000001']);
    expect(server.requests.slice(before).filter(isGraph)).toEqual([]);
  });

  it('warns where the integration is off, and where direct servers cannot be counted', async () => {
    const { sync } = await connected(aFleet([{ ...QUIET, isIntegrationOff: true, isDesignated: true }]));
    const found = (await sync()).evidence.flatMap(({ findings }) => findings);
    expect(codes(found)).toEqual(expect.arrayContaining(['azure-integration-off', 'azure-mde-servers-none']));
  });

  it('refuses a page link that leads to another host', async () => {
    const { sync, server } = await connected(aFleet([QUIET]));
    const nextLink = 'https://evil.example/subscriptions/x?api-version=2024-01-01';
    server.faults.push(
      always(({ path }) => path.endsWith('/pricings'), { status: 200, body: { value: [], nextLink } }),
    );
    expect(codes((await sync()).run.findings)).toEqual(['azure-sync-failed']);
    expect(server.requests.some(({ host }) => host === 'evil.example')).toBe(false);
  });
});

describe('a sync that cannot go on', () => {
  it('asks for a new token where one is not taken, once', async () => {
    const { sync, server, seam } = await connected(aFleet([QUIET]));
    server.faults.push(
      first(1, isVmQuery, refusal(401, 'ExpiredAuthenticationToken', 'The access token expiry time is past')),
    );
    expect((await sync()).run.state).toBe('complete');
    expect(seam.tokens.length).toBeGreaterThan(2);
  });

  it('uses no token of another tenant', async () => {
    const other = '77777777-7777-4777-8777-777777777777';
    const { reply, handle, server } = await connected(aFleet([QUIET]), { tokenTenant: other });
    const tenant = server.fleet.tenantId;
    const replied = await reply('sync.run', { handle, signIn: SIGN_IN, tenant });
    expect(replied).toMatchObject({ ok: false, failure: { code: 'azure-wrong-tenant' } });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['ENOTFOUND', 'azure-unreachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'azure-certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'azure-certificate'],
  ])('says %s in words', async (code, failure) => {
    const { reply, handle, seam } = await connected(aFleet([QUIET]));
    Object.assign(seam, {
      httpClient: { sendRequest: () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code })) },
    });
    const replied = await reply('sync.run', { handle, signIn: SIGN_IN });
    expect(replied).toMatchObject({ ok: false, failure: { code: failure, message: expect.stringContaining(code) } });
  });

  it('runs once at a time in a project', async () => {
    const { sync, reply, handle } = await connected(aFleet([QUIET]));
    const running = sync();
    const second = await reply('sync.run', { handle, signIn: SIGN_IN });
    expect(second).toMatchObject({ ok: false, failure: { code: 'sync-running' } });
    await running;
  });
});
