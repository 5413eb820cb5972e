import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type MenuActs, type MenuState, menuTemplate } from '../../../electron/main/menu.ts';
import { DIALOG_TEXTS, MENU_TEXTS } from '../../../shared/i18n/menu/index.ts';
import * as electron from './fake-electron.ts';
import { openShell } from './shell.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => electron.resetElectron());

const nothing = (): void => undefined;
const ACTS: MenuActs = {
  command: nothing,
  openProject: nothing,
  openRecent: nothing,
  newWindow: nothing,
  print: nothing,
  zoom: nothing,
  openDocumentation: nothing,
};

function template(change: Partial<MenuState> = {}, acts: Partial<MenuActs> = {}): MenuItemConstructorOptions[] {
  const state: MenuState = { language: 'en', platform: 'linux', hasWindow: true, hasProject: true, recent: [] };
  return menuTemplate({ ...state, ...change }, { ...ACTS, ...acts });
}

function entries(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? entries(item.submenu) : [])]);
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menus on %s', (platform) => {
  it('are the same in both languages, but for their words', () => {
    const shape = (language: 'en' | 'ja') =>
      entries(template({ language, platform })).map(({ label: _, submenu: __, click: ___, ...rest }) => rest);
    expect(shape('ja')).toEqual(shape('en'));
  });

  it('have a word for every entry: none is left to Electron, which knows English only', () => {
    const wordless = entries(template({ platform })).filter(({ label, type }) => !label && type !== 'separator');
    expect(wordless).toEqual([]);
  });

  it('have each key once', () => {
    const keys = entries(template({ platform })).flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('speak Japanese', () => {
    const latin = entries(template({ language: 'ja', platform })).filter(
      ({ label }) => label && !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label),
    );
    expect(latin).toEqual([]);
  });
});

describe('the words', () => {
  it('have the letter for Alt in both languages, the Japanese ones in brackets', () => {
    for (const { en, ja } of Object.values(MENU_TEXTS)) {
      expect(ja.includes('&')).toBe(en.includes('&'));
      if (ja.includes('&')) expect(ja).toMatch(/\(&[A-Z]\)(…|)$/);
    }
  });

  it('of dialogs are there in both languages', () => {
    for (const { en, ja } of Object.values(DIALOG_TEXTS)) expect([en.length > 0, ja.length > 0]).toEqual([true, true]);
  });
});

describe('an entry', () => {
  it('for a project is off without one', () => {
    const off = entries(template({ hasProject: false })).filter(({ id, enabled }) => id && enabled === false);
    expect(off.map(({ id }) => id)).toEqual(['saveProjectAs', 'goExport', 'closeProject', 'filter']);
  });

  it('of a recent project shows its name as it is, and is off when the file is gone', () => {
    const openRecent = vi.fn();
    const recent = [
      { path: '/a.dfsplan', name: 'Smith & Sons', openedAt: '', exists: true },
      { path: '/b.dfsplan', name: '港商事', openedAt: '', exists: false },
    ];
    const found = entries(template({ recent }, { openRecent })).filter(({ label }) => /Smith|港/.test(label ?? ''));
    expect(found.map(({ label, enabled }) => [label, enabled])).toEqual([
      ['Smith && Sons', true],
      ['港商事', false],
    ]);
    found[0]?.click?.(undefined as never, undefined, undefined as never);
    expect(openRecent).toHaveBeenCalledWith('/a.dfsplan');
  });
});

describe('the shell’s menus', () => {
  const projects = [
    { path: '/new.dfsplan', name: 'New', openedAt: '', exists: true },
    { path: '/gone.dfsplan', name: 'Gone', openedAt: '', exists: false },
    { path: '/old.dfsplan', name: 'Old', openedAt: '', exists: true },
  ];

  it('begin in the language of the system and follow the page', async () => {
    electron.app.locale = 'ja-JP';
    const shell = await openShell();
    expect(electron.Menu.shown[0]?.label).toBe('ファイル(&F)');
    await shell.page().invoke('action', 'setMenuLanguage', ['en']);
    expect(electron.Menu.shown[0]?.label).toBe('&File');
  });

  it('are made anew only when something changed', async () => {
    const shell = await openShell();
    const before = electron.Menu.times;
    shell.window().focus();
    await shell.page().invoke('action', 'setMenuLanguage', ['en']);
    expect(electron.Menu.times).toBe(before);
  });

  it('list recent projects as the core tells them, in the system’s own list too', async () => {
    const shell = await openShell();
    shell.core.answer = () => ({ projects });
    await shell.page().call('app.projects');
    expect(electron.app.recent).toEqual(['/new.dfsplan', '/old.dfsplan']);
    shell.core.answer = () => ({ projects: [] });
    await shell.page().call('app.forgetProject', { path: '/new.dfsplan' });
    expect(electron.app.recent).toEqual([]);
  });

  it('send what is the page’s to the window in front', async () => {
    const shell = await openShell();
    electron.Menu.choose('New &Window');
    electron.Menu.choose('undo');
    expect([shell.window(0).webContents.sent, shell.window(1).webContents.sent]).toEqual([
      [],
      [['event', { kind: 'menu', command: 'undo' }]],
    ]);
  });

  it('open a project of the user’s choice, the documentation, and print', async () => {
    const shell = await openShell();
    electron.dialog.open = { canceled: false, filePaths: ['/x.dfsplan'] };
    electron.Menu.choose('&Open Project…');
    await vi.waitFor(() => expect(shell.page().send('facts')).toMatchObject({ project: '/x.dfsplan' }));
    electron.Menu.choose('Microsoft &Documentation');
    expect(electron.shell.opened[0]).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    electron.Menu.choose('&Print…');
    expect(shell.window().webContents.prints).toBe(1);
  });

  it('offer cutting and copying where there is text, and only there', async () => {
    const shell = await openShell();
    const { webContents } = shell.window();
    webContents.emit('context-menu', {}, { isEditable: false, selectionText: '' });
    expect(electron.Menu.popups).toHaveLength(0);
    webContents.emit('context-menu', {}, { isEditable: true, selectionText: '' });
    expect(electron.Menu.popups[0]?.flatMap(({ role }) => role ?? [])).toEqual(['cut', 'copy', 'paste', 'selectAll']);
  });
});
