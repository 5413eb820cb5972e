import type { FindingText } from '../../model/index.ts';

/** Findings of planning. */
export const PLAN_FINDINGS = {
  // The project as a whole.
  'plan-machine-settings-unread': {
    severity: 'warning',
    message: {
      en: 'The own plan setting of {count, plural, one {# machine} other {# machines}} was not read and counts as inherited.',
      ja: '{count} 台のマシン自身のプラン設定が読み取られていません。継承しているものとして扱います。',
    },
    next: {
      en: 'Read the pricings of each machine, with the collector for instance.',
      ja: 'コレクターなどで各マシンの pricings を取得してください。',
    },
  },
  'plan-client-os': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# machine runs} other {# machines run}} a client operating system, which a user licence must cover (X2).',
      ja: '{count} 台はクライアント OS です。ユーザー ライセンスでの保護が必要です (X2)。',
    },
    next: { en: 'Confirm the licences.', ja: 'ライセンスを確認してください。' },
  },
  'plan-os-unsupported': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine runs} other {# machines run}} a system that Defender for Endpoint does not support (X6): {systems}.',
      ja: '{count} 台の OS は Defender for Endpoint のサポート対象外です (X6): {systems}。',
    },
    next: {
      en: 'Appliances stay out. Upgrade the others, or set a plan on single machines by hand.',
      ja: 'アプライアンスは対象外のままで構いません。それ以外はアップグレードするか、必要なマシンに手動でプランを指定してください。',
    },
  },
  'plan-aks': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# AKS node pool is} other {# AKS node pools are}} not counted under Servers (X4).',
      ja: '{count} 個の AKS ノード プールは Defender for Servers として数えていません (X4)。',
    },
    next: {
      en: 'Their price under Servers is shown beside the totals.',
      ja: 'Defender for Servers とした場合の料金は合計の横に併記しています。',
    },
  },
  'plan-esu-dropped': {
    severity: 'warning',
    message: {
      en: 'Extended Security Updates are wanted for {count, plural, one {# machine} other {# machines}} with {os}, but {esu}.',
      ja: '{os} の {count} 台に拡張セキュリティ更新プログラムが必要とされていますが、利用できません ({esu})。',
    },
    next: {
      en: 'The need is dropped. Upgrade the system, or take the need out of the rule.',
      ja: 'この要件は無視しました。OS をアップグレードするか、ルールから外してください。',
    },
  },
  // The vendor's support of a system; `date` is its last day.
  'plan-os-ended': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server runs} other {# servers run}} {os}, whose support ended on {date}.',
      ja: '{os} のサーバーが {count} 台あり、サポートは {date} に終了しています。',
    },
    next: {
      en: 'Upgrade or replace what runs it: no security updates come after that day.',
      ja: 'アップグレードまたは更改してください。終了日以降のセキュリティ更新プログラムは提供されません。',
    },
  },
  'plan-os-ended-esu': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server runs} other {# servers run}} {os}, whose support ended on {date}.',
      ja: '{os} のサーバーが {count} 台あり、サポートは {date} に終了しています。',
    },
    next: {
      en: 'Upgrade, or take Extended Security Updates through Azure Arc: until {until}, billed from {billed}, with Arc agent {agent} or later and Software Assurance.',
      ja: 'アップグレードするか、Azure Arc の拡張セキュリティ更新プログラムを利用してください ({until} まで、{billed} から課金、Arc エージェント {agent} 以降とソフトウェア アシュアランスが必要)。',
    },
  },
  'plan-os-ended-extra': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server runs} other {# servers run}} {os}, whose support ended on {date}.',
      ja: '{os} のサーバーが {count} 台あり、サポートは {date} に終了しています。',
    },
    next: {
      en: "Upgrade, or take the vendor's paid extension, which lasts until {until}.",
      ja: 'アップグレードするか、ベンダーの有償延長サポート ({until} まで) を利用してください。',
    },
  },
  'plan-os-ending': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server runs} other {# servers run}} {os}, whose support ends on {date}.',
      ja: '{os} のサーバーが {count} 台あり、サポートは {date} に終了します。',
    },
    next: {
      en: 'Upgrade or replace what runs it: no security updates come after that day.',
      ja: 'アップグレードまたは更改してください。終了日以降のセキュリティ更新プログラムは提供されません。',
    },
  },
  'plan-os-ending-esu': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server runs} other {# servers run}} {os}, whose support ends on {date}.',
      ja: '{os} のサーバーが {count} 台あり、サポートは {date} に終了します。',
    },
    next: {
      en: 'Upgrade, or take Extended Security Updates through Azure Arc: until {until}, billed from {billed}, with Arc agent {agent} or later and Software Assurance.',
      ja: 'アップグレードするか、Azure Arc の拡張セキュリティ更新プログラムを利用してください ({until} まで、{billed} から課金、Arc エージェント {agent} 以降とソフトウェア アシュアランスが必要)。',
    },
  },
  'plan-os-ending-extra': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server runs} other {# servers run}} {os}, whose support ends on {date}.',
      ja: '{os} のサーバーが {count} 台あり、サポートは {date} に終了します。',
    },
    next: {
      en: "Upgrade, or take the vendor's paid extension, which lasts until {until}.",
      ja: 'アップグレードするか、ベンダーの有償延長サポート ({until} まで) を利用してください。',
    },
  },
  'plan-no-rule': {
    severity: 'warning',
    message: {
      en: 'No requirement rule matches {count, plural, one {# machine} other {# machines}}: no plan is wanted there.',
      ja: '{count} 台はどの要件ルールにも該当せず、プランなしとしています。',
    },
    next: { en: 'Add a last rule without conditions.', ja: '条件のないルールを最後に追加してください。' },
  },
  'plan-override-lost': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# override is about a machine that is} other {# overrides are about machines that are}} not in the list.',
      ja: '一覧にないマシンへの個別指定が {count} 件あります。',
    },
    next: { en: 'Clear them, or import the machines.', ja: '削除するか、該当マシンを取り込んでください。' },
  },
  'plan-list-missing': {
    severity: 'warning',
    message: {
      en: 'A rule asks for the list "{list}", which does not exist; it matches nothing.',
      ja: 'ルールが参照するリスト「{list}」は存在せず、該当するマシンはありません。',
    },
    next: { en: 'Import the list, or correct the rule.', ja: 'リストを取り込むか、ルールを修正してください。' },
  },
  'plan-blocked': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine is} other {# machines are}} blocked by rule {rule}, and priced at the plan that holds anyway.',
      ja: '{count} 台はルール {rule} により適用できません。実際に適用されるプランで計算しています。',
    },
    next: { en: 'Each of them says what would open a way.', ja: '各マシンの説明に解決方法を示しています。' },
  },
  'plan-billed-twice': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server} other {# servers}} may be billed twice today, by a subscription and by direct onboarding: {money} a month at Plan 1 prices.',
      ja: '{count} 台は現在、サブスクリプションと直接オンボードで二重に課金されている可能性があります (プラン 1 の単価で月額 {money})。',
    },
    next: {
      en: 'Update their Defender sensors to the version that Defender for Cloud needs; the findings about single servers name it.',
      ja: 'Defender のセンサーを必要なバージョンに更新してください。バージョンは各サーバーの検出事項に示しています。',
    },
  },
  'plan-scale-set-exception': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# uniform scale set gets its} other {# uniform scale sets get their}} own setting, which no built-in policy covers (A9).',
      ja: '{count} 個の均一スケール セットにリソース単位の設定が必要ですが、対応する組み込みポリシーはありません (A9)。',
    },
    next: { en: 'Verify it on one of them.', ja: '1 つで検証してください。' },
  },
  'plan-assumption-lost': {
    severity: 'warning',
    message: {
      en: 'An assumption is about "{id}", which is no subscription or tenant of the project.',
      ja: '前提条件の対象「{id}」は、このプロジェクトのサブスクリプションまたはテナントではありません。',
    },
    next: { en: 'Correct the id.', ja: 'ID を修正してください。' },
  },
  'plan-landing-other-tenant': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine is} other {# machines are}} to land in {landing}, a subscription of another tenant. A new subscription is planned instead.',
      ja: '{count} 台の接続先に指定された {landing} は別のテナントのサブスクリプションのため、新しいサブスクリプションとして計画しています。',
    },
    next: {
      en: 'Name a landing subscription of their own tenant.',
      ja: '同じテナントのサブスクリプションを指定してください。',
    },
  },
  'plan-landing-connector': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine is} other {# machines are}} to land in {landing}, which is a connector and takes no Arc machines by hand. A new subscription is planned instead.',
      ja: '{count} 台の接続先に指定された {landing} はコネクタであり、手動の Arc 接続先にはできません。新しいサブスクリプションとして計画しています。',
    },
    next: { en: 'Name a subscription.', ja: 'サブスクリプションを指定してください。' },
  },
  'plan-landing-unread': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine lands} other {# machines land}} in {landing}, a subscription that no file describes: its plan and policies are not known.',
      ja: '{count} 台の接続先 {landing} はどのファイルにも記載がなく、プランとポリシーが不明です。',
    },
    next: {
      en: 'Check the id or name, or import the plan settings of this subscription.',
      ja: 'ID または名前を確認するか、このサブスクリプションのプラン設定を取り込んでください。',
    },
  },

  // Direct onboarding, for a tenant.
  'plan-direct-on': {
    severity: 'info',
    message: {
      en: 'Direct onboarding is on for the whole tenant {tenant} in this plan: {count, plural, one {# server is} other {# servers are}} affected.',
      ja: 'この案ではテナント {tenant} 全体で直接オンボードが有効になり、{count} 台が対象です。',
    },
    next: {
      en: 'Look at the whole set and at the plan without it. Device groups may hide devices: have the evidence confirmed as tenant-wide.',
      ja: '対象全体と、無効にした場合の案を確認してください。デバイス グループにより見えないデバイスがあり得るため、資料がテナント全体のものか確認してください。',
    },
  },
  'plan-direct-conflict': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server should have no plan, but has a sensor: direct onboarding bills it} other {# servers should have no plan, but have a sensor: direct onboarding bills them}} as Plan 1 (N6).',
      ja: '{count} 台はプラン不要ですがセンサーがあるため、直接オンボードによりプラン 1 として課金されます (N6)。',
    },
    next: { en: 'Offboard them, or accept the cost.', ja: 'オフボードするか、費用を受け入れてください。' },
  },
  'plan-direct-reduced': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server wants Plan 2 and gets} other {# servers want Plan 2 and get}} the features of Plan 1, since Arc is not possible (N4).',
      ja: '{count} 台はプラン 2 が必要ですが Arc に接続できないため、プラン 1 相当の機能になります (N4)。',
    },
    next: { en: 'Allow Arc, or upgrade their systems.', ja: 'Arc を許可するか、OS をアップグレードしてください。' },
  },
  'plan-direct-unread': {
    severity: 'warning',
    message: {
      en: 'Whether direct onboarding is on in tenant {tenant} was not read; {count, plural, one {# server} other {# servers}} with a sensor may be billed today.',
      ja: 'テナント {tenant} の直接オンボードの状態が読み取られていません。センサーのある {count} 台は現在課金されている可能性があります。',
    },
    next: {
      en: 'Read the pricings of every subscription (extension MdeDesignatedSubscription).',
      ja: '全サブスクリプションの pricings (拡張機能 MdeDesignatedSubscription) を取得してください。',
    },
  },
  'plan-direct-host-unknown': {
    severity: 'warning',
    message: {
      en: 'Direct onboarding is on in tenant {tenant}, but its designated subscription was not read; a new one stands for it.',
      ja: 'テナント {tenant} の直接オンボードは有効ですが、指定サブスクリプションが読み取られていないため、新しいものとして扱います。',
    },
    next: {
      en: 'Read the pricings of every subscription, or name the designated one.',
      ja: '全サブスクリプションの pricings を取得するか、指定サブスクリプションを入力してください。',
    },
  },
  'plan-direct-several': {
    severity: 'warning',
    message: {
      en: 'Several subscriptions call themselves designated: {subscriptions}.',
      ja: '指定サブスクリプションが複数あります: {subscriptions}。',
    },
    next: {
      en: 'Check which one is; the first was taken.',
      ja: 'どれが正しいか確認してください。先頭のものを使いました。',
    },
  },
  'plan-direct-designated-refused': {
    severity: 'warning',
    message: {
      en: '{subscription} cannot be the designated subscription: it is a connector, or belongs to another tenant.',
      ja: '{subscription} はコネクタ、または別のテナントのサブスクリプションのため、指定サブスクリプションにできません。',
    },
    next: { en: 'Name a subscription of the same tenant.', ja: '同じテナントのサブスクリプションを指定してください。' },
  },
  'plan-direct-moves': {
    severity: 'warning',
    message: {
      en: 'The designated subscription changes from {from} to {to}.',
      ja: '指定サブスクリプションが {from} から {to} に変わります。',
    },
    next: { en: 'Billing and alerts move with it.', ja: '課金とアラートの宛先も変わります。' },
  },
  'plan-direct-host': {
    severity: 'warning',
    message: {
      en: 'The designated subscription {scope} holds {count, plural, one {# other machine} other {# other machines}}; it cannot be off while direct onboarding is on.',
      ja: '指定サブスクリプション {scope} には他に {count} 台のマシンがあり、直接オンボードが有効な間はオフにできません。',
    },
    next: {
      en: 'A designated subscription of its own keeps them apart.',
      ja: '専用のサブスクリプションを指定すると分離できます。',
    },
  },
  'plan-direct-switched-off': {
    severity: 'warning',
    message: {
      en: 'Direct onboarding is on today and goes off in this plan: {count, plural, one {# server loses} other {# servers lose}} it.',
      ja: '現在有効な直接オンボードがこの案では無効になり、{count} 台が対象外になります。',
    },
    next: { en: 'Check that each has another way.', ja: '各サーバーに別の方法があることを確認してください。' },
  },
  'plan-direct-out-of-scope': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# server out of scope has} other {# servers out of scope have}} a sensor: direct onboarding covers it all the same.',
      ja: '対象外の {count} 台にもセンサーがあり、直接オンボードの対象になります。',
    },
    next: { en: 'Tell their owner, or offboard them.', ja: '所有者に知らせるか、オフボードしてください。' },
  },

  // One subscription or connector.
  'plan-scope-name-only': {
    severity: 'warning',
    message: {
      en: 'The subscription {scope} is known by its name only.',
      ja: 'サブスクリプション {scope} は名前のみ分かっています。',
    },
    next: { en: 'Import a file that carries its id.', ja: 'ID を含むファイルを取り込んでください。' },
  },
  'plan-scope-plan-unknown': {
    severity: 'warning',
    message: {
      en: "Today's plan of {scope} is not known.",
      ja: '{scope} の現在のプランが不明です。',
    },
    next: { en: 'Read its plan settings.', ja: 'プラン設定を取得してください。' },
  },
  'plan-scope-contradicted': {
    severity: 'warning',
    message: {
      en: 'Machines that inherit from {scope} have different plans.',
      ja: '{scope} から継承しているマシンのプランが一致しません。',
    },
    next: {
      en: 'The evidence is of different days: read it again.',
      ja: '資料の時点が異なるため、再取得してください。',
    },
  },
  'plan-scope-exception-limit': {
    severity: 'warning',
    message: {
      en: '{scope} would have {exceptions, plural, one {# exception} other {# exceptions}}, more than {limit}.',
      ja: '{scope} の例外が {exceptions} 件となり、上限の {limit} 件を超えます。',
    },
    next: {
      en: 'Give these machines a subscription of their own, or accept their wants unmet.',
      ja: '専用のサブスクリプションに分けるか、要件を満たさないことを受け入れてください。',
    },
  },
  'plan-scope-other-base': {
    severity: 'info',
    message: {
      en: 'When {from} or more machines want {want} (now {now}), {base} on {scope} needs fewer exceptions.',
      ja: '{want}を要件とするマシンが {from} 台以上 (現在 {now} 台) になると、{scope} を{base}にした方が例外が少なくなります。',
    },
    next: { en: 'Worth knowing before new machines come.', ja: 'マシンを追加する前にご検討ください。' },
  },
  'plan-scope-minority': {
    severity: 'info',
    message: {
      en: 'Of {total} machines, {count, plural, one {# wants Plan 2 and decides} other {# want Plan 2 and decide}} for all of {scope}: {exceptions, plural, one {# exception} other {# exceptions}}, and new machines fall into Plan 2.',
      ja: '{scope} では {total} 台中 {count} 台だけがプラン 2 を要件としており、例外が {exceptions} 件必要で、新規マシンもプラン 2 になります。',
    },
    next: {
      en: 'In a subscription of their own, {rest, plural, one {# exception remains} other {# exceptions remain}} here, and new machines get {base}.',
      ja: '専用のサブスクリプションに分けると、ここの例外は {rest} 件となり、新規マシンは{base}になります。',
    },
  },
  'plan-scope-policies-unread': {
    severity: 'warning',
    message: {
      en: 'Policy assignments of {scope} were not read: {exceptions, plural, one {# exception} other {# exceptions}} cannot be checked against them.',
      ja: '{scope} のポリシー割り当てが読み取られていないため、{exceptions} 件の例外を確認できません。',
    },
    next: { en: 'Import the assignments and exemptions.', ja: '割り当てと適用除外を取り込んでください。' },
  },
  'plan-scope-enforce-unknown': {
    severity: 'warning',
    message: {
      en: 'Whether “enforce” is on for {scope} is not known; it would forbid {exceptions, plural, one {# exception} other {# exceptions}}.',
      ja: '{scope} の enforce の状態が不明です。有効な場合、{exceptions} 件の例外を設定できません。',
    },
    next: { en: 'Read its plan settings.', ja: 'プラン設定を取得してください。' },
  },
  'plan-scope-policy-undoes': {
    severity: 'warning',
    message: {
      en: 'The policy assignment "{policy}" sets the plan of {scope}; a change to {base} may be undone at its next remediation.',
      ja: 'ポリシー割り当て「{policy}」が {scope} のプランを設定しているため、{base} への変更は次の修復で取り消される可能性があります。',
    },
    next: { en: 'Change its parameter first.', ja: '先にパラメーターを変更してください。' },
  },
  'plan-scope-policy-machines': {
    severity: 'warning',
    message: {
      en: 'The policy assignment "{policy}" sets plans on machines of {scope}; it may undo this plan.',
      ja: 'ポリシー割り当て「{policy}」が {scope} のマシンにプランを設定しており、この案を上書きする可能性があります。',
    },
    next: { en: 'Compare its target and tags with the plan.', ja: '対象とタグを案と照らし合わせてください。' },
  },
  'plan-scope-policy-designated': {
    severity: 'warning',
    message: {
      en: 'The policy assignment "{policy}" on the designated subscription {scope} can switch direct onboarding off.',
      ja: '指定サブスクリプション {scope} のポリシー割り当て「{policy}」により、直接オンボードが無効になる可能性があります。',
    },
    next: {
      en: 'Set its parameter MdeDesignatedSubscription to "true".',
      ja: 'パラメーター MdeDesignatedSubscription を "true" にしてください。',
    },
  },
  'plan-scope-policy-initiative': {
    severity: 'warning',
    message: {
      en: 'The initiative "{policy}" on {scope} may hold policies that change plans; its content was not read.',
      ja: '{scope} のイニシアチブ「{policy}」にプランを変更するポリシーが含まれる可能性がありますが、内容が読み取られていません。',
    },
    next: { en: 'Look into its definition.', ja: '定義を確認してください。' },
  },
  'plan-scope-mixed': {
    severity: 'warning',
    message: {
      en: 'Machines of the connector {scope} want different plans; it keeps {base}. A month: Plan 1 {p1}, Plan 2 {p2}.',
      ja: 'コネクタ {scope} のマシンの要件が異なるため、{base}のままとします。月額: プラン 1 は {p1}、プラン 2 は {p2}。',
    },
    next: { en: 'Choose one base for the connector.', ja: 'コネクタのプランを 1 つ選んでください。' },
  },
  'plan-scope-follows': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# machine} other {# machines}} of {scope} cannot be excluded and {count, plural, one {gets} other {get}} another plan than required: {base}, for {money} a month.',
      ja: '{scope} の {count} 台は除外できず、要件に反して{base}が適用されます (月額 {money})。',
    },
    next: { en: 'Move them, or accept it.', ja: '移動するか、受け入れてください。' },
  },
  'plan-scope-out-inherits': {
    severity: 'warning',
    message: {
      en: 'The plan of {scope} changes to {base}; {count, plural, one {# machine out of scope inherits it and changes} other {# machines out of scope inherit it and change}} too.',
      ja: '対象外の {count} 台は {scope} から継承しており、プランが{base}に変わると影響を受けます。',
    },
    next: {
      en: 'Set their plan explicitly before, or take them in.',
      ja: '事前に個別のプランを設定するか、対象に含めてください。',
    },
  },
} as const satisfies Record<string, FindingText>;
