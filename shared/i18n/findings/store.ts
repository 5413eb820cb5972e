import type { FindingText } from '../../model/index.ts';

/** Findings of the room `store`: why a project file was refused, and what became of it. */
export const STORE_FINDINGS = {
  'store-missing': {
    severity: 'error',
    message: { en: 'There is no file {path}.', ja: 'ファイル {path} がありません。' },
    next: {
      en: 'Check the path, or make a project first.',
      ja: 'パスを確認するか、先にプロジェクトを作成してください。',
    },
  },
  'store-not-a-project': {
    severity: 'error',
    message: { en: '{path} is not a planner project.', ja: '{path} はプランナーのプロジェクトではありません。' },
    next: {
      en: "To read it as a customer's file, import it into a project.",
      ja: '顧客のファイルとして読み込むには、プロジェクトにインポートしてください。',
    },
  },
  'store-newer': {
    severity: 'error',
    message: {
      en: 'The file has version {version}; this planner knows versions up to {known}.',
      ja: 'ファイルのバージョンは {version} ですが、このプランナーが対応するのは {known} までです。',
    },
    next: {
      en: 'Update the planner. The file was not changed.',
      ja: 'プランナーを更新してください。ファイルは変更されていません。',
    },
  },
  'store-damaged': {
    severity: 'error',
    message: { en: 'The file is damaged: {detail}', ja: 'ファイルが破損しています: {detail}' },
    next: {
      en: 'Open a copy from the folder "backups", or make the project anew from the same files.',
      ja: '"backups" フォルダーのコピーを開くか、同じファイルからプロジェクトを作り直してください。',
    },
  },
  'store-sync-rows': {
    severity: 'error',
    message: {
      en: 'What a sync kept in this project cannot be read: {detail}',
      ja: '同期で保存されたデータを読み取れません: {detail}',
    },
    next: {
      en: 'Forget this run and sync again, from the beginning. The list of servers stays as it is until then.',
      ja: 'この同期を消去し、最初から再度同期してください。それまでサーバー一覧は現在の状態のままです。',
    },
  },
  'store-digest': {
    severity: 'error',
    message: {
      en: 'The content of "{table}" is not what was written.',
      ja: '「{table}」の内容が書き込み時と一致しません。',
    },
    next: {
      en: 'Open a copy from the folder "backups"; values in this file may be wrong.',
      ja: '"backups" フォルダーのコピーを開いてください。このファイルの値は正しくない可能性があります。',
    },
  },
  'store-schema': {
    severity: 'error',
    message: {
      en: 'The file holds "{object}", which no planner project holds, or lacks it.',
      ja: 'プランナーのプロジェクトにない要素「{object}」が含まれているか、必要な要素が欠けています。',
    },
    next: {
      en: 'It was not opened. Ask the sender for a fresh copy.',
      ja: 'ファイルは開かれていません。送信者に新しいコピーを依頼してください。',
    },
  },
  'store-shape': {
    severity: 'error',
    message: {
      en: 'Row {key} of "{table}" holds something unexpected: {detail}',
      ja: '「{table}」の行 {key} に想定外の値があります: {detail}',
    },
    next: {
      en: 'It was not opened. Ask the sender for a fresh copy.',
      ja: 'ファイルは開かれていません。送信者に新しいコピーを依頼してください。',
    },
  },
  'store-too-large': {
    severity: 'error',
    message: {
      en: 'The file is larger than a project can be ({megabytes} MB, limit {limit} MB).',
      ja: 'ファイルがプロジェクトの上限を超えています ({megabytes} MB、上限 {limit} MB)。',
    },
    next: { en: 'It was not opened. Ask where it comes from.', ja: '開かれていません。入手元を確認してください。' },
  },
  'store-foreign-journal': {
    severity: 'error',
    message: {
      en: 'The journal beside the file was not written by the planner.',
      ja: 'ファイルの横にあるジャーナルはプランナーが作成したものではありません。',
    },
    next: {
      en: 'It was not opened. Take the file alone, without "-journal", from where it comes from.',
      ja: '開かれていません。入手元から "-journal" を除いたファイルだけを取得してください。',
    },
  },
  'store-verify-timeout': {
    severity: 'error',
    message: {
      en: 'Checking the file did not end within {seconds, plural, one {# second} other {# seconds}}.',
      ja: 'ファイルの検査が {seconds} 秒以内に終わりませんでした。',
    },
    next: {
      en: 'It was not opened. Ask the sender for a fresh copy.',
      ja: 'ファイルは開かれていません。送信者に新しいコピーを依頼してください。',
    },
  },
  'store-verify-stopped': {
    severity: 'error',
    message: {
      en: 'Checking the file ended without an answer ({detail}).',
      ja: 'ファイルの検査が結果なしに終了しました ({detail})。',
    },
    next: {
      en: 'It was not opened. Open a copy from the folder "backups".',
      ja: '開かれていません。"backups" フォルダーのコピーを開いてください。',
    },
  },
  'store-locked': {
    severity: 'error',
    message: {
      en: 'The file is open on {host}, process {pid}, since {since}.',
      ja: 'ファイルは {host} のプロセス {pid} で {since} から開かれています。',
    },
    next: { en: 'Close it there and try again.', ja: '他で閉じてから、もう一度お試しください。' },
  },
  'store-locked-unknown': {
    severity: 'error',
    message: { en: 'The file is open in another program.', ja: 'ファイルは他のプログラムで開かれています。' },
    next: { en: 'Close it there and try again.', ja: '他で閉じてから、もう一度お試しください。' },
  },
  'store-read-only': {
    severity: 'error',
    message: { en: '{path} cannot be written.', ja: '{path} に書き込めません。' },
    next: {
      en: 'Save a copy in a folder of your own. Nothing was changed.',
      ja: '書き込み可能なフォルダーにコピーを保存してください。何も変更されていません。',
    },
  },
  'store-recovery-needs-write': {
    severity: 'error',
    message: {
      en: 'The last write to {path} was interrupted, and it cannot be taken back where the file cannot be written.',
      ja: '{path} への前回の書き込みが中断されており、書き込みできない場所では元に戻せません。',
    },
    next: {
      en: 'Copy the file together with its "-journal" to a folder of your own and open it there.',
      ja: '"-journal" と一緒に書き込み可能なフォルダーにコピーし、そこで開いてください。',
    },
  },
  'store-exists': {
    severity: 'error',
    message: { en: '{path} is there already.', ja: '{path} は既に存在します。' },
    next: {
      en: 'Choose another name; a project is never overwritten.',
      ja: '別の名前を指定してください。既存のプロジェクトは上書きされません。',
    },
  },
  'store-disk-full': {
    severity: 'error',
    message: {
      en: 'The disk is full; {path} was left as it was.',
      ja: 'ディスクがいっぱいです。{path} は元のままです。',
    },
    next: { en: 'Make room and try again.', ja: '空き容量を確保して、もう一度お試しください。' },
  },
  'store-busy': {
    severity: 'error',
    message: {
      en: 'Another change of this project is under way.',
      ja: 'このプロジェクトでは別の変更を処理中です。',
    },
    next: { en: 'Wait until it ends, or cancel it.', ja: '完了するまで待つか、キャンセルしてください。' },
  },
  'store-unreachable': {
    severity: 'error',
    message: { en: '{path} cannot be reached: {detail}', ja: '{path} にアクセスできません: {detail}' },
    next: {
      en: 'Check that the drive or share is there. Everything that was confirmed is in the file.',
      ja: 'ドライブまたは共有を確認してください。確定済みの内容はファイルに保存されています。',
    },
  },
} as const satisfies Record<string, FindingText>;
