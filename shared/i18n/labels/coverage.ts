import type { Text } from '../../model/index.ts';

/** What a gap in the evidence weakens. */
export const COVERAGE_GAPS = {
  machines: {
    en: 'No list of the machines of {subscription} was read: machines may be missing from plan and cost.',
    ja: '{subscription} のマシン一覧を読み取っていません。計画とコストから漏れているマシンがある可能性があります。',
  },
  plans: {
    en: "The plan of {subscription} was not read. Not known is today's state and cost of {machines, plural, one {# machine} other {# machines}}.",
    ja: '{subscription} のプランを読み取っていません。マシン {machines} 台の現在の状態とコストが分かりません。',
  },
  'plans-inherited': {
    en: 'The plan of {subscription} is known only from what its machines inherit: “enforce”, trial and designated subscription are unknown.',
    ja: '{subscription} のプランはマシンの継承値からしか分かりません。強制 (enforce)、試用期間、指定サブスクリプションの設定は不明です。',
  },
  'machine-plans': {
    en: 'Settings of single machines in {subscription} were not read: an exception of today is not seen ({machines, plural, one {# machine} other {# machines}}).',
    ja: '{subscription} のリソース単位の設定を読み取っていません。マシン {machines} 台の中に既存の例外があっても分かりません。',
  },
  policies: {
    en: 'Policy assignments of {subscription} were not read: exceptions there cannot be checked against policy.',
    ja: '{subscription} のポリシー割り当てを読み取っていません。例外がポリシーと矛盾しないか確認できません。',
  },
  defender: {
    en: 'No Defender for Endpoint devices were read: who would be directly onboarded is unknown, and {listed, plural, one {# listed machine} other {# listed machines}} may have a sensor.',
    ja: 'Defender for Endpoint のデバイスを読み取っていません。直接オンボードの対象が分からず、一覧だけのマシン {listed} 台にセンサーがある可能性があります。',
  },
  'defender-unlisted': {
    en: 'No Defender for Endpoint devices were read: who would be directly onboarded is unknown.',
    ja: 'Defender for Endpoint のデバイスを読み取っていません。直接オンボードの対象が分かりません。',
  },
  'defender-maybe-partial': {
    en: 'The export shows {outside, plural, one {# device} other {# devices}} outside Azure; device groups can hide others, so the set for direct onboarding is unconfirmed until the export is said to be tenant-wide.',
    ja: 'Azure 外のデバイス {outside} 台はエクスポートに含まれるものだけです。デバイス グループで見えないデバイスがあり得るため、テナント全体のエクスポートと確認できるまで直接オンボードの対象は未確定です。',
  },
} as const satisfies Record<string, Text>;

export type CoverageGap = keyof typeof COVERAGE_GAPS;
