import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_FILE_BYTES, MOST_REQUEST_CHARACTERS } from '../../../electron/main/shape.ts';
import { CHANNELS } from '../../../electron/preload/channels.ts';
import * as electron from './fake-electron.ts';
import { fakePage, type OpenedShell, openShell } from './shell.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let shell: OpenedShell;

beforeEach(async () => {
  electron.resetElectron();
  shell = await openShell();
  shell.core.calls.length = 0;
});

const request = (change: object = {}): string =>
  JSON.stringify({ method: 'app.info', params: {}, language: 'en', ...change });

/** What a channel takes; everything around it is refused. */
const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  [CHANNELS.call]: ['id', request()],
  [CHANNELS.action]: ['chooseFolder', []],
};

const page = { url: 'app://planner/', origin: 'app://planner', parent: null };
const WRONG_SENDERS: readonly (readonly [string, unknown])[] = [
  ['no frame', null],
  ['a frame in the page', { ...page, parent: page }],
  ['another host', { ...page, url: 'app://other/', origin: 'app://other' }],
  ['a host that begins alike', { ...page, url: 'app://planner.example/', origin: 'app://planner.example' }],
  ['a user name before the host', { ...page, url: 'app://planner@other/', origin: 'app://other' }],
  ['a port', { ...page, url: 'app://planner:1/', origin: 'app://planner:1' }],
  ['another scheme', { ...page, url: 'https://planner/', origin: 'https://planner' }],
  ['a file', { ...page, url: 'file:///planner/', origin: 'file://' }],
  ['the empty page', { ...page, url: 'about:blank', origin: 'null' }],
  ['no address', { ...page, url: '', origin: '' }],
  ['an opaque origin on our address', { ...page, origin: 'null' }],
];

describe.each(Object.entries(RIGHT))('the channel %s', (channel, values) => {
  it('takes what is right', async () => {
    await expect(shell.page().invoke(channel, ...values)).resolves.not.toThrow();
  });

  it.each(WRONG_SENDERS)('refuses %s', async (_who, frame) => {
    await expect(fakePage(shell.window(), frame).invoke(channel, ...values)).rejects.toThrow('refused: sender');
    expect(shell.core.calls).toEqual([]);
    expect(electron.dialog.asked).toEqual([]);
  });

  it('refuses a window that is not ours', async () => {
    const foreign = new electron.BrowserWindow(shell.window().options);
    await expect(fakePage(foreign).invoke(channel, ...values)).rejects.toThrow('refused: sender');
  });

  it('refuses one value less and one more', async () => {
    await expect(shell.page().invoke(channel, ...values.slice(0, -1))).rejects.toThrow('refused');
    await expect(shell.page().invoke(channel, ...values, 1)).rejects.toThrow('refused');
  });
});

describe('a call', () => {
  it.each([
    ['a number as id', [1, request()]],
    ['an empty id', ['', request()]],
    ['an id with other characters', ['a/b', request()]],
    ['a long id', ['x'.repeat(65), request()]],
    ['an object instead of text', ['id', { method: 'app.info', params: {}, language: 'en' }]],
    ['no JSON', ['id', '{']],
    ['null', ['id', 'null']],
    ['a list', ['id', '[]']],
    ['a method that is no text', ['id', request({ method: 1 })]],
    ['a method without a noun', ['id', request({ method: 'info' })]],
    ['a method of the prototype', ['id', request({ method: '__proto__' })]],
    ['a list as params', ['id', request({ params: [] })]],
    ['null as params', ['id', request({ params: null })]],
    ['another language', ['id', request({ language: 'fr' })]],
    ['no language', ['id', JSON.stringify({ method: 'app.info', params: {} })]],
    ['something more', ['id', request({ more: 1 })]],
    ['too much', ['id', `${request()}${' '.repeat(MOST_REQUEST_CHARACTERS)}`]],
  ])('is refused with %s', async (_what, values) => {
    await expect(shell.page().invoke(CHANNELS.call, ...values)).rejects.toThrow('refused: call');
    expect(shell.core.calls).toEqual([]);
  });

  it('is refused with the id of one that runs', async () => {
    shell.core.answer = () => new Promise(() => undefined);
    void shell.page().call('app.info', {}, 'same');
    await expect(shell.page().call('app.info', {}, 'same')).rejects.toThrow('refused: call');
  });

  it('reaches the core as it is, and its answer the page', async () => {
    shell.core.answer = () => ({ version: '1' });
    expect(await shell.page().call('app.info', { a: [1] })).toEqual({ ok: true, value: { version: '1' } });
    expect(shell.core.calls.map((call) => call.request)).toEqual([
      { method: 'app.info', params: { a: [1] }, language: 'en' },
    ]);
  });

  it('tells its progress to its own window', async () => {
    shell.core.answer = () => {
      const progress = { kind: 'progress', stage: 'read', file: null, done: 1, total: null, rows: 1 } as const;
      shell.core.calls.at(-1)?.options.onProgress?.(progress);
      return null;
    };
    await shell.page().call('evidence.import', {}, 'long');
    expect(shell.window().webContents.sent).toEqual([['progress', 'long', expect.objectContaining({ done: 1 })]]);
  });
});

