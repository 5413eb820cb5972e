import type { FindingText } from '../../model/index.ts';

const JOINED_BY_NAME_NEXT = {
  en: 'Check a few of them; split those that are two machines.',
  ja: 'いくつか確認し、別のマシンであれば分割してください。',
};

/** Findings of the room `identity`. `{names}` are the first few, `{count}` is all of them. */
export const IDENTITY_FINDINGS = {
  'identity-key-conflict': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine shares} other {# machines share}} the key {key} “{value}” and cannot be one machine: {names}. Nothing was joined.',
      ja: '{count} 台のマシンが同じキー {key}「{value}」を持ちますが、同一のマシンではあり得ません: {names}。統合していません。',
    },
    next: {
      en: 'See which of them is stale or cloned, and remove it at its source; or merge by hand.',
      ja: '古い登録や複製がないかを確認して元のシステムから削除するか、手動で統合してください。',
    },
  },
  'identity-name-ambiguous': {
    severity: 'warning',
    message: {
      en: '“{value}” fits {count, plural, one {# machine} other {# machines}} ({names}), so the rows without an id were not joined to any.',
      ja: '「{value}」に当てはまるマシンが {count} 台あり ({names})、ID のない行はどれにも統合していません。',
    },
    next: {
      en: 'Import a list that holds resource ids, or merge by hand.',
      ja: 'リソース ID を含む一覧を取り込むか、手動で統合してください。',
    },
  },
  'identity-joined-by-group-name': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# machine was} other {# machines were}} joined without an id, by type, resource group and name: {names}.',
      ja: '{count} 台のマシンを ID ではなく、種類、リソース グループ、名前で統合しました: {names}。',
    },
    next: JOINED_BY_NAME_NEXT,
  },
  'identity-joined-by-scope-name': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# machine was} other {# machines were}} joined without an id, by a host name that is unique in its subscription or domain: {names}.',
      ja: '{count} 台のマシンを ID ではなく、サブスクリプションまたはドメイン内で一意のホスト名で統合しました: {names}。',
    },
    next: JOINED_BY_NAME_NEXT,
  },
  'identity-joined-by-device-name': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# machine was} other {# machines were}} joined without an id, by an equal device name in two Defender sources: {names}.',
      ja: '{count} 台のマシンを ID ではなく、Defender の 2 つの情報源で一致するデバイス名で統合しました: {names}。',
    },
    next: JOINED_BY_NAME_NEXT,
  },
  'identity-joined-by-name-address': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# machine was} other {# machines were}} joined without an id, by host name and IP address: {names}.',
      ja: '{count} 台のマシンを ID ではなく、ホスト名と IP アドレスで統合しました: {names}。',
    },
    next: JOINED_BY_NAME_NEXT,
  },
  'identity-offered': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# host name stands} other {# host names stand}} on several servers that may be one: {names}. They count apart, since nothing else ties them.',
      ja: '同一の可能性があるサーバーが複数あるホスト名が {count} 件あります: {names}。ホスト名以外に一致する情報がないため、別々に数えています。',
    },
    next: {
      en: 'Compare them in the list of servers: merge by hand those that are one, and decline the others. Or import a list with domain, address or ids.',
      ja: 'サーバー一覧で比較し、同一であれば手動で統合し、別のサーバーであれば却下してください。または、ドメイン、IP アドレス、ID を含む一覧を取り込んでください。',
    },
  },
  'identity-declined-joined': {
    severity: 'warning',
    message: {
      en: 'It was declined that {name} is one server, but files now prove it ({key}): it was joined.',
      ja: '{name} は別のサーバーとして統合が却下されていましたが、取り込んだファイルのキー ({key}) が一致したため、1 台に統合しました。',
    },
    next: {
      en: 'Look at its evidence; if these are two servers after all, split them.',
      ja: '証拠を確認し、やはり別のサーバーであれば分割してください。',
    },
  },
  'identity-name-common': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine is} other {# machines are}} called “{name}”. So common a name is not offered for merging.',
      ja: '「{name}」という名前のマシンが {count} 台あります。名前が一般的すぎるため、統合の候補にしていません。',
    },
    next: {
      en: 'Import a list with domain, subscription or ids, or merge by hand.',
      ja: 'ドメイン、サブスクリプション、ID のいずれかを含む一覧を取り込むか、手動で統合してください。',
    },
  },
  'identity-masked-ids': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# row carries} other {# rows carry}} masked ids (xxxxxxxx-…). Masked ids join nothing, and make no machine.',
      ja: '{count} 行の ID がマスクされています (xxxxxxxx-…)。マスクされた ID では照合できないため、マシンにしていません。',
    },
    next: {
      en: 'Run the report again without masking (azqr: --mask=false) and import it.',
      ja: 'マスクなし (azqr では --mask=false) でレポートを再作成し、取り込んでください。',
    },
  },
  'identity-tenant-unclear': {
    severity: 'warning',
    message: {
      en: '{rows, plural, one {# row does} other {# rows do}} not name a tenant, and the project has {tenants}. Joined was what a key told.',
      ja: '{rows} 行のテナントが分かりません (プロジェクトには {tenants} 個のテナントがあります)。キーで判明した行だけを統合しました。',
    },
    next: {
      en: 'Say under Evidence which tenant the file belongs to, or import it again with --tenant.',
      ja: '「証拠ファイル」でファイルのテナントを指定するか、--tenant を付けて取り込み直してください。',
    },
  },
  'identity-subscription-unknown': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine of Azure or Arc has} other {# machines of Azure or Arc have}} no known subscription: {names}.',
      ja: 'Azure または Arc のマシン {count} 台のサブスクリプションが分かりません: {names}。',
    },
    next: {
      en: 'Import a list that names the subscription or holds resource ids.',
      ja: 'サブスクリプションまたはリソース ID を含む一覧を取り込んでください。',
    },
  },
  'identity-subscription-name-only': {
    severity: 'warning',
    message: {
      en: 'Subscription “{name}” is known by its name only: its plan and policies cannot be looked up.',
      ja: 'サブスクリプション「{name}」は名前しか分からないため、プランとポリシーを確認できません。',
    },
    next: {
      en: 'Import any file that holds both its name and its id, for example the list of subscriptions.',
      ja: '名前と ID の両方を含むファイル (サブスクリプションの一覧など) を取り込んでください。',
    },
  },
  'identity-subscription-name-shared': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# subscription is} other {# subscriptions are}} called “{name}”: rows that carry only the name stay apart.',
      ja: '「{name}」という名前のサブスクリプションが {count} 個あり、名前だけの行は区別できません。',
    },
    next: {
      en: 'Import the machines with resource ids.',
      ja: 'リソース ID を含むマシンの一覧を取り込んでください。',
    },
  },
  'identity-inventory-incomplete': {
    severity: 'warning',
    message: {
      en: 'Defender names {count, plural, one {# resource} other {# resources}} of subscription {subscription} that no inventory lists: {names}. Added from what Defender tells.',
      ja: 'Defender にはあるのにインベントリにないリソースが、サブスクリプション {subscription} に {count} 個あります: {names}。Defender の情報から追加しました。',
    },
    next: {
      en: 'Import the machines of this subscription again; power state, size and tags are missing.',
      ja: 'このサブスクリプションのマシン一覧を取り込み直してください (電源状態、サイズ、タグが不足しています)。',
    },
  },
  'identity-device-without-resource': {
    severity: 'warning',
    message: {
      en: 'Defender says that {count, plural, one {# device runs} other {# devices run}} in Azure or Arc, but not as which resource: {names}.',
      ja: 'Defender によると {count} 台のデバイスは Azure または Arc 上にありますが、リソースが分かりません: {names}。',
    },
    next: {
      en: 'Import the machines of all subscriptions, or merge by hand.',
      ja: 'すべてのサブスクリプションのマシン一覧を取り込むか、手動で統合してください。',
    },
  },
  'identity-billed-twice': {
    severity: 'warning',
    message: {
      en: '{name} is directly onboarded and also a resource of Azure or Arc, and its sensor {version} is older than {floor}: it may be billed twice.',
      ja: '{name} は直接オンボードされ、Azure または Arc のリソースでもあります。センサー {version} が {floor} より古いため、二重に課金される可能性があります。',
    },
    next: {
      en: 'Update the Defender sensor to {floor} or later.',
      ja: 'Defender のセンサーを {floor} 以降に更新してください。',
    },
  },
  'identity-billed-twice-unclear': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine is} other {# machines are}} directly onboarded and also in Azure or Arc, with a sensor whose version is not known: {names}.',
      ja: '{count} 台のマシンは直接オンボードされ、Azure または Arc のリソースでもありますが、センサーのバージョンが分かりません: {names}。',
    },
    next: {
      en: 'Import the Defender for Endpoint devices with their agent version; older sensors may be billed twice.',
      ja: 'エージェントのバージョンを含む Defender for Endpoint のデバイス一覧を取り込んでください。古いセンサーは二重に課金される可能性があります。',
    },
  },
  'identity-arc-on-azure-vm': {
    severity: 'info',
    message: {
      en: '{name} is an Azure VM with an Arc agent on it. It counts as the VM; Arc is not meant for Azure VMs.',
      ja: '{name} は Arc エージェントが入った Azure VM です。VM として扱います。Azure VM での Arc の利用は想定されていません。',
    },
    next: {
      en: 'Remove the Arc agent, unless it is a test machine.',
      ja: 'テスト用でなければ、Arc エージェントを削除してください。',
    },
  },
  'identity-several-devices': {
    severity: 'info',
    message: {
      en: '{name} has {count, plural, one {# Defender device} other {# Defender devices}}; the one seen last counts.',
      ja: '{name} には Defender のデバイスが {count} 台あります。最後に確認されたものを使います。',
    },
    next: {
      en: 'Offboard or exclude the older devices in Defender.',
      ja: '古いデバイスは Defender でオフボードするか除外してください。',
    },
  },
  'identity-set-mode-unknown': {
    severity: 'warning',
    message: {
      en: 'Scale set {name} does not tell whether it is uniform or flexible. It counts as uniform.',
      ja: 'スケール セット {name} のオーケストレーション モードが分かりません。均一として扱います。',
    },
    next: {
      en: 'Import the scale sets from Resource Graph or with az vmss list.',
      ja: 'Resource Graph または az vmss list でスケール セットを取り込んでください。',
    },
  },
  'identity-set-capacity-unknown': {
    severity: 'warning',
    message: {
      en: 'Scale set {name} does not tell its number of instances. {capacity} is counted.',
      ja: 'スケール セット {name} のインスタンス数が分かりません。{capacity} 台として数えます。',
    },
    next: {
      en: 'Import the scale sets from Resource Graph or with az vmss list.',
      ja: 'Resource Graph または az vmss list でスケール セットを取り込んでください。',
    },
  },
  'identity-set-instances-missing': {
    severity: 'warning',
    message: {
      en: 'Flexible scale set {name} has {capacity, plural, one {# instance} other {# instances}}, but the list of machines has {found}.',
      ja: 'フレキシブル スケール セット {name} のインスタンスは {capacity} 台ですが、マシン一覧には {found} 台しかありません。',
    },
    next: {
      en: 'Import the virtual machines of this subscription again.',
      ja: 'このサブスクリプションの仮想マシンを取り込み直してください。',
    },
  },
  'identity-plan-contradicted': {
    severity: 'warning',
    message: {
      en: 'Subscription {subscription} is said to have plan {told}, but its machines inherit {inherited}.',
      ja: 'サブスクリプション {subscription} のプランは {told} とされていますが、マシンは {inherited} を継承しています。',
    },
    next: {
      en: 'Import the plan settings of this subscription again.',
      ja: 'このサブスクリプションのプラン設定を取り込み直してください。',
    },
  },
  'identity-exceptions-unread': {
    severity: 'warning',
    message: {
      en: 'Subscription {subscription} has machines with settings of their own (coverage {coverage}), which were not read.',
      ja: 'サブスクリプション {subscription} には個別設定のマシンがありますが (カバレッジ {coverage})、その設定を読み取っていません。',
    },
    next: {
      en: 'Import the plan settings of the single machines.',
      ja: 'マシンごとのプラン設定を取り込んでください。',
    },
  },
  'identity-designated-inferred': {
    severity: 'info',
    message: {
      en: 'Directly onboarded servers stand in subscription {subscription}: it is taken as the designated one, and the switch as on.',
      ja: 'サブスクリプション {subscription} に直接オンボードされたサーバーがあるため、指定サブスクリプションであり、直接オンボードはオンとみなします。',
    },
    next: {
      en: 'Import the plan settings of this subscription to be sure.',
      ja: 'このサブスクリプションのプラン設定を取り込んで確認してください。',
    },
  },
  'identity-connector-unread': {
    severity: 'warning',
    message: {
      en: 'The plan of connector {connector} was not read.',
      ja: 'コネクタ {connector} のプランを読み取っていません。',
    },
    next: {
      en: 'Import the security connectors.',
      ja: 'セキュリティ コネクタを取り込んでください。',
    },
  },
  'identity-plan-without-machine': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine has} other {# machines have}} a plan setting without standing in any list of machines: {names}.',
      ja: 'プラン設定があるのにマシン一覧にないマシンが {count} 台あります: {names}。',
    },
    next: {
      en: 'Import the machines of their subscriptions; until then they are not planned.',
      ja: '該当するサブスクリプションのマシン一覧を取り込んでください。取り込むまでは計画の対象になりません。',
    },
  },
  'identity-extension-failed': {
    severity: 'warning',
    message: {
      en: 'The Defender extension of {name} failed: {error}.',
      ja: '{name} の Defender 拡張機能が失敗しています: {error}。',
    },
    next: {
      en: 'Repair the extension before the plan is changed.',
      ja: 'プランを変更する前に拡張機能を修復してください。',
    },
  },
  'identity-extension-without-machine': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# extension row met} other {# extension rows met}} no machine: {names}.',
      ja: '拡張機能の {count} 行に対応するマシンがありません: {names}。',
    },
    next: {
      en: 'Import the machines that they belong to.',
      ja: '対応するマシンの一覧を取り込んでください。',
    },
  },
  'identity-usage-without-machine': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# resource was} other {# resources were}} billed for Defender without standing in any list of machines: {names}.',
      ja: 'Defender の課金があるのにマシン一覧にないリソースが {count} 個あります: {names}。',
    },
    next: {
      en: 'Import the machines of their subscriptions; they may also be deleted by now.',
      ja: '該当するサブスクリプションのマシン一覧を取り込んでください。すでに削除された可能性もあります。',
    },
  },
  'identity-list-missing': {
    severity: 'warning',
    message: {
      en: 'List “{list}”: {found} of {total, plural, one {# name} other {# names}} found. Not found: {names}.',
      ja: 'リスト「{list}」: {total} 件中 {found} 件が見つかりました。見つからない名前: {names}。',
    },
    next: {
      en: 'Check the spelling, or import the list of machines that holds them.',
      ja: '表記を確認するか、該当するマシンの一覧を取り込んでください。',
    },
  },
  'identity-list-several': {
    severity: 'warning',
    message: {
      en: 'List “{list}”: {count, plural, one {# name meets} other {# names meet}} more than one machine: {names}. Such a name counts for none.',
      ja: 'リスト「{list}」: {count} 件の名前が複数のマシンに一致します: {names}。どのマシンにも適用していません。',
    },
    next: {
      en: 'Add the resource group or the full name to the list.',
      ja: 'リストにリソース グループまたは完全な名前を追加してください。',
    },
  },
  'identity-merge-refused': {
    severity: 'warning',
    message: {
      en: 'A merge by hand was not done: the two machines belong to different tenants ({left}, {right}).',
      ja: '手動の統合を行いませんでした。2 台のマシンは別のテナントに属しています ({left}、{right})。',
    },
    next: {
      en: 'Split them again, or correct the tenant of the file.',
      ja: '分割し直すか、ファイルのテナントを修正してください。',
    },
  },
  'identity-merge-waiting': {
    severity: 'info',
    message: {
      en: 'A merge by hand waits: no row at present carries {left} or {right}.',
      ja: '手動の統合は保留中です。{left} または {right} を持つ行が現在ありません。',
    },
    next: {
      en: 'Nothing to do; it holds again when the row comes back.',
      ja: '対応は不要です。該当の行が再び現れると有効になります。',
    },
  },
  'identity-merged-two-resources': {
    severity: 'warning',
    message: {
      en: '{name} was merged by hand from {count, plural, one {# resource} other {# resources}} of Azure; each of them is billed on its own.',
      ja: '{name} は手動で {count} 個の Azure リソースから統合されています。課金はリソースごとに発生します。',
    },
    next: {
      en: 'Split them, unless one of them is gone.',
      ja: 'いずれかが削除済みでなければ、分割してください。',
    },
  },
  'identity-initiative-unknown': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# policy initiative applies} other {# policy initiatives apply}} to subscription {subscription}; the content was not read: {names}.',
      ja: 'サブスクリプション {subscription} には {count} 個のイニシアティブが適用されますが、中身を読み取っていません: {names}。',
    },
    next: {
      en: 'See whether they hold a policy that sets Defender for Servers plans.',
      ja: 'Defender for Servers のプランを設定するポリシーが含まれていないか確認してください。',
    },
  },
  'identity-os-unknown': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine has} other {# machines have}} an operating system that is not known or not recognised: {names}.',
      ja: '{count} 台のマシンの OS が不明、または認識できません: {names}。',
    },
    next: {
      en: 'Import a source that names the operating system and its version.',
      ja: 'OS 名とバージョンを含む情報を取り込んでください。',
    },
  },
} as const satisfies Record<string, FindingText>;
