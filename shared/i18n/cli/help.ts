import type { Text } from '../../model/index.ts';

/** What `--help` says of verbs and options. */
export const HELP = {
  program: {
    en: 'Plans how servers come under Microsoft Defender for Servers, and what that costs. It reads, decides, explains and prices; it never changes Azure.',
    ja: 'サーバーを Microsoft Defender for Servers に展開する計画とコストを作成します。読み取り・判断・説明・見積もりのみを行い、Azure には変更を加えません。',
  },
  lang: { en: 'language: en or ja', ja: '言語: en または ja' },
  json: { en: 'print one JSON document', ja: 'JSON ドキュメントを 1 つ出力' },
  demo: {
    en: 'the sample customer: import, plan, cost, export, in one go',
    ja: 'サンプル顧客: インポート、計画、コスト、エクスポートを一度に実行',
  },
  demoOut: { en: 'folder for its files (default: a temporary one)', ja: '出力先フォルダー (既定: 一時フォルダー)' },
  new: { en: 'make a project file', ja: 'プロジェクト ファイルを作成' },
  newName: { en: "the customer's or the project's name", ja: '顧客名またはプロジェクト名' },
  import: {
    en: 'read files, folders or zip archives into the project',
    ja: 'ファイル、フォルダー、zip をプロジェクトに読み込む',
  },
  inspect: {
    en: 'say what a file is: format, encoding, rows, findings; writes nothing',
    ja: 'ファイルの形式、文字コード、行数、検出事項を表示 (書き込みなし)',
  },
  as: { en: 'read it as this format', ja: '形式を指定して読み込む' },
  map: {
    en: "columns of a customer's own list (MAP.json)",
    ja: '顧客独自の一覧の列の割り当て (MAP.json)',
  },
  encoding: { en: 'read it in this encoding', ja: '文字コードを指定して読み込む' },
  tenant: { en: 'the tenant that the files are of', ja: 'ファイルのテナント' },
  machines: { en: 'the list of servers', ja: 'サーバーの一覧' },
  where: { en: 'conditions as in "when" of RULES.json', ja: 'RULES.json の "when" と同じ条件' },
  columns: { en: 'columns to show, separated by commas', ja: '表示する列 (コンマ区切り)' },
  coverage: {
    en: 'what was read of which subscription, what is missing, what that weakens',
    ja: 'サブスクリプションごとの読み取り状況と、不足による影響',
  },
  requirements: { en: 'show or replace the ordered rules', ja: '要件ルールの表示または置き換え' },
  requirementsSet: { en: 'take the rules from this file', ja: 'このファイルのルールを使用' },
  override: { en: "a person's word about single machines", ja: '個別マシンの指定' },
  overrideWant: {
    en: 'P1, P2, none, offboard, out-of-scope or clear',
    ja: 'P1、P2、none、offboard、out-of-scope、clear',
  },
  overrideWhy: { en: 'why', ja: '理由' },
  overrideBy: { en: 'who says so', ja: '指定者' },
  assume: { en: 'show or set assumptions', ja: '前提条件の表示または設定' },
  assumeSet: { en: 'what holds per filter, from this file', ja: '条件ごとの前提をこのファイルから設定' },
  merge: { en: 'say that two machines are one', ja: '2 台のマシンを 1 台として扱う' },
  decline: {
    en: 'say that machines are not one: they are not offered again',
    ja: '別々のマシンとし、統合の候補から外す',
  },
  takeBack: { en: 'take that back: they are offered again', ja: '取り消して、再び統合の候補にする' },
  split: { en: 'take one piece of evidence out of a machine', ja: 'マシンから証拠を 1 つ切り離す' },
  plan: { en: 'method, plan and reason for every machine', ja: 'マシンごとの方法、プラン、理由' },
  scenario: { en: 'scenario (default: Recommended)', ja: 'シナリオ (既定: Recommended)' },
  edition: { en: 'edition of the decision matrix', ja: '判断マトリックスの版' },
  explain: { en: 'why this machine, and what would change it', ja: 'このマシンの理由と、結果が変わる条件' },
  cost: {
    en: 'monthly cost; compares when several scenarios are named',
    ja: '月額コスト。複数のシナリオを指定すると比較',
  },
  export: { en: 'write CSV files', ja: 'CSV ファイルを書き出す' },
  exportTo: { en: 'folder', ja: '出力先フォルダー' },
  exportFormat: { en: 'csv, target-csv (default: both)', ja: 'csv、target-csv (既定: 両方)' },
  sync: {
    en: "read a customer's tenant into the project; goes on where it was stopped; changes nothing in Azure",
    ja: '顧客のテナントをプロジェクトに読み取る。中断した続きから再開可能。Azure には変更を加えない',
  },
  syncTenant: { en: "tenant id (default: the account's own)", ja: 'テナント ID (既定: アカウントのテナント)' },
  syncSubscription: {
    en: 'subscriptions, by id or name (default: all)',
    ja: 'サブスクリプションの ID または名前 (既定: すべて)',
  },
  syncSignIn: { en: 'cli, device or browser', ja: 'cli、device、browser' },
  syncClientId: {
    en: "the customer's own app registration (Defender for Endpoint needs one; default: as `settings` says)",
    ja: '顧客のアプリ登録のクライアント ID (Defender for Endpoint には必須、既定: settings の値)',
  },
  syncCloud: {
    en: 'public or us-government (default: as `settings` says)',
    ja: 'public、us-government (既定: settings の値)',
  },
  settings: {
    en: 'settings of the planner on this computer: show, or change with KEY=VALUE',
    ja: 'このコンピューターでのプランナーの設定を表示、または KEY=VALUE で変更',
  },
  settingLanguage: { en: 'of the app: system, en, ja', ja: 'アプリの言語: system、en、ja' },
  settingTheme: {
    en: 'of the app: system, light, dark, high-contrast',
    ja: 'アプリの外観: system、light、dark、high-contrast',
  },
  settingBy: { en: 'your name, beside overrides made in the app', ja: 'アプリでの個別指定に記録される名前' },
  syncList: {
    en: 'only list the subscriptions and what the account may read there',
    ja: 'サブスクリプションと読み取り権限の一覧のみ表示',
  },
  syncFresh: { en: 'start anew, also where a sync was stopped', ja: '中断した同期があっても最初から開始' },
  syncApply: {
    en: 'take what was read so far into the list of servers, without a network',
    ja: '読み取り済みの内容をサーバー一覧に反映 (ネットワーク不要)',
  },
  syncNoMachinePlans: { en: 'do not ask the plan of every machine', ja: 'マシンごとのプランを確認しない' },
  syncNoDefender: { en: 'leave Defender for Endpoint out', ja: 'Defender for Endpoint を読み取らない' },
  syncNoNetwork: { en: 'leave network resources out', ja: 'ネットワーク リソースを読み取らない' },
  syncPrices: {
    en: 'only fetch the retail prices in this currency; needs no sign-in',
    ja: 'この通貨の小売価格のみ取得 (サインイン不要)',
  },
  syncRegion: {
    en: 'regions of the prices, e.g. japaneast (default: all)',
    ja: '価格のリージョン (例: japaneast、既定: すべて)',
  },
  collector: {
    en: 'queries and commands for a customer who gives no access',
    ja: 'アクセス権を付与できない顧客向けのクエリとコマンド',
  },
  check: {
    en: 'integrity, digest and version of a project file',
    ja: 'プロジェクト ファイルの整合性、ダイジェスト、バージョン',
  },
  serve: {
    en: 'the planner in a browser of this computer; prints the address with its token',
    ja: 'このコンピューターのブラウザーでプランナーを使用 (トークン付きのアドレスを表示)',
  },
  servePort: { en: 'port (default: any that is free)', ja: 'ポート (既定: 空いているポート)' },
  start: {
    en: 'the planner itself: its window where there is one, else its page',
    ja: 'プランナーを起動 (ウィンドウを表示できない場合はブラウザー用のページ)',
  },
  startHost: {
    en: 'desktop or web (default: what this computer can show)',
    ja: 'desktop または web (既定: 使用可能なもの)',
  },
} as const satisfies Record<string, Text>;
