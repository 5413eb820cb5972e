import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOne } from './reading.ts';

/** File → encoding, names that were read, findings as `code` or `code@row`. */
type Expected = readonly [encoding: string, names: readonly string[], findings: readonly string[]];

const WEB_SQL = ['web01', 'sql01'];
const JAPANESE = ['ウェブ01', '髙橋サーバー'];

const EXPECTED: Readonly<Record<string, Expected>> = {
  // Nothing in it.
  'empty.csv': ['', [], ['file-empty']],
  'blank-lines.csv': ['utf-8', [], ['file-empty']],
  'byte-order-mark-only.csv': ['', [], ['file-empty']],
  'header-only.csv': ['utf-8', [], ['table-no-rows', 'file-no-records']],
  'empty-array.json': ['utf-8', [], ['json-empty']],
  'empty-value.json': ['utf-8', [], ['json-empty']],
  'empty-object.json': ['utf-8', [], ['json-not-recognised']],
  'null-value.json': ['utf-8', [], ['json-not-recognised']],

  // Not what the name says.
  'binary.csv': ['', [], ['file-binary']],
  'picture.csv': ['', [], ['file-kind']],
  'paper.xlsx': ['', [], ['file-kind']],
  'packed.json': ['', [], ['file-kind']],
  'page.xls': ['', [], ['file-kind']],
  'spreadsheet-2003.xls': ['', [], ['file-kind']],
  'old-excel.xlsx': ['', [], ['file-xls']],
  'protected.xlsx': ['', [], ['file-protected']],
  'mail.csv': ['', [], ['file-kind']],
  'database.csv': ['', [], ['file-kind']],
  'prose.txt': ['utf-8', [], ['table-not-recognised']],
  'unknown-columns.csv': ['utf-8', [], ['table-not-recognised']],
  'scalar.json': ['utf-8', [], ['table-not-recognised']],
  'scalars.json': ['utf-8', [], ['json-not-recognised']],
  'error-answer.json': ['utf-8', [], ['json-error-answer']],

  // Encodings.
  'utf8-mark.csv': ['utf-8-bom', JAPANESE, []],
  'utf16-le.csv': ['utf-16le', JAPANESE, []],
  'utf16-be.csv': ['utf-16be', JAPANESE, []],
  'utf16-le-unmarked.csv': ['utf-16le', JAPANESE, []],
  'utf16-be-unmarked.csv': ['utf-16be', JAPANESE, []],
  'cp932.csv': ['cp932', JAPANESE, []],
  'windows-1252.csv': ['windows-1252', ['München-01', 'café-02'], ['encoding-guessed']],
  'utf8-broken-byte.csv': ['utf-8', JAPANESE, ['encoding-damaged']],
  'utf8-cut-off.csv': ['utf-8', JAPANESE, ['encoding-damaged']],
  'zero-bytes.csv': ['utf-8', WEB_SQL, ['text-nul']],
  'powershell-utf16.json': ['utf-16le', ['ウェブ01'], []],
  'utf16-unmarked.json': ['utf-16le', ['web01'], []],
  'cp932.json': ['cp932', ['ウェブ①'], []],
  'lone-surrogate.json': ['utf-8', ['web\ud800'], []],

  // Delimiters and line ends.
  'sep-comma.csv': ['utf-8', WEB_SQL, []],
  'sep-semicolon.csv': ['utf-8', WEB_SQL, []],
  'semicolons.csv': ['utf-8', WEB_SQL, []],
  'tabs.csv': ['utf-8', WEB_SQL, []],
  'bars.csv': ['utf-8', WEB_SQL, []],
  'mixed-line-ends.csv': ['utf-8', ['web01', 'web02', 'web03'], []],
  'carriage-returns.csv': ['utf-8', ['web01', 'web02'], []],
  'one-column.csv': ['utf-8', ['web01', 'web02'], []],
  'bracket-title.csv': ['utf-8', ['web01'], []],

  // Rows.
  'trailing-commas.csv': ['utf-8', ['web01', 'web02'], []],
  'line-breaks-in-cells.csv': ['utf-8', ['web01', 'web02'], ['row-not-understood@7']],
  'short-rows.csv': ['utf-8', ['web01', 'web02', 'web03'], ['table-short-row@2', 'table-short-row@3']],
  'long-rows.csv': ['utf-8', ['web01', 'web02'], ['table-long-row@2']],
  'open-quote.csv': ['utf-8', ['web01', 'web02', 'web03'], ['table-open-quote@2']],
  'open-quote-at-end.csv': ['utf-8', ['web01', 'web02', 'web03'], ['table-open-quote@3']],
  'open-quote-in-header.csv': ['utf-8', ['web01', 'web02'], ['table-open-quote@1']],
  'open-quote-first.csv': ['utf-8', ['web01', 'web02'], ['table-open-quote@2']],
  'stray-quote.csv': ['utf-8', ['web01', 'web02'], ['table-stray-quote@2', 'table-stray-quote@3']],
  'duplicate-headers.csv': ['utf-8', ['web01'], ['table-duplicate-headers@1']],
  'proto-headers.csv': ['utf-8', ['web01', '__proto__'], []],
  'title-rows.csv': ['utf-8', ['web01'], ['table-rows-above-header']],
  'formulas.csv': ['utf-8', ['=HYPERLINK("http://example.com","web01")', '+web02', '@web03'], []],
  'blank-rows-between.csv': ['utf-8', ['web01', 'web02'], []],
  'nameless-rows.csv': ['utf-8', ['web01'], ['row-not-understood@3', 'row-not-understood@4']],
  'full-width.csv': ['utf-8', ['ｗｅｂ０１'], []],

  // JSON that is none, or not quite.
  'truncated-array.json': ['utf-8', ['web01', 'web02'], ['json-truncated@3']],
  'truncated-between.json': ['utf-8', ['web01'], ['json-truncated@2']],
  'truncated-first.json': ['utf-8', [], ['json-truncated@1']],
  'truncated-number.json': ['utf-8', ['web01'], ['json-truncated@2']],
  'trailing-commas.json': ['utf-8', ['web01', 'web02'], ['json-repaired']],
  'comments.json': ['utf-8', ['web01', 'web02'], ['json-repaired']],
  'typographic-quotes.json': ['utf-8', ['web01', 'web02'], ['json-repaired']],
  'single-quotes.json': ['utf-8', ['web01'], ['json-repaired']],
  'missing-comma.json': ['utf-8', ['web01', 'web02'], ['json-repaired']],
  'not-a-number.json': ['utf-8', ['web01', 'web02'], ['json-repaired']],
  'beyond-repair.json': ['utf-8', ['web01'], ['json-broken@2']],
  'lines.json': ['utf-8', ['web01', 'web02', 'web03'], []],
  'lines-one-broken.json': ['utf-8', ['web01', 'web02', 'web03'], ['json-repaired']],
  'pages-concatenated.json': ['utf-8', ['web01', 'web02'], []],
  'warnings-before.json': ['utf-8', ['web01'], ['json-text-before']],
  'prompt-before.json': ['utf-8', ['web01'], ['json-text-before']],
  'text-after.json': ['utf-8', ['web01'], ['json-text-after@2']],
  'proto.json': ['utf-8', ['web01', 'web02'], []],
  'deep.json': ['utf-8', [], ['json-too-deep@1']],
  'deep-item.json': ['utf-8', ['web01'], ['json-too-deep@2']],
  'capital-items.json': ['utf-8', ['web01'], []],
  'one-object.json': ['utf-8', ['web01'], []],
  'duplicate-keys.json': ['utf-8', ['web01'], []],
  'nameless-item.json': ['utf-8', ['web01'], ['row-not-understood@2', 'row-not-understood@3', 'row-not-understood@4']],
};

const FOLDER = new URL('../../../../fixtures/bad/', import.meta.url);

describe('bad files end in rows or in a named finding', () => {
  it('has a line for every file of the folder', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.entries(EXPECTED))('%s', async (name, [encoding, names, findings]) => {
    const file = await readOne(fileURLToPath(new URL(name, FOLDER)));
    const found = file.findings.map(({ code, row }) => (row === undefined ? code : `${code}@${row}`));
    expect({ encoding: file.encoding, names: file.names, findings: found }).toEqual({ encoding, names, findings });
    expect(file.outcome).toBe(names.length > 0 || name === 'header-only.csv' ? 'read' : 'unreadable');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
