import type { Text } from '../../model/index.ts';

/** Menus and dialogs of the system. `&` marks the letter that opens an entry with Alt; Japanese menus put it in brackets. */
export const MENU_TEXTS = {
  file: { en: '&File', ja: 'ファイル(&F)' },
  newProject: { en: '&New Project…', ja: '新しいプロジェクト(&N)…' },
  openProject: { en: '&Open Project…', ja: 'プロジェクトを開く(&O)…' },
  openRecent: { en: 'Open &Recent', ja: '最近使ったプロジェクト(&R)' },
  noRecent: { en: 'No Recent Projects', ja: '最近使ったプロジェクトはありません' },
  openFiles: { en: '&Add Files…', ja: 'ファイルの追加(&A)…' },
  saveProjectAs: { en: 'Save &As…', ja: '名前を付けて保存(&S)…' },
  export: { en: '&Export…', ja: 'エクスポート(&E)…' },
  print: { en: '&Print…', ja: '印刷(&P)…' },
  closeProject: { en: '&Close Project', ja: 'プロジェクトを閉じる(&C)' },
  newWindow: { en: 'New &Window', ja: '新しいウィンドウ(&W)' },
  closeWindow: { en: 'C&lose Window', ja: 'ウィンドウを閉じる(&L)' },
  quit: { en: 'E&xit', ja: '終了(&X)' },

  edit: { en: '&Edit', ja: '編集(&E)' },
  undo: { en: '&Undo', ja: '元に戻す(&U)' },
  redo: { en: '&Redo', ja: 'やり直し(&R)' },
  cut: { en: 'Cu&t', ja: '切り取り(&T)' },
  copy: { en: '&Copy', ja: 'コピー(&C)' },
  paste: { en: '&Paste', ja: '貼り付け(&P)' },
  selectAll: { en: 'Select &All', ja: 'すべて選択(&A)' },
  filter: { en: '&Filter', ja: 'フィルター(&F)' },
  search: { en: '&Search…', ja: '検索(&S)…' },
  settings: { en: 'S&ettings', ja: '設定(&E)' },

  view: { en: '&View', ja: '表示(&V)' },
  start: { en: 'Start', ja: 'スタート' },
  connect: { en: 'Connect', ja: 'Azure 接続' },
  evidence: { en: 'Evidence', ja: '証拠ファイル' },
  inventory: { en: 'Inventory', ja: 'インベントリ' },
  requirements: { en: 'Requirements', ja: '要件' },
  subscriptions: { en: 'Subscriptions', ja: 'サブスクリプション' },
  direct: { en: 'Direct Onboarding', ja: '直接オンボード' },
  cost: { en: 'Cost', ja: 'コスト' },
  compare: { en: 'Compare', ja: '比較' },
  zoomIn: { en: 'Zoom &In', ja: '拡大(&I)' },
  zoomOut: { en: 'Zoom &Out', ja: '縮小(&O)' },
  zoomReset: { en: '&Actual Size', ja: '実際のサイズ(&A)' },
  fullScreen: { en: '&Full Screen', ja: '全画面表示(&F)' },

  window: { en: '&Window', ja: 'ウィンドウ(&W)' },
  minimize: { en: 'Mi&nimize', ja: '最小化(&N)' },
  front: { en: 'Bring All to &Front', ja: 'すべてを手前に移動(&F)' },

  help: { en: '&Help', ja: 'ヘルプ(&H)' },
  documentation: { en: 'Microsoft &Documentation', ja: 'Microsoft のドキュメント(&D)' },
  shortcuts: { en: '&Keyboard Shortcuts', ja: 'キーボード ショートカット(&K)' },
  about: { en: '&About', ja: 'バージョン情報(&A)' },
  hide: { en: 'Hide', ja: '隠す' },
  hideOthers: { en: 'Hide Others', ja: 'ほかを隠す' },
  showAll: { en: 'Show All', ja: 'すべてを表示' },
} as const satisfies Record<string, Text>;

export type MenuText = keyof typeof MENU_TEXTS;

/** Dialogs of the system. */
export const DIALOG_TEXTS = {
  chooseEvidence: { en: 'Add Files of the Customer', ja: 'お客様のファイルを追加' },
  chooseMap: { en: 'Open a Column Mapping', ja: '列の対応付けを開く' },
  choosePrices: { en: 'Open a Price List', ja: '価格表を開く' },
  chooseFolder: { en: 'Choose a Folder', ja: 'フォルダーの選択' },
  chooseProject: { en: 'Open Project', ja: 'プロジェクトを開く' },
  saveProject: { en: 'Save Project', ja: 'プロジェクトの保存' },
  saveFile: { en: 'Save', ja: '保存' },
  evidenceFiles: { en: 'Lists and exports', ja: '一覧・エクスポート ファイル' },
  jsonFiles: { en: 'JSON', ja: 'JSON' },
  priceFiles: { en: 'Price lists', ja: '価格表' },
  projectFiles: { en: 'Projects', ja: 'プロジェクト' },
  allFiles: { en: 'All files', ja: 'すべてのファイル' },
  importRuns: { en: 'An import is running.', ja: 'ファイルを取り込んでいます。' },
  importRunsDetail: {
    en: 'If you close this window now, the import is cancelled. The project stays as it was before it.',
    ja: '今このウィンドウを閉じると、取り込みはキャンセルされます。プロジェクトは取り込み前の状態のままです。',
  },
  keepOpen: { en: 'Keep Open', ja: '閉じない' },
  closeAnyway: { en: 'Cancel Import and Close', ja: '取り込みをキャンセルして閉じる' },
} as const satisfies Record<string, Text>;

export type DialogText = keyof typeof DIALOG_TEXTS;

/** The name of the app, as the page has it. */
export const PRODUCT_NAME = {
  en: 'Defender for Servers Onboarding Planner',
  ja: 'Defender for Servers オンボード プランナー',
} as const satisfies Text;
