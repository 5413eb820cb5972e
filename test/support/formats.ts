import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { JsonFormat, JsonPreview, Sink, TableFormat, TableRow } from '../../electron/core/sources/files/format.ts';
import { JSON_FORMATS, TABLE_FORMATS } from '../../electron/core/sources/files/formats/index.ts';
import { finding } from '../../shared/i18n/findings/index.ts';
import type { Finding, FormatId, SourceRecord } from '../../shared/model/index.ts';

/** What a format made of a file. */
export interface FormatReading {
  readonly format: FormatId | null;
  readonly rows: number;
  readonly records: readonly SourceRecord[];
  readonly findings: readonly Finding[];
  /** Dates that the file told of itself, in order. */
  readonly dates: readonly string[];
  /** Rows that ended neither as a record nor as a finding. */
  readonly unanswered: readonly number[];
}

/** A public example in the repository, as text. */
export function sample(name: string): string {
  return readFileSync(new URL(`../fixtures/samples/${name}`, import.meta.url), 'utf8');
}

/** Reads CSV text with the format that is surest of it. */
export function readCsvText(text: string, formats: readonly TableFormat[] = TABLE_FORMATS): FormatReading {
  const parsed = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return readTable(
    parsed.map(({ record, info }) => ({ row: info.lines, cells: record })),
    formats,
  );
}

/** Reads rows, as a sheet gives them, with the format that is surest of them. */
export function readTable(
  rows: readonly TableRow[],
  formats: readonly TableFormat[] = TABLE_FORMATS,
  sheet: string | null = null,
): FormatReading {
  const preview = { sheet, file: 'file', rows: rows.slice(0, 50) };
  const found = surest(formats, (format) => {
    const detection = format.detect(preview);
    return detection && { score: detection.score, detection };
  });
  const kept = keeper();
  if (!found) return kept.reading(null, rows);
  const at = found.result.detection.header;
  const header = rows[at];
  const below = rows.slice(at + 1);
  const reader = found.format.reader({
    file: 'file',
    sheet,
    header: header?.cells ?? [],
    headerRow: header?.row ?? 1,
    preview: preview.rows,
    map: null,
    sink: kept.sink,
  });
  for (const row of below) reader.row(row);
  reader.end?.();
  return kept.reading(found.format.id, below);
}

/** Reads a JSON document with the format that is surest of it: its items stand in `value`, `data`, `Items`, or it is one. */
export function readJson(document: unknown, formats: readonly JsonFormat[] = JSON_FORMATS): FormatReading {
  const { container, values, envelope } = unwrap(document);
  const items = values.map((value, index) => ({ row: index + 1, value }));
  const preview: JsonPreview = { file: 'file', container, items: items.slice(0, 50), envelope };
  const found = surest(formats, (format) => {
    const score = format.detect(preview);
    return score === null ? null : { score };
  });
  const kept = keeper();
  if (!found) return kept.reading(null, items);
  const reader = found.format.reader({ file: 'file', container, sink: kept.sink });
  for (const item of items) reader.item(item);
  reader.end?.(envelope);
  return kept.reading(found.format.id, items);
}

function surest<F, R extends { readonly score: number }>(formats: readonly F[], detect: (format: F) => R | null) {
  return formats
    .flatMap((format) => {
      const result = detect(format);
      return result === null ? [] : [{ format, result }];
    })
    .reduce<{ format: F; result: R } | null>(
      (best, next) => (best === null || next.result.score > best.result.score ? next : best),
      null,
    );
}

function keeper() {
  const records: SourceRecord[] = [];
  const findings: Finding[] = [];
  const dates: string[] = [];
  const answered = new Set<number>();
  let isAllAnswered = false;
  const sink: Sink = {
    record(record) {
      answered.add(record.row);
      records.push(record);
    },
    finding(code, params, row) {
      if (row === 'all') isAllAnswered = true;
      if (typeof row === 'number') answered.add(row);
      findings.push(finding(code, params, typeof row === 'number' ? { row } : {}));
    },
    date: (iso) => void dates.push(iso),
  };
  return {
    sink,
    reading(format: FormatId | null, rows: readonly { readonly row: number }[]): FormatReading {
      const unanswered = isAllAnswered ? [] : rows.map(({ row }) => row).filter((row) => !answered.has(row));
      return { format, rows: rows.length, records, findings, dates, unanswered };
    },
  };
}

function unwrap(document: unknown) {
  if (Array.isArray(document)) return { container: '[]', values: document as unknown[], envelope: {} };
  const fields = Object.entries((document ?? {}) as Record<string, unknown>);
  const list = fields.find(([key, value]) => ['value', 'data', 'Items'].includes(key) && Array.isArray(value));
  if (!list) return { container: '{}', values: [document], envelope: {} };
  const envelope = Object.fromEntries(fields.filter(([key]) => key !== list[0]));
  return { container: list[0], values: list[1] as unknown[], envelope };
}
