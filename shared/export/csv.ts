import type { Language } from '../model/index.ts';
import type { ExportColumn } from './columns.ts';
import { guardFormula } from './formula.ts';

/** What a cell can hold; null is an empty cell. */
export type Cell = string | number | null;

/** How each column gets its cell from a row. */
export type Cells<Columns extends readonly ExportColumn[], Row> = Readonly<
  Record<Columns[number]['id'], (row: Row) => Cell>
>;

/** Excel reads UTF-8 as such only with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
export const LINE_END = '\r\n';
/** Between several sentences in one cell. */
export const SENTENCES = ' / ';

/** Rows in one piece of text: large enough to write fast, small enough to stop soon. */
const ROWS_OF_A_CHUNK = 1_000;

/**
 * A file as pieces of text: byte order mark, header in the language, one line for each row, CRLF, quoted as RFC 4180
 * says. Text is guarded against formulas; figures of our own are written as they are.
 */
export function* csvChunks<const Columns extends readonly ExportColumn[], Row>(
  columns: Columns,
  language: Language,
  rows: Iterable<Row>,
  cells: Cells<Columns, Row>,
): Generator<string> {
  const header = columns.map((column) => textCell(column.header[language])).join(',');
  let chunk = BYTE_ORDER_MARK + header + LINE_END;
  let count = 0;
  const writers = columns.map(({ id, cells: kind }) => ({
    cell: cells[id as Columns[number]['id']],
    write: kind === 'number' ? numberCell : textCell,
  }));
  for (const row of rows) {
    const line = writers.map(({ cell, write }) => write(cell(row))).join(',');
    chunk += line + LINE_END;
    if (++count % ROWS_OF_A_CHUNK === 0) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

const FIGURE = /^-?\d+(?:\.\d+)?$/;

/** A figure; a word in its place ("not found") is text like any other. */
function numberCell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  return FIGURE.test(text) ? text : textCell(text);
}

/** What makes quotes necessary. `;` and tab too: a spreadsheet of another locale would start a new cell there. */
const NEEDS_QUOTES = /[",;\r\n\t]|^ | $/;

function textCell(value: Cell): string {
  if (value === null || value === '') return '';
  const guarded = guardFormula(String(value));
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
