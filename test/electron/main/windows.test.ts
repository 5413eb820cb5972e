import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { windowTitle } from '../../../electron/main/title.ts';
import * as electron from './fake-electron.ts';
import { openShell } from './shell.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => electron.resetElectron());

const PRODUCT = 'Defender for Servers Onboarding Planner';
const files = mkdtempSync(join(tmpdir(), 'planner-projects-'));
const contoso = join(files, 'contoso.dfsplan');
const minato = join(files, 'minato.dfsplan');
for (const file of [contoso, minato]) writeFileSync(file, '');

describe('a start', () => {
  it('without a project opens one window with nothing in it', async () => {
    const shell = await openShell();
    expect(shell.windows()).toHaveLength(1);
    expect(shell.page().send('facts')).toEqual({ kind: 'desktop', project: null });
    expect(shell.window().isShown).toBe(true);
  });

  it('with a project hands it to the page, and does not take a switch for one', async () => {
    const shell = await openShell({ argv: ['--lang=x.dfsplan', 'notes.txt', contoso] });
    expect(shell.page().send('facts')).toEqual({ kind: 'desktop', project: contoso });
  });

  it('of a second one hands its project over and ends', async () => {
    electron.app.hasLock = false;
    const shell = await openShell({ argv: [contoso] });
    expect(electron.app.lockData).toEqual({ project: contoso });
    expect([shell.windows().length, electron.app.hasQuit]).toEqual([0, true]);
  });

  it('keeps what Chromium writes in the folder of the app', async () => {
    const shell = await openShell();
    expect(electron.app.paths.userData).toBe(join(shell.home, 'desktop'));
  });
});

describe('a project', () => {
  const again = (project: unknown) => electron.app.emit('second-instance', {}, [], '/', { project });

  it('comes to the front where it is open', async () => {
    const shell = await openShell({ argv: [contoso] });
    await shell.page().open(contoso);
    again(minato);
    expect(shell.windows()).toHaveLength(2);
    expect(electron.BrowserWindow.focused).toBe(shell.window(1));
    shell.window(0).isSmall = true;
    again(contoso);
    expect(shell.windows()).toHaveLength(2);
    expect(electron.BrowserWindow.focused).toBe(shell.window(0));
    expect(shell.window(0).isSmall).toBe(false);
  });

  it('is the same by any way to its file', async () => {
    const link = join(files, 'link.dfsplan');
    symlinkSync(contoso, link);
    const shell = await openShell({ argv: [contoso] });
    await shell.page().open(contoso);
    again(link);
    again(join(files, 'x', '..', 'contoso.dfsplan'));
    expect(shell.windows()).toHaveLength(1);
  });

  it('is opened in a window where nothing was begun', async () => {
    const shell = await openShell();
    again(contoso);
    expect(shell.windows()).toHaveLength(1);
    expect(shell.window().loaded).toHaveLength(2);
    expect(shell.page().send('facts')).toMatchObject({ project: contoso });
  });

  it.each([[undefined], [null], [1], ['/etc/passwd'], [{}]])('is not what %s is', async (project) => {
    const shell = await openShell();
    again(project);
    expect(shell.windows()).toHaveLength(1);
    expect(shell.page().send('facts')).toMatchObject({ project: null });
  });

  it('is refused to a second window, which the first one then covers', async () => {
    const shell = await openShell();
    await shell.page().open(contoso);
    electron.Menu.choose('New &Window');
    const reply = await shell.page(1).call('project.open', { path: contoso });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'project-in-other-window' } });
    expect(electron.BrowserWindow.focused).toBe(shell.window(0));
    expect(shell.core.methods().filter((method) => method === 'project.open')).toHaveLength(1);
  });

  it('may be opened elsewhere after it was closed', async () => {
    const shell = await openShell();
    await shell.page().open(contoso);
    await shell.page().call('project.close', { handle: contoso });
    electron.Menu.choose('New &Window');
    expect(await shell.page(1).open(contoso)).toMatchObject({ ok: true });
  });

  it('stands in the title with its name, not that of another one', async () => {
    const shell = await openShell();
    await shell.page().open(contoso);
    expect(shell.window().title).toBe(`Customer of ${contoso} – ${PRODUCT}`);
    await shell.page().call('project.state', { handle: 'other' });
    expect(shell.window().title).toBe(`Customer of ${contoso} – ${PRODUCT}`);
    await shell.page().call('project.close', { handle: contoso });
    expect(shell.window().title).toBe(PRODUCT);
  });

  it('stands in the title in the language of the page', async () => {
    const shell = await openShell();
    await shell.page().open(contoso);
    await shell.page().invoke('action', 'setMenuLanguage', ['ja']);
    expect(shell.window().title).toBe(`Customer of ${contoso} – Defender for Servers オンボード プランナー`);
  });

  it('leaves its name out where it is not for everybody', () => {
    expect(windowTitle('Contoso', 'en', true)).toBe(PRODUCT);
  });

  it('is gone from the title when the core lost it', async () => {
    const shell = await openShell();
    await shell.page().open(contoso);
    const failure = { code: 'project-missing', message: '', next: '' } as const;
    shell.core.tell({ kind: 'core-restarted', projects: [{ handle: contoso, path: contoso, failure }] });
    expect(shell.window().title).toBe(PRODUCT);
    expect(shell.window().webContents.sent.at(-1)).toMatchObject(['event', { kind: 'core-restarted' }]);
  });

  it('of the dialog that another window has is shown there, and not opened here', async () => {
    const shell = await openShell();
    await shell.page().open(contoso);
    electron.Menu.choose('New &Window');
    electron.dialog.open = { canceled: false, filePaths: [contoso] };
    expect(await shell.page(1).invoke('action', 'chooseProject', [])).toBeNull();
    electron.dialog.open = { canceled: false, filePaths: [minato] };
    expect(await shell.page(1).invoke('action', 'chooseProject', [])).toBe(minato);
  });

  it('comes from the system too', async () => {
    const shell = await openShell();
    electron.app.emit('open-file', { preventDefault: vi.fn() }, contoso);
    expect(shell.page().send('facts')).toMatchObject({ project: contoso });
  });
});

