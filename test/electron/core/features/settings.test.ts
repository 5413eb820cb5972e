import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFleet, connected, SIGN_IN } from '../../../support/azure-server/connected.ts';

const APP = '12345678-1234-4234-8234-123456789abc';
const OTHER = '87654321-1234-4234-8234-123456789abc';
const PUBLIC = { clientId: null, cloud: 'public' };

describe('how people sign in to Azure', () => {
  it('is kept for this computer, each part of it alone, beside what was kept before', async () => {
    const { call, folder } = await connected(aFleet([{}]));
    expect(await call('app.settings', {})).toMatchObject(PUBLIC);
    await call('app.setSettings', { by: 'Yamada', clientId: APP });
    await call('app.setSettings', { cloud: 'us-government' });
    const kept = { by: 'Yamada', clientId: APP, cloud: 'us-government' };
    expect(await call('app.settings', {})).toMatchObject(kept);
    expect(JSON.parse(readFileSync(join(folder, 'home/settings.json'), 'utf8'))).toMatchObject(kept);
    expect(await call('app.setSettings', { clientId: null })).toMatchObject({ ...kept, clientId: null });
  });

  it('holds for a sign-in that does not say otherwise, and only for that', async () => {
    const { call, handle, server } = await connected(aFleet([{}]));
    await call('app.setSettings', { clientId: APP, cloud: 'us-government' });
    await call('sync.tenants', { signIn: SIGN_IN });
    expect(server.requests.at(-1)?.host).toBe('management.usgovcloudapi.net');
    const { run } = await call('sync.run', { handle, signIn: { ...SIGN_IN, cloud: 'public', clientId: OTHER } });
    expect(run.signIn).toEqual({ method: 'cli', clientId: OTHER, cloud: 'public' });
    expect(server.requests.at(-1)?.host).toBe('management.azure.com');
    const { run: next } = await call('sync.run', {
      handle,
      signIn: { ...SIGN_IN, cloud: 'public', clientId: null },
      fresh: true,
    });
    expect(next.signIn).toEqual({ method: 'cli', clientId: null, cloud: 'public' });
  });

  it.each(['{"clientId":"x","cloud":"moon"}', '{', '[]', '{"clientId":7}'])(
    'counts as not said where the file holds %s',
    async (text) => {
      const { call, folder } = await connected(aFleet([{}]));
      await call('app.setSettings', { by: 'Yamada' });
      writeFileSync(join(folder, 'home/settings.json'), text);
      expect(await call('app.settings', {})).toMatchObject(PUBLIC);
    },
  );

  it('is refused where it is no id or no cloud', async () => {
    const { reply } = await connected(aFleet([{}]));
    for (const wrong of [{ clientId: 'my app' }, { cloud: 'china' as never }]) {
      expect(await reply('app.setSettings', wrong)).toMatchObject({ ok: false, failure: { code: 'wrong-use' } });
    }
  });
});
