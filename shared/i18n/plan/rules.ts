import type { EditionId, Text } from '../../model/index.ts';

/** The sentence of every rule, as the reader of a plan sees it. `{base}`, `{want}`, `{scope}` are filled in. */
const RULE_TEXTS: Readonly<Record<string, Text>> = {
  X1: {
    en: 'It is left as it is today.',
    ja: '現在の状態のままとします。',
  },
  X2: {
    en: 'A client operating system: a user licence must cover it (to be confirmed), so no server plan is planned.',
    ja: 'クライアント OS です。ユーザー ライセンスで保護する必要があるため (要確認)、サーバー向けプランは計画しません。',
  },
  X3: {
    en: 'Not a server, or counted elsewhere: it is left out of the list.',
    ja: 'サーバーではないか、別の行で数えられているため、一覧から除外します。',
  },
  X4: {
    en: 'AKS nodes are counted under Defender for Containers, not under Servers; sources disagree, so their price is shown beside.',
    ja: 'AKS ノードは Defender for Servers ではなく Defender for Containers で数えます。資料により見解が異なるため、料金は参考として併記します。',
  },
  X5: {
    en: 'A machine managed by Databricks follows its subscription ({base}) and cannot be excluded.',
    ja: 'Databricks が管理するマシンはサブスクリプションのプラン ({base}) に従い、除外できません。',
  },
  X6: {
    en: 'Defender for Endpoint does not support this operating system, so no plan is planned.',
    ja: 'Defender for Endpoint がサポートしない OS のため、プランは計画しません。',
  },
  A1: {
    en: 'Plan 2 comes from {scope}, at subscription level.',
    ja: '{scope} からサブスクリプション単位でプラン 2 を適用します。',
  },
  A2: {
    en: 'Plan 1 comes from {scope}, at subscription level.',
    ja: '{scope} からサブスクリプション単位でプラン 1 を適用します。',
  },
  A3: {
    en: 'Under Plan 2 of {scope}, this machine is set down to Plan 1 at resource level.',
    ja: '{scope} はプラン 2 のため、このマシンはリソース単位でプラン 1 に下げます。',
  },
  A4: {
    en: 'With {scope} off, Plan 1 is set on this machine alone, at resource level.',
    ja: '{scope} はオフのため、このマシンだけリソース単位でプラン 1 を有効にします。',
  },
  A5: {
    en: 'Under {base} of {scope}, this machine is switched off at resource level.',
    ja: '{scope} は{base}のため、このマシンはリソース単位でオフにします。',
  },
  A6: {
    en: 'Nothing is wanted, and {scope} is off.',
    ja: 'プランは不要で、{scope} もオフです。',
  },
  A7: {
    en: 'Plan 2 is wanted, but the plan of {scope} is {base}: a machine is never raised to Plan 2.',
    ja: 'プラン 2 が必要ですが、{scope} は{base}です。マシンだけをプラン 2 に上げることはできません。',
  },
  A8: {
    en: 'An exception is needed, but the plan of {scope} ({base}) is enforced on all its machines.',
    ja: '例外設定が必要ですが、{scope} のプラン ({base}) は配下のすべてのマシンに強制 (enforce) されています。',
  },
  A9: {
    en: 'A uniform scale set: the API takes the setting, no built-in policy targets it; to be verified.',
    ja: '均一 (Uniform) スケール セットです。API では設定できますが、対象とする組み込みポリシーはありません (要検証)。',
  },
  A10: {
    en: 'Nothing is wanted, but {scope} has Plan 1, and this edition knows no exception under it.',
    ja: 'プランは不要ですが、{scope} はプラン 1 です。この版では、プラン 1 のサブスクリプションに例外を設けられません。',
  },
  C1: {
    en: 'A machine of an AWS or GCP connector has the plan of its connector ({base}); there are no exceptions.',
    ja: 'AWS / GCP コネクタのマシンはコネクタのプラン ({base}) に従い、例外は設けられません。',
  },
  N1: {
    en: 'Outside Azure, Plan 2 needs Azure Arc.',
    ja: 'Azure の外でプラン 2 を使うには、Azure Arc への接続が必要です。',
  },
  N2: {
    en: 'Something is needed that only Azure Arc gives, so the machine is connected to Arc first.',
    ja: 'Azure Arc でのみ得られる機能が必要なため、先に Arc に接続します。',
  },
  N3: {
    en: 'Plan 1 through direct onboarding, with the Defender for Endpoint sensor alone.',
    ja: '直接オンボード (Defender for Endpoint のセンサーのみ) でプラン 1 を適用します。',
  },
  N4: {
    en: 'Plan 2 is wanted, but Arc is not possible: direct onboarding gives the features of Plan 1.',
    ja: 'プラン 2 が必要ですが Arc に接続できません。直接オンボードとし、機能はプラン 1 相当になります。',
  },
  N5: {
    en: 'Plan 1 through Azure Arc, which is preferred over direct onboarding or the only way.',
    ja: 'Azure Arc に接続してプラン 1 を適用します (直接オンボードより優先、または唯一の方法)。',
  },
  N6: {
    en: 'Nothing is wanted, but it has a sensor and direct onboarding is on for the tenant: it is billed as Plan 1.',
    ja: 'プランは不要ですが、センサーがありテナントの直接オンボードが有効なため、プラン 1 として課金されます。',
  },
  N7: {
    en: 'It is directly onboarded already, and stays so.',
    ja: 'すでに直接オンボードされているため、そのままとします。',
  },
  N8: {
    en: 'Nothing is wanted, and nothing bills it.',
    ja: 'プランは不要で、課金もされません。',
  },
  N9: {
    en: 'No way to onboard it: neither Azure Arc nor direct onboarding is possible.',
    ja: 'Azure Arc も直接オンボードも使えないため、適用する方法がありません。',
  },
};

/** Sentences that an edition says otherwise. */
const BY_EDITION: Readonly<Record<EditionId, Readonly<Record<string, Text>>>> = {
  'docs-2026-08': {
    N4: {
      en: 'Plan 2 is wanted, but Arc is not possible: direct onboarding gives the features of Plan 1, and premium vulnerability management when the designated subscription has Plan 2.',
      ja: 'プラン 2 が必要ですが Arc に接続できません。直接オンボードとし、機能はプラン 1 相当です (指定サブスクリプションがプラン 2 なら脆弱性管理のプレミアム機能が加わります)。',
    },
  },
  'deck-2024-04': {},
};

/** The sentence of a rule in one edition; the id itself for a rule without one. */
export function ruleText(id: string, edition: EditionId): Text {
  return BY_EDITION[edition][id] ?? RULE_TEXTS[id] ?? { en: id, ja: id };
}
