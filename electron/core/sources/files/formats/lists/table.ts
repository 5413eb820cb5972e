import type { TableRow } from '../../format.ts';
import { findAlias, isUnusedHeader } from './aliases.ts';
import { headerKeys } from './header-key.ts';
import { isBlank, looksLikeData } from './looks.ts';

/** One column of a list: its title as shown, the keys to recognise it by, and its values in the preview. */
export interface ListColumn {
  readonly index: number;
  /** The header as written; `(C)` for a column without one. */
  readonly header: string;
  /** The header's cell as it stands in the sheet. */
  readonly written: string;
  readonly keys: readonly string[];
  /** Values below the header in the preview, blank ones left out. */
  readonly values: readonly string[];
}

/** A table of a list with the header taken apart; a header may be two rows high. */
export interface ListTable {
  /** 1-based row of the header. */
  readonly headerRow: number;
  /** Rows up to this one belong to the header. */
  readonly lastHeaderRow: number;
  readonly columns: readonly ListColumn[];
  /** Text above the header: title, date, department. */
  readonly title: string;
  readonly body: readonly TableRow[];
}

/** Wider sheets are cut here: no list of servers has so many columns, and each one is looked at value by value. */
const MAX_COLUMNS = 300;
const SAMPLE_ROWS = 30;

/** Reads the table whose header stands at `rows[header]`. */
export function readTable(rows: readonly TableRow[], header: number): ListTable {
  const top = cellsOf(rows[header]);
  const next = rows[header + 1];
  const hasSubHeader = isRowAbove(rows[header], next) && isSubHeader(top, cellsOf(next));
  const above = isRowAbove(rows[header - 1], rows[header]) ? cellsOf(rows[header - 1]) : [];
  const body = rows.slice(header + (hasSubHeader ? 2 : 1));
  const titles = joinHeaders(top, hasSubHeader ? cellsOf(next) : [], above);
  const isNarrow = titles.filter((title) => title !== '').length < 2;
  // Headings and remarks fill one cell; they say nothing about what a column holds.
  const sample = body.filter((row) => isNarrow || countFilled(row.cells) > 1).slice(0, SAMPLE_ROWS);
  const width = Math.min(MAX_COLUMNS, Math.max(titles.length, ...sample.map((row) => row.cells.length)));
  return {
    headerRow: rows[header]?.row ?? 0,
    lastHeaderRow: (hasSubHeader ? next?.row : rows[header]?.row) ?? 0,
    columns: Array.from({ length: width }, (_, index) =>
      column(index, titles[index] ?? '', top[index] ?? '', sample),
    ).filter((each) => each.keys[0] !== '' || each.values.length > 0),
    title: rows
      .slice(0, header)
      .flatMap((row) => row.cells)
      .join(' '),
    body,
  };
}

function column(index: number, title: string, written: string, sample: readonly TableRow[]): ListColumn {
  const header = title.replace(/\s+/gu, ' ').trim();
  return {
    index,
    header: header === '' ? `(${columnLetters(index)})` : header,
    written,
    keys: headerKeys(header),
    values: sample.map((row) => (row.cells[index] ?? '').trim()).filter((value) => !isBlank(value)),
  };
}

/** Index of the row that reads most like a header of a list; the rows to try first by the aliases in them. */
export function headerCandidates(rows: readonly TableRow[]): readonly number[] {
  const scored = rows
    .map((row, index) => ({ index, score: aliasScore(row.cells) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, 4)
    .map(({ index }) => index);
  const plain = rows.findIndex(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length >= 2 && !filled.some((cell) => looksLikeData(cell));
  });
  return plain < 0 || scored.includes(plain) ? scored : [...scored, plain];
}

/** Hits of different kinds count, data in the row counts against it. */
function aliasScore(cells: readonly string[]): number {
  const kinds = new Set<string>();
  let score = 0;
  for (const cell of cells.slice(0, MAX_COLUMNS)) {
    if (cell.trim() === '') continue;
    const keys = headerKeys(cell);
    const hit = findAlias(keys);
    if (hit) {
      score += kinds.has(hit.kind) ? 1 : hit.isExact ? 3 : 2;
      kinds.add(hit.kind);
    } else if (isUnusedHeader(keys)) score += 1;
    if (looksLikeData(cell) && !hit) score -= 3;
  }
  return score;
}

/**
 * A second header row: it fills in below merged titles (ネットワーク → IPアドレス, VLAN), leaves blank or repeats what the
 * first row has said (a title merged downwards), holds no data, and at least one of its words is known.
 */
function isSubHeader(top: readonly string[], next: readonly string[]): boolean {
  const filled = next
    .map((cell, index) => ({ cell: cell.trim(), index }))
    .filter(({ cell, index }) => cell !== '' && cell !== (top[index] ?? '').trim());
  const said = top.filter((cell) => cell.trim() !== '').length;
  const isBelowName = filled.some(({ index }) => findAlias(headerKeys(top[index] ?? ''))?.kind === 'name');
  return (
    filled.length > 0 &&
    said >= 2 &&
    !isBelowName &&
    !filled.some(({ cell }) => looksLikeData(cell)) &&
    filled.some(({ cell }) => findAlias(headerKeys(cell))?.isExact) &&
    top.some((cell, index) => cell.trim() !== '' && ['', cell.trim()].includes((next[index] ?? '').trim()))
  );
}

/** The row directly above may hold titles of columns that are merged downwards. */
function isRowAbove(above: TableRow | undefined, header: TableRow | undefined): boolean {
  return above !== undefined && header !== undefined && above.row === header.row - 1;
}

function joinHeaders(top: readonly string[], sub: readonly string[], above: readonly string[]): readonly string[] {
  const width = Math.max(top.length, sub.length, above.length);
  let parent = '';
  return Array.from({ length: width }, (_, index) => {
    const title = (top[index] ?? '').trim();
    const below = (sub[index] ?? '').trim();
    if (title !== '') parent = title;
    if (below !== '' && below !== title)
      return findAlias(headerKeys(below))?.isExact || parent === '' ? below : `${parent} ${below}`;
    if (title !== '') return title;
    const over = (above[index] ?? '').trim();
    return over !== '' && findAlias(headerKeys(over))?.isExact ? over : '';
  });
}

/** Whether a row repeats the header (a page break of a printed list). */
export function isHeaderAgain(table: ListTable, cells: readonly string[]): boolean {
  const titled = table.columns.filter((each) => each.keys[0] !== '');
  const same = titled.filter((each) => cells[each.index] === each.written).length;
  return same >= 2 ? same >= titled.length * 0.6 : same === 1 && titled.length === 1;
}

/** `A`, `B` … `Z`, `AA`: as a spreadsheet names its columns. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function countFilled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function cellsOf(row: TableRow | undefined): readonly string[] {
  return row?.cells ?? [];
}
