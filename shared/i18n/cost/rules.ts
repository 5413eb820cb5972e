import type { Text } from '../../model/index.ts';

const billed = (en: string, ja: string): Text => ({ en: `${en}: billed`, ja: `${ja}: 課金対象` });
const free = (en: string, ja: string): Text => ({ en: `${en}: not billed`, ja: `${ja}: 課金対象外` });
const open = (en: string, ja: string): Text => ({
  en: `${en}: shown apart, the total says "at least"`,
  ja: `${ja}: 別途表示し、合計は下限とする`,
});

/** Every rule that a cost line can name: the billing states and what else decides about money. */
export const COST_RULE_TEXTS: Readonly<Record<string, Text>> = {
  'VM-starting': free('The VM is starting', 'VM は開始中'),
  'VM-running': billed('The VM is running', 'VM は実行中'),
  'VM-stopping': billed('The VM is stopping', 'VM は停止処理中'),
  'VM-stopped': billed('The VM is stopped, but still allocated', 'VM は停止済み (割り当て解除なし)'),
  'VM-deallocating': free('The VM is being deallocated', 'VM は割り当て解除中'),
  'VM-deallocated': free('The VM is deallocated', 'VM は停止済み (割り当て解除)'),
  'VM-unknown': open('The power state is not known', '電源の状態が不明'),
  'ARC-connected': billed('The Arc agent is connected', 'Arc エージェントは接続済み'),
  'ARC-connecting': free('The Arc agent is connecting', 'Arc エージェントは接続中'),
  'ARC-disconnected': free('The Arc agent is disconnected', 'Arc エージェントは切断'),
  'ARC-expired': free('The Arc agent has expired', 'Arc エージェントは期限切れ'),
  'ARC-unknown': open(
    'The Arc status is not known, or no source says whether it is billed',
    'Arc の状態が不明、または課金の有無が不明',
  ),
  'DIRECT-connected': billed('The sensor is connected', 'センサーは接続済み'),
  'DIRECT-inactive': free('The sensor is inactive', 'センサーは非アクティブ'),
  'DIRECT-unknown': open(
    'The sensor state is not known, or no source says whether it is billed',
    'センサーの状態が不明、または課金の有無が不明',
  ),
  'TOARC-on': billed('It is on and will be connected to Arc', '電源オンのため Arc に接続される見込み'),
  'TOARC-off': free('It is off and will not be connected to Arc', '電源オフのため Arc に接続されない見込み'),
  'TOARC-unknown': open('It will be in Arc, but whether it is on is not known', 'Arc に接続予定だが電源の状態が不明'),
  'TODIRECT-on': billed('It is on and its sensor will be connected', '電源オンのためセンサーが接続される見込み'),
  'TODIRECT-off': free('It is off and its sensor will not be connected', '電源オフのためセンサーが接続されない見込み'),
  'TODIRECT-unknown': open(
    'It will be onboarded directly, but whether it is on is not known',
    '直接オンボード予定だが電源の状態が不明',
  ),
  'PLAN-unknown': {
    en: 'Today\'s plan is not known: between nothing and Plan 2; the total says "at least"',
    ja: '現在のプランが不明: 0 からプラン 2 の間。合計は下限とする',
  },
  'DIRECT-P2': {
    en: 'Direct onboarding on a Plan 2 subscription: no source says which price is billed; the higher is counted, the lower stands beside',
    ja: 'プラン 2 の指定サブスクリプションへの直接オンボード: どちらの価格で課金されるかの情報源がないため、高い方を合計に含め、低い方を参考表示',
  },
  TRIAL: { en: 'Trial days left in the first month', ja: '初月に残る無料試用日数' },
  DISCOUNT: { en: 'Percentage discount on Defender meters', ja: 'Defender メーターに対する割引率' },
  PREPURCHASE: {
    en: "A twelfth of the year's pre-purchased units, drawn at retail in US dollars",
    ja: '年間の事前購入ユニットの 12 分の 1 (米ドルの小売価格で消費)',
  },
  'PREPURCHASE-no-discount': {
    en: 'What pre-purchased units pay for carries no other discount: given back',
    ja: '事前購入ユニットで支払う分には他の割引を適用しないため、割引を戻す',
  },
  'PREPURCHASE-unused': {
    en: 'Pre-purchased units that these servers do not use; other Defender plans may, else they expire after a year',
    ja: 'これらのサーバーでは使い切れない事前購入ユニット。他の Defender プランで使わなければ 1 年で失効',
  },
  OFFSET: {
    en: 'Licences for Defender for Endpoint that the customer owns; the amount is your own number',
    ja: '顧客が保有する Defender for Endpoint ライセンス分の控除 (金額は入力値)',
  },
  TAX: { en: 'Tax at the rate that was typed', ja: '入力された税率による税' },
  'UM-wanted': {
    en: 'Update Manager is wanted on an Arc machine without Plan 2: charged for connected days',
    ja: 'プラン 2 ではない Arc マシンで Update Manager を利用: 接続日数に応じて課金',
  },
  'UM-possible': {
    en: 'If Update Manager is used on this Arc machine without Plan 2: charged for connected days',
    ja: 'プラン 2 ではない Arc マシンで Update Manager を使う場合: 接続日数に応じて課金',
  },
  'UM-connector': {
    en: 'Plan 2 from a security connector: the Update Manager page says it is not waived, another page implies that it is',
    ja: 'セキュリティ コネクタのプラン 2: Update Manager の文書では免除されず、別の文書では免除と読める',
  },
  'MC-wanted': {
    en: 'Azure Policy is wanted inside an Arc machine: machine configuration is charged beyond the baseline that Plan 2 brings',
    ja: 'Arc マシン内で Azure Policy を利用: プラン 2 に含まれるベースライン評価を超える Machine Configuration は課金',
  },
  'MC-possible': {
    en: 'If machine configuration is used on this Arc machine beyond the baseline that Plan 2 brings',
    ja: 'プラン 2 に含まれるベースライン評価を超えて Machine Configuration を使う場合',
  },
  'ESU-active': {
    en: 'Extended Security Updates are licensed per core and have no price here; they include Update Manager',
    ja: 'ESU はコア単位のライセンスで、価格データなし。Update Manager を含む',
  },
  'ESU-wanted': {
    en: 'Extended Security Updates are wanted: licensed per core, no price here',
    ja: 'ESU を希望: コア単位のライセンスで、価格データなし',
  },
  'SA-active': {
    en: 'Software Assurance or pay-as-you-go is attested through Arc; it includes Update Manager and has no price here',
    ja: 'Arc 経由でソフトウェア アシュアランスまたは従量課金を申告済み。Update Manager を含み、価格データなし',
  },
  CSPM: {
    en: 'Defender CSPM bills VMs and scale sets that are not deallocated',
    ja: 'Defender CSPM は割り当て解除されていない VM とスケール セットに課金',
  },
  DATA: {
    en: 'Free data for tables of security events, pooled in the subscription; hours are gigabytes a month of one server',
    ja: 'セキュリティ イベントのテーブルに対する無料枠 (サブスクリプション内でプール)。時間欄はサーバー 1 台あたりの月間 GB',
  },
  AKS: {
    en: 'Sources disagree whether Defender for Servers bills AKS nodes',
    ja: 'AKS ノードが Defender for Servers の課金対象かどうかは情報源により異なる',
  },
};
