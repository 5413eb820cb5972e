import stringWidth from 'string-width';
import { type Column, plain, type Table, tableIn } from './table.ts';
import { longestPiece, wrap } from './wrap.ts';

const INDENT = 2;
const GAP = 2;

/** A column need not be wider than this for one word, such as an address, that cannot be folded. */
const WIDEST_WORD = 40;

/**
 * A page as a terminal shows it: tables line up, long lines and cells are folded between words.
 * @param width cells of the terminal; null folds nothing, for a file or a pipe
 */
export function layout(page: string, width: number | null): string {
  return page
    .split('\n')
    .flatMap((line) => {
      const found = tableIn(line);
      return found ? tableLines(found, width) : textLines(plain(line), width);
    })
    .join('\n');
}

/** Further lines of a paragraph stand a little to the right of its first. */
function textLines(line: string, width: number | null): readonly string[] {
  const indent = line.length - line.trimStart().length;
  if (width === null || stringWidth(line) <= width) return [line];
  const [first = '', ...rest] = wrap(line.trimStart(), width - indent - GAP);
  return [' '.repeat(indent) + first, ...rest.map((text) => ' '.repeat(indent + GAP) + text)];
}

function tableLines({ columns, rows }: Table, width: number | null): readonly string[] {
  const cells = rows.map((row) => row.map(plain));
  const titles = columns.map(({ title }) => title);
  const all = [titles, ...cells];
  const widest = (measure: (text: string) => number): number[] =>
    columns.map((_, index) => Math.max(...all.map((row) => measure(row[index] ?? ''))));
  const natural = widest(stringWidth);
  const room = width === null ? Number.POSITIVE_INFINITY : width - INDENT - GAP * (columns.length - 1);
  const widths = fitted(natural, narrowest(columns, natural, widest(longestPiece)), room);
  const rule = widths.map((cell) => '-'.repeat(cell));
  return [
    ...rowLines(titles, columns, widths),
    ...rowLines(rule, columns, widths),
    ...cells.flatMap((row) => rowLines(row, columns, widths)),
  ];
}

/** Numbers are not folded, and words stay whole. */
function narrowest(columns: readonly Column[], natural: readonly number[], words: readonly number[]): number[] {
  return natural.map((cell, index) =>
    columns[index]?.align === 'right' ? cell : Math.min(cell, words[index] ?? cell, WIDEST_WORD),
  );
}

/** Takes from the widest column, cell by cell, until the row fits or nothing can be folded any more. */
function fitted(natural: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  for (let over = widths.reduce((sum, cell) => sum + cell, 0) - room; over > 0; over--) {
    const spare = widths.map((cell, index) => (cell > (least[index] ?? 0) ? cell : 0));
    const at = spare.indexOf(Math.max(...spare));
    if (spare[at] === 0) break;
    widths[at] = (widths[at] ?? 0) - 1;
  }
  return widths;
}

function rowLines(row: readonly string[], columns: readonly Column[], widths: readonly number[]): readonly string[] {
  const folded = columns.map((_, index) => wrap(row[index] ?? '', widths[index] ?? 0));
  const height = Math.max(...folded.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const cells = folded.map((lines, index) => pad(lines[at] ?? '', widths[index] ?? 0, columns[index]?.align));
    return ' '.repeat(INDENT) + cells.join(' '.repeat(GAP)).trimEnd();
  });
}

function pad(cell: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return align === 'right' ? space + cell : cell + space;
}
