import { describe, expect, it } from 'vitest';
import type { TableFormat } from '../../../../../electron/core/sources/files/format.ts';
import { cells, NAMES, readOne, scratch, workbook, zipped } from './reading.ts';

const disk = scratch();
let count = 0;
const book = async (...args: Parameters<typeof workbook>) => disk.write(`${++count}.xlsx`, await workbook(...args));

const LIST = cells([
  ['name', 'env'],
  ['web01', 'prod'],
]);

describe('workbooks', () => {
  it('reads every sheet that a format knows, and says which it does not', async () => {
    const other = cells([['alpha', 'beta']]);
    const file = await readOne(await book({ Servers: LIST, Notes: other, Empty: '<sheetData/>', サーバー: LIST }));
    expect(file.begins.map(({ sheet, headerRow }) => [sheet, headerRow])).toEqual([
      ['Servers', 1],
      ['サーバー', 1],
    ]);
    expect(file.all.map((record) => [record.sheet, record.row])).toEqual([
      ['Servers', 2],
      ['サーバー', 2],
    ]);
    expect(file.findings).toMatchObject([
      { code: 'sheet-not-recognised', sheet: 'Notes', params: { seen: 'alpha, beta' } },
    ]);
    expect([file.outcome, file.format, file.encoding, file.rows]).toEqual(['read', 'portal-vm-list', 'xlsx', 2]);
  });

  it('gives each row the value of the merged cells that it belongs to', async () => {
    const merged = `${cells([
      ['name', 'env'],
      ['web01', 'prod'],
      ['web02', null],
      ['web03', 'dev'],
    ])}<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>`;
    const file = await readOne(await book({ One: merged }));
    expect(file.all.map((record) => ('tags' in record ? record.tags?.cells : null))).toEqual([
      '["web01","prod"]',
      '["web02","prod"]',
      '["web03","dev"]',
    ]);
    expect(file.findings).toMatchObject([{ code: 'sheet-merged-cells', params: { count: 1 } }]);
  });

  it('writes dates, numbers and booleans as text', async () => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
    const row = (n: number, inner: string) => `<row r="${n}">${inner}</row>`;
    const head = 'name day time whole fraction long flag'.split(' ');
    const header = head.map((text, i) => `<c r="${'ABCDEFG'[i]}1" t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const values =
      '<c r="A2" t="inlineStr"><is><t>web01</t></is></c><c r="B2" s="1"><v>46235</v></c><c r="C2" s="2"><v>46235.5</v></c>' +
      '<c r="D2"><v>16</v></c><c r="E2"><v>8.0000000000000004E-2</v></c><c r="F2"><v>123456789012345678</v></c><c r="G2" t="b"><v>1</v></c>';
    const sheet = `<sheetData>${row(1, header)}${row(2, values)}</sheetData>`;
    const path = await book({ One: sheet }, { 'xl/styles.xml': styles });
    const [record] = (await readOne(path)).all;
    expect(record && 'tags' in record && record.tags?.cells).toBe(
      '["web01","2026-08-01","2026-08-01T12:00:00Z","16","0.08","123456789012345678","TRUE"]',
    );
  });

  it('does not look for a list of the customer beside the sheets of a tool', async () => {
    const tool: TableFormat = {
      ...NAMES,
      id: 'rvtools',
      detect: (preview) => (preview.sheet === 'vInfo' ? { score: 90, header: 0 } : null),
    };
    const list: TableFormat = { ...NAMES, id: 'server-list' };
    const path = await book({ vInfo: LIST, vDisk: LIST });
    const file = await readOne(path, { tables: [tool, list] });
    expect(file.begins.map(({ sheet, format }) => [sheet, format])).toEqual([['vInfo', 'rvtools']]);
    expect(file.codes).toEqual(['sheet-not-recognised']);
  });

  it('reads the sheet that the map names, from the row that it names', async () => {
    const list: TableFormat = { ...NAMES, id: 'server-list', detect: () => null };
    const sheet = cells([
      ['Title', null],
      ['Host', 'Env'],
      ['web01', 'prod'],
    ]);
    const map = { sheet: 'Two', headerRow: 2, columns: { Host: 'name' } };
    const file = await readOne(await book({ One: sheet, Two: sheet }), { tables: [list], map });
    expect(file.begins.map(({ sheet: name, headerRow }) => [name, headerRow])).toEqual([['Two', 2]]);
  });
});

describe('workbooks that are refused or broken', () => {
  it('an empty one', async () => {
    const file = await readOne(await book({ One: '<sheetData/>' }));
    expect([file.codes, file.outcome]).toEqual([['workbook-empty'], 'unreadable']);
  });

  it('one without a known sheet', async () => {
    const file = await readOne(await book({ One: cells([['alpha']]) }));
    expect(file.codes).toEqual(['sheet-not-recognised', 'workbook-not-recognised']);
  });

  it('a cell in the last corner', async () => {
    const corner = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const file = await readOne(await book({ One: corner }));
    expect(file.findings).toMatchObject([{ code: 'workbook-too-large', params: { what: 'cells' } }]);
  });

  it('a column beyond the last', async () => {
    const beyond = '<sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData>';
    const file = await readOne(await book({ One: beyond }));
    expect(file.findings).toMatchObject([{ code: 'workbook-too-large', params: { what: 'columns' } }]);
  });

  it('a bomb', async () => {
    const file = await readOne(await book({ One: `<sheetData>${' '.repeat(64 * 1024 * 1024)}</sheetData>` }));
    expect(file.codes).toEqual(['archive-ratio']);
  });

  it('one sheet that is broken, beside one that is not', async () => {
    const broken = '<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>';
    const file = await readOne(await book({ Bad: broken, Good: LIST }));
    expect(file.names).toEqual(['web01']);
    expect(file.findings).toMatchObject([{ code: 'sheet-failed', sheet: 'Bad' }]);
  });

  it('no XML in it', async () => {
    const parts = { '[Content_Types].xml': 'x', 'xl/workbook.xml': 'not xml', 'xl/worksheets/sheet1.xml': '<<<' };
    const file = await readOne(disk.write('no-xml.xlsx', await zipped(parts)));
    expect(file.outcome).toBe('unreadable');
    expect(file.codes).toHaveLength(1);
  });

  it.each([0.3, 0.6, 0.95])('cut off after %f of it', async (part) => {
    const whole = await workbook({ One: LIST });
    const file = await readOne(disk.write(`cut-${part}.xlsx`, whole.subarray(0, Math.floor(whole.length * part))));
    expect([file.codes, file.outcome]).toEqual([['archive-broken'], 'unreadable']);
  });

  it('its bytes are damaged', async () => {
    const whole = await workbook({ One: LIST });
    const sheet = whole.indexOf('xl/worksheets/sheet1.xml');
    whole.fill(0xff, sheet + 30, sheet + 60);
    const file = await readOne(disk.write('damaged.xlsx', whole));
    expect(file.codes).toEqual(['workbook-broken']);
  });

  it('sheets named like parts of JavaScript', async () => {
    const file = await readOne(await book({ __proto__x: LIST, constructor: LIST }));
    expect(file.names).toEqual(['web01', 'web01']);
  });
});
