import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../../../electron/core/app.ts';
import type { Method, Params, Result } from '../../../../shared/contract/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'dfs-maps-'));

/** No header word of the third column is known, and the values say nothing. */
const LIST = ['管理台帳 2026,,', '機器,区分,重要', 'app01,本番,○', 'app02,開発,', 'app03,本番,○'].join('\n');
/** The same columns a month later. */
const LATER = ['機器,区分,重要', 'app01,本番,○', 'app04,本番,○'].join('\n');
const MAP = { columns: { 機器: 'name', 区分: 'tag:env', 重要: 'list:P2 targets' } };

describe('what is said about the columns of a list', () => {
  let core: Core;
  beforeAll(() => {
    core = createCore({ now: () => '2026-11-24T00:00:00.000Z', home: join(folder, 'home') });
  });
  afterAll(() => core.close());

  async function call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    const context = { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
    const reply = await core.dispatch(method, params, context);
    if (!reply.ok) throw new Error(reply.failure.message);
    return reply.value;
  }
  const open = async (name: string): Promise<string> =>
    (await call('project.create', { path: join(folder, `${name}.dfsplan`), name })).handle;
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('is asked for with the first rows and a proposal for each column', async () => {
    const { tables } = await call('evidence.preview', { inputs: [file('list.csv', LIST)] });
    expect(tables).toMatchObject([
      { file: 'list.csv', sheet: null, headerRow: 2, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
    expect(tables[0]?.rows[1]).toEqual({ row: 2, cells: ['機器', '区分', '重要'] });
    expect(tables[0]?.columns.map(({ header }) => header)).toEqual(['機器', '区分', '重要']);
  });

  it('may name another row as the header', async () => {
    const inputs = [file('list.csv', LIST)];
    const headerRows = [{ file: 'list.csv', sheet: null, row: 3 }];
    const { tables } = await call('evidence.preview', { inputs, headerRows });
    expect(tables[0]).toMatchObject({
      headerRow: 3,
      columns: [{ header: 'app01' }, { header: '本番' }, { header: '○' }],
    });
  });

  it('is heeded when the files are looked at, imported, and imported again a month later', async () => {
    const handle = await open('maps');
    const inputs = [file('list.csv', LIST)];
    const [table] = (await call('evidence.preview', { handle, inputs })).tables;
    const maps = [{ fingerprint: table?.fingerprint ?? '', map: MAP }];
    expect(await call('evidence.inspect', { handle, inputs, maps })).toMatchObject({ machines: 3, new: 3 });
    await call('evidence.import', { handle, inputs, maps });
    const state = await call('project.state', { handle });
    expect(state.lists).toMatchObject([{ name: 'P2 targets', found: 2 }]);

    const later = [file('later.csv', LATER)];
    const preview = await call('evidence.preview', { handle, inputs: later });
    expect(preview.tables[0]?.columns).toMatchObject([
      { header: '機器', target: 'name', why: 'map' },
      { header: '区分', target: 'tag:env', why: 'map' },
      { header: '重要', target: 'list:P2 targets', why: 'map' },
    ]);
    await call('evidence.import', { handle, inputs: later });
    const { machines } = await call('inventory.machines', { handle });
    expect(machines.find(({ name }) => name === 'app04')?.tags).toEqual({ env: '本番' });
  });

  it('is remembered when it came as a file of its own', async () => {
    const handle = await open('map-file');
    await call('evidence.import', { handle, inputs: [file('list.csv', LIST)], map: { ...MAP, headerRow: 2 } });
    await call('evidence.import', { handle, inputs: [file('later.csv', LATER)] });
    const { machines } = await call('inventory.machines', { handle });
    expect(machines.find(({ name }) => name === 'app04')?.tags).toEqual({ env: '本番' });
  });

  it('stays apart from files that the project has already', async () => {
    const handle = await open('known');
    const inputs = [file('list.csv', LIST)];
    await call('evidence.import', { handle, inputs });
    const again = await call('evidence.inspect', { handle, inputs });
    expect(again.evidence[0]?.findings.map(({ code }) => code)).toEqual(['evidence-known']);
  });
});
