import { expect, it } from 'vitest';
import { refusal } from '../../../../support/azure-server/answers.ts';
import { aFleet, connected, SIGN_IN } from '../../../../support/azure-server/connected.ts';
import { asksFor, first } from '../../../../support/azure-server/faults.ts';

const QUIET = { enforce: true } as const;
const isVmQuery = asksFor('microsoft.compute/virtualmachines');

it('a pause that Azure wants is told, with how long it is and how far the run had come', async () => {
  const { sync, server, progress } = await connected(aFleet([QUIET]));
  server.faults.push(
    first(1, isVmQuery, { ...refusal(429, 'RateLimiting', 'quota'), headers: { 'retry-after': '40' } }),
  );
  await sync();
  const pause = progress.find(({ waitMs }) => waitMs === 40_000);
  expect(pause).toMatchObject({ stage: 'sync', total: expect.any(Number) });
});

it('a pause before anything was read is told too', async () => {
  const { call, server, progress } = await connected(aFleet([QUIET]));
  server.faults.push(first(1, ({ path }) => path === '/tenants', refusal(500, 'InternalServerError', 'later')));
  await call('sync.tenants', { signIn: SIGN_IN });
  expect(progress).toMatchObject([{ stage: 'wait', waitMs: 750 }]);
});

it('a device code is told, and a sign-in that came to nothing is none', async () => {
  const { reply, call, handle, seam, progress } = await connected(aFleet([QUIET]));
  seam.credential = (_, prompt) => ({
    async getToken() {
      prompt({ url: 'https://login.microsoft.com/device', code: 'ABCD1234' });
      const message = 'device_code_expired: See https://aka.ms/msal.js.errors#device_code_expired for details';
      throw Object.assign(new Error(message), { name: 'AuthenticationRequiredError' });
    },
  });
  const replied = await reply('sync.tenants', { signIn: { method: 'device' } });
  expect(replied).toMatchObject({ ok: false, failure: { code: 'azure-code-expired' } });
  expect(progress.map(({ device }) => device?.code)).toEqual(['ABCD1234']);
  expect((await call('sync.state', { handle })).signedIn).toBe(false);
});
