import type { Text } from '../../model/index.ts';

/** Why a row is not a machine of the list. Keys are `ExcludedMachine.reason`. */
export const EXCLUSION_REASONS = {
  template: { en: 'Template of a virtual machine', ja: '仮想マシンのテンプレート' },
  vcls: { en: 'vCLS machine of the cluster itself (VMware)', ja: 'クラスター用の vCLS 仮想マシン (VMware)' },
  placeholder: { en: 'Placeholder of Site Recovery Manager', ja: 'Site Recovery Manager のプレースホルダー' },
  'device-type': { en: 'Not a server by its device type', ja: 'デバイスの種類がサーバーではない' },
  'merged-device': {
    en: 'Defender device that was merged into another',
    ja: '別のデバイスに統合された Defender のデバイス',
  },
  'duplicate-device': { en: 'Defender device that is a duplicate', ja: '重複している Defender のデバイス' },
  'excluded-device': { en: 'Device that was excluded in Defender', ja: 'Defender で除外されたデバイス' },
  'flexible-scale-set': {
    en: 'Flexible scale set: its instances are counted as virtual machines',
    ja: 'フレキシブル スケール セット: インスタンスを仮想マシンとして数える',
  },
  'client-os': {
    en: 'Client operating system outside Azure and Arc: a user licence must cover it',
    ja: 'Azure と Arc の外にあるクライアント OS: ユーザー ライセンスで保護する',
  },
} as const satisfies Record<string, Text>;

export type ExclusionReason = keyof typeof EXCLUSION_REASONS;
