import type { CostItem, Text } from '../../model/index.ts';

/** What each cost item is called. */
export const COST_ITEM_TEXTS: Readonly<Record<CostItem, Text>> = {
  'defender-for-servers': { en: 'Defender for Servers', ja: 'Defender for Servers' },
  discount: { en: 'Discount', ja: '割引' },
  trial: { en: 'Free trial', ja: '無料試用期間' },
  'pre-purchase': { en: 'Pre-purchased units', ja: '事前購入ユニット' },
  'licence-offset': { en: 'Defender for Endpoint licence offset', ja: 'Defender for Endpoint ライセンスの控除' },
  tax: { en: 'Tax', ja: '税' },
  'update-manager': { en: 'Azure Update Manager (Arc)', ja: 'Azure Update Manager (Arc)' },
  esu: { en: 'Extended Security Updates through Arc', ja: 'Arc 経由の拡張セキュリティ更新プログラム (ESU)' },
  'machine-configuration': { en: 'Azure Machine Configuration (Arc)', ja: 'Azure Machine Configuration (Arc)' },
  'defender-cspm': { en: 'Defender CSPM', ja: 'Defender CSPM' },
  'data-allowance': {
    en: 'Plan 2 data allowance (500 MB a day)',
    ja: 'プラン 2 のデータ インジェスト特典 (1 日 500 MB)',
  },
  'aks-nodes': { en: 'AKS nodes, if they are billed', ja: 'AKS ノード (課金される場合)' },
  'direct-lower-price': {
    en: 'Direct onboarding, the lower of two prices',
    ja: '直接オンボード (2 つの価格のうち低い方)',
  },
  'software-assurance': {
    en: 'Software Assurance or pay-as-you-go',
    ja: 'ソフトウェア アシュアランスまたは従量課金',
  },
};
