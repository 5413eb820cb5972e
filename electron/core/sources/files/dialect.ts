import { parse } from 'csv-parse/sync';

/** How the cells of a text are told apart. */
export interface Dialect {
  readonly delimiter: string;
  /** The first line is `SEP=…`, Excel's word on the delimiter, and no row. */
  readonly hasSepLine: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** Enough rows to see which delimiter cuts them evenly. */
const SAMPLE_ROWS = 100;

/** Chooses the delimiter that cuts most rows into the same number of cells, then into more cells. */
export function detectDialect(sample: string): Dialect {
  const sep = /^sep=(.)(\r|\n|$)/i.exec(sample)?.[1];
  if (sep) return { delimiter: sep, hasSepLine: true };
  const lines = wholeLines(sample);
  let best = { delimiter: ',', evenness: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const { evenness, width } = measure(lines, delimiter);
    if (width < 2) continue;
    if (evenness > best.evenness || (evenness === best.evenness && width > best.width)) {
      best = { delimiter, evenness, width };
    }
  }
  return { delimiter: best.delimiter, hasSepLine: false };
}

/** Without the last line, which the end of the sample may have cut. */
function wholeLines(sample: string): string {
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
  return end > 0 ? sample.slice(0, end) : sample;
}

function measure(text: string, delimiter: string): { evenness: number; width: number } {
  const widths = new Map<number, number>();
  let rows = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: SAMPLE_ROWS,
      on_record: (record: string[]) => {
        widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
        rows++;
        return null;
      },
    });
  } catch {
    // An open quote at the end of the sample: the rows before it count.
  }
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { evenness: rows === 0 ? 0 : count / rows, width };
}
