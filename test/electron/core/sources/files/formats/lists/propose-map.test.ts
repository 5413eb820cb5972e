import { describe, expect, it } from 'vitest';
import { proposeMap } from '../../../../../../../electron/core/sources/files/formats/lists/propose-map.ts';
import { COLUMN_MEANINGS } from '../../../../../../../shared/i18n/labels/columns.ts';
import { COLUMN_KINDS, parseTarget, targetText } from '../../../../../../../shared/text/column-target.ts';

function preview(...rows: readonly (readonly string[])[]) {
  return { sheet: null, file: 'file.csv', rows: rows.map((cells, index) => ({ row: index + 1, cells })) };
}

describe('what a list is proposed to mean, before anybody confirms it', () => {
  it('says header row, meaning, confidence and reason for each column', () => {
    const proposed = proposeMap(
      preview(
        ['管理台帳', '', '', '', '', ''],
        ['No', 'コンピュータ名', '接続先', 'P2対象', '謎', '環境'],
        ['1', 'app01', '10.0.0.1', '○', '??', '本番'],
        ['2', 'app02', '10.0.0.2', '', 'あ', '開発'],
      ),
    );
    expect(proposed).toEqual({
      headerRow: 2,
      isServerList: true,
      columns: [
        { header: 'No', target: 'ignore', confidence: 'sure', why: 'unused' },
        { header: 'コンピュータ名', target: 'name', confidence: 'sure', why: 'header' },
        { header: '接続先', target: 'ip', confidence: 'guess', why: 'values' },
        { header: 'P2対象', target: 'list:P2対象', confidence: 'sure', why: 'marks' },
        { header: '謎', target: 'ignore', confidence: 'guess', why: 'unknown' },
        { header: '環境', target: 'environment', confidence: 'sure', why: 'header' },
      ],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('proposes for a table that is not about servers too, and says that it is none', () => {
    expect(proposeMap(preview(['氏名', '電話番号'], ['山田', '03-1234']))).toMatchObject({
      isServerList: false,
      headerRow: 1,
    });
  });

  it.each([
    ['サーバ名', 'name'],
    ['ｻｰﾊﾞｰ名', 'name'],
    ['＊サーバー 名（必須）', 'name'],
    ['Host_Name', 'name'],
    ['OS名', 'os'],
    ['OS ﾊﾞｰｼﾞｮﾝ', 'osVersion'],
    ['IPアドレス(業務LAN)', 'ip'],
    ['リソース グループ', 'resourceGroup'],
    ['設置場所', 'location'],
    ['所有者', 'tag:所有者'],
    ['稼働状況', 'power'],
    ['備考', 'ignore'],
  ])('%s is %s', (header, target) => {
    const names = header.includes('名') && target === 'name' ? [header] : ['ホスト名', header];
    const values = names.map((name) =>
      name === header && target === 'power' ? '稼働中' : name === 'ホスト名' ? 'web01' : 'web01',
    );
    const proposed = proposeMap(preview(names, target === 'ip' ? ['web01', '10.0.0.1'] : values));
    expect(proposed?.columns.at(-1)?.target).toBe(target === 'name' && names.length === 2 ? 'ignore' : target);
  });

  it('of two name columns the one with host names is the name, the label stays as a tag', () => {
    const proposed = proposeMap(
      preview(['サーバー名', 'ホスト名'], ['会計サーバー', 'acct01'], ['販売サーバー', 'sale01']),
    );
    expect(proposed?.columns.map(({ target }) => target)).toEqual(['tag:サーバー名', 'name']);
  });

  it('marks that answer another question are not taken for the answer', () => {
    const proposed = proposeMap(
      preview(['ホスト名', 'OS', 'バックアップ対象'], ['web01', 'RHEL 8', '○'], ['web02', 'RHEL 8', '○']),
    );
    expect(proposed?.columns.at(-1)).toMatchObject({ header: 'バックアップ対象', target: 'ignore', why: 'unknown' });
  });

  it('every target can be written and read, and is explained in both languages', () => {
    for (const kind of COLUMN_KINDS) {
      const text = kind === 'tag' || kind === 'list' ? `${kind}:P2 対象` : kind;
      const target = parseTarget(text);
      expect(target && targetText(target)).toBe(text);
      expect(COLUMN_MEANINGS[kind].en).not.toBe('');
      expect(COLUMN_MEANINGS[kind].ja).not.toBe('');
    }
  });

  it.each(['', 'tag', 'tag:', 'name:x', 'hostname', 'list: '])('%j is no target', (text) => {
    expect(parseTarget(text)).toBeNull();
  });

  it("a plan that is said to be today's is one; another is the answer, kept as a tag; marks stay marks", () => {
    const proposed = proposeMap(
      preview(
        ['Computer name', 'Defender plan (current)', 'Target plan', 'Defender対象'],
        ['vm1', 'Plan 1', 'P2', '1'],
        ['vm2', 'Off', 'プラン2', '1'],
      ),
    );
    expect(proposed?.columns.map(({ target }) => target)).toEqual([
      'name',
      'plan',
      'tag:Target plan',
      'list:Defender対象',
    ]);
  });

  it('marks per plan are a list each', () => {
    const proposed = proposeMap(preview(['サーバー名(ホスト名)', 'P1', 'P2'], ['web01', '○', ''], ['web02', '', '○']));
    expect(proposed?.columns.map(({ target }) => target)).toEqual(['name', 'list:P1', 'list:P2']);
  });
});
