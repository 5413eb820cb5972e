import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeader, matchHeader } from '../../../../../../electron/core/sources/files/formats/headers.ts';

const COLUMNS = { name: ['Server name', 'Name', 'サーバー名'], group: ['Resource Group', 'リソース グループ'] };

describe('headers', () => {
  it('meets aliases without case, width, blanks, underscores and stars', () => {
    const header = matchHeader(['\uFEFF*Server name', 'ＲＥＳＯＵＲＣＥ＿ＧＲＯＵＰ', 'その他', ''], COLUMNS);
    expect([...header.columns]).toEqual([
      ['name', 0],
      ['group', 1],
    ]);
    expect(header.unknown).toEqual([{ name: 'その他', index: 2 }]);
    expect(matchHeader(['ｻｰﾊﾞｰ名', 'リソースグループ'], COLUMNS).columns.size).toBe(2);
  });

  it('takes the first of two columns that fit, and cells that say nothing as nothing', () => {
    const header = matchHeader(['name', 'Server name'], COLUMNS);
    expect(header.text({ row: 2, cells: [' a ', 'b'] }, 'name')).toBe('a');
    expect(header.text({ row: 2, cells: ['-'] }, 'name')).toBeUndefined();
    expect(header.text({ row: 2, cells: [] }, 'group')).toBeUndefined();
  });

  it('finds the header below title rows, in any order and among further columns', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['サーバー名', 'RESOURCE GROUP', 'x', 'y'], { minLength: 4 }),
        fc.nat({ max: 5 }),
        (cells, titles) => {
          const above = Array.from({ length: titles }, (_, index) => ({ row: index + 1, cells: ['一覧', '', ''] }));
          const rows = [...above, { row: titles + 1, cells }];
          expect(findHeader({ sheet: null, file: 'f', rows }, COLUMNS, ['name', 'group'], 50)).toEqual({
            score: 50,
            header: titles,
          });
        },
      ),
    );
  });
});
