import { afterEach, describe, expect, it } from 'vitest';
import type { FromCore, ToCore } from '../../../electron/core/protocol.ts';
import {
  adoptUtilityProcess,
  type CoreProcess,
  createLauncher,
  type Launcher,
} from '../../../electron/launcher/index.ts';
import { createClient, type HostEvent } from '../../../shared/contract/index.ts';
import { until } from '../../support/core-process.ts';

/** A core process that does what a test says, so that no test waits for a real one to misbehave. */
class FakeCore implements CoreProcess {
  readonly pid = 1;
  readonly received: ToCore[] = [];
  isKilled = false;
  private hear: (message: FromCore) => void = () => undefined;
  private exit: (detail: string) => void = () => undefined;
  private readonly behave: (message: ToCore, core: FakeCore) => void;

  constructor(behave: (message: ToCore, core: FakeCore) => void) {
    this.behave = behave;
  }
  send(message: ToCore): void {
    this.received.push(message);
    queueMicrotask(() => this.behave(message, this));
  }
  onMessage(listener: (message: FromCore) => void): void {
    this.hear = listener;
  }
  onExit(listener: (detail: string) => void): void {
    this.exit = listener;
  }
  kill(): void {
    this.isKilled = true;
    this.die('SIGKILL');
  }
  say(message: FromCore): void {
    this.hear(message);
  }
  die(detail: string): void {
    this.exit(detail);
  }
}

/** Answers at once; opens what it is asked to. */
function obliging(message: ToCore, core: FakeCore): void {
  if ('ping' in message) core.say({ pong: message.ping });
  else if ('reopen' in message) core.say({ reopened: message.reopen.handle, failure: null });
  else if ('end' in message) core.die('0');
  else if ('method' in message) core.say({ id: message.id, reply: { ok: true, value: answerTo(message.method) } });
}

function answerTo(method: string): unknown {
  return method === 'project.open' ? { handle: 'h1', path: '/p.dfsplan' } : null;
}

const running: Launcher[] = [];
afterEach(async () => {
  for (const launcher of running.splice(0)) await launcher.close();
});

interface Scene {
  readonly cores: FakeCore[];
  readonly events: HostEvent[];
  readonly launcher: Launcher;
  readonly client: ReturnType<typeof createClient>;
}

/** `behaviours`: of the first core, the second …; the last holds for all that follow. */
function aLauncher(
  behaviours: readonly ((message: ToCore, core: FakeCore) => void)[] = [obliging],
  options: { readonly dieAtOnce?: number; readonly everyMs?: number; readonly proxy?: string } = {},
): Scene {
  const cores: FakeCore[] = [];
  const events: HostEvent[] = [];
  const launcher = createLauncher({
    heartbeat: { everyMs: options.everyMs ?? 60_000, missed: 3 },
    systemProxy: async () => options.proxy ?? null,
    start: () => {
      const behave = behaviours[Math.min(cores.length, behaviours.length - 1)] ?? obliging;
      const core = new FakeCore(behave);
      cores.push(core);
      const isDead = cores.length <= (options.dieAtOnce ?? 0);
      setTimeout(() => (isDead ? core.die('SIGSEGV') : core.say({ ready: true })), 0);
      return core;
    },
  });
  launcher.onEvent((event) => events.push(event));
  running.push(launcher);
  return { cores, events, launcher, client: createClient(launcher, () => 'en') };
}

describe('calls', () => {
  it('find their own answers, in whatever order these come', async () => {
    const waiting: number[] = [];
    const { cores, client } = aLauncher([(message) => 'method' in message && waiting.push(message.id), obliging]);
    const answers = Promise.all([client.call('app.info', {}), client.call('app.settings', {})]);
    await until(() => waiting.length === 2);
    for (const id of waiting.toReversed()) cores[0]?.say({ id, reply: { ok: true, value: id as never } });
    expect(await answers).toEqual(waiting.map((value) => ({ ok: true, value })));
    cores[0]?.die('');
  });

  it('wait for a core that is starting', async () => {
    const { client } = aLauncher();
    expect(await client.call('project.close', { handle: 'x' })).toEqual({ ok: true, value: null });
  });

  it('are cancelled one by one', async () => {
    const { cores, client } = aLauncher([() => undefined, obliging]);
    const cancel = new AbortController();
    void client.call('app.info', {});
    void client.call('app.settings', {}, { signal: cancel.signal });
    await until(() => cores[0]?.received.length === 2);
    cancel.abort();
    expect(cores[0]?.received.at(-1)).toEqual({ cancel: 2 });
    cores[0]?.die('');
  });

  it('that are in flight when the core ends fail with what to do next, and are not repeated', async () => {
    const { cores, events, client } = aLauncher([() => undefined, obliging]);
    const answer = client.call('history.undo', { handle: 'h' });
    await until(() => cores[0]?.received.length === 1);
    cores[0]?.die('SIGKILL');
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'core-stopped' } });
    await until(() => events.some(({ kind }) => kind === 'core-restarted'));
    expect(cores[1]?.received).toEqual([]);
  });
});

