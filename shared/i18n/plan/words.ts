import type { ArcNeed, KnownPlan, Language, Method, Step, Text, Want } from '../../model/index.ts';

const PLAN_WORDS: Readonly<Record<KnownPlan | 'none', Text>> = {
  off: { en: 'off', ja: 'オフ' },
  none: { en: 'no plan', ja: 'プランなし' },
  P1: { en: 'Plan 1', ja: 'プラン 1' },
  P2: { en: 'Plan 2', ja: 'プラン 2' },
  unknown: { en: 'an unknown plan', ja: '不明なプラン' },
};

/** Japanese follows the portal. */
const METHOD_WORDS: Readonly<Record<Method, Text>> = {
  subscription: { en: 'subscription level', ja: 'サブスクリプション単位' },
  resource: { en: 'resource level', ja: 'リソース単位' },
  direct: { en: 'direct onboarding', ja: '直接オンボード' },
  'arc-then-subscription': { en: 'Arc, then subscription level', ja: 'Arc 接続後、サブスクリプション単位' },
  'arc-then-resource': { en: 'Arc, then resource level', ja: 'Arc 接続後、リソース単位' },
  none: { en: 'not onboarded', ja: 'オンボードしない' },
  blocked: { en: 'blocked', ja: '実施不可' },
};

/** What somebody has to do to one machine. */
const STEP_WORDS: Readonly<Record<Step, Text>> = {
  none: { en: 'nothing to do', ja: '対応不要' },
  'remove-override': { en: "remove the machine's own setting", ja: 'マシン自身の設定を削除' },
  'set-p1': { en: 'set Plan 1 on the machine', ja: 'マシンにプラン 1 を設定' },
  'set-off': { en: 'switch the plan off on the machine', ja: 'マシンのプランをオフに設定' },
  'connect-arc': { en: 'connect to Azure Arc', ja: 'Azure Arc に接続' },
  'onboard-sensor': {
    en: 'onboard the Defender for Endpoint sensor',
    ja: 'Defender for Endpoint センサーをオンボード',
  },
  'offboard-sensor': {
    en: 'offboard the Defender for Endpoint sensor',
    ja: 'Defender for Endpoint センサーをオフボード',
  },
};

const NEED_WORDS: Readonly<Record<ArcNeed, Text>> = {
  'update-manager': { en: 'Update Manager', ja: 'Update Manager' },
  esu: { en: 'Extended Security Updates', ja: '拡張セキュリティ更新プログラム' },
  'azure-policy': { en: 'Azure Policy', ja: 'Azure Policy' },
  backup: { en: 'Backup', ja: 'Backup' },
  monitor: { en: 'Monitor', ja: 'Monitor' },
};

const SCOPE_WORDS = {
  P1: { en: 'a new subscription with Plan 1', ja: '新しいサブスクリプション (プラン 1)' },
  P2: { en: 'a new subscription with Plan 2', ja: '新しいサブスクリプション (プラン 2)' },
  direct: {
    en: 'a new subscription for direct onboarding',
    ja: '新しいサブスクリプション (直接オンボード用)',
  },
  unknown: { en: 'an unknown subscription', ja: '不明なサブスクリプション' },
} as const satisfies Record<string, Text>;

export function planWord(plan: KnownPlan | Want, language: Language): string {
  return PLAN_WORDS[plan][language];
}

export function methodWord(method: Method, language: Language): string {
  return METHOD_WORDS[method][language];
}

export function stepWord(step: Step, language: Language): string {
  return STEP_WORDS[step][language];
}

export function needWords(needs: readonly ArcNeed[], language: Language): string {
  return needs.map((need) => NEED_WORDS[need][language]).join(language === 'ja' ? '、' : ', ');
}

/** A subscription as a person knows it: its name, else what it is for, else its id. */
export function scopeWord(scope: { readonly id: string; readonly name: string | null }, language: Language): string {
  if (scope.name) return scope.name;
  const use = /^new:(P1|P2|direct)/.exec(scope.id)?.[1];
  if (use === 'P1' || use === 'P2' || use === 'direct') return SCOPE_WORDS[use][language];
  return scope.id.startsWith('unknown') ? SCOPE_WORDS.unknown[language] : scope.id;
}
