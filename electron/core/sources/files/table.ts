import { createHash } from 'node:crypto';
import type { FormatId } from '../../../../shared/model/index.ts';
import { fold } from '../../../../shared/text/fold.ts';
import type { RowBatch, RowProblem } from './csv.ts';
import type { ColumnMap, TableDetection, TableFormat, TablePreview, TableRow } from './format.ts';
import type { ReadHost, ReadOptions } from './host.ts';
import { limit } from './limits.ts';
import type { Pulse } from './pulse.ts';
import { attempt, type Tally } from './tally.ts';

/** One table: a text file, or a sheet of a workbook. */
export interface Table {
  readonly file: string;
  readonly sheet: string | null;
  readonly encoding: string;
  readonly batches: AsyncIterable<RowBatch>;
}

export interface TableJob {
  readonly formats: readonly TableFormat[];
  readonly options: ReadOptions;
  readonly host: ReadHost;
  readonly tally: Tally;
  readonly pulse: Pulse;
}

interface Choice {
  readonly format: TableFormat;
  readonly detection: TableDetection;
  readonly map: ColumnMap | null;
}

/** Reads a table to its end. @returns the format that took it; null when none did, which is a finding */
export async function readTable(table: Table, job: TableJob): Promise<TableFormat | null> {
  const { tally, pulse } = job;
  const first: TableRow[] = [];
  const problems: RowProblem[] = [];
  let taker: Taker | null | undefined;
  for await (const batch of table.batches) {
    problems.push(...batch.problems);
    const rows = batch.rows.filter((row) => !isBlank(row));
    pulse.rows(rows.length);
    if (taker === undefined) {
      first.push(...rows);
      if (first.length < limit('previewRows')) continue;
      taker = startTaker(table, first, job);
    } else {
      for (const row of rows) taker?.take(row);
    }
    if (taker !== undefined) sayProblems(problems.splice(0), taker, table, tally);
    await pulse.beat();
  }
  if (taker === undefined) taker = startTaker(table, first, job);
  if (first.length === 0 && problems.length === 0 && table.sheet === null) tally.find('file-empty');
  sayProblems(problems, taker, table, tally);
  taker?.end();
  return taker?.format ?? null;
}

/** Of a text that is no table, only lost lines are worth a word: prose has quotation marks too. */
function sayProblems(problems: readonly RowProblem[], taker: Taker | null, table: Table, tally: Tally): void {
  for (const { code, params, row } of problems) {
    if (taker || code === 'table-row-too-long') tally.find(code, params, row, table.sheet);
  }
}

interface Taker {
  readonly format: TableFormat;
  take(row: TableRow): void;
  end(): void;
}

/** Chooses a format by the first rows and hands it those that it waited for. */
function startTaker(table: Table, first: readonly TableRow[], job: TableJob): Taker | null {
  const { sheet } = table;
  if (first.length === 0) return null;
  const preview: TablePreview = { sheet, file: table.file, rows: first.slice(0, limit('previewRows')) };
  const choice = choose(preview, job);
  if (!choice) {
    const seen = preview.rows[0]?.cells.filter((cell) => cell.trim() !== '').slice(0, 8) ?? [];
    job.tally.find(
      sheet === null ? 'table-not-recognised' : 'sheet-not-recognised',
      { seen: seen.join(', ') },
      null,
      sheet,
    );
    return null;
  }
  if (first.length === choice.detection.header + 1) job.tally.find('table-no-rows', {}, null, sheet);
  const taker = createTaker(table, choice, preview, job);
  for (const row of first.slice(choice.detection.header + 1)) taker.take(row);
  return taker;
}

function createTaker(table: Table, choice: Choice, preview: TablePreview, job: TableJob): Taker {
  const { sheet, file } = table;
  const { tally } = job;
  const { format, detection } = choice;
  const headerRow = preview.rows[detection.header] ?? withoutHeader(preview);
  const header = headerRow.cells.slice(0, limit('columns'));
  const width = header.findLastIndex((cell) => cell.trim() !== '') + 1;
  const fingerprint = headerFingerprint(header);
  sayHeader(header, headerRow, detection.header, sheet, tally);
  tally.begin({
    format: format.id,
    encoding: table.encoding,
    sheet,
    headerFingerprint: fingerprint,
    header,
    headerRow: headerRow.row,
  });
  const sink = tally.sink(sheet);
  const { map } = choice;
  const reader = attempt(sink, headerRow.row, () =>
    format.reader({ file, sheet, header, headerRow: headerRow.row, preview: preview.rows, map, sink }),
  );
  return {
    format,
    take(row) {
      tally.row(row.row, () => {
        if (!reader) return;
        const cells = fitted(row, header.length, width, sheet, tally);
        attempt(sink, row.row, () => reader.row(cells));
      });
    },
    end() {
      if (reader) attempt(sink, null, () => reader.end?.());
      tally.closeTable(sheet);
    },
  };
}

