import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../../shared/contract/bridge.ts';

const FACTS = { kind: 'desktop', project: '/a.dfsplan' };

const state = vi.hoisted(() => ({
  facts: null as unknown,
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, (event: unknown, ...values: unknown[]) => void>(),
  sent: [] as unknown[][],
  answer: async (): Promise<unknown> => null,
  hasWebUtils: true,
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => state.exposed.set(name, value) },
  ipcRenderer: {
    sendSync: () => state.facts,
    on: (channel: string, listener: (event: unknown, ...values: unknown[]) => void) =>
      state.listeners.set(channel, listener),
    send: (...values: unknown[]) => state.sent.push(values),
    invoke: (...values: unknown[]) => {
      state.sent.push(values);
      return state.answer();
    },
  },
  get webUtils() {
    return state.hasWebUtils ? { getPathForFile: ({ at }: { at: string }) => at } : undefined;
  },
}));

beforeEach(() => {
  vi.resetModules();
  state.exposed.clear();
  state.sent = [];
  Object.assign(state, { facts: FACTS, answer: async () => null, hasWebUtils: true });
});

async function load(): Promise<Bridge> {
  await import('../../../electron/preload/index.ts');
  return state.exposed.get('dfsPlanner') as Bridge;
}

describe('the bridge', () => {
  it('20: is all that the page gets, and holds nothing of Electron', async () => {
    const bridge = await load();
    expect([...state.exposed.keys()]).toEqual(['dfsPlanner']);
    expect(Object.keys(bridge).sort()).toEqual(['actions', 'call', 'cancel', 'facts', 'on', 'pathOf']);
    expect(Object.values(bridge.actions).every((act) => typeof act === 'function')).toBe(true);
  });

  it('is not there for a page that the shell refuses', async () => {
    state.facts = null;
    await load();
    expect(state.exposed.size).toBe(0);
  });

  it('tells what the host is', async () => expect((await load()).facts).toEqual(FACTS));

  it('carries a call, and its progress until it is answered', async () => {
    const bridge = await load();
    const told: unknown[] = [];
    const tell = (id: string, value: unknown) => state.listeners.get('progress')?.({}, id, value);
    state.answer = async () => {
      tell('one', 1);
      tell('other', 2);
      return '{"ok":true}';
    };
    expect(await bridge.call('one', '{}', (progress) => told.push(progress))).toBe('{"ok":true}');
    tell('one', 3);
    expect(told).toEqual([1]);
    bridge.cancel('one');
    expect(state.sent).toEqual([
      ['call', 'one', '{}'],
      ['cancel', 'one'],
    ]);
  });

  it('passes a refusal on', async () => {
    const bridge = await load();
    state.answer = () => Promise.reject(new Error('refused: call'));
    await expect(bridge.call('one', '{}', () => undefined)).rejects.toThrow('refused: call');
  });

  it('tells events to those who listen, without Electron’s own part of them', async () => {
    const bridge = await load();
    const told: unknown[] = [];
    const stop = bridge.on((...values) => told.push(values));
    state.listeners.get('event')?.({ sender: 'Electron' }, { kind: 'core-stopped' });
    stop();
    state.listeners.get('event')?.({}, { kind: 'core-stopped' });
    expect(told).toEqual([[{ kind: 'core-stopped' }]]);
  });

  it.each([
    ['in this Electron', true, { at: '/tmp/a.csv' }],
    ['in an older one', false, { path: '/tmp/a.csv' }],
  ])('knows where a dropped file lies %s', async (_when, hasWebUtils, file) => {
    state.hasWebUtils = hasWebUtils;
    expect((await load()).pathOf(file)).toBe('/tmp/a.csv');
  });

  it('knows no path of what comes from no disk', async () => {
    state.hasWebUtils = false;
    expect((await load()).pathOf({})).toBe('');
  });

  it('names each wish with its arguments', async () => {
    const { actions } = await load();
    await actions.chooseFiles('evidence');
    await actions.saveFile('a.csv', new Uint8Array([1]));
    await actions.print();
    expect(state.sent).toEqual([
      ['action', 'chooseFiles', ['evidence']],
      ['action', 'saveFile', ['a.csv', new Uint8Array([1])]],
      ['action', 'print', []],
    ]);
  });
});
