import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '../../electron/core/app.ts';
import { type Client, createClient, PARAMS, type Progress, type Transport } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/model/index.ts';
import { decodeSnapshot } from '../../shared/snapshot/index.ts';
import { cancelledAtProgress, startCore, unwrap } from '../support/core-process.ts';
import { startHost } from '../support/web-host.ts';

/** One contract, whatever carries it: the same cases over every transport. */

interface Place {
  readonly transport: Transport;
  /** Where this host lets projects be. */
  readonly projects: string;
  /** Makes a file readable for the core, as a drop does. */
  readonly give: (file: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const PLACES: readonly (readonly [name: string, open: () => Promise<Place>])[] = [
  ['in process', inProcess],
  ['core process', coreProcess],
  ['HTTP', overHttp],
];

/** What the first transport said of the sample customer. */
let firstAnswer: object | undefined;

const SAMPLE = resolve('test/fixtures/samples');

describe.each(PLACES)('the contract, %s', (_name, open) => {
  let place: Place;
  let client: Client;
  let language: Language = 'en';
  let handle = '';

  beforeAll(async () => {
    place = await open();
    client = createClient(place.transport, () => language);
  });
  afterAll(() => place.close());

  it('makes the sample customer, telling progress on the way', async () => {
    const progress: Progress[] = [];
    const path = join(place.projects, 'sample.dfsplan');
    const reply = await client.call('project.createSample', { path }, { onProgress: (each) => progress.push(each) });
    const { project, import: imported } = unwrap(reply);
    handle = project.handle;
    expect(project).toMatchObject({ path, machines: 65 });
    expect(imported.evidence.length).toBe(project.evidence);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress[0]).toMatchObject({ kind: 'progress' });
  });

  it('hands over state and snapshot as they are in the project', async () => {
    const state = unwrap(await client.call('project.state', { handle }));
    const { snapshot, inventoryRevision } = unwrap(await client.call('inventory.snapshot', { handle }));
    expect(decodeSnapshot(snapshot).length).toBe(65);
    expect(inventoryRevision).toBe(state.inventoryRevision);
    expect(state.rules.length).toBeGreaterThan(0);
  });

  it('answers the same plan for the same project as every other transport', async () => {
    const plan = unwrap(await client.call('plan.get', { handle }));
    const cost = unwrap(await client.call('cost.get', { handle }));
    const counts = Object.entries(Object.groupBy(plan.machines, ({ method }) => method))
      .map(([method, machines]) => `${method} ${machines?.length}`)
      .sort();
    const answer = { counts, monthly: cost.scenarios[0]?.monthly, findings: plan.findings };
    firstAnswer ??= answer;
    expect(answer).toEqual(firstAnswer);
  });

  it('keeps an edit, takes it back, and does it again', async () => {
    const { machines } = unwrap(await client.call('inventory.machines', { handle }));
    const machine = machines[0]?.id ?? '';
    const overridesNow = async () => unwrap(await client.call('project.state', { handle })).overrides.length;
    const before = await overridesNow();
    unwrap(
      await client.call('overrides.set', { handle, machines: [machine], want: 'P2', why: '会議で決定', by: 'sato' }),
    );
    const edited = await overridesNow();
    const undone = unwrap(await client.call('history.undo', { handle }));
    const redone = unwrap(await client.call('history.redo', { handle }));
    expect([edited - before, undone.overrides.length - before, redone.overrides.length - before]).toEqual([1, 0, 1]);
    expect(redone.overrides.find(({ machineId }) => machineId === machine)?.why).toBe('会議で決定');
  });

  it('takes pasted names as a list, tells the unmatched ones, and takes them back', async () => {
    const [machine] = unwrap(await client.call('inventory.machines', { handle })).machines;
    const names = [machine?.name ?? '', 'どこにもない-01'];
    const { lists, pastedLists } = unwrap(await client.call('lists.set', { handle, name: '会議の一覧', names }));
    expect(pastedLists).toEqual(['会議の一覧']);
    expect(lists.find(({ name }) => name === '会議の一覧')).toMatchObject({ found: 1, missing: ['どこにもない-01'] });
    expect(unwrap(await client.call('history.undo', { handle })).pastedLists).toEqual([]);
  });

  it('renders the files of an export as bytes', async () => {
    const { files } = unwrap(await client.call('export.render', { handle, formats: ['csv'], language: 'ja' }));
    const plan = files.find(({ name }) => name.endsWith('plan.csv'));
    expect(Buffer.from(plan?.base64 ?? '', 'base64').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const listed = unwrap(await client.call('export.render', { handle, formats: ['csv'], contents: ['plan.csv'] }));
    expect(listed.files.map(({ name, rows }) => [name, rows])).toEqual(files.map(({ name, rows }) => [name, rows]));
    expect(listed.files.filter(({ base64 }) => base64 !== null).map(({ name }) => name)).toEqual(['plan.csv']);
  });

  it('reads a file that was handed over', async () => {
    const input = await place.give(join(SAMPLE, SAMPLES[0] ?? ''));
    const { evidence } = unwrap(await client.call('evidence.inspect', { inputs: [input] }));
    expect(evidence.map(({ file }) => file.split('/').at(-1))).toEqual([SAMPLES[0]]);
  });

  it('cancels a call, and the project is as it was', async () => {
    const path = join(place.projects, 'cancelled.dfsplan');
    const { handle: own } = unwrap(await client.call('project.create', { path, name: 'Cancelled' }));
    const inputs = await Promise.all(SAMPLES.map((name) => place.give(join(SAMPLE, name))));
    const reply = await client.call('evidence.import', { handle: own, inputs }, cancelledAtProgress());
    expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    const state = unwrap(await client.call('project.state', { handle: own }));
    expect([state.evidence.length, state.undo]).toEqual([0, null]);
    expect(await client.call('project.close', { handle: own })).toEqual({ ok: true, value: null });
  });

  it('answers a call that was cancelled before it began', async () => {
    const reply = await client.call('project.state', { handle }, { signal: AbortSignal.abort() });
    expect(reply.ok || reply.failure.code).toSatisfy((code) => code === true || code === 'cancelled');
  });

  it('says what is wrong in the language of the call', async () => {
    language = 'ja';
    const reply = await client.call('project.state', { handle: 'nobody' });
    language = 'en';
    expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(reply.ok || reply.failure.message).toMatch(/見つかりません/);
  });

  it.each([
    ['a method that does not exist', 'project.explode', {}],
    ['a method named like a member of every object', 'constructor', {}],
    ['a parameter too many', 'app.info', { extra: 1 }],
    ['a parameter of another type', 'project.state', { handle: 7 }],
    ['no parameters at all', 'project.state', null],
    ['a list instead of parameters', 'project.state', []],
    ['a forged prototype', 'project.state', JSON.parse('{"__proto__":{"handle":"x"}}')],
  ])('refuses %s as wrong use', async (_what, method, params) => {
    const reply = await place.transport.call({ method: method as never, params, language }, {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'wrong-use' } });
  });

  it.each(Object.keys(PARAMS))('refuses %s with parameters of the wrong shape', async (method) => {
    const params = { handle: { $ne: null }, path: ['x'], inputs: { length: 1 }, to: 5, unknown: true };
    const reply = await place.transport.call({ method: method as never, params, language }, {});
    expect(reply).toMatchObject({ ok: false });
    expect(['wrong-use', 'path-not-allowed']).toContain(reply.ok ? '' : reply.failure.code);
  });

  it('carries many calls at once, each with its own answer', async () => {
    const ids = unwrap(await client.call('inventory.machines', { handle })).machines.map(({ id }) => id);
    const details = await Promise.all(ids.map((machine) => client.call('inventory.machine', { handle, machine })));
    expect(details.map((reply) => unwrap(reply).machine.id)).toEqual(ids);
  });

  it('opens an open project as the one it is, and keeps it until its last page closed it', async () => {
    const path = join(place.projects, 'sample.dfsplan');
    const again = unwrap(await client.call('project.open', { path }));
    expect(again.handle).toBe(handle);
  });

  it('keeps everything in the file', async () => {
    const path = join(place.projects, 'sample.dfsplan');
    const before = unwrap(await client.call('project.state', { handle }));
    unwrap(await client.call('project.close', { handle }));
    unwrap(await client.call('project.close', { handle }));
    expect(await client.call('project.state', { handle })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    const opened = unwrap(await client.call('project.open', { path }));
    expect(opened.handle).not.toBe(handle);
    const after = unwrap(await client.call('project.state', { handle: opened.handle }));
    expect(after.overrides).toEqual(before.overrides);
    expect(after.undo).toEqual(before.undo);
    unwrap(await client.call('project.close', { handle: opened.handle }));
    expect(existsSync(`${path}-open`)).toBe(false);
  });
});

const SAMPLES = readdirSync(SAMPLE)
  .filter((name) => name !== 'README.md')
  .sort();

async function inProcess(): Promise<Place> {
  const home = mkdtempSync(join(tmpdir(), 'dfs-in-process-'));
  const core = createCore({ now: () => new Date().toISOString(), home });
  return {
    transport: {
      call: ({ method, params, language }, { signal, onProgress }) => {
        const cancel = new AbortController();
        signal?.addEventListener('abort', () => cancel.abort());
        return core.dispatch(method, params, {
          language,
          signal: cancel.signal,
          progress: (each) => onProgress?.(each),
        });
      },
      onEvent: () => () => undefined,
    },
    projects: home,
    give: async (file) => file,
    close: async () => core.close(),
  };
}

async function coreProcess(): Promise<Place> {
  const { launcher, home } = startCore();
  return { transport: launcher, projects: home, give: async (file) => file, close: () => launcher.close() };
}

async function overHttp(): Promise<Place> {
  const host = await startHost();
  const page = host.page('contract-page');
  mkdirSync(host.projects, { recursive: true });
  const { readFile } = await import('node:fs/promises');
  return {
    transport: page,
    projects: host.projects,
    give: async (file) => {
      const name = file.split('/').at(-1) ?? '';
      return unwrap(await page.upload(new File([await readFile(file)], name), 'en')).path;
    },
    close: async () => {
      page.close();
      await host.close();
    },
  };
}
