import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NONCE_META } from '../../../shared/contract/page.ts';
import * as electron from './fake-electron.ts';
import { type OpenedShell, openShell } from './shell.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let shell: OpenedShell;

beforeEach(async () => {
  electron.resetElectron();
  shell = await openShell();
});

const preferences = () => shell.window().options.webPreferences;
const handlers = () => electron.session.current.handlers;
const load = (url: string, method = 'GET') => electron.session.current.schemes.app?.({ method, url });
const policyOf = (response: Response | undefined) => response?.headers.get('Content-Security-Policy') ?? '';

/** https://www.electronjs.org/docs/latest/tutorial/security, point by point. 19, fuses, is the packaging's. */
describe('the security list of Electron', () => {
  it('1: loads nothing from afar', () => {
    expect(shell.window().loaded).toEqual(['app://planner/']);
    const html = readFileSync('renderer/index.html', 'utf8');
    expect(html).not.toMatch(/https?:|\/\/[a-z]/i);
  });

  it('2: gives the page no Node, in no frame and no worker', () => {
    expect(preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('3: keeps the preload script and the page apart', () => expect(preferences().contextIsolation).toBe(true));

  it('4: runs the page in the sandbox, and every further process too', () => {
    expect(preferences().sandbox).toBe(true);
    expect(electron.app.isSandboxed).toBe(true);
  });

  it.each([
    'geolocation',
    'media',
    'notifications',
    'midi',
    'pointerLock',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'hid',
    'serial',
    'usb',
    'unknown',
    'fileSystem',
  ])('5: refuses %s, asked for or looked at', (permission) => {
    expect(permissionsOf(permission, 'app://planner/')).toEqual([false, false]);
  });

  it.each(['clipboard-sanitized-write', 'fullscreen'])('5: grants %s to the page alone', (permission) => {
    expect(permissionsOf(permission, 'app://planner/')).toEqual([true, true]);
    expect(permissionsOf(permission, 'https://example.com/')).toEqual([false, false]);
    expect(permissionsOf(permission, 'app://planner.example/')).toEqual([false, false]);
  });

  it('5: refuses every device', () => expect(handlers().devicePermission?.()).toBe(false));

  it('6: keeps the web’s own checks on', () => expect(preferences().webSecurity).toBe(true));

  it('7: says what a page may do, with another nonce for each load', async () => {
    const policies = [policyOf(load('app://planner/')), policyOf(load('app://planner/'))];
    expect(policies[0]).not.toBe(policies[1]);
    for (const policy of policies) {
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(policy).toContain("require-trusted-types-for 'script'");
    }
    const html = await load('app://planner/')?.text();
    expect(html).toMatch(new RegExp(`<meta name="${NONCE_META}" content="[\\w+/=]{24}"`));
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/\son\w+=|javascript:|style=/i);
  });

  it('8–10: switches nothing on that is off', () => {
    expect(preferences()).toMatchObject({ allowRunningInsecureContent: false, experimentalFeatures: false });
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
    expect(preferences()).not.toHaveProperty('additionalArguments');
  });

  it('11, 12: has no guests', () => {
    expect(preferences().webviewTag).toBe(false);
    expect(shell.window().webContents.attempt('will-attach-webview')).toBe(true);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('13: stays where it is: %s', (event) => {
    expect(shell.window().webContents.attempt(event)).toBe(true);
  });

  it('14: opens no window', () => {
    expect(shell.window().webContents.openHandler({ url: 'https://learn.microsoft.com/' })).toEqual({ action: 'deny' });
    expect(electron.shell.opened).toEqual([]);
  });

  it('15: opens only addresses of a fixed list outside', async () => {
    const evil = ['https://example.com/', 'file:///bin/sh', 'ms-settings:', 'https://learn.microsoft.com.evil/'];
    for (const url of evil) {
      await expect(shell.page().invoke('action', 'openExternal', [url])).rejects.toThrow('refused');
    }
    expect(electron.shell.opened).toEqual([]);
  });

  it('16: is built for the Electron that is supported', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(devDependencies.electron).toMatch(/^4[5-9]\.\d+\.\d+$/);
  });

  it('17: looks at who sends', async () => {
    const other = { url: 'https://example.com/', origin: 'https://example.com', parent: null };
    const { fakePage } = await import('./shell.ts');
    await expect(fakePage(shell.window(), other).invoke('action', 'chooseFolder', [])).rejects.toThrow('sender');
  });

  it('18: has a scheme of its own instead of files', () => {
    expect(electron.protocol.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    const bundle = readFileSync('electron/main/planner-window.ts', 'utf8');
    expect(bundle).not.toContain('loadFile');
  });
});

describe('the scheme of the page', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/index.html', 200, 'text/html; charset=utf-8'],
    ['/?pseudo', 200, 'text/html; charset=utf-8'],
    ['/assets/page.js', 200, 'text/javascript; charset=utf-8'],
    ['/notes.bak', 404, null],
    ['/assets/', 404, null],
    ['/assets/../index.html', 404, null],
    ['/%2e%2e/package.json', 404, null],
    ['/../main/index.cjs', 404, null],
    ['/assets/page.js/x', 404, null],
    ['//assets/page.js', 404, null],
  ])('answers %s with %s', (path, status, type) => {
    const response = load(`app://planner${path}`);
    expect([response?.status, response?.headers.get('Content-Type')]).toEqual([status, type]);
  });

  it('knows no other host, and no other method than reading', () => {
    expect(load('app://other/')?.status).toBe(404);
    expect(load('app://planner/', 'POST')?.status).toBe(404);
  });

  it('lets nothing be guessed, framed or kept', () => {
    expect(Object.fromEntries(load('app://planner/assets/page.js')?.headers ?? [])).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });
});

describe('the session of the page', () => {
  it('leaves nothing on the disk', () => {
    expect(electron.session.partition).not.toMatch(/^persist:/);
    expect(electron.session.options).toEqual({ cache: false });
  });

  it.each([
    ['app://planner/', false],
    ['app://planner/assets/page.js', false],
    ['app://other/', true],
    ['https://learn.microsoft.com/', true],
    ['http://127.0.0.1/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.com/', true],
    ['chrome://version', true],
    ['devtools://devtools/', true],
    ['data:text/html,x', true],
  ])('cancels %s: %s', (url, cancel) => {
    const answer = vi.fn();
    handlers().request?.({ url } as never, answer as never);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  it('downloads nothing, and fetches no dictionary', () => {
    const event = { preventDefault: vi.fn() };
    electron.session.current.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalled();
    for (const each of [electron.session.current, electron.session.defaultSession])
      expect([each.hasSpellChecker, each.spellCheckerLanguages]).toEqual([false, []]);
    expect(preferences()).toMatchObject({ spellcheck: false, devTools: false, navigateOnDragDrop: false });
  });
});

describe('nothing pops up', () => {
  it('no dialog of the page, and no page that keeps its window', () => {
    expect(preferences().disableDialogs).toBe(true);
    expect(shell.window().webContents.attempt('will-prevent-unload')).toBe(true);
  });
});

function permissionsOf(permission: string, origin: string): readonly unknown[] {
  const answer = vi.fn();
  const contents = shell.window().webContents;
  const asking = [contents, permission, answer, { requestingUrl: origin }] as never[];
  handlers().permissionRequest?.(...asking);
  return [answer.mock.calls[0]?.[0], handlers().permissionCheck?.(...([contents, permission, origin, {}] as never[]))];
}