describe('a core that ended', () => {
  it('is replaced, its projects are opened again under their handles, and the page is told', async () => {
    const { cores, events, client } = aLauncher();
    await client.call('project.open', { path: '/p.dfsplan', mode: 'read' });
    cores[0]?.die('SIGKILL');
    await until(() => events.length === 2);
    expect(cores[1]?.received[0]).toEqual({
      reopen: { handle: 'h1', path: '/p.dfsplan', mode: 'read' },
      language: 'en',
    });
    expect(events).toEqual([
      { kind: 'core-stopped' },
      { kind: 'core-restarted', projects: [{ handle: 'h1', path: '/p.dfsplan', failure: null }] },
    ]);
  });

  it('does not open again what was closed', async () => {
    const { cores, events, client } = aLauncher();
    await client.call('project.open', { path: '/p.dfsplan' });
    await client.call('project.close', { handle: 'h1' });
    cores[0]?.die('');
    await until(() => events.length === 2);
    expect(events[1]).toEqual({ kind: 'core-restarted', projects: [] });
  });

  it('closes a project only for its last holder', async () => {
    const { cores, client } = aLauncher();
    await client.call('project.open', { path: '/p.dfsplan' });
    await client.call('project.open', { path: '/p.dfsplan' });
    const closings = () => cores[0]?.received.filter((each) => 'method' in each && each.method === 'project.close');
    await client.call('project.close', { handle: 'h1' });
    expect(closings()).toEqual([]);
    await client.call('project.close', { handle: 'h1' });
    expect(closings()?.length).toBe(1);
  });

  it('is not killed by the same project twice: that one stays closed, with a reason', async () => {
    const deadly = (message: ToCore, core: FakeCore) =>
      'reopen' in message ? core.die('SIGSEGV') : obliging(message, core);
    const { cores, events, client } = aLauncher([obliging, deadly, obliging]);
    await client.call('project.open', { path: '/p.dfsplan' });
    cores[0]?.die('');
    await until(() => events.length === 2);
    expect(events[1]).toMatchObject({
      kind: 'core-restarted',
      projects: [{ handle: 'h1', failure: { code: 'core-stopped' } }],
    });
    expect(await client.call('app.info', {})).toEqual({ ok: true, value: null });
  });

  it('waits for a file that a process of the ended core still holds', async () => {
    let asked = 0;
    const locked = (message: ToCore, core: FakeCore) => {
      if (!('reopen' in message)) return obliging(message, core);
      asked += 1;
      const failure = asked < 3 ? ({ code: 'project-locked', message: '', next: '' } as const) : null;
      core.say({ reopened: message.reopen.handle, failure });
    };
    const { cores, events, client } = aLauncher([obliging, locked]);
    await client.call('project.open', { path: '/p.dfsplan' });
    cores[0]?.die('');
    await until(() => events.length === 2);
    expect(events[1]).toMatchObject({ projects: [{ failure: null }] });
  });
});

describe('the proxy that the system names', () => {
  it('is told before calls that go to Azure, and asked for at no other call', async () => {
    const { cores, client } = aLauncher([obliging], { proxy: 'http://proxy.example:8080' });
    await client.call('app.info', {});
    await client.call('sync.tenants', { signIn: { method: 'cli' } });
    const said = cores[0]?.received.map((message) => ('method' in message ? message.method : message));
    expect(said).toEqual(['app.info', { proxy: 'http://proxy.example:8080' }, 'sync.tenants']);
  });
});

describe('a core that does not start', () => {
  it('is tried three times, then given up in words, and tried again at the next call', async () => {
    const { cores, events, client } = aLauncher([obliging], { dieAtOnce: 3 });
    const reply = await client.call('app.info', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'core-failed' } });
    expect(reply.ok ? '' : reply.failure.message).toContain('SIGSEGV');
    expect([cores.length, events]).toEqual([3, [{ kind: 'core-failed', detail: 'SIGSEGV' }]]);
    expect(await client.call('app.info', {})).toEqual({ ok: true, value: null });
    expect(cores.length).toBe(4);
  });
});

describe('a core that is silent', () => {
  it('is ended and replaced', async () => {
    const { cores, events } = aLauncher([() => undefined, obliging], { everyMs: 5 });
    await until(() => events.some(({ kind }) => kind === 'core-restarted'));
    expect([cores[0]?.isKilled, cores.length]).toEqual([true, 2]);
  });

  it('lives as long as it answers', async () => {
    const { cores } = aLauncher([obliging], { everyMs: 2 });
    await until(() => (cores[0]?.received.length ?? 0) > 30);
    expect([cores[0]?.isKilled, cores.length]).toEqual([false, 1]);
  });
});

describe('the end of the host', () => {
  it('lets the core close its projects, and starts no other', async () => {
    const { cores, events, launcher, client } = aLauncher();
    await client.call('app.info', {});
    await launcher.close();
    expect(cores[0]?.received.at(-1)).toEqual({ end: true });
    expect([cores.length, events]).toEqual([1, []]);
  });
});

describe("Electron's utility process", () => {
  it('is spoken to in the same words', () => {
    const sent: ToCore[] = [];
    const listeners = new Map<string, (value: never) => void>();
    const core = adoptUtilityProcess({
      pid: 1,
      postMessage: (message) => sent.push(message),
      on: (event, listener) => listeners.set(event, listener),
      once: (event, listener) => listeners.set(event, listener),
      kill: () => true,
    });
    const heard: unknown[] = [];
    core.onMessage((message) => heard.push(message));
    core.onExit((detail) => heard.push(detail));
    core.send({ ping: 1 });
    listeners.get('message')?.({ pong: 1 } as never);
    listeners.get('exit')?.(7 as never);
    expect([sent, heard]).toEqual([[{ ping: 1 }], [{ pong: 1 }, '7']]);
  });
});
