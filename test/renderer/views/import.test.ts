import { describe, expect, it } from 'vitest';
import type { PreviewedTable } from '../../../renderer/state/import-slice.ts';
import { inventoryChange } from '../../../renderer/state/inventory/change.ts';
import {
  columnsOfMap,
  mappedColumns,
  problemsOf,
  retargeted,
  samplesOf,
} from '../../../renderer/views/import/targets.ts';
import { aMachine } from '../../support/machines.ts';

const column = (header: string, target: string) => ({ header, target, confidence: 'guess', why: 'values' }) as const;

const TABLE: PreviewedTable = {
  file: 'list.csv',
  sheet: null,
  format: 'server-list',
  fingerprint: 'f',
  headerRow: 3,
  rows: [
    { row: 1, cells: ['管理台帳'] },
    { row: 3, cells: ['機器', '区分', '重要', ''] },
    { row: 4, cells: ['app01', '本番', '○', 'x'] },
    { row: 6, cells: ['app02', '本番', '', 'x'] },
    { row: 7, cells: ['app03', '開発'] },
  ],
  columns: [column('機器', 'name'), column('区分', 'tag:区分'), column('重要', 'ignore'), column('', 'ignore')],
};

describe('what the columns of a list mean', () => {
  it('is proposed; a column without a title cannot be named', () => {
    expect(mappedColumns(TABLE)).toEqual([
      { header: '機器', kind: 'name', word: '' },
      { header: '区分', kind: 'tag', word: '区分' },
      { header: '重要', kind: 'ignore', word: '' },
    ]);
  });

  it('can be changed, and is written as a map', () => {
    const columns = mappedColumns(TABLE).map((each) => (each.header === '重要' ? retargeted(each, 'list') : each));
    expect(problemsOf(columns)).toEqual([]);
    expect(columnsOfMap(columns)).toEqual({ 機器: 'name', 区分: 'tag:区分', 重要: 'list:重要' });
    expect(retargeted({ header: 'a', kind: 'tag', word: 'env' }, 'ip')).toEqual({ header: 'a', kind: 'ip', word: '' });
  });

  it('needs something that names a server, each meaning once, and names of tags and lists', () => {
    const columns = [
      { header: 'a', kind: 'os', word: '' },
      { header: 'b', kind: 'os', word: '' },
      { header: 'c', kind: 'ip', word: '' },
      { header: 'd', kind: 'ip', word: '' },
      { header: 'e', kind: 'list', word: ' ' },
    ] as const;
    expect(problemsOf(columns)).toEqual([
      { code: 'no-name' },
      { code: 'twice', kind: 'os', headers: ['a', 'b'] },
      { code: 'no-word', header: 'e' },
    ]);
  });

  it('shows in some values below the header', () => {
    expect(samplesOf(TABLE, '区分')).toEqual(['本番', '開発']);
    expect(samplesOf(TABLE, 'x')).toEqual([]);
  });
});

describe('what an import changed', () => {
  it('is told by the ids of machines', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => aMachine({ id }));
    if (!a || !b || !c) throw new Error('three machines');
    expect(inventoryChange([a, b], [b, c])).toEqual({ appeared: [c], disappeared: [a] });
  });
});
