import type { Method, Step, Text } from '../../model/index.ts';

/** Onboarding methods in words; Japanese follows the portal. */
export const METHOD_TEXTS: Readonly<Record<Method, Text>> = {
  subscription: { en: 'subscription level', ja: 'サブスクリプション単位' },
  resource: { en: 'resource level', ja: 'リソース単位' },
  direct: { en: 'direct onboarding', ja: '直接オンボード' },
  'arc-then-subscription': {
    en: 'Azure Arc first, then subscription level',
    ja: 'Azure Arc 接続後、サブスクリプション単位',
  },
  'arc-then-resource': { en: 'Azure Arc first, then resource level', ja: 'Azure Arc 接続後、リソース単位' },
  none: { en: 'not onboarded', ja: 'オンボードしない' },
  blocked: { en: 'blocked', ja: '実施不可' },
};

/** What somebody has to do to one machine. */
export const STEP_TEXTS: Readonly<Record<Step, Text>> = {
  none: { en: 'nothing to do', ja: '対応不要' },
  'remove-override': { en: "remove the machine's own setting", ja: 'マシン単位の設定を削除' },
  'set-p1': { en: 'set Plan 1 on the machine', ja: 'マシンにプラン 1 を設定' },
  'set-off': { en: 'switch the plan off on the machine', ja: 'マシンのプランをオフに設定' },
  'connect-arc': { en: 'connect to Azure Arc', ja: 'Azure Arc に接続' },
  'onboard-sensor': {
    en: 'install and onboard the Defender for Endpoint sensor',
    ja: 'Defender for Endpoint センサーを導入しオンボード',
  },
  'offboard-sensor': {
    en: 'offboard the Defender for Endpoint sensor',
    ja: 'Defender for Endpoint センサーをオフボード',
  },
};

/** Small words of cells. */
export const CELL_TEXTS = {
  steps: { en: ', then ', ja: ' → ' },
  counted: { en: 'yes', ja: '含む' },
  beside: { en: 'no, beside', ja: '含まない (参考)' },
} as const satisfies Record<string, Text>;
