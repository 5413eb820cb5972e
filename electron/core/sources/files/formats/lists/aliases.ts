import type { ColumnKind } from '../../../../../../shared/text/column-target.ts';
import { headerKey } from './header-key.ts';

/**
 * Header words that customers use, in both languages, as data. Sources: server ledgers, configuration sheets and
 * migration questionnaires of the field; the portal's own column titles; Azure Migrate and RVTools titles.
 */
interface AliasSet {
  readonly kind: ColumnKind;
  /** `strong`: the word alone tells the meaning. `weak`: it needs values that look like it, or other columns. */
  readonly strength: 'strong' | 'weak';
  /** Headers that equal one of these, separated by `|`. */
  readonly words: string;
  /** Headers that contain one of these; always weaker than an equal one. */
  readonly parts?: string;
}

const ALIASES: readonly AliasSet[] = [
  {
    kind: 'fqdn',
    strength: 'strong',
    words:
      'FQDN|FQDN名|完全修飾ドメイン名|DNS名|DNSホスト名|DNS name|DNS host name|fully qualified domain name|ホスト名(FQDN)|machine fqdn',
    parts: 'FQDN|完全修飾',
  },
  {
    kind: 'name',
    strength: 'strong',
    words:
      'サーバー名|サーバー名称|サーバー|サーバーホスト名|対象サーバー|対象サーバー名|ホスト名|ホスト名称|ホスト|コンピューター名|コンピューター|マシン名|VM名|VM名称|仮想マシン名|仮想マシン|仮想サーバー名|物理サーバー名|インスタンス名|ノード名|NetBIOS名|サーバーID|server|server name|servers|hostname|host name|host|computer name|computer|machine name|machine|vm name|vm|virtual machine|virtual machine name|node name|instance name|guest name|netbios name|device name|server hostname|server host name|DNS short name',
    parts: 'サーバー名|ホスト名|コンピューター名|マシン名|server name|hostname|computer name|machine name|vm name',
  },
  {
    kind: 'name',
    strength: 'weak',
    words:
      '名前|名称|機器名|機器名称|装置名|端末名|PC名|資産名|資産名称|リソース名|識別名|対象|対象機器|ノード|機器|name|resource name|asset|asset name|device|node|system name|hostid|ci name|configuration item|target',
  },
  {
    kind: 'osVersion',
    strength: 'strong',
    words:
      'OSバージョン|OSのバージョン|OS Ver|OSエディション|OSビルド|OSリリース|OS version|OS release|OS edition|OS build|operating system version',
    parts: 'OSバージョン|OS version',
  },
  { kind: 'osVersion', strength: 'weak', words: 'バージョン|Ver|version|エディション|edition' },
  {
    kind: 'os',
    strength: 'strong',
    words:
      'OS|OS名|OS名称|OS種別|OS種類|OS情報|OS/バージョン|OSとバージョン|OS名バージョン|オペレーティングシステム|基本ソフト|ゲストOS|導入OS|サーバーOS|搭載OS|使用OS|稼働OS|operating system|operating system name|OS name|OS type|OS platform|guest OS|server OS|OS family|OS (version)|OS and version',
    parts: 'オペレーティングシステム|operating system|ゲストOS',
  },
  {
    kind: 'ip',
    strength: 'strong',
    words:
      'IPアドレス|IP|IPv4アドレス|IPv4|IPv6アドレス|プライベートIP|プライベートIPアドレス|管理IP|業務IP|サービスIP|固定IP|ローカルIP|IP address|IP addresses|IPv4 address|private IP|private IP address|primary IP|primary IP address|management IP|IP addr|IPs',
    parts: 'IPアドレス|IP address',
  },
  { kind: 'ip', strength: 'weak', words: 'アドレス|address|network address' },
  {
    kind: 'power',
    strength: 'strong',
    words:
      '稼働状況|稼働状態|稼動状況|稼動状態|稼働|稼動|稼働有無|電源|電源状態|電源状況|起動状態|起動状況|運用状態|運用状況|利用状況|power|power state|power status|running state|running|server status|lifecycle status|operational status|VM status',
  },
  { kind: 'power', strength: 'weak', words: '状態|ステータス|状況|現況|status|state|lifecycle' },
  {
    kind: 'subscriptionId',
    strength: 'strong',
    words: 'サブスクリプションID|AzureサブスクリプションID|サブスクID|subscription id|azure subscription id',
  },
  {
    kind: 'subscription',
    strength: 'strong',
    words:
      'サブスクリプション|サブスクリプション名|Azureサブスクリプション|Azureサブスクリプション名|サブスク|サブスク名|subscription|subscription name|azure subscription',
    parts: 'サブスクリプション|subscription',
  },
  {
    kind: 'resourceGroup',
    strength: 'strong',
    words:
      'リソースグループ|リソースグループ名|Azureリソースグループ|RG|RG名|resource group|resource group name|azure resource group',
    parts: 'リソースグループ|resource group',
  },
  {
    kind: 'resourceId',
    strength: 'strong',
    words: 'リソースID|AzureリソースID|リソースリンク|resource id|azure resource id|ARM ID|resource link|resource uri',
  },
  {
    kind: 'location',
    strength: 'strong',
    words:
      '設置場所|設置拠点|設置先|設置サイト|設置データセンター|拠点|拠点名|所在地|場所|ロケーション|データセンター|データセンター名|DC名|リージョン|地域|サイト|location|site|data center|data centre|region|azure region',
  },
  { kind: 'location', strength: 'weak', words: 'DC|設置|place|city' },
  {
    kind: 'domain',
    strength: 'strong',
    words:
      'ドメイン|ドメイン名|ADドメイン|参加ドメイン|所属ドメイン|ドメイン/ワークグループ|Active Directoryドメイン|domain|domain name|AD domain|DNS domain|DNS suffix|workgroup/domain|domain/workgroup',
  },
  {
    kind: 'environment',
    strength: 'strong',
    words:
      '環境|環境名|環境区分|環境種別|システム環境|利用環境|本番/開発|本番・開発|本番区分|本番/検証|environment|env|environment type|stage|deployment environment',
  },
  {
    kind: 'cores',
    strength: 'strong',
    words:
      'CPU数|CPUコア数|コア数|コア|vCPU|vCPU数|論理コア数|物理コア数|CPU core|CPU cores|cores|CPUs|CPU count|number of cores|core count|vCPUs',
  },
  { kind: 'cores', strength: 'weak', words: 'CPU|プロセッサ|processor|processors' },
  {
    kind: 'vmSize',
    strength: 'strong',
    words: 'VMサイズ|仮想マシンサイズ|インスタンスタイプ|VM size|instance type|machine size',
  },
  { kind: 'vmSize', strength: 'weak', words: 'サイズ|size|SKU' },
  {
    kind: 'cloud',
    strength: 'strong',
    words:
      'クラウド|クラウド種別|基盤|基盤種別|稼働基盤|仮想基盤|オンプレ/クラウド|クラウド/オンプレ|オンプレ・クラウド|cloud|cloud provider|hosting|hosting platform|infrastructure',
  },
  { kind: 'cloud', strength: 'weak', words: 'プラットフォーム|platform|provider|インフラ' },
  {
    kind: 'deviceType',
    strength: 'strong',
    words:
      '機器種別|装置種別|デバイス種別|機器分類|機器区分|端末種別|サーバー種別|device type|asset type|equipment type|server type|machine type',
  },
  {
    kind: 'deviceType',
    strength: 'weak',
    words: '種別|種類|区分|分類|リソースの種類|type|category|class|kind|resource type',
  },
  {
    kind: 'smbiosUuid',
    strength: 'strong',
    words: 'SMBIOS UUID|BIOS UUID|システムUUID|ハードウェアUUID|UUID|hardware UUID|system UUID',
  },
  {
    kind: 'smbiosUuid',
    strength: 'weak',
    words: 'シリアル|シリアル番号|シリアルNo|製造番号|S/N|serial|serial number|serial no|service tag|サービスタグ',
  },
  { kind: 'vmId', strength: 'weak', words: 'VM ID|vmId|仮想マシンID' },
  { kind: 'mdeDeviceId', strength: 'weak', words: 'デバイスID|MDEデバイスID|MDE device id|device id|machine id' },
  {
    kind: 'plan',
    strength: 'strong',
    words:
      '現在のプラン|現プラン|既存プラン|現行プラン|現在のDefenderプラン|Defenderプラン(現在)|current plan|current defender plan|plan today',
  },
  { kind: 'count', strength: 'strong', words: '台数|サーバー台数|number of servers|server count' },
  { kind: 'count', strength: 'weak', words: '数量|count|quantity|qty' },
  { kind: 'tags', strength: 'strong', words: 'タグ|tags|Azureタグ|リソースタグ' },
  {
    kind: 'tag',
    strength: 'strong',
    words:
      '用途|役割|用途/役割|用途・役割|利用用途|使用用途|サーバー用途|サーバー役割|利用目的|使用目的|目的|機能|ロール|role|server role|purpose|function|usage|workload|業務|業務名|システム|システム名|システム名称|業務システム|業務システム名|サービス|サービス名|アプリケーション|アプリケーション名|アプリ|application|application name|app|system|service|project|プロジェクト|プロジェクト名|所有者|所有部署|オーナー|担当者|担当者名|担当|管理者|責任者|主管|主管部署|部署|部署名|部門|部門名|担当部署|担当部門|管理部署|管理部門|利用部署|利用部門|owner|owned by|contact|responsible|administrator|admin|team|department|business unit|cost center|コストセンター|重要度|優先度|criticality|importance|priority|tier|会社|会社名|company|customer|グループ|group',
  },
];