/** For a table that begins with its first row: columns without titles. */
function withoutHeader({ rows }: TablePreview): TableRow {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  return { row: 0, cells: new Array<string>(columns).fill('') };
}

/** The user's word first (`as`, `map`, what he said of the same columns before), then the surest format. */
function choose(preview: TablePreview, job: TableJob): Choice | null {
  const { options } = job;
  if (options.map?.sheet !== undefined && preview.sheet !== null) {
    if (fold(options.map.sheet) !== fold(preview.sheet)) return null;
  }
  const best = surest(preview, options.as === undefined ? job.formats : ofId(job.formats, options.as));
  const mapped = options.map ? withMap(preview, options.map) : remembered(preview, job.host);
  const lists = ofId(job.formats, options.as ?? LIST)[0];
  const isMapHeeded = options.map || best === null || best.format.id === LIST;
  if (mapped && lists && isMapHeeded) {
    return { format: lists, map: mapped.map, detection: { score: 100, header: mapped.header } };
  }
  if (best || options.as === undefined || preview.sheet !== null || !lists) return best;
  return { format: lists, map: options.map ?? null, detection: { score: 1, header: 0 } };
}

/** The format that columns can be mapped for: lists that customers made themselves. */
const LIST: FormatId = 'server-list';

function ofId(formats: readonly TableFormat[], id: FormatId): readonly TableFormat[] {
  return formats.filter((format) => format.id === id);
}

/** Ties go to the earlier format. */
function surest(preview: TablePreview, formats: readonly TableFormat[]): Choice | null {
  let best: Choice | null = null;
  for (const format of formats) {
    const detection = detect(format, preview);
    if (detection && detection.score > (best?.detection.score ?? 0)) best = { format, detection, map: null };
  }
  return best;
}

/** A format that fails on a preview does not know it. */
function detect(format: TableFormat, preview: TablePreview): TableDetection | null {
  try {
    return format.detect(preview);
  } catch {
    return null;
  }
}

interface Mapped {
  readonly map: ColumnMap;
  /** Index into the preview. */
  readonly header: number;
}

function remembered(preview: TablePreview, host: ReadHost): Mapped | null {
  if (!host.rememberedMap) return null;
  for (const [header, row] of preview.rows.entries()) {
    const map = host.rememberedMap(headerFingerprint(row.cells));
    if (map) return { map, header };
  }
  return null;
}

function withMap(preview: TablePreview, map: ColumnMap): Mapped | null {
  const header = mappedHeader(preview, map);
  return header < 0 ? null : { map, header };
}

/** Index of the header row that the map speaks of: by its number, else the row that has most of its columns. */
function mappedHeader(preview: TablePreview, map: ColumnMap): number {
  if (map.headerRow !== undefined) return preview.rows.findIndex((row) => row.row === map.headerRow);
  const columns = new Set(Object.keys(map.columns).map(fold));
  const hits = preview.rows.map((row) => row.cells.filter((cell) => columns.has(fold(cell))).length);
  const most = Math.max(...hits);
  return most > 0 ? hits.indexOf(most) : -1;
}

/** Same columns, same fingerprint, whatever the case, width or blanks of their names. */
export function headerFingerprint(header: readonly string[]): string {
  return createHash('sha256').update(header.map(fold).join('\u001f')).digest('hex').slice(0, 16);
}

function sayHeader(header: readonly string[], row: TableRow, above: number, sheet: string | null, tally: Tally): void {
  if (above > 0) tally.find('table-rows-above-header', { count: above, header: row.row }, null, sheet);
  if (row.cells.length > limit('columns')) {
    tally.find('table-too-wide', { count: row.cells.length, limit: limit('columns') }, row.row, sheet);
  }
  const names = header.map(fold).filter((name) => name !== '');
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (twice.length > 0)
    tally.find('table-duplicate-headers', { headers: twice.slice(0, 8).join(', ') }, row.row, sheet);
}

/** As many cells as the header has. What is missing is filled, what is beyond is left out; both are said. */
function fitted(row: TableRow, columns: number, width: number, sheet: string | null, tally: Tally): TableRow {
  const { cells } = row;
  if (cells.length === columns) return row;
  if (cells.length > columns) {
    const extra = cells.slice(columns).filter((cell) => cell.trim() !== '').length;
    if (extra > 0) tally.find('table-long-row', { count: extra }, row.row, sheet);
    return { row: row.row, cells: cells.slice(0, columns) };
  }
  if (cells.length < width) tally.find('table-short-row', { count: width - cells.length }, row.row, sheet);
  return { row: row.row, cells: [...cells, ...new Array<string>(columns - cells.length).fill('')] };
}

function isBlank(row: TableRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
