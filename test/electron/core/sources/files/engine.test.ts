import { describe, expect, it } from 'vitest';
import type { JsonFormat, TableFormat } from '../../../../../electron/core/sources/files/format.ts';
import { headerFingerprint } from '../../../../../electron/core/sources/files/index.ts';
import { ITEMS, NAMES, readAll, readOne, scratch } from './reading.ts';

const disk = scratch();
let count = 0;
const csv = (text: string) => disk.write(`${++count}.csv`, text);
const json = (value: unknown) => disk.write(`${++count}.json`, JSON.stringify(value));

const table = (id: TableFormat['id'], score: number, more: Partial<TableFormat> = {}): TableFormat => ({
  ...NAMES,
  id,
  detect: (preview) => (score > 0 && NAMES.detect(preview) ? { score, header: 0 } : null),
  ...more,
});

describe('choice of the format', () => {
  it('the surest gets it, and of two that are equally sure the earlier', async () => {
    const formats = [table('server-list', 10), table('azqr', 60), table('rvtools', 60)];
    expect((await readOne(csv('name\r\nweb01'), { tables: formats })).format).toBe('azqr');
  });

  it('likewise for JSON', async () => {
    const sure = (id: JsonFormat['id'], score: number): JsonFormat => ({ ...ITEMS, id, detect: () => score });
    const formats = [sure('az-vm-list', 10), sure('arc-machines', 60), sure('mde-machines', 60)];
    expect((await readOne(json([{ name: 'web01' }]), { json: formats })).format).toBe('arc-machines');
  });

  it('the user knows better', async () => {
    const formats = [table('rvtools', 90), table('azqr', 0)];
    const file = await readOne(csv('name\r\nweb01'), { tables: formats, as: 'azqr' });
    expect([file.format, file.names]).toEqual(['azqr', ['web01']]);
  });

  it('the user knows what an answer without items would hold', async () => {
    const file = await readOne(json({ value: [] }), { as: 'resource-graph' });
    expect([file.format, file.outcome, file.codes]).toEqual(['resource-graph', 'read', ['file-no-records']]);
  });

  it('a map makes it a list, with the header row that has most of its columns', async () => {
    const maps: unknown[] = [];
    const list = table('server-list', 0, {
      reader: (context) => {
        maps.push(context.map);
        return {
          row: ({ row, cells }) => context.sink.record({ type: 'machine', source: 'list', name: cells[0] ?? '', row }),
        };
      },
    });
    const map = { columns: { ﾎｽﾄ: 'name', Env: 'tag:env' } };
    const path = csv('Our servers,,\r\nホスト,ENV,x\r\nweb01,prod,1\r\n');
    const file = await readOne(path, { tables: [NAMES, list], map });
    expect([file.format, file.names, maps]).toEqual(['server-list', ['web01'], [map]]);
  });

  it('what the user said of the same columns before holds again', async () => {
    const list = table('server-list', 0);
    const fingerprint = headerFingerprint(['ホスト ', 'ENV']);
    const remembered = { columns: { ホスト: 'name' } };
    const seen: string[] = [];
    const host = {
      rememberedMap: (asked: string) => {
        seen.push(asked);
        return asked === fingerprint ? remembered : null;
      },
    };
    const path = csv('Our servers,\r\nﾎｽﾄ,env\r\nweb01,prod\r\n');
    const file = await readOne(path, { tables: [list] }, host);
    expect(file.begins).toMatchObject([{ format: 'server-list', headerRow: 2, headerFingerprint: fingerprint }]);
    expect(seen).toContain(fingerprint);
  });

  it('says the first headers of a table that nobody knows', async () => {
    const file = await readOne(csv('alpha,beta\r\n1,2\r\n'));
    expect(file.findings).toMatchObject([{ code: 'table-not-recognised', params: { seen: 'alpha, beta' } }]);
  });
});

describe('what a format does', () => {
  const failing = (on: string): TableFormat =>
    table('azqr', 50, {
      reader: (context) => {
        const names = NAMES.reader(context);
        return {
          row(row) {
            if (row.cells[0] === on) throw new Error('out of order');
            names.row(row);
          },
        };
      },
    });

  it('what it throws is a finding of its row; the other rows and files are read', async () => {
    const { files } = await readAll([csv('name\r\nweb01\r\nbad\r\nweb02'), csv('name\r\nweb03')], {
      tables: [failing('bad')],
    });
    expect(files.map(({ names }) => names)).toEqual([['web01', 'web02'], ['web03']]);
    expect(files[0]?.findings).toMatchObject([{ code: 'format-failed', row: 3, params: { reason: 'out of order' } }]);
  });

  it('a format that fails while it looks does not know the file', async () => {
    const broken = table('azqr', 50, {
      detect: () => {
        throw new Error('out of order');
      },
    });
    expect((await readOne(csv('name\r\nweb01'), { tables: [broken, NAMES] })).format).toBe(NAMES.id);
  });

  it('an unknown finding code is a failure of the row, not of the reading', async () => {
    const careless = table('azqr', 50, {
      reader: ({ sink }) => ({ row: ({ row }) => sink.finding('no-such-code', {}, row) }),
    });
    expect((await readOne(csv('name\r\nweb01'), { tables: [careless] })).codes).toEqual(['format-failed']);
  });

  it('records that come at the end answer their rows', async () => {
    const late = table('azqr', 50, {
      reader({ sink }) {
        const rows: number[] = [];
        return {
          row: ({ row }) => {
            rows.push(row);
          },
          end: () => {
            for (const row of rows.slice(1)) sink.record({ type: 'machine', source: 'list', name: `m${row}`, row });
          },
        };
      },
    });
    const file = await readOne(csv('name\r\na\r\nb\r\nc'), { tables: [late] });
    expect([file.names, file.findings.map(({ code, row }) => [code, row])]).toEqual([
      ['m3', 'm4'],
      [['row-not-understood', 2]],
    ]);
  });

  it('every row is counted as a record, a finding, or both', async () => {
    const file = await readOne(csv(`name,os\r\n${'web01,a\r\n,b\r\n\r\n'.repeat(120)}`));
    expect([file.rows, file.records, file.findings.length]).toEqual([240, 120, 120]);
  });

  it('the newest date that it tells dates the file, else the time of the file', async () => {
    const dated = table('azqr', 50, {
      reader: (context) => {
        for (const day of ['2026-07-01', '2026-08-01', '2026-06-01', 'no date']) context.sink.date(day);
        return NAMES.reader(context);
      },
    });
    const path = csv('name\r\nweb01');
    expect((await readOne(path, { tables: [dated] })).date).toBe('2026-08-01');
    const plain = await readOne(path);
    expect(plain.date).toBe(plain.opened?.modifiedAt);
  });
});