describe('a page', () => {
  it('that is loaded anew gets its project again, after what it had open is closed', async () => {
    const shell = await openShell({ argv: [contoso] });
    await shell.page().open(contoso);
    await shell.window().loadURL('app://planner/');
    expect(shell.page().send('facts')).toEqual({ kind: 'desktop', project: contoso });
    await shell.page().open(contoso);
    expect(shell.core.methods()).toEqual([
      'project.open',
      'project.state',
      'project.close',
      'project.open',
      'project.state',
    ]);
  });

  it('that crashes is loaded again; one that does not stop crashing is closed', async () => {
    const shell = await openShell();
    const { webContents, loaded } = shell.window();
    for (let times = 1; times <= 3; times++) webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(loaded).toHaveLength(4);
    webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(shell.windows()).toHaveLength(0);
  });

  it('that ends by itself is left alone', async () => {
    const shell = await openShell();
    shell.window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(shell.window().loaded).toHaveLength(1);
  });

  it('hears of the core, and a window that is gone does not matter', async () => {
    const shell = await openShell();
    const { webContents } = shell.window();
    shell.core.tell({ kind: 'core-stopped' });
    expect(webContents.sent).toEqual([['event', { kind: 'core-stopped' }]]);
    webContents.isGone = true;
    shell.core.tell({ kind: 'core-stopped' });
    expect(webContents.sent).toHaveLength(1);
  });
});

