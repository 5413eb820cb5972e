import type { common as english } from '../en/common.ts';
import type { Translated } from '../types.ts';

export const common: Translated<typeof english> = {
  loading: '読み込んでいます…',
  number: '{{value, number}}',
  'list.comma': '、',
  'list.addFilter': 'フィルターの追加',
  'list.clear': 'すべてクリア',
  'failure.code': 'コード: {{code}}',
  'failure.copy': 'コピー',
  'findings.more_other': 'ほか {{count, number}} 件を表示',
  'grid.select': '{{name}} を選択',
  'grid.selectAll': 'フィルターに一致するマシンをすべて選択',
  'pane.resize': '詳細の幅',
  'pill.all': 'すべて',
  'pill.missing': '(なし)',
  'pill.on': 'フィルターを有効にする',
  'pill.remove': 'フィルター「{{title}}」を削除',
  'pill.search': '値を検索',
  'pill.more_other': 'ほかに {{count, number}} 個の値があります。検索で絞り込んでください。',
  'pill.chooseAll': 'すべて選択',
  'pill.chooseNone': '選択を解除',
  'table.more': '残り {{rest, number}} 件のうち {{count, number}} 件を表示',
  'pattern.add': '値を追加 (* と ? が使えます)',
  'pattern.choose': '値を選択',
  'pattern.own': '「{{value}}」を使用',
  'pattern.remove': '{{value}} を削除',
};