/** Columns that lists carry and that this planner has no use for; they are named, not asked about. */
const UNUSED_WORDS =
  'No|番号|項番|項目番号|連番|通番|#|ID|管理番号|資産番号|資産管理番号|asset number|asset tag|備考|備考欄|メモ|コメント|注記|特記事項|摘要|説明|概要|詳細|remark|remarks|note|notes|comment|comments|description|details|メモリ|メモリー|メモリ容量|memory|RAM|ディスク|ディスク容量|disk|disk size|storage|ストレージ|HDD|MACアドレス|MAC address|MAC|サブネット|サブネットマスク|subnet|subnet mask|ゲートウェイ|デフォルトゲートウェイ|gateway|DNS|DNSサーバー|VLAN|VLAN ID|購入日|導入日|設置日|作成日|更新日|登録日|最終更新日|保守期限|保守終了日|purchase date|created|updated|メーカー|ベンダー|製造元|型番|型式|機種|機種名|モデル|manufacturer|vendor|maker|model|ラック|ラック番号|ラック位置|rack|EOL|EOS|サポート期限|サポート終了日|バックアップ|ウイルス対策|ウイルス対策ソフト|antivirus|backup|監視|monitoring';

/** Words of an address book or a price list: two of them, without a sure server column, make a table that is not about servers. */
const FOREIGN_WORDS =
  '氏名|姓|名|フリガナ|ふりがな|生年月日|年齢|性別|電話|電話番号|携帯電話|携帯番号|内線|内線番号|FAX|住所|郵便番号|メール|メールアドレス|社員番号|従業員番号|first name|last name|surname|full name|birthday|phone|phone number|mobile|telephone|extension|fax|email|e-mail|email address|street|postal code|zip|zip code|country|employee id|品名|商品名|商品コード|製品名|単価|定価|価格|金額|小計|税込|税抜|見積金額|数量|単位|納期|発注日|請求額|月額|年額|product|product name|item|item name|unit price|price|list price|amount|qty|quantity|total price|currency|invoice|order number|due date|件名|日付|開始時刻|終了時刻|参加者|議題|date|start|end|subject|attendees|task|タスク|作業内容|期限|assignee|課題|対応内容';

