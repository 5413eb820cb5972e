import { csvChunks } from '../../../shared/export/csv.ts';
import type { FindingView, Language } from '../../../shared/model/index.ts';

/** What a row of findings says, in order. */
const COLUMNS = ['severity', 'message', 'next', 'file', 'sheet', 'row', 'code'] as const;
type ColumnId = (typeof COLUMNS)[number];

interface Words {
  readonly language: Language;
  readonly title: (column: ColumnId) => string;
  readonly severity: (severity: FindingView['severity']) => string;
}

/** Findings as a CSV file that Excel opens: UTF-8 with its mark, texts guarded against formulas. */
export function findingsCsv(findings: readonly FindingView[], words: Words): Uint8Array {
  const columns = COLUMNS.map((id) => {
    const title = words.title(id);
    return { id, header: { en: title, ja: title }, cells: id === 'row' ? ('number' as const) : ('text' as const) };
  });
  const text = [...csvChunks(columns, words.language, findings, cellsOf(words))].join('');
  return new TextEncoder().encode(text);
}

/** Findings as rows for a spreadsheet, with titles; a cell holds no tab and no line break. */
export function findingsTsv(findings: readonly FindingView[], words: Words): string {
  const cells = cellsOf(words);
  const lines = findings.map((found) => COLUMNS.map((id) => String(cells[id](found) ?? '').replace(/[\t\r\n]+/g, ' ')));
  return [COLUMNS.map(words.title), ...lines].map((line) => line.join('\t')).join('\n');
}

function cellsOf({ severity }: Words) {
  return {
    severity: (found: FindingView) => severity(found.severity),
    message: (found: FindingView) => found.message,
    next: (found: FindingView) => found.next,
    file: (found: FindingView) => found.file,
    sheet: (found: FindingView) => found.sheet,
    row: (found: FindingView) => found.row,
    code: (found: FindingView) => found.code,
  };
}
