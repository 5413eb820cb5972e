import type { Text } from '../model/index.ts';

/** A column of an exported file: its id in the code, its header in both languages, and what its cells hold. */
export interface ExportColumn {
  readonly id: string;
  readonly header: Text;
  /** `number`: our own figure, written as it is. Everything else is text, guarded against formulas. */
  readonly cells: 'text' | 'number';
}

const text = <const Id extends string>(id: Id, en: string, ja: string) =>
  ({ id, header: { en, ja }, cells: 'text' }) as const;
const number = <const Id extends string>(id: Id, en: string, ja: string) =>
  ({ id, header: { en, ja }, cells: 'number' }) as const;

/**
 * `plan.csv`: one row for each machine. The first part restores the machine when the file is imported again; the
 * second is the decision, which is made anew then. Cells hold the words of the model in either language (`azure-vm`,
 * `P1`, `yes`), so that a Japanese file reads back like an English one; only columns that end in `Text` and the
 * reasons are sentences. Absent is an empty cell, unknown is `unknown`.
 * Tags are written by `writePairs`, lists by `writeList` (`pairs.ts`); text is guarded by `guardFormula` (`formula.ts`).
 */
export const PLAN_COLUMNS = [
  text('name', 'Name', '名前'),
  text('kind', 'Kind', '種類'),
  text('subscriptionName', 'Subscription', 'サブスクリプション'),
  text('resourceGroup', 'Resource group', 'リソース グループ'),
  text('state', 'State', '状態'),
  text('todayPlan', 'Plan today', '現在のプラン'),
  text('todayExplicit', 'Set on the machine itself today', '現在マシン単位で設定'),
  text('wants', 'Wanted', '希望'),
  text('method', 'Method', '方法'),
  text('plan', 'Plan', 'プラン'),
  text('targetSubscription', 'Ends in subscription', '移行先サブスクリプション'),
  text('steps', 'Steps', '手順'),
  text('methodText', 'How', 'オンボード方法'),
  text('stepsText', 'What to do', '実施内容'),
  text('rules', 'Rules', '規則'),
  text('reason', 'Reason', '理由'),
  text('prerequisites', 'Prerequisites', '前提条件'),
  text('blockers', 'Blockers', '阻害要因'),
  number('monthlyNow', 'Monthly cost now', '月額 (現在の状態)'),
  number('monthlyAlways', 'Monthly cost always on', '月額 (常時稼働)'),
  text('currency', 'Currency', '通貨'),
  text('os', 'OS', 'OS'),
  number('capacity', 'Capacity', '容量'),
  text('placement', 'Placement', '配置'),
  text('power', 'Power state', '電源の状態'),
  text('arcStatus', 'Arc status', 'Arc の状態'),
  text('arcAgentVersion', 'Arc agent version', 'Arc エージェントのバージョン'),
  text('sensorHealth', 'Sensor health', 'センサーの正常性'),
  text('sensorOnboarding', 'Sensor onboarding', 'センサーのオンボード状態'),
  text('sensorVersion', 'Sensor version', 'センサーのバージョン'),
  text('hasEsu', 'ESU', 'ESU'),
  text('hasSoftwareAssurance', 'Software Assurance', 'ソフトウェア アシュアランス'),
  number('cores', 'Cores', 'コア数'),
  text('location', 'Location', '場所'),
  text('ipAddresses', 'IP addresses', 'IP アドレス'),
  text('tags', 'Tags', 'タグ'),
  text('machineId', 'Machine ID', 'マシン ID'),
  text('tenantId', 'Tenant ID', 'テナント ID'),
  text('subscriptionId', 'Subscription ID', 'サブスクリプション ID'),
  text('connectorId', 'Connector ID', 'コネクタ ID'),
  text('resourceId', 'Resource ID', 'リソース ID'),
  text('vmId', 'VM ID', 'VM ID'),
  text('mdeDeviceId', 'Defender device ID', 'Defender デバイス ID'),
  text('smbiosUuid', 'SMBIOS UUID', 'SMBIOS UUID'),
  text('fqdn', 'FQDN', 'FQDN'),
  text('lastSeen', 'Last seen', '最終確認日時'),
  text('evidenceDate', 'Evidence date', '証拠の日付'),
  text('evidenceFiles', 'Evidence files', '証拠ファイル'),
  text('scenario', 'Scenario', 'シナリオ'),
  text('edition', 'Edition', '版'),
] as const satisfies readonly ExportColumn[];
export type PlanColumnId = (typeof PLAN_COLUMNS)[number]['id'];