export interface AliasHit {
  readonly kind: ColumnKind;
  readonly strength: 'strong' | 'weak';
  readonly isExact: boolean;
}

const EXACT = new Map<string, AliasHit>();
const PARTS: { readonly part: string; readonly hit: AliasHit }[] = [];
for (const set of ALIASES) {
  for (const word of set.words.split('|')) {
    const key = headerKey(word);
    if (!EXACT.has(key)) EXACT.set(key, { kind: set.kind, strength: set.strength, isExact: true });
  }
  for (const word of set.parts?.split('|') ?? []) {
    PARTS.push({ part: headerKey(word), hit: { kind: set.kind, strength: 'weak', isExact: false } });
  }
}
const UNUSED = keySet(UNUSED_WORDS);
const FOREIGN = keySet(FOREIGN_WORDS);

function keySet(words: string): ReadonlySet<string> {
  return new Set(
    words
      .split('|')
      .map((word) => headerKey(word))
      .filter((key) => key !== ''),
  );
}

/** The alias that a header meets, tried key by key (see `headerKeys`); null for none. */
export function findAlias(keys: readonly string[]): AliasHit | null {
  for (const key of keys) {
    const hit = EXACT.get(key);
    if (hit) return hit;
  }
  for (const key of keys) {
    const found = PARTS.find(({ part }) => key.includes(part));
    if (found) return found.hit;
  }
  return null;
}

/** A column that lists carry and that is known to be of no use here (number, remarks, memory …). */
export function isUnusedHeader(keys: readonly string[]): boolean {
  return keys.some((key) => UNUSED.has(key));
}

/** A column of an address book, a price list, a calendar. */
export function isForeignHeader(keys: readonly string[]): boolean {
  return keys.some((key) => FOREIGN.has(key));
}
