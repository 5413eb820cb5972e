import type { importing as english } from '../en/import.ts';
import type { Translated } from '../types.ts';

export const importing: Translated<typeof english> = {
  title: 'ファイルの内容',
  cancel: 'キャンセル',
  number: '{{value, number}}',
  'project.title': 'ファイルを入れるプロジェクト',
  'project.name': '顧客名またはプロジェクト名',
  'project.hint_other': 'まずファイル {{count, number}} 件の内容を確認します。承認するまで取り込みません。',
  'project.create': '作成して内容を確認',
  inspecting_other: 'ファイル {{count, number}} 件を確認しています…',
  'failed.effect': '何も取り込んでいません。プロジェクトは以前の状態のままです。',
  import_other: 'ファイル {{count, number}} 件を取り込む',
  importing: '取り込んでいます…',
  summary_other:
    'ファイル {{count, number}} 件: マシン {{machines, number}} 台、サーバーではない行 {{excluded, number}} 行',
  'column.file': 'ファイル',
  'column.format': '種類',
  'column.encoding': '文字コード',
  'column.rows': '行数',
  'column.records': '読み取れた行',
  findings_other: '確認が必要な事項 {{count, number}} 件',
};