describe('cancelling', () => {
  it('ends the call that it names', async () => {
    shell.core.answer = () => new Promise(() => undefined);
    void shell.page().call('evidence.import', {}, 'long');
    await vi.waitFor(() => expect(shell.core.calls).toHaveLength(1));
    shell.page().send(CHANNELS.cancel, 'long');
    expect(shell.core.calls[0]?.options.signal?.aborted).toBe(true);
  });

  it.each([
    ['another sender', { ...page, url: 'https://x/' }, ['long']],
    ['no frame', null, ['long']],
    ['another id', page, ['short']],
    ['an id that is none', page, [{}]],
    ['more than an id', page, ['long', 1]],
    ['nothing', page, []],
  ])('does nothing for %s', async (_what, frame, values) => {
    shell.core.answer = () => new Promise(() => undefined);
    void shell.page().call('evidence.import', {}, 'long');
    await vi.waitFor(() => expect(shell.core.calls).toHaveLength(1));
    fakePage(shell.window(), frame).send(CHANNELS.cancel, ...values);
    expect(shell.core.calls[0]?.options.signal?.aborted).toBe(false);
  });
});

describe('the facts', () => {
  it('are told to the page', () => {
    expect(shell.page().send(CHANNELS.facts)).toEqual({ kind: 'desktop', project: null });
  });

  it.each(WRONG_SENDERS)('are null for %s: a page waits for an answer', (_who, frame) => {
    expect(fakePage(shell.window(), frame).send(CHANNELS.facts)).toBeNull();
  });

  it('are null where something was sent', () => {
    expect(shell.page().send(CHANNELS.facts, 1)).toBeNull();
  });
});

describe('an action', () => {
  it.each([
    ['an unknown name', ['quit', []]],
    ['a name of the prototype', ['toString', []]],
    ['a name that is no text', [1, []]],
    ['arguments that are no list', ['chooseFolder', {}]],
    ['an argument too many', ['chooseFolder', [1]]],
    ['an argument too few', ['chooseFiles', []]],
    ['another purpose', ['chooseFiles', ['everything']]],
    ['an empty name', ['chooseProjectToSave', ['']]],
    ['a long name', ['chooseProjectToSave', ['x'.repeat(201)]]],
    ['text as bytes', ['saveFile', ['a.csv', 'text']]],
    ['a list as bytes', ['saveFile', ['a.csv', [1]]]],
    ['too many bytes', ['saveFile', ['a.csv', new Uint8Array(MOST_FILE_BYTES + 1)]]],
    ['a path with a zero', ['reveal', ['/a\0b']]],
    ['a long path', ['reveal', [`/${'x'.repeat(4_096)}`]]],
    ['a path that is none', ['reveal', [{}]]],
    ['a language that there is not', ['setMenuLanguage', ['fr']]],
    ['a link over http', ['openExternal', ['http://learn.microsoft.com/']]],
    ['a link to another host', ['openExternal', ['https://learn.microsoft.com.example/']]],
    ['a link with a user name', ['openExternal', ['https://learn.microsoft.com@example.com/']]],
    ['a link with a port', ['openExternal', ['https://learn.microsoft.com:8443/']]],
    ['a program', ['openExternal', ['file:///bin/sh']]],
    ['a script', ['openExternal', ['javascript:alert(1)']]],
  ])('is refused with %s', async (_what, values) => {
    await expect(shell.page().invoke(CHANNELS.action, ...values)).rejects.toThrow('refused: action');
    expect([...electron.dialog.asked, ...electron.shell.opened, ...electron.shell.revealed]).toEqual([]);
  });

  const act = (name: string, ...values: unknown[]) => shell.page().invoke(CHANNELS.action, name, values);

  it('opens links of the list outside the app', async () => {
    const links = [
      'https://learn.microsoft.com/azure/',
      'https://portal.azure.com/',
      'https://security.microsoft.com/',
    ];
    for (const link of links) await act('openExternal', link);
    expect(electron.shell.opened).toEqual(links);
  });

  it('answers null where the user chose nothing', async () => {
    const names: [string, ...unknown[]][] = [
      ['chooseFiles', 'evidence'],
      ['chooseFolder'],
      ['chooseProject'],
      ['chooseProjectToSave', 'Contoso'],
      ['saveFile', 'a.csv', new Uint8Array(1)],
    ];
    expect(await Promise.all(names.map(([name, ...values]) => act(name, ...values)))).toEqual(names.map(() => null));
  });

  it('proposes a name without what no file system takes', async () => {
    await act('chooseProjectToSave', '../A/B: "株式会社"?');
    expect(electron.dialog.asked[0]?.defaultPath).toBe('/documents/_A_B_ _株式会社__.dfsplan');
  });

  it('speaks the language that the page has chosen', async () => {
    await act('setMenuLanguage', 'ja');
    await act('chooseFolder');
    expect(electron.dialog.asked.at(-1)?.title).toBe('フォルダーの選択');
  });

  it('prints the window that asks', async () => {
    await act('print');
    expect(shell.window().webContents.prints).toBe(1);
  });
});
