import { describe, expect, it } from 'vitest';
import { aWorkplace } from './support.ts';

const APP = '12345678-1234-4234-8234-123456789abc';

describe('settings', () => {
  it('are shown, changed and taken back', async () => {
    const { run, json } = aWorkplace();
    const before = { schema: 'dfs-planner/settings/1', language: 'system', theme: 'system', by: '', clientId: null };
    expect(await json('settings')).toEqual({ ...before, cloud: 'public' });
    const changed = await json('settings', `client-id=${APP}`, 'cloud=us-government', 'by=Yamada = Taro');
    expect(changed).toEqual({ ...before, by: 'Yamada = Taro', clientId: APP, cloud: 'us-government' });
    const { out } = await run('settings');
    expect(out).toContain(`client-id = ${APP}`);
    expect(out).toContain('cloud = us-government');
    expect(await json('settings', 'client-id=', 'cloud=', 'by=')).toEqual({ ...before, cloud: 'public' });
  });

  it.each([['cloud=china'], ['client-id=mine'], ['colour=red'], ['cloud'], ['constructor=1']])(
    'refuse %s as wrong use, and stay as they were',
    async (pair) => {
      const { run, json } = aWorkplace();
      const { code, err } = await run('settings', 'by=Yamada', pair);
      expect([code, err]).toEqual([2, expect.stringContaining('wrong-use')]);
      expect(await json('settings')).toMatchObject({ by: '', cloud: 'public' });
    },
  );
});
