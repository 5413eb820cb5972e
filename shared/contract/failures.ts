import { fill } from '../i18n/fill.ts';
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
      en: '"{name}" is the name of {count, plural, one {# machine} other {# machines}}: {candidates}.',
      ja: '「{name}」という名前のマシンは {count} 台あります: {candidates}。',
    },
    next: { en: 'Give the id or the resource id.', ja: 'ID またはリソース ID を指定してください。' },
  },
  'cannot-split': {
    exit: 4,
    message: {
      en: 'There is nothing to split: all that is known of {name} carries one and the same id.',
      ja: '{name} の情報はすべて同じ ID を持つため、分割できません。',
    },
    next: {
      en: 'Rows with one id are one machine. Correct the id in the file, or take the file out.',
      ja: '同じ ID の行は 1 台のマシンです。ファイルの ID を修正するか、ファイルを取り除いてください。',
    },
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
  'azure-sign-in': {
    exit: 4,
    message: { en: 'Signing in to Azure did not work: {detail}', ja: 'Azure にサインインできませんでした: {detail}' },
    next: {
      en: 'Azure CLI: run "az login --tenant TENANT" first. Device code may be blocked by Conditional Access: try the browser. For Defender for Endpoint name an app registration of the tenant.',
      ja: 'Azure CLI の場合は、先に "az login --tenant TENANT" を実行してください。デバイス コードは条件付きアクセスで禁止されていることがあります。その場合はブラウザーを使用してください。Defender for Endpoint にはテナントのアプリ登録が必要です。',
    },
  },
  'azure-code-expired': {
    exit: 4,
    message: {
      en: 'The device code was not typed in time and is no longer valid.',
      ja: 'デバイス コードが時間内に入力されなかったため、無効になりました。',
    },
    next: {
      en: 'Sign in again: a new code is shown.',
      ja: 'もう一度サインインしてください。新しいコードが表示されます。',
    },
  },
  'azure-wrong-tenant': {
    exit: 4,
    message: {
      en: 'The sign-in is of another tenant ({detail}) than the one that was asked for. Nothing was read.',
      ja: 'サインインのテナント ({detail}) が指定したテナントと異なります。何も読み取っていません。',
    },
    next: {
      en: 'Sign out here and sign in with an account of that tenant (Azure CLI: "az login --tenant TENANT").',
      ja: 'サインアウトし、指定したテナントのアカウントでサインインしてください (Azure CLI: "az login --tenant TENANT")。',
    },
  },
  'azure-unreachable': {
    exit: 4,
    message: { en: 'Azure cannot be reached: {detail}', ja: 'Azure に接続できません: {detail}' },
    next: {
      en: 'Check the network, then try again; a sync goes on where it stopped, without a new sign-in. Behind a proxy set the variable HTTPS_PROXY first; only the desktop window also takes the one that the system names.',
      ja: 'ネットワークを確認してから、もう一度実行してください。同期は続きから読み取り、サインインし直す必要はありません。プロキシを使用している場合は、先に環境変数 HTTPS_PROXY を設定してください (システムのプロキシ設定を参照するのはデスクトップ ウィンドウだけです)。',
    },
  },
  'azure-proxy': {
    exit: 4,
    message: {
      en: 'The proxy did not let the request through: {detail}',
      ja: 'プロキシが要求を通しませんでした: {detail}',
    },
    next: {
      en: 'Check the variables HTTPS_PROXY (http://user:password@proxy:8080) and NO_PROXY, then start the planner again. Only Basic sign-in is possible; NTLM, Kerberos and SOCKS are not.',
      ja: '環境変数 HTTPS_PROXY (http://ユーザー:パスワード@プロキシ:8080) と NO_PROXY を確認し、プランナーを再起動してください。利用できるのは基本認証のみです (NTLM、Kerberos、SOCKS には対応していません)。',
    },
  },
  'azure-certificate': {
    exit: 4,
    message: {
      en: 'The certificate of the other side is not trusted here ({detail}). Often a proxy opens TLS with a certificate of its own.',
      ja: '接続先の証明書を信頼できません ({detail})。プロキシが独自の証明書で TLS を検査していることがよくあります。',
    },
    next: {
      en: "Have the proxy's certificate put into the system's store, or name its file in NODE_EXTRA_CA_CERTS.",
      ja: 'プロキシの証明書をシステムの証明書ストアに登録するか、そのファイルを NODE_EXTRA_CA_CERTS に指定してください。',
    },
  },
  'azure-refused': {
    exit: 4,
    message: { en: 'Azure refused: {detail}', ja: 'Azure が要求を拒否しました: {detail}' },
    next: {
      en: 'Check the rights of the account: Reader on the subscriptions is enough.',
      ja: 'アカウントの権限を確認してください。サブスクリプションの閲覧者ロールで十分です。',
    },
  },
  'azure-answer': {
    exit: 4,
    message: {
      en: 'Azure gave an answer that this program does not understand: {detail}',
      ja: 'Azure の応答を解釈できませんでした: {detail}',
    },
    next: {
      en: 'Try again later; if it stays, report it with the text above. Files of the same data can be imported meanwhile.',
      ja: '時間をおいて再試行してください。解消しない場合は、上記の内容を添えて報告してください。その間は同じデータのファイルを取り込めます。',
    },
  },
  'sync-stopped': {
    exit: 130,
    message: {
      en: 'Stopped. {rows, plural, one {# row} other {# rows}} read so far are kept in the project; the list of servers is as it was before.',
      ja: '停止しました。読み取った {rows} 行はプロジェクトに保存されています。サーバー一覧は以前の状態のままです。',
    },
    next: {
      en: 'Sync again to go on from here.',
      ja: '再度同期すると、続きから読み取ります。',
    },
  },
  'sync-running': {
    exit: 4,
    message: { en: 'A sync of this project is running already.', ja: 'このプロジェクトの同期は既に実行中です。' },
    next: { en: 'Wait for it, or stop it.', ja: '完了を待つか、停止してください。' },
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
  'core-failed': {
    exit: 4,
    message: {
      en: 'The planner core could not be started: {detail}',
      ja: 'プランナーのコアを起動できませんでした: {detail}',
    },
    next: {
      en: 'Install the program anew (npm ci). Projects were not touched.',
      ja: 'プログラムをインストールし直してください (npm ci)。プロジェクトは変更されていません。',
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
  'port-taken': {
    exit: 4,
    message: {
      en: 'Port {port} is in use by another program.',
      ja: 'ポート {port} は別のプログラムが使用しています。',
    },
    next: {
      en: 'Choose another one, or leave out --port.',
      ja: '別のポートを指定するか、--port を省略してください。',
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
