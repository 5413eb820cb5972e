import type { ImportView } from '../../../shared/contract/index.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import { formatWord } from '../../../shared/i18n/labels/words.ts';
import type { Language } from '../../../shared/model/index.ts';
import { printFindings } from './findings.ts';
import { heading, table } from './table.ts';

/** What was read of every file, what the project holds now, and what the user should look at. */
export function printImport(view: ImportView, language: Language, options: { isInspection?: boolean } = {}): string {
  const right = 'right' as const;
  const columns = [
    { title: say(language, 'file') },
    { title: say(language, 'format') },
    { title: say(language, 'encoding') },
    { title: say(language, 'rows'), align: right },
    { title: say(language, 'records'), align: right },
    { title: say(language, 'findings'), align: right },
  ];
  const rows = view.evidence.map(({ file, format, encoding, rows, records, findings }) => [
    file,
    formatWord(format, language),
    encoding,
    String(rows),
    String(records),
    String(findings.length),
  ]);
  const { machines, merged, excluded } = view;
  const summary = options.isInspection
    ? ''
    : `\n${say(language, 'importSummary', { machines, new: view.new, merged, excluded })}\n`;
  // What concerns the whole comes first: rows that meet no machine, servers that may be billed twice.
  const all = [...view.findings, ...view.evidence.flatMap(({ findings }) => findings)];
  return heading(say(language, 'files')) + table(columns, rows) + summary + printFindings(all, language);
}
