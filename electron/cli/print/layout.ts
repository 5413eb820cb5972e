import stringWidth from 'string-width';
import { type Column, plain, type Table, tableIn } from './table.ts';
import { wrap } from './wrap.ts';

const INDENT = 2;
const GAP = 2;

/** A column is not made narrower than this; a terminal that is still too narrow folds lines itself. */
const NARROWEST = 8;

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
  const natural = columns.map((_, index) => Math.max(...[titles, ...cells].map((row) => stringWidth(row[index] ?? ''))));
  const widths = width === null ? natural : fitted(natural, columns, width - INDENT - GAP * (columns.length - 1));
  const rule = widths.map((cell) => '-'.repeat(cell));
  return [
    ...rowLines(titles, columns, widths),
    ...rowLines(rule, columns, widths),
    ...cells.flatMap((row) => rowLines(row, columns, widths)),
  ];
}

/** Takes from the widest column, cell by cell, until the row fits; numbers are not folded. */
function fitted(natural: readonly number[], columns: readonly Column[], room: number): readonly number[] {
  const widths = [...natural];
  for (let over = widths.reduce((sum, cell) => sum + cell, 0) - room; over > 0; over--) {
    const foldable = widths.filter((cell, index) => cell > NARROWEST && columns[index]?.align !== 'right');
    if (foldable.length === 0) break;
    const widest = Math.max(...foldable);
    const at = widths.findIndex((cell, index) => cell === widest && columns[index]?.align !== 'right');
    widths[at] = widest - 1;
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
