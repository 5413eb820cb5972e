import type {
  ArcStatus,
  Confidence,
  FormatId,
  KeyName,
  Language,
  MachineKind,
  Placement,
  PowerState,
  ScenarioKind,
  SensorHealth,
  Text,
} from '../../model/index.ts';

/**
 * What people read for the closed words of the model; `--json` and CSV codes keep the words themselves.
 * Plans, methods, steps and needs have theirs in `plan/words.ts`, cost items in `cost/items.ts`.
 */

/** Japanese follows the portal. */
const PLACEMENT_TEXTS: Readonly<Record<Placement, Text>> = {
  'azure-vm': { en: 'Azure VM', ja: 'Azure VM' },
  'vmss-uniform': { en: 'uniform scale set', ja: '均一スケール セット' },
  aks: { en: 'AKS node pool', ja: 'AKS ノード プール' },
  databricks: { en: 'Databricks-managed VM', ja: 'Databricks 管理の VM' },
  arc: { en: 'Azure Arc', ja: 'Azure Arc' },
  'arc-connector': { en: 'Arc of a connector', ja: 'コネクタの Arc マシン' },
  'mde-direct': { en: 'directly onboarded', ja: '直接オンボード済み' },
  'mde-only': { en: 'Defender for Endpoint only', ja: 'Defender for Endpoint のみ' },
  'on-premises': { en: 'on-premises list only', ja: 'オンプレミスの一覧のみ' },
};

const KIND_TEXTS: Readonly<Record<MachineKind, Text>> = {
  'azure-vm': { en: 'Azure VM', ja: 'Azure VM' },
  vmss: { en: 'scale set', ja: 'スケール セット' },
  arc: { en: 'Azure Arc', ja: 'Azure Arc' },
  'mde-only': { en: 'Defender for Endpoint', ja: 'Defender for Endpoint' },
  'mde-direct': { en: 'direct onboarding', ja: '直接オンボード' },
  'on-premises': { en: 'on-premises', ja: 'オンプレミス' },
};

const STATE_TEXTS: Readonly<Record<PowerState | ArcStatus | SensorHealth | 'all', Text>> = {
  starting: { en: 'starting', ja: '起動中' },
  running: { en: 'running', ja: '実行中' },
  stopping: { en: 'stopping', ja: '停止処理中' },
  stopped: { en: 'stopped', ja: '停止済み' },
  deallocating: { en: 'deallocating', ja: '割り当て解除中' },
  deallocated: { en: 'deallocated', ja: '割り当て解除済み' },
  on: { en: 'powered on', ja: '電源オン' },
  off: { en: 'powered off', ja: '電源オフ' },
  connected: { en: 'connected', ja: '接続済み' },
  connecting: { en: 'connecting', ja: '接続中' },
  disconnected: { en: 'disconnected', ja: '切断' },
  expired: { en: 'expired', ja: '期限切れ' },
  error: { en: 'error', ja: 'エラー' },
  active: { en: 'active', ja: 'アクティブ' },
  inactive: { en: 'inactive', ja: '非アクティブ' },
  'impaired-communication': { en: 'impaired communication', ja: '通信障害' },
  'no-sensor-data': { en: 'no sensor data', ja: 'センサー データなし' },
  'no-sensor-data-impaired-communication': {
    en: 'no sensor data, impaired communication',
    ja: 'センサー データなし、通信障害',
  },
  unknown: { en: 'unknown', ja: '不明' },
  all: { en: 'any state', ja: 'すべての状態' },
};

const KEY_TEXTS: Readonly<Record<KeyName, Text>> = {
  'resource-id': { en: 'resource id', ja: 'リソース ID' },
  'mde-device-id': { en: 'Defender device id', ja: 'Defender デバイス ID' },
  'linked-resource-id': { en: 'resource id that Defender names', ja: 'Defender が示すリソース ID' },
  'vm-id': { en: 'VM id', ja: 'VM ID' },
  'smbios-uuid': { en: 'SMBIOS UUID', ja: 'SMBIOS UUID' },
  fqdn: { en: 'FQDN', ja: 'FQDN' },
  'device-name': { en: 'device name', ja: 'デバイス名' },
  'group-name': { en: 'type, resource group and name', ja: '種類、リソース グループ、名前' },
  'scope-name': { en: 'name within the subscription or domain', ja: 'サブスクリプションまたはドメイン内の名前' },
  'name-address': { en: 'host name and IP address', ja: 'ホスト名と IP アドレス' },
  manual: { en: 'by hand', ja: '手動' },
  'short-name': { en: 'short name only', ja: '短い名前のみ' },
};