describe('closing a window', () => {
  async function importing(env: Record<string, string> = {}) {
    const shell = await openShell({ env });
    await shell.page().open(contoso);
    shell.core.answer = ({ method }) => (method === 'evidence.import' ? new Promise(() => undefined) : null);
    void shell.page().call('evidence.import', { handle: contoso });
    await vi.waitFor(() => expect(shell.core.methods()).toContain('evidence.import'));
    return shell;
  }

  it('closes what only it had open', async () => {
    const shell = await openShell();
    await shell.page().open(contoso);
    shell.window().close();
    await vi.waitFor(() => expect(shell.core.methods()).toContain('project.close'));
  });

  it('asks nothing when nothing runs', async () => {
    const shell = await openShell();
    shell.window().close();
    expect(electron.dialog.asked).toEqual([]);
  });

  it('asks while an import runs, once, and stays open for a no', async () => {
    const shell = await importing();
    shell.window().close();
    shell.window().close();
    await vi.waitFor(() => expect(electron.dialog.asked).toHaveLength(1));
    expect(electron.dialog.asked[0]).toMatchObject({ message: 'An import is running.', defaultId: 0, cancelId: 0 });
    expect(shell.windows()).toHaveLength(1);
  });

  it('asks in Japanese, and cancels the import for a yes', async () => {
    const shell = await importing();
    await shell.page().invoke('action', 'setMenuLanguage', ['ja']);
    electron.dialog.pressed = 1;
    shell.window().close();
    await vi.waitFor(() => expect(shell.windows()).toHaveLength(0));
    expect(electron.dialog.asked[0]?.buttons).toEqual(['閉じない', '取り込みをキャンセルして閉じる']);
    await vi.waitFor(() => expect(shell.core.calls.at(-1)?.options.signal?.aborted).toBe(true));
  });

  it('goes on with quitting after a yes', async () => {
    await importing();
    electron.dialog.pressed = 1;
    electron.app.quit();
    await vi.waitFor(() => expect(electron.app.hasQuit).toBe(true));
  });

  it('asks nothing in the tests of the whole app', async () => {
    const shell = await importing({ DFS_PLANNER_E2E: '1' });
    shell.window().close();
    expect(shell.windows()).toHaveLength(0);
    expect(electron.dialog.asked).toEqual([]);
  });

  it('of the last window ends the core, then the shell', async () => {
    const shell = await openShell();
    shell.window().close();
    await vi.waitFor(() => expect(electron.app.hasQuit).toBe(true));
    expect(shell.core.isClosed).toBe(true);
  });
});

describe('size and place', () => {
  it('are found again on the next start', async () => {
    const home = mkdtempSync(join(tmpdir(), 'planner-home-'));
    const first = await openShell({ home });
    Object.assign(first.window().options, { x: 100, y: 120, width: 900, height: 700 });
    first.window().isBig = true;
    electron.Menu.choose('Zoom &In');
    first.window().close();
    electron.resetElectron();
    const second = await openShell({ home });
    expect(second.window().getBounds()).toEqual({ x: 100, y: 120, width: 900, height: 700 });
    expect([second.window().isBig, second.window().webContents.zoom]).toEqual([true, 1.1]);
  });

  it('are the usual ones when their file is broken', async () => {
    const home = mkdtempSync(join(tmpdir(), 'planner-home-'));
    mkdirSync(join(home, 'desktop'));
    writeFileSync(join(home, 'desktop/window.json'), '{"bounds":');
    const shell = await openShell({ home });
    expect(shell.window().getBounds()).toEqual({ x: 277, y: 90, width: 1_366, height: 860 });
  });

  it('do not matter where they cannot be kept', async () => {
    const home = mkdtempSync(join(tmpdir(), 'planner-home-'));
    writeFileSync(join(home, 'desktop'), 'no folder');
    const shell = await openShell({ home });
    expect(() => shell.window().close()).not.toThrow();
    expect(readFileSync(join(home, 'desktop'), 'utf8')).toBe('no folder');
  });

  it('of a second window do not hide the first one', async () => {
    const shell = await openShell();
    electron.Menu.choose('New &Window');
    expect(shell.window(1).getBounds().x).toBe(shell.window(0).getBounds().x + 32);
  });
});

describe('zoom', () => {
  it('goes in steps from 50 to 300 %, in every window, and back', async () => {
    const shell = await openShell();
    electron.Menu.choose('New &Window');
    const zooms = () => shell.windows().map(({ webContents }) => webContents.zoom);
    for (let times = 0; times < 20; times++) electron.Menu.choose('Zoom &In');
    expect(zooms()).toEqual([3, 3]);
    for (let times = 0; times < 20; times++) shell.window().webContents.emit('zoom-changed', {}, 'out');
    expect(zooms()).toEqual([0.5, 0.5]);
    electron.Menu.choose('&Actual Size');
    expect(zooms()).toEqual([1, 1]);
  });
});
