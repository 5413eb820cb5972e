import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeColumn, sortRows } from '../../../renderer/state/inventory/coded.ts';
import { COLUMNS, findColumn, type InventoryGround, tagNames } from '../../../renderer/state/inventory/columns.ts';
import { rowsOf, valuesOf } from '../../../renderer/state/inventory/rows.ts';
import { searchMachines } from '../../../renderer/state/inventory/search.ts';
import { rowsToTsv } from '../../../renderer/state/inventory/tsv.ts';
import { selectOpenProject, selectPlanned } from '../../../renderer/state/selectors.ts';
import type { RenderedView } from '../../../shared/contract/index.ts';
import { naturalKey } from '../../../shared/text/fold.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

let page: TestPage;
let ground: InventoryGround;

beforeAll(async () => {
  page = openTestPage();
  await page.store.getState().createSample(join(page.folder, 'sample.dfsplan'));
  const project = selectOpenProject(page.store.getState());
  const planned = selectPlanned(page.store.getState());
  if (!project || !planned) throw new Error('The sample is not open');
  const { machines, state } = project;
  ground = { machines, planned, state, language: 'en', word: (_, value) => value };
});
afterAll(() => page.close());

const ALL = { search: '', pills: [] };
const names = (rows: Uint32Array) => Array.from(rows, (row) => ground.machines[row]?.name ?? '');
const textOf = (id: string, row: number) => {
  const column = findColumn(id)?.code(ground);
  return column?.values[column.codes[row] ?? -1]?.text;
};

describe('sorting', () => {
  const values = fc.array(
    fc.option(fc.oneof(fc.nat(20), fc.constantFrom('srv-2', 'srv-10', 'ＳＲＶ-3', 'あ')), { nil: null }),
  );

  it('keeps every row once, puts missing values last and equal ones in the order they had', () => {
    fc.assert(
      fc.property(values, fc.boolean(), (raw, descending) => {
        const numbers = raw.map((value) => (typeof value === 'string' ? value.length : value));
        const column = codeColumn(
          numbers.length,
          (at) => numbers[at] ?? null,
          (value) => ({ key: String(value), text: String(value), sort: value }),
        );
        const rows = Uint32Array.from(numbers, (_, row) => row);
        const expected = [...rows].sort((a, b) => {
          const [x, y] = [numbers[a] ?? null, numbers[b] ?? null];
          if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
          return (descending ? y - x : x - y) || a - b;
        });
        expect([...sortRows(rows, column, descending)]).toEqual(expected);
      }),
    );
  });

  it('puts srv-2 before srv-10, without case and width', () => {
    const raw = ['srv-10', 'SRV-2', 'ｓｒｖ-1'];
    const column = codeColumn(
      3,
      (at) => raw[at] ?? '',
      (text) => ({ key: text, text, sort: text }),
    );
    expect([...sortRows(Uint32Array.of(0, 1, 2), column, false)]).toEqual([2, 1, 0]);
  });

  it('without a column machines stand in the order of their names', () => {
    const order = names(rowsOf(ground, ALL, null));
    expect(order.map(naturalKey)).toEqual(ground.machines.map(({ name }) => naturalKey(name)).sort());
  });
});