describe('items of JSON', () => {
  it.each([
    ['[]', [{ name: 'a' }, { name: 'b' }], {}],
    ['value', { value: [{ name: 'a' }, { name: 'b' }], nextLink: 'x' }, { nextLink: 'x' }],
    ['data', { count: 2, data: [{ name: 'a' }, { name: 'b' }], skip_token: null }, { count: 2, skip_token: null }],
    ['Items', { Items: [{ name: 'a' }, { name: 'b' }] }, {}],
    ['results', { schema: [{ x: 1 }], results: [{ name: 'a' }, { name: 'b' }] }, { schema: [{ x: 1 }] }],
    ['machines', { machines: [{ name: 'a' }, { name: 'b' }], next: { page: 2 } }, { next: { page: 2 } }],
  ])('are found in %s, and the envelope apart from them', async (container, value, envelope) => {
    const seen: unknown[] = [];
    const format: JsonFormat = {
      ...ITEMS,
      reader: (context) => ({ ...ITEMS.reader(context), end: (around) => seen.push(context.container, around) }),
    };
    const file = await readOne(json(value), { json: [format] });
    expect([file.names, seen]).toEqual([
      ['a', 'b'],
      [container, envelope],
    ]);
  });

  it('come one per line, or as one object', async () => {
    const containers: string[] = [];
    const format: JsonFormat = {
      ...ITEMS,
      reader: (context) => {
        containers.push(context.container);
        return ITEMS.reader(context);
      },
    };
    const lines = disk.write('lines.jsonl', '{"name":"a"}\n{"name":"b"}\n');
    const { files } = await readAll([lines, json({ name: 'c', resources: [{ name: 'inner' }] })], { json: [format] });
    expect([files.map(({ names }) => names), containers]).toEqual([
      [['a', 'b'], ['c']],
      ['lines', '{}'],
    ]);
  });

  it('are whole beyond the preview and across the pieces of a long text', async () => {
    const value = Array.from({ length: 20_000 }, (_, index) => ({ name: `m${index}`, note: 'ｘ'.repeat(index % 50) }));
    const file = await readOne(json({ value }));
    expect(file.names).toEqual(value.map(({ name }) => name));
  });
});

describe('the host', () => {
  it('hears progress, and how much there is', async () => {
    const path = csv(`name,os\r\n${'web01,"a"\r\n'.repeat(400_000)}`);
    const { progress } = await readAll([path]);
    expect(progress.length).toBeGreaterThan(0);
    for (const told of progress) expect(told.bytes).toBeLessThanOrEqual(told.totalBytes);
    expect(progress.map(({ bytes }) => bytes)).toEqual(progress.map(({ bytes }) => bytes).sort((a, b) => a - b));
  });

  it.each(['csv', 'json'])('cancels in the middle of a %s file', async (kind) => {
    const text =
      kind === 'csv' ? `name,os\r\n${'web01,"a"\r\n'.repeat(500_000)}` : `[${'{"name":"a"},'.repeat(500_000)}{}]`;
    const cancel = new AbortController();
    const closed: string[] = [];
    const reading = readAll(
      [disk.write(`cancel.${kind}`, text)],
      { signal: cancel.signal },
      {
        open: () => ({ begin() {}, record: () => cancel.abort(new Error('enough')) }),
        close: ({ file }) => closed.push(file),
      },
    );
    await expect(reading).rejects.toThrow('enough');
    expect(closed).toEqual([]);
  });

  it('is not asked anything when it was cancelled before', async () => {
    const reading = readAll([csv('name\r\nweb01')], { signal: AbortSignal.abort(new Error('before')) });
    await expect(reading).rejects.toThrow('before');
  });

  it('ends the reading when it fails itself', async () => {
    const disks = {
      open: () => ({
        begin() {},
        record: () => {
          throw new Error('disk full');
        },
      }),
    };
    await expect(readAll([csv('name\r\nweb01')], {}, disks)).rejects.toThrow('disk full');
  });

  it('may name the encoding', async () => {
    const path = disk.write('named.csv', Buffer.from([...Buffer.from('name\r\ncaf'), 0xe9, 0x0d, 0x0a]));
    expect(await readOne(path, { encoding: 'iso-8859-1' })).toMatchObject({ names: ['café'], findings: [] });
    const unknown = await readOne(path, { encoding: 'klingon' });
    expect(unknown.codes).toEqual(['encoding-unknown', 'encoding-guessed']);
  });
});
