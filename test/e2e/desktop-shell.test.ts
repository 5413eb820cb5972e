import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/contract/failures.ts';
import { coreOf } from './support/core-of.ts';
import { buildDesktop, type Desktop, launchDesktop } from './support/desktop.ts';

let folder = '';
let desktop: Desktop;

beforeAll(async () => {
  await buildDesktop();
  folder = mkdtempSync(join(tmpdir(), 'planner-shell-'));
  desktop = await launchDesktop({ home: join(folder, 'home') });
}, 120_000);

afterAll(async () => {
  await desktop?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page in the shell', () => {
  it('has nothing of Node and nothing of Electron, only the bridge', async () => {
    const found = await desktop.page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
      bridge: Object.keys(window.dfsPlanner ?? {}).sort(),
      origin: location.origin,
    }));
    expect(found).toEqual({
      globals: [],
      bridge: ['actions', 'call', 'cancel', 'facts', 'on', 'pathOf'],
      origin: 'app://planner',
    });
  });

  it('reaches no network, no file and no other address', async () => {
    const reached = await desktop.page.evaluate(async () => {
      const addresses = [
        'https://example.com/',
        'http://127.0.0.1:1/',
        'file:///etc/passwd',
        'app://other/',
        'ftp://x/',
      ];
      const reached = await Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            () => address,
            () => null,
          ),
        ),
      );
      return reached.filter((address) => address !== null);
    });
    expect(reached).toEqual([]);
  });

  it('runs no inline script, no eval and no foreign frame, and opens no window', async () => {
    const ran = await desktop.page.evaluate(async () => {
      const tries: Record<string, () => unknown> = {
        // biome-ignore lint/security/noGlobalEval: the page must not be able to
        eval: () => window.eval('1'),
        function: () => new Function('return 1')(),
        html: () => {
          document.createElement('div').innerHTML = '<b>x</b>';
          return true;
        },
        window: () => window.open('https://learn.microsoft.com/'),
      };
      // What a debugger evaluates is free of the policy; what it leaves for later is not.
      await new Promise((resolve) => setTimeout(resolve));
      return Object.entries(tries).flatMap(([name, attempt]) => {
        try {
          return attempt() === null ? [] : [name];
        } catch {
          return [];
        }
      });
    });
    expect(ran).toEqual([]);
    await desktop.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'app://planner/';
      document.body.append(frame);
      location.href = 'https://learn.microsoft.com/';
    });
    await expect.poll(() => desktop.page.url()).toBe('app://planner/');
    expect(await desktop.app.windows()).toHaveLength(1);
  });

  it('has its permissions refused, but for writing to the clipboard', async () => {
    const states = await desktop.page.evaluate(async () => {
      const ask = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return Promise.all(['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'].map(ask));
    });
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
  });
});

describe('calls over the bridge', () => {
  it.each([
    ['an id that is none', ['../x', '{"method":"app.info","params":{},"language":"en"}']],
    ['text that is no JSON', ['a1', 'app.info']],
    ['a value that is no request', ['a2', '[]']],
    ['a request without language', ['a3', '{"method":"app.info","params":{}}']],
    ['a request with something more', ['a4', '{"method":"app.info","params":{},"language":"en","x":1}']],
    ['a method that is no name', ['a5', '{"method":"__proto__","params":{},"language":"en"}']],
  ])('refuses %s', async (_what, values) => {
    expect(await refusal(desktop.page, values)).toContain('refused: call');
  });

  it('refuses a request that is too large', async () => {
    const refused = await desktop.page.evaluate(async () => {
      const request = JSON.stringify({ method: 'app.info', params: { x: 'x'.repeat(33 * 1024 ** 2) }, language: 'en' });
      return window.dfsPlanner?.call('large', request, () => undefined).catch((error: Error) => error.message);
    });
    expect(refused).toContain('refused: call');
  });

  it('answers in words for a method that there is not', async () => {
    expect(await call(desktop.page, 'no.such', {})).toMatchObject({ ok: false });
  });
});

