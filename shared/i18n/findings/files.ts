import type { FindingText } from '../../model/index.ts';

/** Findings of the room `files`. */
export const FILES_FINDINGS = {
  'file-no-records': {
    severity: 'warning',
    message: {
      en: 'The file was recognised, but nothing could be taken from it: no machine, no setting, no list.',
      ja: 'ファイルの種類は認識しましたが、マシン、設定、リストのいずれも取り込めませんでした。',
    },
    next: {
      en: 'Check that it is the right file or sheet, and that the export is not empty.',
      ja: '正しいファイルやシートであるか、出力が空でないかを確認してください。',
    },
  },
  'file-empty': {
    severity: 'warning',
    message: { en: 'The file is empty.', ja: 'ファイルが空です。' },
    next: {
      en: 'Export it again, and check that the export had finished.',
      ja: 'エクスポートが完了したことを確認し、もう一度出力してください。',
    },
  },
  'file-binary': {
    severity: 'warning',
    message: {
      en: 'The file is neither text nor a workbook nor a zip archive.',
      ja: 'テキスト、Excel ブック、zip のいずれでもないファイルです。',
    },
    next: { en: 'Export the data as CSV, JSON or XLSX.', ja: 'CSV、JSON または XLSX 形式で出力してください。' },
  },
  'file-kind': {
    severity: 'warning',
    message: {
      en: 'This is a file of the kind {kind}, which is not read.',
      ja: '{kind} 形式のファイルのため、読み取れません。',
    },
    next: { en: 'Export the data as CSV, JSON or XLSX.', ja: 'CSV、JSON または XLSX 形式で出力してください。' },
  },
  'file-xls': {
    severity: 'warning',
    message: {
      en: 'This is a workbook in the old Excel format (.xls), which is not read.',
      ja: '旧形式の Excel ブック (.xls) のため、読み取れません。',
    },
    next: {
      en: 'Open it in Excel and save it as an Excel workbook (.xlsx).',
      ja: 'Excel で開き、「Excel ブック (.xlsx)」として保存し直してください。',
    },
  },
  'file-protected': {
    severity: 'warning',
    message: {
      en: 'The workbook is protected with a password or a sensitivity label.',
      ja: 'ブックがパスワードまたは秘密度ラベルで保護されています。',
    },
    next: {
      en: 'Open it in Excel, remove the password or the label’s encryption, and save it again.',
      ja: 'Excel で開いてパスワードまたはラベルの暗号化を解除し、保存し直してください。',
    },
  },
  'file-failed': {
    severity: 'error',
    message: { en: 'Reading stopped: {reason}.', ja: '読み取りが途中で停止しました: {reason}' },
    next: {
      en: 'Rows before this point are kept. Check that the file is complete, and import it again.',
      ja: '停止する前の行は取り込まれています。ファイルが完全か確認し、もう一度取り込んでください。',
    },
  },
  'input-missing': {
    severity: 'error',
    message: { en: 'There is no such file or folder.', ja: 'ファイルまたはフォルダーが見つかりません。' },
    next: { en: 'Check the path.', ja: 'パスを確認してください。' },
  },
  'input-unreadable': {
    severity: 'error',
    message: { en: 'The file cannot be opened ({reason}).', ja: 'ファイルを開けません ({reason})。' },
    next: {
      en: 'Check the permissions, and whether another program has it open.',
      ja: 'アクセス権と、他のプログラムで開かれていないかを確認してください。',
    },
  },
  'input-no-file': {
    severity: 'warning',
    message: {
      en: 'This is a device, a pipe or a socket, and is not opened.',
      ja: 'デバイス、パイプまたはソケットのため、開きません。',
    },
    next: { en: 'Give a file, a folder or a zip archive.', ja: 'ファイル、フォルダーまたは zip を指定してください。' },
  },
  'folder-too-deep': {
    severity: 'warning',
    message: {
      en: 'Folders are nested more than {limit} deep; what lies below was not read.',
      ja: 'フォルダーの階層が {limit} を超えるため、それより下は読み取っていません。',
    },
    next: { en: 'Import the inner folder by itself.', ja: '内側のフォルダーを直接取り込んでください。' },
  },
  'folder-too-many': {
    severity: 'warning',
    message: {
      en: 'There are more than {limit} files; the others were not read.',
      ja: 'ファイルが {limit} 個を超えるため、残りは読み取っていません。',
    },
    next: { en: 'Import a smaller folder.', ja: 'より小さいフォルダーを取り込んでください。' },
  },
  'archive-broken': {
    severity: 'error',
    message: {
      en: 'The zip file or workbook is damaged or not complete ({reason}).',
      ja: 'zip またはブックが壊れているか、途中で切れています ({reason})。',
    },
    next: { en: 'Copy or download it again.', ja: 'もう一度コピーまたはダウンロードしてください。' },
  },
  'archive-empty': {
    severity: 'warning',
    message: { en: 'There is no file in the zip archive.', ja: 'zip の中にファイルがありません。' },
    next: { en: 'Pack the files again.', ja: 'もう一度圧縮してください。' },
  },
  'archive-nested': {
    severity: 'warning',
    message: { en: 'A zip archive inside another one is not opened.', ja: 'zip の中の zip は開きません。' },
    next: { en: 'Unpack it, and import what is in it.', ja: '展開してから、その中身を取り込んでください。' },
  },
  'archive-encrypted': {
    severity: 'warning',
    message: {
      en: 'This file of the zip archive is protected with a password.',
      ja: 'zip 内のこのファイルはパスワードで保護されています。',
    },
    next: { en: 'Unpack it with its password, and import it.', ja: 'パスワードで展開してから取り込んでください。' },
  },
  'archive-method': {
    severity: 'warning',
    message: {
      en: 'This file of the zip archive is packed in a way that is not supported (method {method}).',
      ja: 'zip 内のこのファイルの圧縮方式 ({method}) には対応していません。',
    },
    next: { en: 'Unpack it, and import it.', ja: '展開してから取り込んでください。' },
  },
  'archive-ratio': {
    severity: 'error',
    message: {
      en: 'It unpacks to {ratio} times its size (limit {limit}): this looks like a zip bomb and was not opened.',
      ja: '展開すると {ratio} 倍になります (上限 {limit})。zip 爆弾の疑いがあるため開いていません。',
    },
    next: {
      en: 'If you trust the file, unpack it and import what is in it.',
      ja: '信頼できるファイルであれば、展開してから取り込んでください。',
    },
  },
  'archive-too-large': {
    severity: 'error',
    message: {
      en: 'The zip archive unpacks to more than {limit} bytes; this file and those after it were not read.',
      ja: 'zip の展開後のサイズが {limit} バイトを超えるため、このファイル以降は読み取っていません。',
    },
    next: {
      en: 'Unpack it, and import the files that you need.',
      ja: '展開してから、必要なファイルだけを取り込んでください。',
    },
  },
  'archive-too-many': {
    severity: 'error',
    message: {
      en: 'The zip archive has {count, plural, one {# entry} other {# entries}} (limit {limit}) and was not opened.',
      ja: 'zip のエントリ数が {count} 件 (上限 {limit}) のため、開いていません。',
    },
    next: {
      en: 'Unpack it, and import the files that you need.',
      ja: '展開してから、必要なファイルだけを取り込んでください。',
    },
  },
  'archive-unsafe-name': {
    severity: 'warning',
    message: {
      en: 'The name of this file leads out of the zip archive; it was not read.',
      ja: 'このファイル名は zip の外を指しているため、読み取っていません。',
    },
    next: {
      en: 'Ask where the archive comes from, and pack it again.',
      ja: 'zip の入手元を確認し、作り直してください。',
    },
  },
  'encoding-guessed': {
    severity: 'warning',
    message: {
      en: 'The text is neither Unicode nor Japanese (CP932); it was read as {encoding}, which is a guess.',
      ja: 'Unicode でも日本語 (CP932) でもないため、{encoding} と推測して読み取りました。',
    },
    next: {
      en: 'Look at names with special characters. If they are wrong, name the encoding (--encoding) or save the file as UTF-8.',
      ja: '特殊文字を含む名前を確認してください。誤りがあれば文字コードを指定 (--encoding) するか、UTF-8 で保存し直してください。',
    },
  },
  'encoding-unknown': {
    severity: 'warning',
    message: {
      en: 'There is no encoding named {encoding}; it was recognised instead.',
      ja: '文字コード {encoding} は存在しないため、自動判定しました。',
    },
    next: {
      en: 'Use a name such as utf-8, utf-16le, shift_jis or windows-1252.',
      ja: 'utf-8、utf-16le、shift_jis、windows-1252 などを指定してください。',
    },
  },
  'encoding-damaged': {
    severity: 'warning',
    message: {
      en: 'Some characters are not valid in {encoding} and are shown as “�”.',
      ja: '{encoding} として正しくない文字があり、「�」と表示されます。',
    },
    next: {
      en: 'Save the file as UTF-8, or name its encoding (--encoding).',
      ja: 'UTF-8 で保存し直すか、文字コードを指定 (--encoding) してください。',
    },
  },
  'text-nul': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# zero byte in the text was} other {# zero bytes in the text were}} left out.',
      ja: 'テキスト中の NUL 文字 {count} 個を除外しました。',
    },
    next: {
      en: 'Look at the rows; the file may be damaged.',
      ja: 'ファイルが壊れている可能性があるため、行の内容を確認してください。',
    },
  },
  'table-not-recognised': {
    severity: 'warning',
    message: {
      en: 'The table is of no known format. First row: {seen}.',
      ja: '対応している形式の表ではありません。先頭行: {seen}',
    },
    next: {
      en: 'Name the format (--as), or say what the columns mean (--map, or the mapping screen).',
      ja: '形式を指定 (--as) するか、列の意味を指定 (--map または列の対応付け画面) してください。',
    },
  },
  'table-no-rows': {
    severity: 'info',
    message: { en: 'The table has a header and no rows.', ja: '見出しだけで、データの行がありません。' },
    next: {
      en: 'If there should be rows, check the filter, the scope and the rights of the export.',
      ja: '行があるはずの場合は、出力時のフィルター、対象範囲、権限を確認してください。',
    },
  },
  'table-rows-above-header': {
    severity: 'info',
    message: {
      en: '{count, plural, one {# row above the header (row {header}) was taken as a title} other {# rows above the header (row {header}) were taken as titles}}.',
      ja: '見出し行 ({header} 行目) より上の {count} 行は表題として扱いました。',
    },
    next: {
      en: 'Nothing, unless they are servers: then name the header row in a map (--map).',
      ja: 'サーバーの行が含まれる場合は、--map で見出し行を指定してください。',
    },
  },
  'table-duplicate-headers': {
    severity: 'info',
    message: { en: 'Several columns have the same name: {headers}.', ja: '同じ名前の列が複数あります: {headers}' },
    next: {
      en: 'Check which of them was read; rename the others.',
      ja: 'どの列が使われたかを確認し、他の列の名前を変えてください。',
    },
  },
  'table-too-wide': {
    severity: 'warning',
    message: {
      en: 'The table has {count, plural, one {# column} other {# columns}}; those beyond {limit} were not read.',
      ja: '列数が {count} のため、{limit} 列を超える部分は読み取っていません。',
    },
    next: {
      en: 'Check the delimiter; remove columns that are not needed.',
      ja: '区切り文字を確認し、不要な列を削除してください。',
    },
  },
  'table-short-row': {
    severity: 'info',
    message: {
      en: 'The row has {count, plural, one {# cell} other {# cells}} fewer than the header; what lacks was taken as empty.',
      ja: '見出しより {count} 列少ない行です。不足分は空として扱いました。',
    },
    next: {
      en: 'Check whether a cell with a delimiter or a line break lacks its quotes.',
      ja: '区切り文字や改行を含むセルが引用符で囲まれているか確認してください。',
    },
  },
  'table-long-row': {
    severity: 'warning',
    message: {
      en: 'The row has {count, plural, one {# filled cell} other {# filled cells}} beyond the last column, left out.',
      ja: '最後の列より右に値のあるセルが {count} 個あります。これらは読み取っていません。',
    },
    next: {
      en: 'Check whether a cell with a delimiter lacks its quotes.',
      ja: '区切り文字を含むセルが引用符で囲まれているか確認してください。',
    },
  },
  'table-stray-quote': {
    severity: 'info',
    message: {
      en: 'A quotation mark stands inside a cell; it was kept as it is.',
      ja: 'セルの途中に引用符があります。そのままの文字として扱いました。',
    },
    next: { en: 'Check the cells of this row.', ja: 'この行のセルを確認してください。' },
  },
  'table-open-quote': {
    severity: 'warning',
    message: {
      en: 'A quotation mark is opened in this row and never closed; the row was cut at its end of line.',
      ja: 'この行の引用符が閉じられていません。行末で区切って読み取りました。',
    },
    next: {
      en: 'Check this row and the next, and correct the quotes in the file.',
      ja: 'この行と次の行を確認し、ファイルの引用符を修正してください。',
    },
  },
  'table-row-too-long': {
    severity: 'error',
    message: {
      en: 'The row is longer than {limit} bytes and was not read.',
      ja: '行の長さが {limit} バイトを超えるため、読み取っていません。',
    },
    next: {
      en: 'Check that the file is a table with one row per line.',
      ja: '1 行に 1 件の表になっているか確認してください。',
    },
  },
  'row-not-understood': {
    severity: 'warning',
    message: {
      en: 'The row was read, but tells nothing that is used here.',
      ja: '行は読み取りましたが、利用できる内容がありません。',
    },
    next: {
      en: 'Check the row: a note, a total, or a name that is missing.',
      ja: '注記や合計の行でないか、名前が欠けていないかを確認してください。',
    },
  },
  'format-failed': {
    severity: 'error',
    message: { en: 'The row could not be taken over: {reason}.', ja: '行を取り込めませんでした: {reason}' },
    next: {
      en: 'Check the row. The other rows were read.',
      ja: 'この行を確認してください。他の行は読み取っています。',
    },
  },
  'findings-more': {
    severity: 'warning',
    message: {
      en: '{count, plural, one {# more finding of the kind “{code}” is} other {# more findings of the kind “{code}” are}} not listed.',
      ja: '「{code}」の指摘が他に {count} 件ありますが、一覧には表示していません。',
    },
    next: {
      en: 'Correct the first ones, and import again.',
      ja: '先頭の指摘を修正してから、もう一度取り込んでください。',
    },
  },
  'json-not-recognised': {
    severity: 'warning',
    message: {
      en: 'The JSON is of no known format. Properties of the first item: {seen}.',
      ja: '対応している形式の JSON ではありません。先頭要素のプロパティ: {seen}',
    },
    next: {
      en: 'Name the format (--as), or export the data as in the collector’s instructions.',
      ja: '形式を指定 (--as) するか、コレクターの手順で出力してください。',
    },
  },
  'json-error-answer': {
    severity: 'warning',
    message: {
      en: 'The file holds an error that Azure answered, not data: {error}.',
      ja: 'データではなく、Azure のエラー応答です: {error}',
    },
    next: {
      en: 'Run the command again with the rights that it needs.',
      ja: '必要な権限を持つアカウントで、コマンドを再実行してください。',
    },
  },
  'json-empty': {
    severity: 'info',
    message: { en: 'The JSON has no items.', ja: 'JSON に要素がありません。' },
    next: {
      en: 'If there should be some, check the query, its scope and the rights of who ran it.',
      ja: '要素があるはずの場合は、クエリ、対象範囲、実行者の権限を確認してください。',
    },
  },
  'json-truncated': {
    severity: 'error',
    message: {
      en: 'The JSON ends in the middle of item {item}; {count, plural, one {# item before it was} other {# items before it were}} read.',
      ja: 'JSON が {item} 番目の要素の途中で切れています。それより前の {count} 件は読み取りました。',
    },
    next: {
      en: 'Export it again, and check that the export had finished.',
      ja: 'エクスポートが完了したことを確認し、もう一度出力してください。',
    },
  },
  'json-broken': {
    severity: 'error',
    message: {
      en: 'The JSON is not valid from item {item} on; {count, plural, one {# item before it was} other {# items before it were}} read.',
      ja: '{item} 番目の要素以降が JSON として正しくありません。それより前の {count} 件は読み取りました。',
    },
    next: { en: 'Export it again; do not edit it by hand.', ja: '手作業で編集せず、もう一度出力してください。' },
  },
  'json-repaired': {
    severity: 'warning',
    message: {
      en: 'The JSON is not valid from item {item} on (comments, commas or quotes); it was repaired while reading.',
      ja: '{item} 番目の要素以降が JSON として正しくないため (コメント、カンマ、引用符など)、補正して読み取りました。',
    },
    next: {
      en: 'Compare the number of items, or export it again.',
      ja: '件数を確認するか、もう一度出力してください。',
    },
  },
  'json-text-before': {
    severity: 'info',
    message: {
      en: '{lines, plural, one {# line before the JSON was} other {# lines before the JSON were}} passed over.',
      ja: 'JSON の前にある {lines} 行を読み飛ばしました。',
    },
    next: {
      en: 'Nothing, when they are warnings of the command that wrote it.',
      ja: 'コマンドの警告であれば、対応は不要です。',
    },
  },
  'json-text-after': {
    severity: 'warning',
    message: {
      en: 'Other text follows after item {count}; it was not read.',
      ja: '{count} 件目の後に JSON 以外のテキストがあります。以降は読み取っていません。',
    },
    next: {
      en: 'Check the end of the file. If more items follow there, export them again.',
      ja: 'ファイルの末尾を確認してください。要素が続いている場合は、もう一度出力してください。',
    },
  },
  'json-too-deep': {
    severity: 'error',
    message: {
      en: 'Item {item} nests more than {limit} deep; reading stopped there.',
      ja: '{item} 番目の要素の入れ子が {limit} を超えるため、読み取りを停止しました。',
    },
    next: { en: 'Check that the file comes from a known export.', ja: '既知の出力ファイルであるか確認してください。' },
  },
  'json-item-too-large': {
    severity: 'error',
    message: {
      en: 'Item {item} is longer than {limit} characters; reading stopped there.',
      ja: '{item} 番目の要素が {limit} 文字を超えるため、読み取りを停止しました。',
    },
    next: {
      en: 'Check that the file comes from a known export; items are expected in a list, or in “value” or “data”.',
      ja: '既知の出力ファイルであるか確認してください。要素は配列、「value」または「data」の中にある必要があります。',
    },
  },
  'workbook-broken': {
    severity: 'error',
    message: { en: 'The workbook could not be read ({reason}).', ja: 'ブックを読み取れませんでした ({reason})。' },
    next: {
      en: 'Open it in Excel, and save it again as an Excel workbook (.xlsx).',
      ja: 'Excel で開き、「Excel ブック (.xlsx)」として保存し直してください。',
    },
  },
  'workbook-too-large': {
    severity: 'error',
    message: {
      en: 'The workbook is too large: more than {limit} {what}.',
      ja: 'ブックが大きすぎます ({what} の上限 {limit})。',
    },
    next: {
      en: 'Save the sheet that matters as CSV (UTF-8), and import that.',
      ja: '必要なシートを CSV (UTF-8) として保存し、取り込んでください。',
    },
  },
  'workbook-too-slow': {
    severity: 'error',
    message: {
      en: 'Reading the workbook took longer than {seconds, plural, one {# second} other {# seconds}} and was ended.',
      ja: 'ブックの読み取りが {seconds} 秒を超えたため、中止しました。',
    },
    next: {
      en: 'Save the sheet that matters as CSV (UTF-8), and import that.',
      ja: '必要なシートを CSV (UTF-8) として保存し、取り込んでください。',
    },
  },
  'workbook-not-recognised': {
    severity: 'warning',
    message: {
      en: 'No sheet of the workbook is of a known format.',
      ja: '対応している形式のシートがブックにありません。',
    },
    next: {
      en: 'Name the format (--as), or say what the columns mean (--map, or the mapping screen).',
      ja: '形式を指定 (--as) するか、列の意味を指定 (--map または列の対応付け画面) してください。',
    },
  },
  'workbook-empty': {
    severity: 'warning',
    message: { en: 'The workbook has no cells with a value.', ja: 'ブックに値のあるセルがありません。' },
    next: {
      en: 'If cells hold formulas, open it in Excel and save it again; else export it again.',
      ja: '数式のセルがある場合は Excel で開いて保存し直してください。それ以外は、もう一度出力してください。',
    },
  },
  'sheet-not-recognised': {
    severity: 'info',
    message: {
      en: 'This sheet is of no known format and was not read. First row: {seen}.',
      ja: '対応している形式のシートではないため、読み取っていません。先頭行: {seen}',
    },
    next: {
      en: 'If it lists servers, say what its columns mean (--map, or the mapping screen).',
      ja: 'サーバーの一覧であれば、列の意味を指定 (--map または列の対応付け画面) してください。',
    },
  },
  'sheet-merged-cells': {
    severity: 'info',
    message: {
      en: 'The value of merged cells was taken for each of their rows ({count, plural, one {# cell} other {# cells}}).',
      ja: '結合セルの値を、結合されている各行の値として扱いました ({count} セル)。',
    },
    next: { en: 'Check that it is meant for each row.', ja: '各行に当てはまる値か確認してください。' },
  },
  'sheet-failed': {
    severity: 'error',
    message: { en: 'The sheet could not be read ({reason}).', ja: 'シートを読み取れませんでした ({reason})。' },
    next: { en: 'Open the workbook in Excel, and save it again.', ja: 'Excel で開いて保存し直してください。' },
  },
} as const satisfies Record<string, FindingText>;
