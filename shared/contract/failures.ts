import { fill } from '../i18n/findings/index.ts';
import { STORE_FINDINGS } from '../i18n/findings/store.ts';
import type { FindingParams, Language, Text } from '../model/index.ts';

/**
 * Every way in which a call can fail, with what is said: what happened, and what to do next.
 * `exit` is the exit code of the command line: 2 wrong use, 3 no input could be read, 4 refused.
 * Refusals of the project file have their sentences where the store has them.
 */
export const FAILURES = {
  'wrong-use': {
    exit: 2,
    message: { en: '{detail}', ja: '{detail}' },
    next: { en: 'See "dfs-planner --help".', ja: '"dfs-planner --help" を参照してください。' },
  },
  'not-found': {
    exit: 2,
    message: { en: 'Nothing here is called "{name}".', ja: '「{name}」は見つかりません。' },
    next: {
      en: 'Give a name, an id or a resource id as the list of machines shows it.',
      ja: 'マシンの一覧に表示される名前、ID、またはリソース ID を指定してください。',
    },
  },
  ambiguous: {
    exit: 2,
    message: {
      en: '"{name}" is the name of {count} machines: {candidates}.',
      ja: '「{name}」という名前のマシンは {count} 台あります: {candidates}。',
    },
    next: { en: 'Give the id or the resource id.', ja: 'ID またはリソース ID を指定してください。' },
  },
  'project-missing': { exit: 2, ...STORE_FINDINGS['store-missing'] },
  'project-exists': { exit: 4, ...STORE_FINDINGS['store-exists'] },
  'project-not-a-project': { exit: 4, ...STORE_FINDINGS['store-not-a-project'] },
  'project-newer': { exit: 4, ...STORE_FINDINGS['store-newer'] },
  'project-damaged': { exit: 4, ...STORE_FINDINGS['store-damaged'] },
  'project-digest-mismatch': { exit: 4, ...STORE_FINDINGS['store-digest'] },
  'project-hostile': { exit: 4, ...STORE_FINDINGS['store-schema'] },
  'project-locked': { exit: 4, ...STORE_FINDINGS['store-locked-unknown'] },
  'project-read-only': { exit: 4, ...STORE_FINDINGS['store-read-only'] },
  'project-disk-full': { exit: 4, ...STORE_FINDINGS['store-disk-full'] },
  'project-busy': { exit: 4, ...STORE_FINDINGS['store-busy'] },
  'project-unreachable': { exit: 4, ...STORE_FINDINGS['store-unreachable'] },
  'project-in-other-window': {
    exit: 4,
    message: {
      en: 'This project is open in another window, which is in front now.',
      ja: 'このプロジェクトは別のウィンドウで開かれています。そのウィンドウを前面に表示しました。',
    },
    next: { en: 'Go on in that window.', ja: 'そのウィンドウで作業を続けてください。' },
  },
  'no-input': {
    exit: 3,
    message: { en: 'Nothing could be read: {detail}', ja: '読み込めるものがありませんでした: {detail}' },
    next: {
      en: 'Check the paths; the findings say what was wrong with each file.',
      ja: 'パスを確認してください。各ファイルの問題は検出事項に表示されます。',
    },
  },
  'unreadable-settings': {
    exit: 2,
    message: { en: '{path} cannot be used: {detail}', ja: '{path} を使用できません: {detail}' },
    next: {
      en: 'The shape of the file is in the user guide, section "Command line".',
      ja: 'ファイルの形式は、ユーザー ガイドの「コマンド ライン」を参照してください。',
    },
  },
  'cannot-write': {
    exit: 4,
    message: { en: '{path} cannot be written: {detail}', ja: '{path} に書き込めません: {detail}' },
    next: { en: 'Choose another folder.', ja: '別のフォルダーを指定してください。' },
  },
  'nothing-to-undo': {
    exit: 2,
    message: { en: 'There is nothing to take back.', ja: '元に戻す操作がありません。' },
    next: { en: 'Nothing was changed.', ja: '何も変更されていません。' },
  },
  cancelled: {
    exit: 130,
    message: {
      en: 'Cancelled. The project is as it was before.',
      ja: 'キャンセルしました。プロジェクトは以前の状態のままです。',
    },
    next: { en: 'Start it again whenever you like.', ja: 'いつでもやり直せます。' },
  },
  'illegal-plan': {
    exit: 4,
    message: { en: 'That plan is not possible: {detail}', ja: 'このプランは実現できません: {detail}' },
    next: {
      en: 'Change the requirement or the limit that it names.',
      ja: '示された要件または制限を変更してください。',
    },
  },
  'core-stopped': {
    exit: 4,
    message: {
      en: 'The planner core stopped and was started again.',
      ja: 'プランナーのコアが停止したため、再起動しました。',
    },
    next: {
      en: 'Everything that was confirmed is there. Repeat the last step.',
      ja: '確定済みの内容は保存されています。最後の操作をやり直してください。',
    },
  },
  'host-gone': {
    exit: 4,
    message: { en: 'The planner does not answer any more.', ja: 'プランナーが応答していません。' },
    next: {
      en: 'Start it again and open the address that it prints. Everything that was confirmed is in the project.',
      ja: 'プランナーを起動し直し、表示されたアドレスを開いてください。確定済みの内容はプロジェクトに保存されています。',
    },
  },
  'path-not-allowed': {
    exit: 4,
    message: { en: 'The page may not use {path}.', ja: 'このページから {path} は使用できません。' },
    next: {
      en: 'Projects of the page are kept in {folder}; other files are dropped on the page.',
      ja: 'ページのプロジェクトは {folder} に保存されます。その他のファイルは、ページにドロップしてください。',
    },
  },
  'file-too-large': {
    exit: 4,
    message: {
      en: '{file} is larger than the {limit} MB that the page takes.',
      ja: '{file} は、ページで受け付けられる {limit} MB を超えています。',
    },
    next: {
      en: 'Import it on the command line: dfs-planner import PROJECT FILE.',
      ja: 'コマンド ラインでインポートしてください: dfs-planner import PROJECT FILE。',
    },
  },
  internal: {
    exit: 4,
    message: { en: 'Something went wrong in the planner: {detail}', ja: 'プランナーで問題が発生しました: {detail}' },
    next: {
      en: 'The project is as it was before. Please report this with the text above.',
      ja: 'プロジェクトは以前の状態のままです。上記の内容を添えて報告してください。',
    },
  },
} as const satisfies Record<string, { exit: number; message: Text; next: Text }>;

export type FailureCode = keyof typeof FAILURES;

/** What the caller reads. `message` says what happened, `next` what to do. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly next: string;
}

/** A failure in words. `params` fill the places of its sentences. */
export function describeFailure(code: FailureCode, language: Language, params: FindingParams = {}): Failure {
  const { message, next } = FAILURES[code];
  return { code, message: fill(message[language], params), next: fill(next[language], params) };
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Thrown inside the core; becomes a `Failure` once, at the border. */
export class PlannerError extends Error {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FailureCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'PlannerError';
    this.code = code;
    this.params = params;
  }
}