/** `subscriptions.csv`: one row for each scope, with its three candidates. */
export const SUBSCRIPTION_COLUMNS = [
  text('name', 'Subscription', 'サブスクリプション'),
  text('id', 'Subscription ID', 'サブスクリプション ID'),
  text('kind', 'Kind', '種類'),
  text('tenantId', 'Tenant ID', 'テナント ID'),
  number('machines', 'Machines', 'マシン数'),
  text('todayPlan', 'Plan today', '現在のプラン'),
  text('todayEnforce', 'Enforced today', '現在の強制設定'),
  text('base', 'Plan on the subscription', 'サブスクリプション単位のプラン'),
  number('exceptions', 'Exceptions', '例外数'),
  number('unmet', 'Wants unmet', '満たせない希望'),
  text('designated', 'Designated for direct onboarding', '直接オンボードの指定サブスクリプション'),
  ...(['off', 'P1', 'P2'] as const).flatMap((base) => [
    text(`${base}.allowed`, `${base}: allowed`, `${base}: 選択可`),
    number(`${base}.unmet`, `${base}: wants unmet`, `${base}: 満たせない希望`),
    number(`${base}.exceptions`, `${base}: exceptions`, `${base}: 例外数`),
    number(`${base}.changes`, `${base}: changes`, `${base}: 変更数`),
    number(`${base}.monthlyNow`, `${base}: monthly cost now`, `${base}: 月額 (現在の状態)`),
    number(`${base}.monthlyAlways`, `${base}: monthly cost always on`, `${base}: 月額 (常時稼働)`),
    number(`${base}.nextMachine`, `${base}: next new machine a month`, `${base}: 次の新規マシンの月額`),
  ]),
  text('currency', 'Currency', '通貨'),
  text('findings', 'Findings', '検出事項'),
] as const satisfies readonly ExportColumn[];

/** `cost.csv`: one row for each cost line, counted ones first. */
export const COST_COLUMNS = [
  text('scenario', 'Scenario', 'シナリオ'),
  text('counted', 'In the total', '合計に含む'),
  text('name', 'Machine', 'マシン'),
  text('subscriptionName', 'Subscription', 'サブスクリプション'),
  text('item', 'Item', '項目'),
  text('itemText', 'Item in words', '項目の説明'),
  text('meter', 'Meter', 'メーター'),
  number('quantity', 'Servers', 'サーバー数'),
  number('unitPrice', 'Unit price', '単価'),
  text('unit', 'Unit', '単位'),
  number('hoursNow', 'Hours now', '時間 (現在の状態)'),
  number('hoursAlways', 'Hours always on', '時間 (常時稼働)'),
  number('amountNow', 'Amount now', '金額 (現在の状態)'),
  number('amountAlways', 'Amount always on', '金額 (常時稼働)'),
  text('currency', 'Currency', '通貨'),
  text('state', 'State', '状態'),
  text('rule', 'Rule', '規則'),
  text('ruleText', 'Rule in words', '規則の説明'),
  text('source', 'Price source', '価格の出典'),
  text('priceDate', 'Price date', '価格の日付'),
  text('machineId', 'Machine ID', 'マシン ID'),
  text('subscriptionId', 'Subscription ID', 'サブスクリプション ID'),
] as const satisfies readonly ExportColumn[];

/** `excluded.csv`: rows that are not servers, or are counted elsewhere. */
export const EXCLUDED_COLUMNS = [
  text('name', 'Name', '名前'),
  text('rule', 'Rule', '規則'),
  text('reason', 'Reason', '理由'),
  text('reasonText', 'Reason in words', '理由の説明'),
  text('file', 'File', 'ファイル'),
  number('row', 'Row', '行'),
] as const satisfies readonly ExportColumn[];

/** `findings.csv`: everything that was not read, guessed, merged weakly or priced without a source. */
export const FINDING_COLUMNS = [
  text('severity', 'Severity', '重大度'),
  text('message', 'What is', '内容'),
  text('next', 'What to do', '対処'),
  text('file', 'File', 'ファイル'),
  text('sheet', 'Sheet', 'シート'),
  number('row', 'Row', '行'),
  text('name', 'Machine', 'マシン'),
  text('machineId', 'Machine ID', 'マシン ID'),
  text('code', 'Code', 'コード'),
] as const satisfies readonly ExportColumn[];

/** `target.csv`: the two columns that the script reads; the same in every language. */
export const TARGET_HEADER = 'TargetVM,TargetResourceGroup';
