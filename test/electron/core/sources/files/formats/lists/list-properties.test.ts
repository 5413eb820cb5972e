import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../../../../../../../shared/model/index.ts';
import { readTable } from '../../../../../../support/formats.ts';

interface Server {
  readonly name: string;
  readonly os: string;
  readonly ip: string;
  readonly environment: string;
  readonly isTarget: boolean;
}

/** Columns by title, in Japanese and English. */
const TITLES = {
  name: ['ホスト名', 'サーバー名', 'Server name', 'HOSTNAME'],
  os: ['OS', 'ＯＳ', 'オペレーティングシステム', 'Operating System'],
  ip: ['IPアドレス', 'ＩＰアドレス', 'IP address'],
  environment: ['環境'],
  mark: ['P2対象'],
  remark: ['備考', 'Remarks'],
} as const;
type Title = keyof typeof TITLES;

const server = fc.record({
  name: fc.stringMatching(/^(srv|web|db|app)-?[0-9]{2,4}$/),
  os: fc.constantFrom('Windows Server 2019', 'Windows Server 2022 Datacenter', 'RHEL 8.6', 'Ubuntu 22.04 LTS'),
  ip: fc.tuple(fc.nat(254), fc.nat(254)).map(([a, b]) => `10.1.${a}.${b}`),
  environment: fc.constantFrom('本番', '開発', '検証'),
  isTarget: fc.boolean(),
});
const servers = fc
  .uniqueArray(server, { minLength: 2, maxLength: 12, selector: ({ name }) => name })
  .filter((list) => list.some(({ isTarget }) => isTarget));

const order = fc.shuffledSubarray(Object.keys(TITLES) as Title[], { minLength: 6, maxLength: 6 });
const titles = fc.record(
  Object.fromEntries(Object.entries(TITLES).map(([key, words]) => [key, fc.constantFrom(...words)])) as Record<
    Title,
    fc.Arbitrary<string>
  >,
);

function cellOf(each: Server, title: Title): string {
  if (title === 'mark') return each.isTarget ? '○' : '';
  return title === 'remark' ? '' : each[title];
}

/** What stands in the records, without the places where it stood. */
function facts(records: readonly SourceRecord[]): readonly string[] {
  return records
    .map((record) =>
      record.type === 'machine'
        ? ['machine', record.name.toLowerCase(), record.osText, record.ipAddresses?.join(), record.tags?.環境].join(' ')
        : `${record.type} ${'name' in record ? record.name.toLowerCase() : ''}`,
    )
    .sort();
}

function expected(list: readonly Server[]): readonly string[] {
  return list
    .flatMap(({ name, os, ip, environment, isTarget }) => [
      ['machine', name, os, ip, environment].join(' '),
      ...(isTarget ? [`list-entry ${name}`] : []),
    ])
    .sort();
}

function widen(text: string): string {
  return text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');
}

const title = fc.constantFrom('サーバー一覧', '2026年11月1日現在', 'Confidential', '情報システム部 作成');
const note = fc.constantFrom(
  '※ 停止中のものを含む',
  '注) 変更の可能性あり',
  '以上',
  '合計',
  '備考: 最新版',
  '【補足】',
);

describe('a list says the same, however it is laid out', () => {
  it('columns in any order, any of the titles, title rows above, remarks below, blank cells, full width, any case', () => {
    fc.assert(
      fc.property(
        servers,
        order,
        titles,
        fc.array(title, { maxLength: 4 }),
        fc.array(note, { maxLength: 3 }),
        fc.record({ isWide: fc.boolean(), isUpper: fc.boolean(), gap: fc.nat(3), left: fc.nat(2) }),
        (list, columns, words, above, below, { isWide, isUpper, gap, left }) => {
          const spell = (text: string) => (isWide ? widen(isUpper ? text.toUpperCase() : text) : text);
          const pad = Array.from({ length: left }, () => '');
          const lines: string[][] = [
            ...above.map((text) => [...pad, text]),
            [...pad, ...columns.map((column) => words[column])],
            ...list.map((each) => [
              ...pad,
              ...columns.map((column) =>
                column === 'os' || column === 'mark'
                  ? isWide
                    ? widen(cellOf(each, column))
                    : cellOf(each, column)
                  : spell(cellOf(each, column)),
              ),
            ]),
            ...below.map((text) => [...pad, text]),
          ];
          const rows = lines.map((cells, index) => ({ row: index + 1 + (index > above.length ? gap : 0), cells }));
          const read = readTable(rows);
          expect(read.format).toBe('server-list');
          expect(facts(read.records)).toEqual(expected(list));
          expect(read.unanswered).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('every row of any table is answered, and nothing throws', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'サーバー名',
        'OS',
        'IP',
        '同上',
        '〃',
        '○',
        '×',
        'x',
        '合計',
        '※注',
        '10.0.0.1',
        'web01',
        'web01\nweb02',
        '本番',
        '【本番】',
        '-',
        '__proto__',
        'constructor',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const filled = lines.filter((cells) => cells.some((text) => text.trim() !== ''));
          const read = readTable(filled.map((cells, index) => ({ row: index + 1, cells })));
          if (read.format === 'server-list') expect(read.unanswered).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
