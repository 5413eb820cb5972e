import type { FindingParams, FormatId, SourceRecord } from '../../../../shared/model/index.ts';

/**
 * The seam between reading (bytes → rows, items) and formats (rows, items → records).
 * A format is one module: its header aliases as data, how sure it is that a file is its own, and how a row becomes records.
 */

/** Where records and findings of a file go. Every row that is read ends in at least one of the two. */
export interface Sink {
  record(record: SourceRecord): void;
  /**
   * `code` from the catalogues in `shared/i18n/findings`; `row` null for the table as a whole.
   * `all`: for the table as a whole, and it answers for every row too (a sheet that is known and holds no servers).
   */
  finding(code: string, params: FindingParams, row: number | null | 'all'): void;
  /** A date the file speaks of itself (ISO 8601); the newest wins over the file's own time. */
  date(iso: string): void;
}

/** How sure a format is of a file, 0 to 100: ties go to the earlier format in the list. */
export type Score = number;

/** The first rows of one table (CSV file or sheet), cells as text, before a header is known. */
export interface TablePreview {
  /** Null for a text file. */
  readonly sheet: string | null;
  /** File name without folder: a hint at most, never the reason. */
  readonly file: string;
  /** Up to 50 rows; `row` is 1-based in the file. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface TableDetection {
  readonly score: Score;
  /** Index into `preview.rows` of the header; -1: there is none, the first row is data. */
  readonly header: number;
}

/** What the user said about a list (MAP.json), or what was remembered by header fingerprint. */
export interface ColumnMap {
  readonly sheet?: string | undefined;
  /** 1-based. */
  readonly headerRow?: number | undefined;
  /** Column header → `name`, `os`, `tag:env`, `list:P2 targets`, `ignore`, … */
  readonly columns: Readonly<Record<string, string>>;
}

export interface TableContext {
  readonly file: string;
  readonly sheet: string | null;
  readonly header: readonly string[];
  readonly headerRow: number;
  /** All rows of the preview, for formats that guess columns by what the values look like. */
  readonly preview: readonly TableRow[];
  readonly map: ColumnMap | null;
  readonly sink: Sink;
}

/** Takes the rows below the header, one after the other; keeps nothing of them. */
export interface RowReader {
  row(row: TableRow): void;
  end?(): void;
}

export interface TableFormat {
  readonly id: FormatId;
  /** Null: not this format. */
  detect(preview: TablePreview): TableDetection | null;
  reader(context: TableContext): RowReader;
}

/** One item of a JSON document: an element of the array found in it, or the document itself. */
export interface JsonItem {
  /** 1-based position. */
  readonly row: number;
  readonly value: unknown;
}

/** The document around the items, without them: `{ count, skip_token, total_records }`, `{ nextLink }`, … */
export type JsonEnvelope = Readonly<Record<string, unknown>>;

export interface JsonPreview {
  readonly file: string;
  /** Name of the property that held the items (`value`, `data`, `Items`, `results`, `machines`), `[]` for a bare array, `lines` for one object per line, `{}` for a single object. */
  readonly container: string;
  /** Up to 50 items. */
  readonly items: readonly JsonItem[];
  /** What was read beside them so far; all of it where there are no items. */
  readonly envelope: JsonEnvelope;
}

export interface JsonContext {
  readonly file: string;
  readonly container: string;
  readonly sink: Sink;
}

export interface ItemReader {
  item(item: JsonItem): void;
  /** The envelope is complete only after the last item. */
  end?(envelope: JsonEnvelope): void;
}

export interface JsonFormat {
  readonly id: FormatId;
  detect(preview: JsonPreview): Score | null;
  reader(context: JsonContext): ItemReader;
}
