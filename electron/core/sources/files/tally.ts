import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Finding, FindingParams, SourceRecord } from '../../../../shared/model/index.ts';
import type { Sink } from './format.ts';
import type { FileSink, TableBegin } from './host.ts';
import { limit } from './limits.ts';

/** A failure of the host (a full disk, a locked project), not of the file: it ends the reading. */
export class HostError extends Error {
  readonly code = 'host-failed';
}

/** Findings about rows that were read all the same: a few say enough. */
const NOTICES = new Set(['table-short-row', 'table-long-row', 'table-stray-quote']);

/** What became of one file: counts its records, findings and rows without either. */
export interface Tally {
  begin(table: TableBegin): void;
  /** The sink of one table; `sheet` goes into every record and finding. */
  sink(sheet: string | null): Sink;
  /** Our own word about a file or a row; it does not answer the row. */
  find(code: string, params?: FindingParams, row?: number | null, sheet?: string | null): void;
  /** Runs a reader over one row; a row that gets no answer is remembered as open. */
  row(row: number, read: () => void): void;
  /** Says which rows of this table nobody answered. */
  closeTable(sheet: string | null): void;
  /** Closing words: how many more findings there were. */
  close(): void;
  readonly rows: number;
  readonly records: number;
  readonly findings: readonly Finding[];
  /** Newest date the rows speak of. */
  readonly date: string | null;
}

export function createTally(file: string, host: FileSink): Tally {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  const open = new Set<number>();
  let rows = 0;
  let records = 0;
  let answers = 0;
  let newest: string | null = null;
  let isAllAnswered = false;

  return {
    begin: (table) => guarded(() => host.begin(table)),
    sink,
    find,
    row(row, read) {
      rows++;
      const before = answers;
      read();
      if (answers === before) open.add(row);
    },
    closeTable(sheet) {
      const silent = isAllAnswered ? [] : [...open].sort((a, b) => a - b);
      for (const row of silent) find('row-not-understood', {}, row, sheet);
      open.clear();
      isAllAnswered = false;
    },
    close() {
      for (const [code, count] of counts) {
        const more = count - capOf(code);
        if (more > 0) findings.push(finding('findings-more', { code, count: more }, { file }));
      }
    },
    get rows() {
      return rows;
    },
    get records() {
      return records;
    },
    get findings() {
      return findings;
    },
    get date() {
      return newest;
    },
  };

  function sink(sheet: string | null): Sink {
    return {
      record(record: SourceRecord) {
        records++;
        answered(record.row);
        const placed = sheet !== null && record.sheet === undefined ? { ...record, sheet } : record;
        guarded(() => host.record(placed));
      },
      finding(code, params, row) {
        if (row === 'all') isAllAnswered = true;
        else if (row !== null) answered(row);
        find(code, params, row === 'all' ? null : row, sheet);
      },
      date(iso) {
        if (Number.isNaN(Date.parse(iso))) return;
        if (newest === null || Date.parse(iso) > Date.parse(newest)) newest = iso;
      },
    };
  }

  function find(code: string, params: FindingParams = {}, row: number | null = null, sheet: string | null = null) {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > capOf(code)) return;
    findings.push(
      finding(code, params, {
        file,
        ...(sheet !== null && { sheet }),
        ...(row !== null && { row }),
      }),
    );
  }

  function answered(row: number) {
    answers++;
    open.delete(row);
  }
}

/** Runs a format's code: what it throws becomes a finding, and reading goes on. */
export function attempt<T>(sink: Sink, row: number | null, call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    if (error instanceof HostError) throw error;
    sink.finding('format-failed', { reason: error instanceof Error ? error.message : String(error) }, row);
    return null;
  }
}

function capOf(code: string): number {
  return NOTICES.has(code) ? limit('noticesOfOneCode') : limit('findingsOfOneCode');
}

function guarded(call: () => void): void {
  try {
    call();
  } catch (cause) {
    throw new HostError('the host failed', { cause });
  }
}