describe('a project in a window', () => {
  let sample = '';

  it('stands in the title, and again when the page is loaded anew', async () => {
    // In the app's own folder, which a first start does not have yet.
    sample = join(desktop.home, 'projects/minato.dfsplan');
    expect(await call(desktop.page, 'project.createSample', { path: sample })).toMatchObject({ ok: true });
    await call(desktop.page, 'project.state', { handle: await handleOf(desktop.page, sample) });
    const title = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    await expect.poll(title).toContain(' – Defender for Servers Onboarding Planner');
    await desktop.page.reload();
    await expect.poll(() => desktop.page.evaluate(() => window.dfsPlanner?.facts.project)).toBe(sample);
  });

  it('comes to the front when the program is started with it again', async () => {
    expect(await desktop.startAgain(sample)).toBe(0);
    expect(desktop.app.windows()).toHaveLength(1);
  });

  it('is open in one window only', async () => {
    const opened = desktop.app.waitForEvent('window');
    await desktop.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      items.find(({ label }) => label === 'New &Window')?.click();
    });
    const second = await opened;
    await second.waitForLoadState('load');
    expect(await call(second, 'project.open', { path: sample })).toMatchObject({
      ok: false,
      failure: { code: 'project-in-other-window' },
    });
    await second.close();
  });

  it('is kept when the core is killed: a new one has it open under its handle', async () => {
    const handle = await handleOf(desktop.page, sample);
    await desktop.page.evaluate(() => {
      const told: string[] = [];
      window.dfsPlanner?.on(({ kind }) => told.push(kind));
      Object.assign(window, { told });
    });
    const told = () => desktop.page.evaluate(() => (window as unknown as { told: string[] }).told);
    await killCore(desktop);
    await expect.poll(told, { timeout: 20_000 }).toEqual(['core-stopped', 'core-restarted']);
    expect(await call(desktop.page, 'project.state', { handle })).toMatchObject({ ok: true });
  });
});

describe('menus and dialogs', () => {
  it('speak the language of the page', async () => {
    const files = () => desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label);
    await desktop.page.evaluate(() => window.dfsPlanner?.actions.setMenuLanguage('ja'));
    await expect.poll(files).toBe('ファイル(&F)');
    await desktop.page.evaluate(() => window.dfsPlanner?.actions.setMenuLanguage('en'));
    await expect.poll(files).toBe('&File');
  });

  it('leave to the page what is the page’s', async () => {
    await desktop.page.evaluate(() => {
      const chosen: unknown[] = [];
      window.dfsPlanner?.on((event) => chosen.push(event));
      Object.assign(window, { chosen });
    });
    await desktop.chooseInMenu('search');
    const chosen = () => desktop.page.evaluate(() => (window as unknown as { chosen: unknown[] }).chosen);
    await expect.poll(chosen).toEqual([{ kind: 'menu', command: 'search' }]);
  });

  it('choose files and save bytes', async () => {
    const target = join(folder, 'saved.csv');
    await desktop.answerDialogs({ open: ['/one.csv', '/two.csv'], save: target });
    const answers = await desktop.page.evaluate(async () => {
      const actions = window.dfsPlanner?.actions;
      return [
        await actions?.chooseFiles('evidence'),
        await actions?.saveFile('plan.csv', new TextEncoder().encode('名前\r\n')),
      ];
    });
    expect(answers).toEqual([['/one.csv', '/two.csv'], target]);
    expect(readFileSync(target, 'utf8')).toBe('名前\r\n');
    await desktop.answerDialogs({ open: null, save: null });
    expect(await desktop.page.evaluate(() => window.dfsPlanner?.actions.chooseFolder())).toBeNull();
  });
});

async function call(page: Page, method: string, params: unknown): Promise<Reply<unknown>> {
  const reply = await page.evaluate(async ({ id, request }) => window.dfsPlanner?.call(id, request, () => undefined), {
    id: crypto.randomUUID(),
    request: JSON.stringify({ method, params, language: 'en' }),
  });
  return JSON.parse(String(reply)) as Reply<unknown>;
}

async function handleOf(page: Page, path: string): Promise<string> {
  const reply = await call(page, 'project.open', { path });
  if (!reply.ok) throw new Error(reply.failure.message);
  return (reply.value as { handle: string }).handle;
}

async function refusal(page: Page, values: readonly string[]): Promise<string> {
  return page.evaluate(async ([id = '', request = '']) => {
    try {
      return String(await window.dfsPlanner?.call(id, request, () => undefined));
    } catch (error) {
      return (error as Error).message;
    }
  }, values);
}

/** Ends the core as the system would. */
async function killCore({ app }: Desktop): Promise<void> {
  process.kill(coreOf(await app.evaluate(() => process.pid)), 'SIGKILL');
}
