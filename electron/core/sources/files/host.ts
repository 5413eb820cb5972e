import type { Finding, FormatId, SourceRecord } from '../../../../shared/model/index.ts';
import type { ColumnMap, JsonFormat, TableFormat } from './format.ts';

export interface ReadOptions {
  /** The user's word on the format, instead of recognising it. */
  readonly as?: FormatId | undefined;
  /** The user's word on the encoding, a label such as `shift_jis`. */
  readonly encoding?: string | undefined;
  /** The user's word on columns: the tables are lists of his own. */
  readonly map?: ColumnMap | null | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: the registry. */
  readonly tables?: readonly TableFormat[] | undefined;
  readonly json?: readonly JsonFormat[] | undefined;
}

/** A file that was found and hashed. */
export interface OpenedFile {
  /** As shown: no folder, or as much of it as tells the files of one call apart; `archive.zip/member.csv`. */
  readonly file: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  /** ISO 8601. */
  readonly modifiedAt: string;
  readonly bytes: number;
}

/** What is known when the first row of a table (or the first item of a document) is about to be read. */
export interface TableBegin {
  readonly format: FormatId;
  readonly encoding: string;
  readonly sheet: string | null;
  /** Same headers, same fingerprint; null for JSON. */
  readonly headerFingerprint: string | null;
  /** Empty for JSON. */
  readonly header: readonly string[];
  /** 1-based; 0 for JSON. */
  readonly headerRow: number;
}

/** Where the records of one file go. It is told of each table first: a workbook has several. */
export interface FileSink {
  begin(table: TableBegin): void;
  record(record: SourceRecord): void;
}

export interface FileResult {
  readonly file: string;
  /** Null when the file could not be opened. */
  readonly digest: string | null;
  /** Of a workbook: the format that gave most records. */
  readonly format: FormatId;
  /** `utf-8`, `utf-16le`, `cp932`, …; `xlsx` for a workbook; empty when nothing was read. */
  readonly encoding: string;
  /** Rows below the header that are not blank; items of a JSON document. */
  readonly rows: number;
  readonly records: number;
  readonly findings: readonly Finding[];
  /** ISO 8601: newest date that the rows speak of, else the file's own time; null when it could not be opened. */
  readonly date: string | null;
  /** `unreadable`: no format took any of it. */
  readonly outcome: 'read' | 'unreadable';
}

export interface ReadProgress {
  readonly file: string;
  /** Of two passes: one to hash, one to read. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** Who reads decides what is kept. Whatever a host throws ends the reading. */
export interface ReadHost {
  /** Null: skip it (already known, same digest); then it is not closed either. */
  open(file: OpenedFile): FileSink | null;
  /** Once for every file opened, and once for every input that could not be. */
  close(result: FileResult): void;
  /** At most every 100 ms. */
  progress?(progress: ReadProgress): void;
  /** What the user said about columns with this header before. */
  rememberedMap?(fingerprint: string): ColumnMap | null;
}

export interface ReadSummary {
  /** Files with rows, files without, files that the host skipped. */
  readonly read: number;
  readonly unreadable: number;
  readonly skipped: number;
  /** Left aside without a look: `.DS_Store`, lock files of Office, … */
  readonly leftAside: readonly string[];
}
