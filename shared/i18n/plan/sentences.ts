import type { FindingParams, Language, Text } from '../../model/index.ts';
import { fill } from '../fill.ts';

/** Everything else that a plan says about one machine. */
const SENTENCES = {
  'want-by-rule': {
    en: 'Wanted: {want}, by requirement rule {number}.',
    ja: '要件は{want} (要件ルール {number})。',
  },
  'want-by-rule-note': {
    en: 'Wanted: {want}, by requirement rule {number} ({note}).',
    ja: '要件は{want} (要件ルール {number}: {note})。',
  },
  'want-by-person': {
    en: 'Wanted: {want}, as {by} said ({why}).',
    ja: '要件は{want} ({by} による指定: {why})。',
  },
  'want-by-nobody': {
    en: 'Wanted: nothing, since no requirement rule matches it.',
    ja: '該当する要件ルールがありません。',
  },
  'want-for-all': { en: 'Wanted: {want}, for all servers.', ja: '要件は{want} (全サーバー対象)。' },
  'benefits-lost': {
    en: 'Lost without Arc: {needs}.',
    ja: 'Arc を使わないため利用できないもの: {needs}。',
  },
  'features-lost': {
    en: 'Lost against Plan 2: agentless scanning, file integrity monitoring, OS updates and baseline, 500 MB a day.',
    ja: 'プラン 2 に比べ利用できないもの: エージェントレス スキャン、ファイル整合性の監視、OS の更新とベースライン評価、1 日 500 MB の無料枠。',
  },

  'enforce-off': {
    en: 'Switch “enforce” off on {scope} first.',
    ja: '先に {scope} の enforce を無効にしてください。',
  },
  'enforce-unknown': {
    en: 'Read whether “enforce” is on for {scope}: it would forbid the exception.',
    ja: '{scope} の enforce の状態を確認してください。有効な場合、例外設定はできません。',
  },
  'policies-unread': {
    en: 'Read the policy assignments of {scope}: one that enforces would undo the exception.',
    ja: '{scope} のポリシー割り当てを確認してください。強制するポリシーがあると例外設定が取り消されます。',
  },
  'write-first': {
    en: 'Write this setting before {base} is switched on for {scope}; otherwise Defender for Endpoint is installed at once.',
    ja: '{scope} で{base}を有効にする前に設定してください。後からでは Defender for Endpoint が先に展開されます。',
  },
  'setting-unread': {
    en: "Read the machine's own plan setting first: it was not in the evidence.",
    ja: 'マシン自身のプラン設定が資料に含まれていないため、先に確認してください。',
  },
  'floor-below': {
    en: 'Update the Defender sensor from {version} to {floor} or newer first; otherwise the server may be billed twice.',
    ja: '先に Defender センサーを {version} から {floor} 以上に更新してください。更新しないと二重に課金される可能性があります。',
  },
  'floor-unknown': {
    en: 'Check that the Defender sensor is {floor} or newer; an older one may be billed twice.',
    ja: 'Defender センサーが {floor} 以上であることを確認してください。古い場合、二重に課金される可能性があります。',
  },
  'new-subscription': {
    en: 'Create {scope} and set {base} on it, or choose an existing one.',
    ja: '{scope} を作成して{base}を設定するか、既存のサブスクリプションを選んでください。',
  },
  'switch-on': {
    en: 'Switch direct onboarding on for the tenant, billed to {scope} (subscription Owner and Entra Security Administrator).',
    ja: 'テナントの直接オンボードを有効にし、{scope} に課金します (サブスクリプションの所有者と Entra セキュリティ管理者が必要)。',
  },
  'unified-solution': {
    en: 'Install the unified solution (KB5005292) for {os}.',
    ja: '{os} には統合ソリューション (KB5005292) をインストールしてください。',
  },
  'esu-agent': {
    en: 'Extended Security Updates need Connected Machine agent {minimum} or newer.',
    ja: '拡張セキュリティ更新プログラムには Connected Machine エージェント {minimum} 以上が必要です。',
  },
  'esu-assurance': {
    en: 'Extended Security Updates need Software Assurance or an equal subscription (not SPLA).',
    ja: '拡張セキュリティ更新プログラムにはソフトウェア アシュアランス等が必要です (SPLA は不可)。',
  },
  'esu-billed-from': {
    en: 'Extended Security Updates for {os} are billed from {date}.',
    ja: '{os} の拡張セキュリティ更新プログラムは {date} から課金されます。',
  },
  'verify-scale-set': {
    en: 'Verify on one scale set that the setting holds before doing all.',
    ja: '全体に適用する前に、1 つのスケール セットで設定が有効になることを検証してください。',
  },

  'never-raised': {
    en: 'Possible instead: Plan 1 here, another subscription with Plan 2, or allowing Plan 2 on {scope}.',
    ja: '代替案: このままプラン 1 とする、プラン 2 の別サブスクリプションに移す、{scope} でプラン 2 を許可する。',
  },
  'enforced-by-policy': {
    en: 'The policy assignment "{policy}" enforces the plan of {scope}; exempt it or change it.',
    ja: 'ポリシー割り当て「{policy}」が {scope} のプランを強制しています。適用除外または変更が必要です。',
  },
  'enforced-by-setting': {
    en: '“enforce” is on for {scope} and stays; allow that it is switched off.',
    ja: '{scope} の enforce が有効で、維持する設定です。無効化を許可してください。',
  },
  'no-exception-under-p1': {
    en: 'Possible instead: off on {scope} with Plan 1 machine by machine, or the newer edition of the rules.',
    ja: '代替案: {scope} をオフにしてプラン 1 をリソース単位で有効にする、または新しい版のルールを使う。',
  },
  'follows-base': {
    en: 'Wanted is {want}; it gets {base} all the same.',
    ja: '要件は{want}ですが、{base}が適用されます。',
  },
  'os-unsupported': {
    en: 'Not on the list of supported systems of {date}: {os}. An appliance stays out; else upgrade it, or set the plan on this machine by hand.',
    ja: '{os} は {date} 時点のサポート対象に含まれません。アプライアンスなら対象外のままとし、それ以外はアップグレードするか、このマシンに手動でプランを指定してください。',
  },
  'client-os': {
    en: 'Confirm that a user licence covers it; a subscription that is on would bill it.',
    ja: 'ユーザー ライセンスで保護されていることを確認してください。サブスクリプションが有効だと課金されます。',
  },
  'sensor-billed': {
    en: 'Offboard the sensor, or accept the cost.',
    ja: 'センサーをオフボードするか、費用を受け入れてください。',
  },
  'own-setting-stays': {
    en: 'Its own setting ({plan}) stays until it is removed.',
    ja: 'マシン自身の設定 ({plan}) は削除するまで残ります。',
  },

  'arc-not-allowed': {
    en: 'Azure Arc is not allowed for it; allow it.',
    ja: 'Azure Arc が許可されていません。許可してください。',
  },
  'arc-no-agent': { en: 'There is no Arc agent for {os}.', ja: '{os} 用の Arc エージェントはありません。' },
  'arc-os-unknown': {
    en: 'Its operating system is not known, so an Arc agent cannot be promised; name the system.',
    ja: 'OS が不明なため Arc エージェントの可否を判断できません。OS を確認してください。',
  },
  'arc-not-preferred': {
    en: 'Direct onboarding serves it, and Arc is not preferred.',
    ja: '直接オンボードで足り、Arc を優先しない設定です。',
  },
  'arc-not-needed': { en: 'It is directly onboarded already.', ja: 'すでに直接オンボードされています。' },
  'direct-not-allowed': {
    en: 'Direct onboarding is not allowed in the tenant; allow it.',
    ja: 'テナントで直接オンボードが許可されていません。許可してください。',
  },
  'direct-gcc': {
    en: 'A GCC-Moderate tenant has no direct onboarding.',
    ja: 'GCC-Moderate テナントでは直接オンボードを利用できません。',
  },
  'direct-no-sensor': {
    en: 'Defender for Endpoint does not support {os}.',
    ja: 'Defender for Endpoint は {os} をサポートしません。',
  },
  'direct-os-unknown': {
    en: 'Its operating system is not known, so support by Defender for Endpoint cannot be promised; name the system.',
    ja: 'OS が不明なため Defender for Endpoint のサポート可否を判断できません。OS を確認してください。',
  },
  'direct-in-azure': {
    en: 'Direct onboarding is for servers outside Azure and Arc only.',
    ja: '直接オンボードは Azure と Arc の外のサーバー専用です。',
  },
  'direct-less': {
    en: 'It gives the features of Plan 1 only, and nothing that Arc gives; Arc is preferred.',
    ja: '機能はプラン 1 相当で、Arc の機能は得られません。Arc を優先します。',
  },
  'direct-not-wanted': { en: 'Nothing is wanted for it.', ja: 'このマシンにプランは不要です。' },
  'base-not-allowed': {
    en: 'It is not allowed on {scope}: {base}.',
    ja: '{scope} では{base}が許可されていません。',
  },
  'base-worse': {
    en: 'With {base} on {scope}: {unmet, plural, one {# want} other {# wants}} unmet, {exceptions, plural, one {# exception} other {# exceptions}}; as planned: {chosenUnmet} unmet, {chosenExceptions, plural, one {# exception} other {# exceptions}}.',
    ja: '{scope} を{base}にすると、満たされない要件が {unmet} 件、例外が {exceptions} 件になります (現在の案は {chosenUnmet} 件と {chosenExceptions} 件)。',
  },
  'base-equal': {
    en: 'It would serve as well to have {base} on {scope}; the wish for new machines, the plan of today or the price decided.',
    ja: '{scope} を{base}にしても同等ですが、新規マシンの方針、現在のプラン、費用の順で決めました。',
  },
  'base-of-scope': {
    en: 'The plan of {scope} is not chosen here.',
    ja: '{scope} のプランはここでは選択しません。',
  },
  'own-never-p2': {
    en: 'The API takes Plan 1 only on a machine: it is never raised to Plan 2.',
    ja: 'リソース単位で設定できるのはプラン 1 のみで、プラン 2 には上げられません。',
  },
  'own-not-needed': { en: 'The subscription gives it already.', ja: 'サブスクリプションのプランで足ります。' },
  'own-not-wanted': { en: 'Wanted is {want}.', ja: '要件は{want}です。' },
  'own-not-possible': {
    en: 'This machine takes no setting of its own.',
    ja: 'このマシンは個別の設定を持てません。',
  },
  'own-no-resource': {
    en: 'It has no resource in Azure on which a plan could be set.',
    ja: 'プランを設定できる Azure リソースがありません。',
  },
} as const satisfies Record<string, Text>;

type SentenceId = keyof typeof SENTENCES;

/** One sentence with its parameters. */
export interface Saying {
  readonly id: SentenceId;
  readonly params?: FindingParams | undefined;
}

export function say({ id, params = {} }: Saying, language: Language): string {
  return filled(SENTENCES[id], params, language);
}

/** A text of either language with its parameters. */
export function filled(text: Text, params: FindingParams, language: Language): string {
  const sentence = text[language];
  const known = said.get(sentence) ?? new Map<string, string>();
  const key = JSON.stringify(params);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = fill(sentence, params);
  if (known.size >= MAX_SAID) known.clear();
  said.set(sentence, known.set(key, made));
  return made;
}

/** What was said already, by sentence: a fleet of 100,000 machines says a few hundred different things. */
const said = new Map<string, Map<string, string>>();
const MAX_SAID = 1_000;
