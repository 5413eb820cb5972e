import { CsvError, parse } from 'csv-parse/sync';
import type { FindingParams } from '../../../../shared/model/index.ts';
import type { Dialect } from './dialect.ts';
import type { TableRow } from './format.ts';
import { limit } from './limits.ts';

/** Something about the text of one row. */
export interface RowProblem {
  readonly code: string;
  readonly params: FindingParams;
  readonly row: number;
}

export interface RowBatch {
  readonly rows: readonly TableRow[];
  readonly problems: readonly RowProblem[];
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Cuts a text into rows, `row` being the line on which each begins (1-based). Line ends may be mixed.
 * A quote that is never closed costs its own line only: that line is cut without quotes, and said.
 * Memory stays at a block and a record, whatever the length of a line.
 */
export async function* readCsv(text: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<RowBatch> {
  const cutter = createCutter(dialect.delimiter);
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    waiting.push(bytes);
    size += bytes.length;
    if (size < limit('blockBytes')) continue;
    const rest = yield* batches(Buffer.concat(waiting), false);
    waiting = [rest];
    size = rest.length;
  }
  yield* batches(Buffer.concat(waiting), true);

  function* batches(block: Buffer, isLast: boolean): Generator<RowBatch, Buffer> {
    const cutting = cutter.cut(block, isLast);
    let step = cutting.next();
    for (; !step.done; step = cutting.next()) yield dialect.hasSepLine ? withoutSepLine(step.value) : step.value;
    return step.value;
  }
}

function withoutSepLine(batch: RowBatch): RowBatch {
  return batch.rows[0]?.row === 1 ? { ...batch, rows: batch.rows.slice(1) } : batch;
}

interface Cutter {
  /** Gives the rows of a block; returns the bytes of a record that is not complete yet. */
  cut(block: Buffer, isLast: boolean): Generator<RowBatch, Buffer>;
}

function createCutter(delimiter: string): Cutter {
  let line = 1;
  /** Inside a line that is longer than any row: everything up to its end is thrown away. */
  let isSkipping = false;

  return { cut };

  function* cut(block: Buffer, isLast: boolean): Generator<RowBatch, Buffer> {
    let rows: TableRow[] = [];
    let problems: RowProblem[] = [];
    let at = isSkipping ? skipLine(block, 0, isLast) : 0;
    const end = isLast ? block.length : lastLineEnd(block, at);
    while (at < end) {
      const parsed = parseRows(block.subarray(at, end), delimiter, line);
      for (const row of parsed.rows) rows.push(row);
      line = parsed.line;
      at += parsed.length;
      if (!parsed.error) continue;
      const isCutShort = parsed.error === 'CSV_QUOTE_NOT_CLOSED' && !isLast;
      if (isCutShort && block.length - at < limit('recordBytes')) break;
      at = recover(block, at, parsed.error, rows, problems);
      if (problems.length < limit('recoveriesAtOnce')) continue;
      yield { rows, problems };
      [rows, problems] = [[], []];
    }
    if (!isLast && !isSkipping && at >= end && block.length - at > limit('recordBytes')) {
      problems.push({ code: 'table-row-too-long', params: { limit: limit('recordBytes') }, row: line });
      isSkipping = true;
      at = block.length;
    }
    yield { rows, problems };
    return block.subarray(at);
  }

  /** Takes one line whose quotes make no sense, as far as it goes. Returns where the next one begins. */
  function recover(block: Buffer, at: number, error: string, rows: TableRow[], problems: RowProblem[]): number {
    const next = lineEnd(block, at);
    const bytes = block.subarray(at, next);
    if (bytes.length > limit('recordBytes')) {
      problems.push({ code: 'table-row-too-long', params: { limit: limit('recordBytes') }, row: line });
    } else {
      const loose = error === 'CSV_INVALID_CLOSING_QUOTE' || error === 'INVALID_OPENING_QUOTE';
      const relaxed = loose ? parseLine(bytes, delimiter, { relax_quotes: true }) : null;
      const cells = relaxed ?? parseLine(bytes, delimiter, { quote: null })?.map(withoutQuotes);
      rows.push({ row: line, cells: cells ?? [bytes.toString()] });
      problems.push({ code: relaxed ? 'table-stray-quote' : 'table-open-quote', params: {}, row: line });
    }
    line++;
    return next;
  }

  function skipLine(block: Buffer, from: number, isLast: boolean): number {
    const next = lineEnd(block, from);
    const isFound = next < block.length || block[next - 1] === NEWLINE || isLast;
    if (!isFound) return block.length;
    isSkipping = false;
    line++;
    return next;
  }
}

interface ParsedRows {
  readonly rows: readonly TableRow[];
  /** Bytes of the rows that were understood. */
  readonly length: number;
  /** Line after them. */
  readonly line: number;
  /** Code of csv-parse; null when all was understood. */
  readonly error: string | null;
}

function parseRows(bytes: Buffer, delimiter: string, firstLine: number): ParsedRows {
  if (!bytes.includes(QUOTE)) return splitRows(bytes, delimiter, firstLine);
  const rows: TableRow[] = [];
  let length = 0;
  let line = firstLine;
  let seenLines = 0;
  const take = (cells: string[], info: { readonly bytes: number; readonly lines: number }) => {
    rows.push({ row: line, cells });
    // csv-parse counts CR LF inside quotes as two lines: where it saw several, they are counted here.
    line += info.lines - seenLines <= 1 ? 1 : countLines(bytes, length, info.bytes);
    seenLines = info.lines;
    length = info.bytes;
    return null;
  };
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: limit('recordBytes'),
      on_record: take,
    });
    return { rows, length: bytes.length, line, error: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, length, line, error: error.code };
  }
}

