import type { ReadFile } from './read-all.ts';

/** What a file was read as, one line for each record and finding: a golden file that a person can review. */
export function goldenReading(files: readonly ReadFile[]): string {
  return `${files.flatMap(linesOf).join('\n')}\n`;
}

function linesOf(file: ReadFile): readonly string[] {
  return [
    `${file.file}: ${file.format}, ${file.encoding}, ${file.rows} rows, ${file.records} records, ${file.outcome}`,
    ...file.recordsRead.map((record) => `  ${JSON.stringify(record)}`),
    ...file.findings.map(
      ({ severity, code, sheet, row, params }) =>
        `  ${severity} ${code}${sheet === undefined ? '' : ` [${sheet}]`}${row === undefined ? '' : ` row ${row}`} ${JSON.stringify(params)}`,
    ),
  ];
}
