import type { FindingText } from '../../model/index.ts';

/** Findings of the rooms `cost` and `export`. */
export const COST_FINDINGS = {
  'cost-price-missing': {
    severity: 'warning',
    message: {
      en: 'No price was found for "{meter}" in {currency} ({servers, plural, one {# server} other {# servers}}). The total is "at least".',
      ja: '「{meter}」の {currency} 価格が見つかりません ({servers} 台)。合計は下限の金額です。',
    },
    next: {
      en: 'Import a retail price file in {currency}, or type a price (price.METER.{currency}) or a rate (rate.{currency}).',
      ja: '{currency} の小売価格ファイルを取り込むか、単価 (price.METER.{currency}) または為替レート (rate.{currency}) を入力してください。',
    },
  },
  'cost-state-unknown': {
    severity: 'warning',
    message: {
      en: 'The state of {servers, plural, one {# server} other {# servers}} is not known. "Now" counts 0 hours there (at least) or all hours (at most).',
      ja: '{servers} 台の状態が不明です。「現在」の下限では 0 時間、上限では全時間として計算します。',
    },
    next: {
      en: 'Import a list with power states, Arc status or sensor health.',
      ja: '電源の状態、Arc の状態、センサーの正常性を含む一覧を取り込んでください。',
    },
  },
  'cost-plan-unknown': {
    severity: 'warning',
    message: {
      en: "Today's plan of {servers, plural, one {# server} other {# servers}} is not known. The cost lies between nothing and Plan 2.",
      ja: '{servers} 台の現在のプランが不明です。費用は 0 からプラン 2 の間です。',
    },
    next: {
      en: 'Import the plan settings (pricings) of their subscriptions.',
      ja: '該当サブスクリプションのプラン設定 (pricings) を取り込んでください。',
    },
  },
  'cost-direct-two-prices': {
    severity: 'info',
    message: {
      en: '{servers, plural, one {# directly onboarded server is} other {# directly onboarded servers are}} on a Plan 2 subscription. No source says which price is billed: the higher is counted.',
      ja: '直接オンボードの {servers} 台がプラン 2 のサブスクリプションにあります。どちらの価格かの情報源がないため、高い方を合計に含めています。',
    },
    next: {
      en: 'Check the meter in Cost analysis, or designate a subscription of its own with Plan 1.',
      ja: 'コスト分析でメーターを確認するか、プラン 1 の専用サブスクリプションを指定してください。',
    },
  },
  'cost-update-manager-connector': {
    severity: 'info',
    message: {
      en: "Update Manager is charged for {servers, plural, one {# server} other {# servers}} with Plan 2 from a security connector. Microsoft's pages disagree about it.",
      ja: 'セキュリティ コネクタのプラン 2 を持つ {servers} 台に Update Manager の料金を計上しています。Microsoft の文書間で記述が異なります。',
    },
    next: {
      en: 'Check one such server in Cost analysis.',
      ja: '該当サーバー 1 台をコスト分析で確認してください。',
    },
  },
  'cost-prepurchase-tier': {
    severity: 'warning',
    message: {
      en: '{units, plural, one {# pre-purchased unit is} other {# pre-purchased units are}} below the first published tier. No saving is counted.',
      ja: '事前購入 {units} ユニットは公開されている最小の段階を下回ります。割引を計上していません。',
    },
    next: {
      en: 'Give your own tier: prepurchase={units}:PERCENT.',
      ja: '独自の割引率を指定してください: prepurchase={units}:PERCENT',
    },
  },
  'cost-prepurchase-between': {
    severity: 'info',
    message: {
      en: '{units, plural, one {# pre-purchased unit} other {# pre-purchased units}}: the published tier of {tier, plural, one {# unit} other {# units}} ({percent} %) is used. Tiers in between stand in the portal only.',
      ja: '事前購入 {units} ユニット: 公開されている {tier} ユニットの段階 ({percent} %) を使用しました。中間の段階はポータルにのみ表示されます。',
    },
    next: {
      en: 'Look the tier up on the purchase page and give it: prepurchase={units}:PERCENT.',
      ja: '購入ページで割引率を確認し、指定してください: prepurchase={units}:PERCENT',
    },
  },
  'cost-prepurchase-unused': {
    severity: 'warning',
    message: {
      en: 'These servers use {used} of {units, plural, one {# pre-purchased unit} other {# pre-purchased units}} in a year. The rest expires unless other Defender plans use it.',
      ja: 'これらのサーバーが 1 年に使うのは事前購入 {units} ユニットのうち {used} です。残りは他の Defender プランで使わなければ失効します。',
    },
    next: {
      en: 'Buy fewer units, or count the other Defender plans that draw from the same pool.',
      ja: '購入数を減らすか、同じプールを使う他の Defender プランを考慮してください。',
    },
  },
  'cost-prepurchase-dollars': {
    severity: 'warning',
    message: {
      en: 'Pre-purchased units are drawn at US dollar prices, and one is missing. No saving is counted.',
      ja: '事前購入ユニットは米ドル価格で消費されますが、米ドル価格が見つかりません。割引を計上していません。',
    },
    next: { en: 'Import retail prices in USD, or type them.', ja: '米ドルの小売価格を取り込むか、入力してください。' },
  },
  'cost-discount-not-combined': {
    severity: 'info',
    message: {
      en: 'The discount of {discount} % is not given on what pre-purchased units pay for.',
      ja: '{discount} % の割引は、事前購入ユニットで支払う分には適用されません。',
    },
    next: { en: 'Nothing to do: both stand as lines.', ja: '対処は不要です。両方とも行として表示されます。' },
  },
  'cost-price-built-in': {
    severity: 'info',
    message: {
      en: 'Prices are built in and dated {date}, not read live: {prices} {currency}.',
      ja: '価格は内蔵データ ({date} 時点) で、最新の取得値ではありません: {prices} {currency}',
    },
    next: {
      en: "Import an answer of the Retail Prices API, or compare with Microsoft's pricing page.",
      ja: 'Retail Prices API の応答を取り込むか、Microsoft の価格ページと照合してください。',
    },
  },
  'cost-price-reference': {
    severity: 'info',
    message: {
      en: 'Retail prices in {currency} are for reference only. US dollars are the currency of record.',
      ja: '{currency} の小売価格は参考値です。正式な価格は米ドルです。',
    },
    next: {
      en: "For an offer, take the unit prices of the customer's own agreement (price.METER.{currency}).",
      ja: '見積には顧客の契約単価 (price.METER.{currency}) を使用してください。',
    },
  },
  'cost-price-converted': {
    severity: 'info',
    message: {
      en: '{meters, plural, one {# price was} other {# prices were}} converted from US dollars at {rate} {currency}, a rate of {date}.',
      ja: '{meters} 件の価格を米ドルから換算しました (1 米ドル = {rate} {currency}、{date} 時点)。',
    },
    next: { en: 'Check that the rate is still right.', ja: 'レートが最新か確認してください。' },
  },
  'cost-price-region': {
    severity: 'warning',
    message: {
      en: 'The imported prices have no "{meter}" for the region {region} in {currency}. Another price is used.',
      ja: '取り込んだ価格に、リージョン {region} の「{meter}」({currency}) がありません。別の価格を使用しています。',
    },
    next: { en: 'Import the prices of that region.', ja: '該当リージョンの価格を取り込んでください。' },
  },
  'cost-price-several-regions': {
    severity: 'info',
    message: {
      en: '"{meter}" costs between {low} and {high} {currency} by region. The highest ({region}) is used.',
      ja: '「{meter}」はリージョンにより {low} から {high} {currency} です。最も高い値 ({region}) を使用しています。',
    },
    next: { en: 'Choose a region: region=NAME.', ja: 'リージョンを指定してください: region=NAME' },
  },
  'cost-price-unit': {
    severity: 'warning',
    message: {
      en: 'An imported price of "{meter}" has the unit "{unit}" and is not used.',
      ja: '取り込んだ「{meter}」の価格は単位が「{unit}」のため使用していません。',
    },
    next: { en: 'Prices per hour or per month are understood.', ja: '時間単位または月単位の価格に対応しています。' },
  },
  'cost-usage-no-machine': {
    severity: 'warning',
    message: {
      en: '{resource} was billed {hours} hours of "{meter}" and is no machine of this project.',
      ja: '{resource} に「{meter}」が {hours} 時間課金されていますが、このプロジェクトのマシンではありません。',
    },
    next: { en: 'Import an inventory that lists it.', ja: '該当リソースを含む一覧を取り込んでください。' },
  },
  'cost-usage-plan-differs': {
    severity: 'warning',
    message: {
      en: '{machine} was billed as {billed} from {from} to {to}, but its plan today is {plan}.',
      ja: '{machine} は {from} から {to} まで {billed} として課金されていますが、現在のプランは {plan} です。',
    },
    next: {
      en: 'Read its plan settings again. Billing is the final proof of what is on.',
      ja: 'プラン設定を再取得してください。何が有効かの最終的な根拠は課金です。',
    },
  },
  'cost-usage-two-plans': {
    severity: 'info',
    message: {
      en: '{machine} was billed as Plan 1 and as Plan 2 between {from} and {to}.',
      ja: '{machine} は {from} から {to} の間に プラン 1 とプラン 2 の両方で課金されています。',
    },
    next: {
      en: 'Either the plan changed in that time, or the server is billed twice (Arc and direct onboarding).',
      ja: '期間中にプランが変更されたか、二重課金 (Arc と直接オンボード) の可能性があります。',
    },
  },
  'cost-usage-too-many-hours': {
    severity: 'warning',
    message: {
      en: '{machine} was billed {hours} hours in {days} days, more than the {possible} that are possible.',
      ja: '{machine} は {days} 日間に {hours} 時間課金されており、上限の {possible} 時間を超えています。',
    },
    next: {
      en: 'Look for a second registration of the same server (Arc and direct onboarding).',
      ja: '同じサーバーの二重登録 (Arc と直接オンボード) を確認してください。',
    },
  },
  'cost-usage-state-differs': {
    severity: 'info',
    message: {
      en: '{machine} is "{state}" today and not billed, but was billed {hours} hours from {from} to {to}.',
      ja: '{machine} は現在「{state}」で課金対象外ですが、{from} から {to} の間に {hours} 時間課金されています。',
    },
    next: {
      en: 'Use its usual hours: a schedule, or the figure "always".',
      ja: '通常の稼働時間 (スケジュール) または「常時」の金額を使用してください。',
    },
  },
  'cost-usage-absent': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine of {subscription} has a plan and is in a billed state, but was} other {# machines of {subscription} have a plan and are in a billed state, but were}} not billed from {from} to {to}: {names} …',
      ja: '{subscription} の {count} 台はプランが有効で課金対象の状態ですが、{from} から {to} の間に課金がありません: {names} …',
    },
    next: {
      en: 'Check whether the cost file was filtered, the trial was still running, or the plan was switched on later.',
      ja: 'コスト ファイルの絞り込み、試用期間、プランの有効化時期を確認してください。',
    },
  },
  'export-target-name': {
    severity: 'warning',
    message: {
      en: '"{name}" in resource group "{group}" is no name that Azure would allow in plain letters. It was left out of {file}.',
      ja: 'リソース グループ「{group}」の「{name}」は Azure で使用できる半角の名前ではないため、{file} に含めていません。',
    },
    next: { en: 'Set its plan by hand.', ja: 'プランを手動で設定してください。' },
  },
  'export-target-kind': {
    severity: 'info',
    message: {
      en: '{name} needs "{action}", but the script with target.csv handles VMs and Arc machines that exist only.',
      ja: '{name} には「{action}」が必要ですが、target.csv を使うスクリプトは既存の VM と Arc マシンのみに対応しています。',
    },
    next: {
      en: 'Use the change package, or connect the machine to Arc first and export again.',
      ja: '変更パッケージを使用するか、先に Arc に接続してから再度エクスポートしてください。',
    },
  },
  'export-target-remove': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# machine needs its} other {# machines need their}} own setting removed. The script with target.csv cannot do that.',
      ja: '{count} 台はマシン単位の設定の削除が必要ですが、target.csv を使うスクリプトでは実行できません。',
    },
    next: { en: 'Delete the settings by REST (DELETE).', ja: 'REST (DELETE) で設定を削除してください。' },
  },
} as const satisfies Record<string, FindingText>;