/** Without a quotation mark every delimiter is one: no parser needed, and five times as fast (`test/bench`). */
function splitRows(bytes: Buffer, delimiter: string, firstLine: number): ParsedRows {
  const lines = bytes.toString().split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const tooLong = lines.findIndex((line) => line.length > limit('recordBytes'));
  const good = tooLong < 0 ? lines : lines.slice(0, tooLong);
  const rows = good.map((line, index) => ({ row: firstLine + index, cells: line.split(delimiter) }));
  if (tooLong < 0) return { rows, length: bytes.length, line: firstLine + lines.length, error: null };
  let length = 0;
  for (let count = 0; count < tooLong; count++) length = lineEnd(bytes, length);
  return { rows, length, line: firstLine + tooLong, error: 'CSV_MAX_RECORD_SIZE' };
}

/** One line by itself; null when even that cannot be done. */
function parseLine(line: Buffer, delimiter: string, quotes: { relax_quotes?: boolean; quote?: null }): string[] | null {
  try {
    const rows = parse(line, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], ...quotes });
    return rows.length === 1 ? (rows[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** A cell cut out of a line whose quotes are not closed: marks at the ends of a text were meant as quotes. */
function withoutQuotes(cell: string): string {
  return cell.replaceAll(/^"|"$/g, '') || cell;
}

/** Line ends from `start` to `end`; CR LF is one. */
function countLines(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] !== NEWLINE)) count++;
  }
  return count;
}

/** Where the line that begins at `from` is over: after its line end, or at the end of the block. */
function lineEnd(block: Buffer, from: number): number {
  const feed = block.indexOf(NEWLINE, from);
  const end = feed < 0 ? block.length : feed + 1;
  const back = block.subarray(from, end).indexOf(RETURN);
  if (back < 0 || from + back + 1 >= end) return end;
  const after = from + back + 1;
  return block[after] === NEWLINE ? after + 1 : after;
}

/** Where the last complete line of a block ends; `from` when there is none. A CR at the very end may be half of CR LF. */
function lastLineEnd(block: Buffer, from: number): number {
  const feed = block.lastIndexOf(NEWLINE);
  if (feed >= from) return feed + 1;
  const back = block.subarray(0, -1).lastIndexOf(RETURN);
  return back >= from ? back + 1 : from;
}
