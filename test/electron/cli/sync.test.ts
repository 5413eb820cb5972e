import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '../../../electron/cli/main.ts';
import { refusal } from '../../support/azure-server/answers.ts';
import { aFleet } from '../../support/azure-server/connected.ts';
import { always } from '../../support/azure-server/faults.ts';
import { type Fleet, subscriptionId } from '../../support/azure-server/fleet.ts';
import { seamTo } from '../../support/azure-server/seam.ts';
import { startAzure } from '../../support/azure-server/server.ts';

/** The command line beside a stand-in for Azure, in a folder with an empty project. */
async function aWorkplace(fleet: Fleet) {
  const server = await startAzure(fleet);
  onTestFinished(() => server.close());
  const folder = mkdtempSync(join(tmpdir(), 'dfs-cli-sync-'));
  const azure = seamTo(server);
  const run = async (argv: readonly string[], signal = new AbortController().signal) => {
    const told = { out: '', err: '' };
    const code = await runCommandLine(argv, {
      out: (text) => {
        told.out += text;
      },
      err: (text) => {
        told.err += text;
      },
      folder,
      env: { DFS_PLANNER_HOME: join(folder, 'home') },
      isTerminal: false,
      columns: null,
      signal,
      azure,
    });
    return { code, ...told };
  };
  await run(['new', 'a.dfsplan', '--name', 'Contoso']);
  const sync = (...more: string[]) => run(['sync', 'a.dfsplan', '--sign-in', 'cli', ...more]);
  return { server, run, sync };
}

describe('planner sync', () => {
  it('fills the project, prints one document, and exits with 0', async () => {
    const { sync, server } = await aWorkplace(aFleet([{ vms: 2, enforce: true }], { devices: 1 }));
    const { code, out } = await sync('--json');
    const document = JSON.parse(out) as {
      schema: string;
      machines: number;
      run: { state: string };
      appeared: string[];
    };
    expect(document).toMatchObject({ schema: 'dfs-planner/sync/1', machines: 3, run: { state: 'complete' } });
    expect(document.appeared).toHaveLength(3);
    expect(server.violations).toEqual([]);
    expect(code).toBe(0);
  });

  it('exits with 1 and says what is missing where something could not be read; the next one goes on', async () => {
    const { sync, server } = await aWorkplace(aFleet([{ enforce: true }]));
    server.faults.push(always(({ path }) => path === '/api/machines', refusal(403, 'Forbidden', 'no')));
    const partial = await sync('--lang', 'ja');
    expect(partial.code).toBe(1);
    expect(partial.out).toContain('アプリ登録');
    expect(partial.out).toContain('不完全');
    server.faults.length = 0;
    const whole = await sync();
    expect([whole.code, whole.out.includes('complete')]).toEqual([0, true]);
  });

  it('lists subscriptions with rights, reads the chosen ones, and prices when asked', async () => {
    const { sync } = await aWorkplace(
      aFleet([
        { name: '本番', enforce: true },
        { name: 'Hidden', isReadable: false },
      ]),
    );
    const list = await sync('--list');
    expect(list.out).toContain('本番');
    expect(list.out).toMatch(/Hidden.*nothing/);
    expect((await sync('--subscription', '本番')).out).toContain('complete');
    expect((await sync('--prices', 'usd')).out).toContain('2 prices');
  });

  it('can be stopped, and what it read be used', async () => {
    const { run, sync, server } = await aWorkplace(aFleet([{ vms: 1_500, enforce: true }]));
    const stop = new AbortController();
    server.faults.push((request) => {
      if (!JSON.stringify(request.body ?? '').includes('skipToken')) return undefined;
      stop.abort();
      return 'hang';
    });
    const stopped = await run(['sync', 'a.dfsplan', '--sign-in', 'cli'], stop.signal);
    expect([stopped.code, stopped.err.includes('sync-stopped')]).toEqual([130, true]);
    const applied = await sync('--apply', '--json');
    expect(applied.code).toBe(1);
    expect(JSON.parse(applied.out)).toMatchObject({ machines: 1_000, run: { state: 'open' } });
  });

  it.each([
    ['a way to sign in that is none', ['--sign-in', 'magic'], 2],
    ['a tenant that is no id', ['--tenant', 'contoso'], 2],
    ['a subscription that is not there', ['--subscription', subscriptionId(9)], 2],
    ['nothing to use yet', ['--apply'], 2],
  ])('refuses %s', async (_, more, expected) => {
    const { sync, server } = await aWorkplace(aFleet([{}]));
    expect((await sync(...more)).code).toBe(expected);
    expect(server.violations).toEqual([]);
  });
});
