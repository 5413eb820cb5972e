import type { FindingText } from '../../model/index.ts';

/** Findings of the formats in `sources/files/formats/azure`. */
export const FORMATS_AZURE_FINDINGS = {
  'azure-id-masked': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# row carries a masked id or a placeholder} other {# rows carry masked ids or placeholders}} ({examples}; first in row {row}). A masked id joins nothing, so no such row was read.',
      ja: '{count} 行の ID がマスクされているか、仮の値です ({examples}、最初は {row} 行目)。突き合わせできないため読み込みませんでした。',
    },
    next: {
      en: 'Export again with the real ids.',
      ja: '実際の ID が入った状態で出力し直してください。',
    },
  },
  'azqr-ids-masked': {
    severity: 'warning',
    message: {
      en: 'azqr masked the subscription ids of {count, plural, one {# row} other {# rows}} ({examples}; first in row {row}). No such row was read.',
      ja: 'azqr が {count} 行のサブスクリプション ID をマスクしています ({examples}、最初は {row} 行目)。これらの行は読み込みませんでした。',
    },
    next: {
      en: 'Run azqr again with --mask=false and import its result.',
      ja: 'azqr を --mask=false 付きで再実行し、その結果を取り込んでください。',
    },
  },
  'azure-item-not-understood': {
    severity: 'warning',
    message: {
      en: 'This item is no Azure resource that is known here (it has: {keys}).',
      ja: 'この項目は、読み取れる Azure リソースではありません (項目: {keys})。',
    },
    next: {
      en: 'Export with id, name and type, or leave the item out.',
      ja: 'id、name、type を含めて出力し直すか、この項目を除いてください。',
    },
  },
  'azure-other-resources': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# row is about another kind of resource} other {# rows are about other kinds of resources}} ({examples}), not about servers: passed over.',
      ja: '{count} 行はサーバー以外のリソースです ({examples})。読み飛ばしました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'azure-power-state-missing': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# virtual machine has} other {# virtual machines have}} no power state here ({examples}). What is billed today is not known from this file.',
      ja: '{count} 台の仮想マシンに電源状態がありません ({examples})。現在課金されているかどうかは、このファイルではわかりません。',
    },
    next: {
      en: 'Export with "az vm list -d", Resource Graph, or the portal with its status column.',
      ja: '「az vm list -d」、Resource Graph、または状態列を表示したポータルから出力してください。',
    },
  },
  'azure-power-state-unknown': {
    severity: 'warning',
    message: {
      en: 'The power state of {count, plural, one {# machine} other {# machines}} has a word that is not known: {examples}.',
      ja: '{count} 台の電源状態が解釈できません: {examples}',
    },
    next: {
      en: 'Check these machines; they are shown with state unknown.',
      ja: '該当するマシンを確認してください。状態は「不明」として扱います。',
    },
  },
  'azure-arc-status-missing': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# Arc machine has} other {# Arc machines have}} no agent status here ({examples}). What is billed today is not known from this file.',
      ja: '{count} 台の Arc マシンにエージェントの状態がありません ({examples})。現在課金されているかどうかは、このファイルではわかりません。',
    },
    next: {
      en: 'Export with "az connectedmachine list" or Resource Graph.',
      ja: '「az connectedmachine list」または Resource Graph で出力してください。',
    },
  },
  'azure-arc-status-unknown': {
    severity: 'warning',
    message: {
      en: 'The Arc status of {count, plural, one {# machine} other {# machines}} has a word that is not known: {examples}.',
      ja: '{count} 台の Arc の状態が解釈できません: {examples}',
    },
    next: {
      en: 'Check these machines; they are shown with status unknown.',
      ja: '該当するマシンを確認してください。状態は「不明」として扱います。',
    },
  },
  'azure-plans-other': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# row is about another Defender plan} other {# rows are about other Defender plans}} ({examples}). Only Servers and CSPM are read.',
      ja: '{count} 行は他の Defender プランです ({examples})。サーバーと CSPM のみ読み込みます。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'azure-plan-unknown': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# setting does} other {# settings do}} not say whether Plan 1 or Plan 2 holds ({examples}). The plan is unknown.',
      ja: '{count} 件の設定からはプラン 1 かプラン 2 かがわかりません ({examples})。プランは「不明」になります。',
    },
    next: {
      en: 'Read the plans again with api-version 2024-01-01, or "az security pricing list".',
      ja: 'api-version 2024-01-01、または「az security pricing list」でプランを取得し直してください。',
    },
  },
  'azure-plan-extension-failed': {
    severity: 'warning',
    message: {
      en: 'The plan of {scope} was set only in part: {extension} failed. {message}',
      ja: '{scope} のプランは一部しか設定されていません: {extension} が失敗しました。{message}',
    },
    next: {
      en: 'Put right the cause and set the plan again; Owner rights are often missing.',
      ja: '原因を取り除いてプランを再設定してください。所有者権限の不足がよくある原因です。',
    },
  },
  'azure-plan-managed-elsewhere': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# plan is} other {# plans are}} managed from outside Defender for Cloud ({examples}).',
      ja: '{count} 件のプランは Defender for Cloud の外から管理されています ({examples})。',
    },
    next: {
      en: 'Ask who manages them before you plan a change.',
      ja: '変更を計画する前に、管理元を確認してください。',
    },
  },
  'azure-direct-assessments': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# row belongs} other {# rows belong}} to the assessment that counts directly onboarded servers ({examples}): a cross-check, no machines.',
      ja: '直接オンボードされたサーバーを数える評価の行が {count} 件あります ({examples})。照合用であり、マシンとしては読み込みません。',
    },
    next: {
      en: 'Compare the number with the directly onboarded servers of the inventory.',
      ja: 'インベントリの直接オンボード済みサーバー数と比べてください。',
    },
  },
  'azure-answer-cut': {
    severity: 'warning',
    message: {
      en: 'The answer has {count, plural, one {# row} other {# rows}} and says that there are more on further pages.',
      ja: 'この応答は {count} 行で、続きのページがあります。',
    },
    next: {
      en: 'Import the further pages too; fetch them with "az graph query --first 1000 --skip-token …" where they are missing.',
      ja: '続きのページもあわせて取り込んでください。ない場合は「az graph query --first 1000 --skip-token …」で取得できます。',
    },
  },
  'azure-answer-page': {
    severity: 'info',
    message: {
      en: 'The answer goes on in {next}, which was read too.',
      ja: 'この応答の続きは {next} にあり、あわせて読み込みました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'azure-answer-empty': {
    severity: 'info',
    message: {
      en: 'The answer has no rows: nothing was found for {asked}.',
      ja: 'この応答には行がありません: {asked} は見つかりませんでした。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'azure-answer-empty-unknown': {
    severity: 'warning',
    message: {
      en: 'The answer has no rows and does not say what was asked, so nothing follows from it.',
      ja: 'この応答には行がなく、何を問い合わせたかもわからないため、何も判断できません。',
    },
    next: {
      en: 'Check the query and the rights of the account; run the collector, whose files say what was asked.',
      ja: 'クエリと権限を確認してください。コレクターの出力には問い合わせ内容が含まれます。',
    },
  },
  'azure-policy-initiatives': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# assigned initiative was} other {# assigned initiatives were}} found ({examples}). This file does not tell what is in it; an initiative may set Defender plans.',
      ja: '割り当て済みのイニシアチブが {count} 件あります ({examples})。内容はこのファイルに含まれず、Defender プランを設定している可能性があります。',
    },
    next: {
      en: 'Look in Azure Policy whether they contain definitions for Defender for Servers.',
      ja: 'Defender for Servers の定義を含むかどうか、Azure Policy で確認してください。',
    },
  },
  'azure-policy-others': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# policy assignment does} other {# policy assignments do}} not concern Defender for Servers ({examples}).',
      ja: '{count} 件のポリシー割り当ては Defender for Servers に関係しません ({examples})。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'azure-policy-without-definition': {
    severity: 'warning',
    message: {
      en: 'The policy assignment {name} does not name its definition.',
      ja: 'ポリシー割り当て {name} に定義の ID がありません。',
    },
    next: {
      en: 'Export again with "az policy assignment list".',
      ja: '「az policy assignment list」で出力し直してください。',
    },
  },
  'azure-exemption-without-assignment': {
    severity: 'warning',
    message: {
      en: 'The policy exemption {name} does not name its assignment.',
      ja: 'ポリシーの適用除外 {name} に割り当ての ID がありません。',
    },
    next: {
      en: 'Export again with "az policy exemption list".',
      ja: '「az policy exemption list」で出力し直してください。',
    },
  },
  'azure-row-without-name': {
    severity: 'warning',
    message: { en: 'The row names no machine.', ja: 'この行にはマシン名がありません。' },
    next: { en: 'Fill in the name or remove the row.', ja: '名前を入力するか、行を削除してください。' },
  },
  'azure-row-without-subscription': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# row does} other {# rows do}} not tell the subscription ({examples}).',
      ja: '{count} 行はどのサブスクリプションのものかわかりません ({examples})。',
    },
    next: {
      en: 'Show the subscription column, or the resource link, and export again.',
      ja: 'サブスクリプション列またはリソース リンク列を表示して出力し直してください。',
    },
  },
  'azure-columns-not-read': {
    severity: 'info',
    message: { en: 'These columns were not read: {columns}.', ja: '次の列は読み込みませんでした: {columns}' },
    next: {
      en: 'If one matters, import the file as a server list and map the column.',
      ja: '必要な列があれば、サーバー一覧として取り込み、列を割り当ててください。',
    },
  },
  'azure-columns-as-tags': {
    severity: 'info',
    message: {
      en: "These columns are not the portal's own and were kept as tags: {columns}.",
      ja: '次の列はポータルの標準の列ではないため、タグとして取り込みました: {columns}',
    },
    next: {
      en: 'Use them in requirement rules, or map the file as a server list.',
      ja: '要件ルールで利用できます。サーバー一覧として列を割り当てることもできます。',
    },
  },
  'azure-report-row-without-machine': {
    severity: 'warning',
    message: {
      en: 'The row names no virtual machine, scale set or Arc machine: {value}.',
      ja: 'この行は仮想マシン、スケール セット、Arc マシンのいずれでもありません: {value}',
    },
    next: { en: 'Check the resource id of the row.', ja: '行のリソース ID を確認してください。' },
  },
  'azure-report-plan-not-read': {
    severity: 'warning',
    message: {
      en: 'The plan of {name} could not be read when the report was made: {error}',
      ja: 'レポート作成時に {name} のプランを取得できませんでした: {error}',
    },
    next: {
      en: 'Check the rights on the machine and run the report again.',
      ja: 'マシンに対する権限を確認し、レポートを再実行してください。',
    },
  },
  'azure-extensions-failed': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# Defender for Endpoint extension} other {# Defender for Endpoint extensions}} did not install ({examples}).',
      ja: 'Defender for Endpoint 拡張機能のインストールに {count} 件失敗しています ({examples})。',
    },
    next: {
      en: 'See the error at each machine and put it right before onboarding.',
      ja: '各マシンのエラーを確認し、オンボード前に解消してください。',
    },
  },
  'azure-counts-only-calculator': {
    severity: 'info',
    message: {
      en: 'This is a result of the Defender for Cloud calculator script: {count, plural, one {# row} other {# rows}} of counts, no machines.',
      ja: 'Defender for Cloud の見積もりスクリプトの結果です。{count} 行の集計値のみで、マシンは含まれません。',
    },
    next: {
      en: 'Import a list of machines, e.g. from Resource Graph.',
      ja: 'Resource Graph などのマシン一覧を取り込んでください。',
    },
  },
  'azure-counts-only-raw-billable': {
    severity: 'info',
    message: {
      en: 'This is raw billable data of the cost estimator: {count, plural, one {# row} other {# rows}} of counts, no machines.',
      ja: 'コスト見積もりツールの課金対象データです。{count} 行の集計値のみで、マシンは含まれません。',
    },
    next: {
      en: 'Import a list of machines, e.g. from Resource Graph.',
      ja: 'Resource Graph などのマシン一覧を取り込んでください。',
    },
  },
  'azure-counts-only-p2-count': {
    severity: 'info',
    message: {
      en: 'This is a count of servers per subscription: {count, plural, one {# row} other {# rows}} of counts, no machines.',
      ja: 'サブスクリプションごとのサーバー数です。{count} 行の集計値のみで、マシンは含まれません。',
    },
    next: {
      en: 'Import a list of machines, e.g. from Resource Graph.',
      ja: 'Resource Graph などのマシン一覧を取り込んでください。',
    },
  },
  'azure-counts-only-regions': {
    severity: 'info',
    message: {
      en: 'This is a list of region names (FinOps toolkit): {count, plural, one {# row} other {# rows}}, no machines.',
      ja: 'リージョン名の一覧 (FinOps toolkit) です。{count} 行で、マシンは含まれません。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'azure-counts-only-pricing-units': {
    severity: 'info',
    message: {
      en: 'This is a list of pricing units (FinOps toolkit): {count, plural, one {# row} other {# rows}}, no machines.',
      ja: '価格単位の一覧 (FinOps toolkit) です。{count} 行で、マシンは含まれません。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'ari-further-rows': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# row repeats} other {# rows repeat}} a machine for a further tag or network card ({examples}), and {count, plural, one {was} other {were}} joined with its first row.',
      ja: '{count} 行は同じマシンの別のタグまたはネットワーク カードの行です ({examples})。先頭行にまとめました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'cost-other-charges': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# charge is} other {# charges are}} not for Defender for Servers ({examples}).',
      ja: '{count} 件の請求は Defender for Servers のものではありません ({examples})。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'cost-charge-not-read': {
    severity: 'warning',
    message: {
      en: 'A charge for Defender for Servers could not be read (date, quantity, cost, subscription: {values}).',
      ja: 'Defender for Servers の請求行を読み取れません (日付、数量、コスト、サブスクリプション: {values})。',
    },
    next: {
      en: 'Check the row; export the cost details again if cells were changed.',
      ja: '行を確認してください。セルが変更されている場合はコスト詳細を出力し直してください。',
    },
  },
  'cost-trial-hours': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# charge is for trial hours} other {# charges are for trial hours}} at no cost ({examples}).',
      ja: '{count} 件は試用期間中の無料時間です ({examples})。',
    },
    next: { en: 'Expect the price after the trial.', ja: '試用期間の終了後は課金されます。' },
  },
  'cost-without-currency': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# charge names} other {# charges name}} no currency ({examples}).',
      ja: '{count} 件の請求に通貨がありません ({examples})。',
    },
    next: {
      en: 'Export with the billing currency column.',
      ja: '請求通貨の列を含めて出力し直してください。',
    },
  },
  'price-trial-meters': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# trial meter at price 0 was} other {# trial meters at price 0 were}} left out ({examples}).',
      ja: '価格 0 の試用版メーター {count} 件を除きました ({examples})。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'price-benefit-meters': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# price holds} other {# prices hold}} for owners of Defender for Endpoint licences ({examples}), kept apart in the price book.',
      ja: '{count} 件は Defender for Endpoint ライセンス保有者向けの価格です ({examples})。価格表では別の価格として扱います。',
    },
    next: {
      en: 'Use them only where the licence benefit was approved.',
      ja: 'ライセンス特典が承認されている場合にのみ使ってください。',
    },
  },
  'price-other-meters': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# price is} other {# prices are}} of other meters ({examples}): passed over.',
      ja: '{count} 件は他のメーターの価格です ({examples})。読み飛ばしました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'price-not-read': {
    severity: 'warning',
    message: {
      en: 'A price of the meter {meter} could not be read: price or currency is missing.',
      ja: 'メーター {meter} の価格を読み取れません。価格または通貨がありません。',
    },
    next: { en: 'Save the answer of the price API again.', ja: '価格 API の応答を保存し直してください。' },
  },
} as const satisfies Record<string, FindingText>;
