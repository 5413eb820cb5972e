import type { FindingText } from '../../model/index.ts';

/** Findings of the formats in `sources/files/formats/defender` and `…/lists`. */
export const FORMATS_LISTS_FINDINGS = {
  'list-not-servers': {
    severity: 'warning',
    message: {
      en: 'This table does not list servers (its columns: {headers}). Nothing was taken from it.',
      ja: 'この表はサーバーの一覧ではないと判断し、読み込みませんでした (列: {headers})。',
    },
    next: {
      en: 'If it does, say with --map which column holds the server name.',
      ja: 'サーバーの一覧である場合は、サーバー名の列を --map で指定してください。',
    },
  },
  'list-sheet-without-servers': {
    severity: 'info',
    message: {
      en: 'The sheet "{sheet}" does not list servers (its columns: {headers}). Nothing was taken from it.',
      ja: 'シート「{sheet}」はサーバーの一覧ではないと判断し、読み込みませんでした (列: {headers})。',
    },
    next: {
      en: 'If it does, say with --map which sheet and which column hold the server names.',
      ja: 'サーバーの一覧である場合は、シートとサーバー名の列を --map で指定してください。',
    },
  },
  'list-without-name': {
    severity: 'error',
    message: {
      en: 'The map names no column as name, fqdn or resourceId. No server could be read.',
      ja: 'マップに name、fqdn、resourceId のいずれの列も指定されていないため、サーバーを読み取れませんでした。',
    },
    next: {
      en: 'Name the column of the server name in the map (columns here: {headers}).',
      ja: 'サーバー名の列をマップに指定してください (この表の列: {headers})。',
    },
  },
  'list-map-target-unknown': {
    severity: 'warning',
    message: {
      en: 'The map gives the column "{header}" the meaning "{target}", which is not known. The column was read as if not mapped.',
      ja: 'マップで列「{header}」に指定された「{target}」は使用できない値です。この列は指定なしとして読み込みました。',
    },
    next: {
      en: 'Use name, fqdn, os, ip, tag:KEY, list:NAME, ignore or another word of the closed list.',
      ja: 'name、fqdn、os、ip、tag:キー、list:名前、ignore など、定められた値を指定してください。',
    },
  },
  'list-map-column-missing': {
    severity: 'warning',
    message: {
      en: 'The map names columns that this table does not have: {columns}.',
      ja: 'マップに指定された列がこの表にありません: {columns}。',
    },
    next: {
      en: 'Check the spelling, the sheet and the header row in the map.',
      ja: '列名の表記、シート、見出し行の指定を確認してください。',
    },
  },
  'list-columns-mapped': {
    severity: 'info',
    message: { en: 'Columns read as you said: {columns}.', ja: '指定どおりに読み込んだ列: {columns}。' },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'list-names-without-header': {
    severity: 'info',
    message: {
      en: 'The file has no header: each line was taken as the name of a server.',
      ja: '見出し行がないため、各行をサーバー名として読み込みました。',
    },
    next: {
      en: 'Nothing to do, unless the lines are something else.',
      ja: 'サーバー名でない場合を除き、対応は不要です。',
    },
  },
  'list-columns-sure': {
    severity: 'info',
    message: { en: 'Columns recognised: {columns}.', ja: '認識した列: {columns}。' },
    next: { en: 'Change a meaning with --map where it is wrong.', ja: '誤りがあれば --map で変更してください。' },
  },
  'list-columns-guessed': {
    severity: 'warning',
    message: {
      en: 'The meaning of these columns is a guess: {columns}.',
      ja: '次の列の意味は推定です: {columns}。',
    },
    next: { en: 'Confirm or change it with --map.', ja: '--map で確定または変更してください。' },
  },
  'list-columns-not-used': {
    severity: 'info',
    message: { en: 'Columns not used: {columns}.', ja: '使用しなかった列: {columns}。' },
    next: {
      en: 'To use one as a tag or a list, name it in --map as tag:KEY or list:NAME.',
      ja: 'タグやリストとして使う場合は、--map で tag:キー または list:名前 を指定してください。',
    },
  },
  'list-plan-as-tag': {
    severity: 'info',
    message: {
      en: 'The column "{header}" names a plan for each server. It was kept as the tag "{header}"; it decides nothing by itself.',
      ja: '列「{header}」にはサーバーごとのプランが書かれています。タグ「{header}」として取り込みました (そのままでは計画に影響しません)。',
    },
    next: {
      en: "Add requirement rules on that tag, or map the column as plan if it is today's plan.",
      ja: 'このタグを条件とする要件ルールを追加してください。現在のプランであれば --map で plan を指定してください。',
    },
  },
  'list-header-second-row': {
    severity: 'info',
    message: { en: 'This row is the second row of the header.', ja: 'この行は見出しの 2 行目です。' },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'list-header-again': {
    severity: 'info',
    message: { en: 'This row repeats the header.', ja: 'この行は見出しの繰り返しです。' },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'list-total-row': {
    severity: 'info',
    message: {
      en: 'This row is a total, not a server: "{text}".',
      ja: 'この行は集計行のため、サーバーとして扱いません: 「{text}」。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'list-remark': {
    severity: 'info',
    message: {
      en: 'This row is a remark or a heading, not a server: "{text}".',
      ja: 'この行は注記または見出しのため、サーバーとして扱いません: 「{text}」。',
    },
    next: {
      en: 'If it is a server, put its name into the name column.',
      ja: 'サーバーの場合は、サーバー名の列に名前を記入してください。',
    },
  },
  'list-heading-as-environment': {
    severity: 'warning',
    message: {
      en: 'The heading "{text}" was taken as the environment (tag 環境) of the servers below it.',
      ja: '見出し「{text}」を、その下のサーバーの環境 (タグ「環境」) とみなしました。',
    },
    next: {
      en: 'Check it; a column of its own leaves no doubt.',
      ja: '確認してください。環境の列を設けると確実です。',
    },
  },
  'list-row-without-name': {
    severity: 'warning',
    message: {
      en: 'This row has no server name and was not read: "{text}".',
      ja: 'この行にはサーバー名がないため、読み込みませんでした: 「{text}」。',
    },
    next: {
      en: 'Fill in the name, or leave the row if it is no server.',
      ja: 'サーバー名を記入してください。サーバーでない行であれば対応は不要です。',
    },
  },
  'list-row-continues': {
    severity: 'info',
    message: {
      en: 'This row goes on about the server above, "{name}".',
      ja: 'この行は上の行のサーバー「{name}」の続きとして読み込みました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'list-name-repeated': {
    severity: 'warning',
    message: {
      en: 'The server "{name}" stands in row {first} already. This row was not counted again.',
      ja: 'サーバー「{name}」は {first} 行目にもあります。この行は重複として数えていません。',
    },
    next: {
      en: 'If these are two servers, tell them apart by FQDN, domain, environment or resource group.',
      ja: '別のサーバーであれば、FQDN、ドメイン、環境、リソース グループのいずれかで区別してください。',
    },
  },
  'list-several-names': {
    severity: 'info',
    message: {
      en: 'This row names {count, plural, one {# server} other {# servers}}; each was read: {names}.',
      ja: 'この行には {count} 台のサーバー名があり、それぞれ読み込みました: {names}。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'list-name-range': {
    severity: 'warning',
    message: {
      en: '"{name}" reads like a range of servers. It was counted as one.',
      ja: '「{name}」は複数台をまとめた表記とみられますが、1 台として数えています。',
    },
    next: { en: 'Write one row for each server.', ja: '1 台につき 1 行で記入してください。' },
  },
  'list-name-note': {
    severity: 'info',
    message: {
      en: 'The note "{note}" in the name cell of "{name}" was left out.',
      ja: 'サーバー「{name}」の名前欄にあった注記「{note}」を除いて読み込みました。',
    },
    next: {
      en: 'Nothing to do, unless the note belongs to the name.',
      ja: '注記が名前の一部でなければ、対応は不要です。',
    },
  },
  'list-row-counts-several': {
    severity: 'warning',
    message: {
      en: 'The row of "{name}" stands for {count, plural, one {# server} other {# servers}}. It was counted as one.',
      ja: '「{name}」の行は {count} 台分とされていますが、1 台として数えています。',
    },
    next: { en: 'Write one row for each server.', ja: '1 台につき 1 行で記入してください。' },
  },
  'list-retired': {
    severity: 'warning',
    message: {
      en: 'The list says that "{name}" is retired. It was left out.',
      ja: '「{name}」は廃止済みと記載されているため、除外しました。',
    },
    next: {
      en: 'If it still runs, correct its state in the list.',
      ja: '稼働している場合は、一覧の稼働状況を修正してください。',
    },
  },
  'list-values-not-read': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# cell} other {# cells}} of the column "{header}" could not be read as {target} (for example "{example}").',
      ja: '列「{header}」の {count} 件の値を {target} として読み取れませんでした (例「{example}」)。',
    },
    next: {
      en: 'Correct the cells, or map the column to something else.',
      ja: '値を修正するか、列の意味を --map で変更してください。',
    },
  },
  'list-marks-unclear': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# cell of the column "{header}" is} other {# cells of the column "{header}" are}} neither a yes nor a no (for example "{example}"). No server of such a row is on the list.',
      ja: '列「{header}」の {count} 件は対象・対象外のどちらとも判断できません (例「{example}」)。該当サーバーはリストに入れていません。',
    },
    next: { en: 'Write ○ or × (yes or no) into these cells.', ja: '○ または × を記入してください。' },
  },
  'list-cross-as-no': {
    severity: 'warning',
    message: {
      en: 'The column "{header}" has circles; {count, plural, one {# x in it was} other {# x in it were}} taken for a cross, that is no.',
      ja: '列「{header}」には ○ があるため、{count} 件の x を × (対象外) とみなしました。',
    },
    next: { en: 'If x means yes there, write ○ instead.', ja: 'x が対象の意味であれば、○ に直してください。' },
  },
  'list-merged-cells': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# blank cell of the column "{header}" was} other {# blank cells of the column "{header}" were}} taken as merged with the cell above.',
      ja: '列「{header}」の空欄 {count} 件を、上のセルと結合されていたものとみなしました。',
    },
    next: { en: 'Check them, or fill the cells in.', ja: '確認するか、各セルに値を記入してください。' },
  },
  'list-azure-without-id': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# server is} other {# servers are}} said to be in Azure, but the list has no resource id there.',
      ja: '{count} 台は Azure 上とされていますが、リソース ID がありません。',
    },
    next: {
      en: "Import the portal's list of virtual machines or an az export too, so that they are joined.",
      ja: 'ポータルの仮想マシン一覧または az の出力も取り込み、突き合わせてください。',
    },
  },
  'list-empty': {
    severity: 'warning',
    message: { en: 'No server was found below the header.', ja: '見出しの下にサーバーの行がありませんでした。' },
    next: {
      en: 'Check that the right sheet and header row were found.',
      ja: 'シートと見出し行が正しいか確認してください。',
    },
  },
  'mde-item-not-understood': {
    severity: 'warning',
    message: {
      en: 'This entry is no device: it has neither a name nor an id.',
      ja: 'この項目には名前も ID もないため、デバイスとして読み取れません。',
    },
    next: { en: 'Export the devices again without changing them.', ja: '加工せずに出力し直してください。' },
  },
  'mde-row-without-name': {
    severity: 'warning',
    message: {
      en: 'This row has no device name and was not read.',
      ja: 'この行にはデバイス名がないため、読み込みませんでした。',
    },
    next: { en: 'Check the row in the export.', ja: '出力ファイルの該当行を確認してください。' },
  },
  'mde-health-unknown': {
    severity: 'warning',
    message: {
      en: 'The sensor health of {count, plural, one {# device} other {# devices}} has a word that is not known: {examples}. It counts as unknown.',
      ja: '{count} 台のセンサーの正常性が未知の値です: {examples}。不明として扱います。',
    },
    next: {
      en: 'Check these devices in the Defender portal.',
      ja: 'Defender ポータルで該当デバイスを確認してください。',
    },
  },
  'mde-onboarding-unknown': {
    severity: 'warning',
    message: {
      en: 'The onboarding status of {count, plural, one {# device} other {# devices}} has a word that is not known: {examples}. Such a device counts as one without a sensor.',
      ja: '{count} 台のオンボード状態が未知の値です: {examples}。センサーなしとして扱います。',
    },
    next: {
      en: 'Check these devices in the Defender portal.',
      ja: 'Defender ポータルで該当デバイスを確認してください。',
    },
  },
  'mde-resource-id-not-read': {
    severity: 'warning',
    message: {
      en: 'The Azure resource id of {count, plural, one {# device} other {# devices}} could not be read ({examples}). Other keys are used for joining.',
      ja: '{count} 台の Azure リソース ID を読み取れませんでした ({examples})。他のキーで突き合わせます。',
    },
    next: { en: 'Export again with the full resource ids.', ja: '完全なリソース ID を含めて出力し直してください。' },
  },
  'mdc-other-resources': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# row is about another kind of resource} other {# rows are about other kinds of resources}} ({examples}), not about servers: passed over.',
      ja: '{count} 行はサーバー以外のリソースです ({examples})。読み飛ばしました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'mdc-plan-not-named': {
    severity: 'info',
    message: {
      en: 'For {count, plural, one {# machine} other {# machines}} the report says "{examples}", which does not tell Plan 1 from Plan 2.',
      ja: '{count} 台について、レポートには「{examples}」とあるだけで、プラン 1 とプラン 2 の区別がわかりません。',
    },
    next: {
      en: 'Import the pricings of the subscriptions too.',
      ja: 'サブスクリプションの pricings (プラン設定) も取り込んでください。',
    },
  },
  'device-info-older-rows': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# row is an older sighting} other {# rows are older sightings}} of a device that stands here more than once ({examples}). The newest counts.',
      ja: '{count} 行は同じデバイスの重複した記録です ({examples})。最新の行を使用しました。',
    },
    next: { en: 'Nothing to do.', ja: '対応は不要です。' },
  },
  'target-list': {
    severity: 'info',
    message: {
      en: 'The names were kept as the list "{list}"; they make no machines.',
      ja: '名前をリスト「{list}」として取り込みました (マシンは作成しません)。',
    },
    next: { en: 'Use the list in a requirement rule.', ja: '要件ルールの条件にこのリストを指定できます。' },
  },
  'target-row-without-name': {
    severity: 'warning',
    message: { en: 'This row has no machine name.', ja: 'この行には VM 名がありません。' },
    next: { en: 'Fill in TargetVM or delete the row.', ja: 'TargetVM を記入するか、行を削除してください。' },
  },
  'migrate-row-without-name': {
    severity: 'warning',
    message: {
      en: 'This row has no server name and was not read.',
      ja: 'この行にはサーバー名がないため、読み込みませんでした。',
    },
    next: { en: 'Fill in the server name.', ja: 'Server name を記入してください。' },
  },
  'rvtools-row-without-name': {
    severity: 'warning',
    message: {
      en: 'This row has no virtual machine name and was not read.',
      ja: 'この行には仮想マシン名がないため、読み込みませんでした。',
    },
    next: { en: 'Check the row in the export.', ja: '出力ファイルの該当行を確認してください。' },
  },
  'rvtools-power-unknown': {
    severity: 'warning',
    message: {
      en: 'The power state of {count, plural, one {# virtual machine} other {# virtual machines}} has a word that is not known: {examples}.',
      ja: '{count} 台の仮想マシンの電源状態が未知の値です: {examples}。',
    },
    next: {
      en: 'Their state stays unknown; check them in vCenter.',
      ja: '状態は不明として扱います。vCenter で確認してください。',
    },
  },
  'rvtools-other-tab': {
    severity: 'info',
    message: {
      en: '"{tab}" is a tab of RVTools that lists no virtual machines by themselves. Nothing was taken from it.',
      ja: '「{tab}」は RVTools の補足シートのため、読み込みませんでした。',
    },
    next: { en: 'Nothing to do; vInfo is the tab that counts.', ja: '対応は不要です (vInfo シートを使用します)。' },
  },
  'plan-csv-columns-missing': {
    severity: 'warning',
    message: {
      en: 'The plan file lacks columns: {columns}. What they held is not restored.',
      ja: '計画ファイルに次の列がないため、その内容は復元されません: {columns}。',
    },
    next: { en: 'Import the file as it was exported.', ja: '出力されたままのファイルを取り込んでください。' },
  },
  'plan-csv-row-not-read': {
    severity: 'warning',
    message: {
      en: 'This row of the plan file could not be read (name "{name}", kind "{kind}").',
      ja: '計画ファイルのこの行を読み取れませんでした (名前「{name}」、種類「{kind}」)。',
    },
    next: { en: 'Restore the row from the exported file.', ja: '出力時のファイルから行を復元してください。' },
  },
} as const satisfies Record<string, FindingText>;
