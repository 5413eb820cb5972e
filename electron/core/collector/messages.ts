import type { Text } from '../../../shared/model/index.ts';

/**
 * What the scripts say while they run. In a script `@@name@@` stands for the sentence.
 * A sentence stands in double quotes of two shells: no quote, dollar sign, backtick or at sign.
 */
export const MESSAGES = {
  usage: {
    en: 'Collects what the planner reads. Reads only; can be stopped and started again.',
    ja: 'プランナーが読み取る情報を収集します。読み取りのみで、いつでも中断して再開できます。',
  },
  noAz: {
    en: 'The Azure CLI (az) was not found. Run this in Azure Cloud Shell, or install it: https://aka.ms/installazurecli',
    ja: 'Azure CLI (az) が見つかりません。Azure Cloud Shell で実行するか、インストールしてください: https://aka.ms/installazurecli',
  },
  noModule: {
    en: 'A PowerShell module is missing. Install it and start again: Install-Module',
    ja: 'PowerShell モジュールがありません。インストールしてから再実行してください: Install-Module',
  },
  notSignedIn: {
    en: 'Not signed in. Sign in to the tenant first (az login, Connect-AzAccount or Connect-MgGraph), then start again.',
    ja: 'サインインしていません。先に対象テナントへサインインしてから (az login、Connect-AzAccount または Connect-MgGraph) 再実行してください。',
  },
  noGraph: {
    en: 'The CLI extension resource-graph is missing. Install it and start again: az extension add --name resource-graph',
    ja: 'CLI 拡張機能 resource-graph がありません。追加してから再実行してください: az extension add --name resource-graph',
  },
  noConnectedMachine: {
    en: 'Left out: az connectedmachine list (CLI extension not installed). Resource Graph has the same machines.',
    ja: '省略: az connectedmachine list (CLI 拡張機能が未インストール)。同じマシンは Resource Graph で取得済みです。',
  },
  noSubscription: {
    en: 'No subscription to read. Check the tenant, the ids and the Reader right.',
    ja: '読み取れるサブスクリプションがありません。テナント、ID、閲覧者の権限を確認してください。',
  },
  subscriptions: { en: 'Subscriptions', ja: 'サブスクリプション' },
  queries: { en: 'Machines and settings (Resource Graph)', ja: 'マシンと設定 (Resource Graph)' },
  plans: { en: 'Plan of each subscription', ja: '各サブスクリプションのプラン' },
  policies: { en: 'Policy assignments and exemptions', ja: 'ポリシー割り当てと適用除外' },
  vmList: { en: 'Virtual machines with power state', ja: '仮想マシンと電源状態' },
  same: {
    en: 'Machines are not asked one by one, they cannot differ from their subscription',
    ja: 'サブスクリプションと異なる設定にできないため、マシンごとの確認は不要',
  },
  machinePlans: { en: 'Plan of each machine, one call each', ja: 'マシンごとのプラン (1 台につき 1 回の呼び出し)' },
  defender: { en: 'Defender for Endpoint devices', ja: 'Defender for Endpoint のデバイス' },
  noDefender: {
    en: 'Defender did not answer: the sign-in needs Machine.Read. Paste queries/device-info.kql into Advanced hunting instead and export the CSV.',
    ja: 'Defender から応答がありません (Machine.Read が必要です)。代わりに queries/device-info.kql を Advanced hunting に貼り付け、CSV をエクスポートしてください。',
  },
  notRead: { en: 'Not read', ja: '読み取れませんでした' },
  done: { en: 'Done. Send this folder', ja: '完了。このフォルダーをお送りください' },
  gaps: {
    en: 'Some things could not be read. Start again to try those alone, or send this list too',
    ja: '読み取れなかったものがあります。再実行するとその分だけ試します。この一覧もあわせてお送りください',
  },
} as const satisfies Record<string, Text>;
