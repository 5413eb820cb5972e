import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startShell } from '../../../electron/main/shell.ts';
import type { CallOptions, CallRequest } from '../../../shared/contract/client.ts';
import type { HostEvent } from '../../../shared/contract/events.ts';
import type { Reply } from '../../../shared/contract/failures.ts';
import * as electron from './fake-electron.ts';

/** A core that answers as it is told and remembers what it was asked. */
function fakeCore() {
  const listeners = new Set<(event: HostEvent) => void>();
  const calls: { readonly request: CallRequest; readonly options: CallOptions }[] = [];
  const core = {
    calls,
    isClosed: false,
    answer: (request: CallRequest): unknown | Promise<unknown> => defaultAnswer(request),
    tell: (event: HostEvent) => {
      for (const listener of listeners) listener(event);
    },
    async call(request: CallRequest, options: CallOptions): Promise<Reply<unknown>> {
      calls.push({ request, options });
      const value = await core.answer(request);
      return isReply(value) ? value : { ok: true, value };
    },
    onEvent(listener: (event: HostEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      core.isClosed = true;
    },
    methods: () => calls.map(({ request }) => request.method),
  };
  return core;
}

/** Projects have their path as handle. */
function defaultAnswer({ method, params }: CallRequest): unknown {
  const { path, handle } = params as { path?: string; handle?: string };
  if (method === 'project.open' || method === 'project.create') return { handle: path, path };
  if (method === 'project.state') return { project: { path: handle, name: `Customer of ${handle}` } };
  return null;
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

export interface OpenedShell {
  readonly core: ReturnType<typeof fakeCore>;
  readonly home: string;
  windows(): readonly electron.BrowserWindow[];
  window(at?: number): electron.BrowserWindow;
  page(at?: number): ReturnType<typeof fakePage>;
}

/** Starts the shell under the fake Electron, as the program does. */
export async function openShell(
  options: { readonly argv?: readonly string[]; readonly env?: Record<string, string>; readonly home?: string } = {},
): Promise<OpenedShell> {
  const out = mkdtempSync(join(tmpdir(), 'planner-main-'));
  mkdirSync(join(out, 'renderer/assets'), { recursive: true });
  cpSync('renderer/index.html', join(out, 'renderer/index.html'));
  writeFileSync(join(out, 'renderer/assets/page.js'), 'export {};\n');
  writeFileSync(join(out, 'renderer/notes.bak'), 'secret');
  const home = options.home ?? join(out, 'home');
  const core = fakeCore();
  await startShell({
    out,
    argv: ['electron', 'main/index.cjs', ...(options.argv ?? [])],
    env: { DFS_PLANNER_HOME: home, ...options.env },
    startCore: () => core,
  });
  const window = (at = 0) => {
    const found = electron.BrowserWindow.all[at];
    if (!found) throw new Error(`No window ${at}`);
    return found;
  };
  return { core, home, windows: () => electron.BrowserWindow.all, window, page: (at = 0) => fakePage(window(at)) };
}

/** What the page of a window sends over the channels, as Electron hands it to the shell. */
export function fakePage(window: electron.BrowserWindow, frame: unknown = window.webContents.mainFrame) {
  const event = () => ({ sender: window.webContents, senderFrame: frame, returnValue: undefined as unknown });
  const invoke = async (channel: string, ...values: unknown[]): Promise<unknown> =>
    electron.ipcMain.handlers.get(channel)?.(event() as never, ...values);
  let lastId = 0;
  return {
    invoke,
    send: (channel: string, ...values: unknown[]): unknown => {
      const sent = event();
      electron.ipcMain.listeners.get(channel)?.(sent as never, ...values);
      return sent.returnValue;
    },
    async call(method: string, params: unknown = {}, id = `c${++lastId}-${Math.random()}`.replace('.', '')) {
      const reply = await invoke('call', id, JSON.stringify({ method, params, language: 'en' }));
      return JSON.parse(String(reply)) as Reply<unknown>;
    },
    /** Opens a project and asks for its state, as the page does. */
    async open(path: string) {
      const reply = await this.call('project.open', { path });
      if (reply.ok) await this.call('project.state', { handle: path });
      return reply;
    },
  };
}