const CONFIDENCE_TEXTS: Readonly<Record<Confidence, Text>> = {
  certain: { en: 'certain', ja: '確実' },
  strong: { en: 'strong', ja: '強い' },
  weak: { en: 'weak', ja: '弱い' },
  manual: { en: 'by hand', ja: '手動' },
};

const FORMAT_TEXTS: Readonly<Record<FormatId, Text>> = {
  'target-csv': { en: 'names for the plan script', ja: 'プラン設定スクリプト用の名前' },
  'portal-vm-list': { en: 'Azure portal list', ja: 'Azure ポータルの一覧' },
  'az-vm-list': { en: 'az vm list', ja: 'az vm list' },
  'arc-machines': { en: 'Arc machines', ja: 'Arc マシン' },
  'resource-graph': { en: 'Resource Graph', ja: 'Resource Graph' },
  pricings: { en: 'plan settings', ja: 'プラン設定' },
  'mde-machines': { en: 'Defender for Endpoint API', ja: 'Defender for Endpoint API' },
  'mde-device-inventory': { en: 'Defender device list', ja: 'Defender デバイス一覧' },
  'mdc-inventory': { en: 'Defender for Cloud inventory', ja: 'Defender for Cloud インベントリ' },
  rvtools: { en: 'RVTools', ja: 'RVTools' },
  'azure-migrate': { en: 'Azure Migrate', ja: 'Azure Migrate' },
  'mdc-calculator': { en: 'price calculator (counts)', ja: '料金計算ツール (集計値)' },
  'mdc-raw-billable': { en: 'billable counts', ja: '課金対象の集計値' },
  'defender-plan-report': { en: 'plan report', ja: 'プラン レポート' },
  ari: { en: 'Azure Resource Inventory', ja: 'Azure Resource Inventory' },
  azqr: { en: 'Azure Quick Review', ja: 'Azure Quick Review' },
  'mde-extension-report': { en: 'extension report', ja: '拡張機能レポート' },
  'arc-bulk-list': { en: 'Arc bulk list', ja: 'Arc 一括オンボードの一覧' },
  'p2-count': { en: 'Plan 2 counts', ja: 'プラン 2 の集計値' },
  'cost-details': { en: 'cost details', ja: 'コスト詳細' },
  'finops-data': { en: 'FinOps open data', ja: 'FinOps オープン データ' },
  policy: { en: 'policies', ja: 'ポリシー' },
  'device-info': { en: 'advanced hunting DeviceInfo', ja: '高度な追求 DeviceInfo' },
  'server-list': { en: "customer's own list", ja: '顧客独自の一覧' },
  'retail-prices': { en: 'retail prices', ja: '小売価格' },
  extensions: { en: 'extensions', ja: '拡張機能' },
  subscriptions: { en: 'subscriptions', ja: 'サブスクリプション' },
  'plan-csv': { en: 'exported plan', ja: '出力した計画' },
  unknown: { en: 'not recognised', ja: '判別不能' },
};

/** Names of the scenarios that come with every project; a copy keeps the name that the user gave it. */
const SCENARIO_TEXTS: Readonly<Record<string, Text>> = {
  'as-is': { en: 'As is', ja: '現状' },
  'p1-all': { en: 'Plan 1 for all', ja: '全台プラン 1' },
  'p2-all': { en: 'Plan 2 for all', ja: '全台プラン 2' },
  recommended: { en: 'Recommended', ja: '推奨' },
} satisfies Record<Exclude<ScenarioKind, 'rules'> | 'recommended', Text>;

export function placementWord(placement: string, language: Language): string {
  return wordIn(PLACEMENT_TEXTS, placement, language);
}

export function kindWord(kind: MachineKind, language: Language): string {
  return KIND_TEXTS[kind][language];
}

/** Power state, Arc status or sensor health, whichever a machine has. */
export function stateWord(state: string, language: Language): string {
  return wordIn(STATE_TEXTS, state, language);
}

export function keyWord(key: string, language: Language): string {
  return wordIn(KEY_TEXTS, key, language);
}

export function confidenceWord(confidence: Confidence, language: Language): string {
  return CONFIDENCE_TEXTS[confidence][language];
}

export function formatWord(format: FormatId, language: Language): string {
  return FORMAT_TEXTS[format][language];
}

export function scenarioName(scenario: { readonly id: string; readonly name: string }, language: Language): string {
  return SCENARIO_TEXTS[scenario.id]?.[language] ?? scenario.name;
}

/** The word itself where there is none: an older project may hold one that is no longer used. */
function wordIn(texts: Readonly<Record<string, Text>>, word: string, language: Language): string {
  return texts[word]?.[language] ?? word;
}
