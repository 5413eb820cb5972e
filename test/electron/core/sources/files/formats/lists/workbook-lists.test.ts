import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile, { type Sheet } from 'write-excel-file/node';
import type { ReadOptions } from '../../../../../../../electron/core/sources/files/index.ts';
import { type ReadFile, readAll } from '../../../../../../support/read-all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lists-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Cells = readonly (readonly unknown[])[];

async function readBook(sheets: Readonly<Record<string, Cells>>, options: ReadOptions = {}): Promise<ReadFile> {
  const path = join(folder, '一覧.xlsx');
  const book = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })) as unknown as Sheet<Buffer>[];
  await writeXlsxFile(book as never).toFile(path);
  const [file] = await readAll([path], options);
  if (!file) throw new Error('nothing was read');
  return file;
}

function merged(value: string, rowSpan: number, columnSpan = 1) {
  return { value, rowSpan, columnSpan };
}

describe('lists in workbooks', () => {
  it('finds the list among cover, history and drop-down sheets; the header is two rows high, cells are merged', async () => {
    const read = await readBook({
      表紙: [['サーバー構成一覧'], ['第1.2版']],
      改版履歴: [
        ['版数', '日付', '変更内容', '担当者'],
        ['1.0', '2026/01/10', '初版', '山田'],
      ],
      サーバー一覧: [
        [merged('サーバー一覧（本社）', 1, 8)],
        [null],
        [
          merged('No', 2),
          merged('環境', 2),
          merged('サーバー名', 2),
          merged('OS', 2),
          merged('ネットワーク', 1, 2),
          null,
          merged('Defender P2', 2),
          merged('備考', 2),
        ],
        [null, null, null, null, 'IPアドレス', 'VLAN', null, null],
        [1, merged('本番', 3), merged('web01', 2), merged('Windows Server 2022', 2), '10.0.0.1', 100, '○', null],
        [2, null, null, null, '10.0.0.2', 200, null, null],
        [3, null, 'sql01', 'Windows Server 2019', '10.0.0.3', 100, '○', 'AlwaysOn'],
        [4, '開発', 'dev01', 'RHEL 9.2', '10.9.0.1', 900, '×', null],
        ['※Defender P2 欄は○のみ対象'],
      ],
      プルダウン: [
        ['OS一覧', '環境一覧'],
        ['Windows Server 2022', '本番'],
      ],
    });
    const sheet = 'サーバー一覧';
    expect(read.recordsRead).toEqual([
      {
        type: 'machine',
        source: 'list',
        row: 5,
        sheet,
        name: 'web01',
        osText: 'Windows Server 2022',
        tags: { 環境: '本番' },
        ipAddresses: ['10.0.0.1', '10.0.0.2'],
      },
      { type: 'list-entry', row: 5, sheet, list: 'Defender P2', name: 'web01' },
      {
        type: 'machine',
        source: 'list',
        row: 7,
        sheet,
        name: 'sql01',
        osText: 'Windows Server 2019',
        tags: { 環境: '本番' },
        ipAddresses: ['10.0.0.3'],
      },
      { type: 'list-entry', row: 7, sheet, list: 'Defender P2', name: 'sql01' },
      {
        type: 'machine',
        source: 'list',
        row: 8,
        sheet,
        name: 'dev01',
        osText: 'RHEL 9.2',
        tags: { 環境: '開発' },
        ipAddresses: ['10.9.0.1'],
      },
    ]);
    expect(read.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(read.findings.map(({ code, sheet: of }) => `${of}: ${code}`)).toEqual(
      expect.arrayContaining([
        '改版履歴: list-sheet-without-servers',
        'プルダウン: list-sheet-without-servers',
        'サーバー一覧: list-row-continues',
        'サーバー一覧: list-remark',
      ]),
    );
  });

  it('reads every sheet that lists servers, each by its own header', async () => {
    const read = await readBook({
      本社: [
        ['ホスト名', 'OS', 'IPアドレス'],
        ['hq01', 'Windows Server 2022', '10.1.0.1'],
      ],
      Osaka: [
        ['List of servers, Osaka'],
        ['IP address', 'Operating system', 'Computer name', 'Owner'],
        ['10.2.0.1', 'Ubuntu 22.04', 'osa01', 'Net team'],
      ],
    });
    expect(read.recordsRead).toMatchObject([
      { sheet: '本社', name: 'hq01', osText: 'Windows Server 2022', ipAddresses: ['10.1.0.1'] },
      { sheet: 'Osaka', row: 3, name: 'osa01', osText: 'Ubuntu 22.04', tags: { Owner: 'Net team' } },
    ]);
  });

  it("the user's map wins: sheet, header row and meanings", async () => {
    const read = await readBook(
      {
        旧: [
          ['機器', 'メモ'],
          ['old01', 'x'],
        ],
        一覧: [
          ['出力日 2026/11/01', null, null, null],
          ['機器', '区画', '保護', 'メモ'],
          ['web01', 'A', '要', '本番'],
          ['web02', 'B', '', '開発'],
        ],
      },
      {
        map: {
          sheet: '一覧',
          headerRow: 2,
          columns: { 機器: 'name', 区画: 'tag:zone', 保護: 'list:P2 targets', メモ: 'environment', 無い列: 'os' },
        },
      },
    );
    expect(read.recordsRead).toEqual([
      {
        type: 'machine',
        source: 'list',
        row: 3,
        sheet: '一覧',
        name: 'web01',
        tags: { zone: 'A', メモ: '本番', env: '本番' },
      },
      { type: 'list-entry', row: 3, sheet: '一覧', list: 'P2 targets', name: 'web01' },
      {
        type: 'machine',
        source: 'list',
        row: 4,
        sheet: '一覧',
        name: 'web02',
        tags: { zone: 'B', メモ: '開発', env: '開発' },
      },
    ]);
    expect(read.findings).toContainEqual(
      expect.objectContaining({ code: 'list-map-column-missing', params: { columns: '無い列' } }),
    );
  });
});