describe('filters', () => {
  it('keep what has one of the values, in every field', () => {
    const pills = [
      { field: 'method', values: ['resource', 'direct'], isOn: true },
      { field: 'placement', values: ['azure-vm'], isOn: true },
    ];
    const rows = rowsOf(ground, { search: '', pills }, null);
    const expected = ground.machines.filter(
      ({ placement }, row) =>
        placement === 'azure-vm' && ['resource', 'direct'].includes(ground.planned.planning.decided(row).method),
    );
    expect(new Set(names(rows))).toEqual(new Set(expected.map(({ name }) => name)));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('that are off, or have nothing chosen, change nothing', () => {
    const pills = [
      { field: 'method', values: ['resource'], isOn: false },
      { field: 'placement', values: [], isOn: true },
    ];
    expect(rowsOf(ground, { search: '', pills }, null)).toEqual(rowsOf(ground, ALL, null));
  });

  it('offer values with the counts that choosing them would show', () => {
    const pills = [{ field: 'placement', values: ['azure-vm'], isOn: true }];
    for (const { key, count } of valuesOf(ground, { search: '', pills }, 'method')) {
      const chosen = [...pills, { field: 'method', values: [key], isOn: true }];
      expect(rowsOf(ground, { search: '', pills: chosen }, null)).toHaveLength(count);
    }
  });

  it('a missing value is a value too', () => {
    const field = `tag:${tagNames(ground.machines)[0]}`;
    const missing = valuesOf(ground, ALL, field).find(({ key }) => key === '');
    const rows = rowsOf(ground, { search: '', pills: [{ field, values: [''], isOn: true }] }, null);
    expect(rows).toHaveLength(missing?.count ?? -1);
  });
});

describe('free text', () => {
  const search = (text: string) => names(rowsOf(ground, { search: text, pills: [] }, null));

  it('finds names without case and width', () => {
    const [name = ''] = search('web01');
    expect(search('ＷＥＢ０１')).toContain(name);
  });

  it('wants every word, wherever it stands', () => {
    const both = search('web minato-prod');
    expect(both.length).toBeGreaterThan(0);
    expect(search('web')).toEqual(expect.arrayContaining(both));
    expect(search('web no-such-word')).toEqual([]);
  });

  it('only blanks search for nothing', () => {
    expect(searchMachines(ground.machines, ' \u3000 ')).toBeNull();
  });
});

it('every column gives a text for every machine, in both languages', () => {
  for (const language of ['en', 'ja'] as const) {
    for (const { id, code } of COLUMNS) {
      const { codes, values } = code({ ...ground, language });
      expect(codes, id).toHaveLength(ground.machines.length);
      expect(values.every(({ text, key }) => typeof text === 'string' && typeof key === 'string')).toBe(true);
    }
  }
});

it('money in the list is the money of the cost lines', () => {
  const lines = ground.planned.cost().lines;
  for (const [row, machine] of ground.machines.entries()) {
    const column = findColumn('monthlyAlways')?.code(ground);
    const shown = column?.values[column.codes[row] ?? -1]?.sort;
    const own = lines.filter(({ machineId, item }) => machineId === machine.id && item === 'defender-for-servers');
    const sum = own.reduce((total, { amount }) => total + Number(amount.always), 0);
    expect(shown, machine.name).toBeCloseTo(sum, 6);
  }
});

it('what a machine costs now is unknown in the list where it is in the plan that is handed over, and never a false 0', async () => {
  const handle = selectOpenProject(page.store.getState())?.handle ?? '';
  const call = { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
  const params = { handle, formats: ['csv'], contents: ['plan.csv'], language: 'en' };
  const reply = await page.core.dispatch('export.render', params, call);
  const { files } = reply.ok ? (reply.value as RenderedView) : { files: [] };
  const csv = Buffer.from(files.find(({ name }) => name === 'plan.csv')?.base64 ?? '', 'base64');
  const plan: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  const isUnknown = (row: Record<string, string>) =>
    row['Monthly cost now'] === 'unknown' && row['Monthly cost always on'] !== 'unknown';
  const unknown = plan.filter(isUnknown).map((row) => row.Name);
  expect(unknown.length).toBeGreaterThan(0);
  const shown = ground.machines.filter((_, row) => textOf('monthlyNow', row) === 'unknown').map(({ name }) => name);
  expect(shown.sort()).toEqual(unknown.sort());
});

it('rows are copied with headers, one line each, nothing but tabs between cells', () => {
  const rows = rowsOf(ground, ALL, null).slice(0, 3);
  const columns = ['name', 'method', 'tag:備考'].map((id) => ({ id, title: `${id}\t!` }));
  const lines = rowsToTsv(ground, rows, columns).split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe('name !\tmethod !\ttag:備考 !');
  expect(lines[1]?.split('\t').slice(0, 2)).toEqual([textOf('name', rows[0] ?? 0), textOf('method', rows[0] ?? 0)]);
});
