import type { Language, Text } from '../../model/index.ts';

/** Names of the facts that a decision followed from. */
const FACT_NAMES = {
  placement: { en: 'Placement', ja: '配置' },
  os: { en: 'Operating system', ja: 'OS' },
  'os-support': { en: 'Supported by Defender / Arc', ja: 'Defender / Arc のサポート' },
  lifecycle: { en: 'End of support', ja: 'サポート終了日' },
  subscription: { en: 'Subscription today', ja: '現在のサブスクリプション' },
  'subscription-plan': { en: "Subscription's plan today", ja: 'サブスクリプションの現在のプラン' },
  enforce: { en: 'Enforced on its machines', ja: '配下への強制 (enforce)' },
  today: { en: 'Plan today', ja: '現在のプラン' },
  state: { en: 'State', ja: '状態' },
  sensor: { en: 'Defender sensor', ja: 'Defender センサー' },
  wanted: { en: 'Wanted', ja: '要件' },
  needs: { en: 'Needs that only Arc meets', ja: 'Arc が必要な機能' },
  'direct-today': { en: 'Directly onboarded today', ja: '現在の直接オンボード' },
  'direct-switch': { en: "Tenant's direct onboarding", ja: 'テナントの直接オンボード' },
  arc: { en: 'Azure Arc', ja: 'Azure Arc' },
} as const satisfies Record<string, Text>;

export type FactName = keyof typeof FACT_NAMES;

export function factName(name: FactName, language: Language): string {
  return FACT_NAMES[name][language];
}

/** Values of facts that are no names of the field. */
const FACT_VALUES = {
  yes: { en: 'yes', ja: 'はい' },
  no: { en: 'no', ja: 'いいえ' },
  unknown: { en: 'unknown', ja: '不明' },
  on: { en: 'on', ja: '有効' },
  off: { en: 'off', ja: '無効' },
  own: { en: 'set on the machine', ja: 'マシン自身の設定' },
  inherited: { en: 'inherited', ja: '継承' },
  needed: { en: 'needed', ja: '必要' },
  possible: { en: 'possible', ja: '可能' },
  impossible: { en: 'not possible', ja: '不可' },
  none: { en: 'none', ja: 'なし' },
  onboarded: { en: 'onboarded', ja: 'オンボード済み' },
} as const satisfies Record<string, Text>;

export function factValue(value: keyof typeof FACT_VALUES, language: Language): string {
  return FACT_VALUES[value][language];
}

/** What was tried, and what came out. */
const TRIALS = {
  want: { en: 'If {value} were wanted', ja: '要件が{value}の場合' },
  base: { en: 'If the plan of {scope} were {value}', ja: '{scope} を{value}にした場合' },
  'arc-allowed': { en: 'If Arc were allowed for it', ja: 'Arc を許可した場合' },
  'arc-forbidden': { en: 'If Arc were not allowed for it', ja: 'Arc を許可しない場合' },
  'arc-preferred': { en: 'If Arc were preferred over direct onboarding', ja: '直接オンボードより Arc を優先した場合' },
  'arc-not-preferred': { en: 'If Arc were not preferred', ja: 'Arc を優先しない場合' },
  'direct-allowed': { en: 'If direct onboarding were allowed', ja: '直接オンボードを許可した場合' },
  'direct-forbidden': { en: 'If direct onboarding were not allowed', ja: '直接オンボードを許可しない場合' },
  'enforce-off': { en: 'If “enforce” on {scope} could be switched off', ja: '{scope} の enforce を無効にできる場合' },
  offboard: { en: 'If the sensor were offboarded', ja: 'センサーをオフボードした場合' },
  edition: { en: 'By the edition “{value}”', ja: 'ルールの版が「{value}」の場合' },
} as const satisfies Record<string, Text>;

export type TrialName = keyof typeof TRIALS;

export function trialText(name: TrialName): Text {
  return TRIALS[name];
}

/** `{trial}: {method}, {plan} (rules)`. */
export const TRIAL_RESULT: Text = {
  en: '{trial}: {method}, {plan} ({rules})',
  ja: '{trial}: {method}、{plan} ({rules})',
};
