import { fold } from '../../../../../shared/text/fold.ts';
import type { TableDetection, TablePreview, TableRow } from '../format.ts';
import { textOf } from './values.ts';

/** What a column may be called, by the name that the format uses for it: English and Japanese spellings. */
export type ColumnAliases<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** A header that was compared with the aliases of one format. */
export interface MatchedHeader<Column extends string> {
  /** Position of every column that was found; of two that fit, the first. */
  readonly columns: ReadonlyMap<Column, number>;
  /** Columns that no alias knows, as written. */
  readonly unknown: readonly { readonly name: string; readonly index: number }[];
  has(column: Column): boolean;
  /** The cell without outer blanks; undefined when the column is not there or the cell says nothing. */
  text(row: TableRow, column: Column): string | undefined;
}

/**
 * How header texts are compared: without case and width, and without blanks, `_`, `-`, dots, the `*` of required columns
 * and a byte order mark, so that `*Server name`, `server_name` and `ＳＥＲＶＥＲ ＮＡＭＥ` are one.
 */
export function headerKey(text: string): string {
  return fold(text.replace(/[\uFEFF\u200B]/g, '')).replace(/[\s_\-.*]/g, '');
}

/** Finds the columns of a header by their aliases. */
export function matchHeader<Column extends string>(
  header: readonly string[],
  aliases: ColumnAliases<Column>,
): MatchedHeader<Column> {
  const names = columnsByKey(aliases);
  const columns = new Map<Column, number>();
  const unknown: { name: string; index: number }[] = [];
  header.forEach((text, index) => {
    const column = names.get(headerKey(text));
    if (column === undefined) {
      if (text.trim() !== '') unknown.push({ name: text.trim(), index });
    } else if (!columns.has(column)) {
      columns.set(column, index);
    }
  });
  return {
    columns,
    unknown,
    has: (column) => columns.has(column),
    text: (row, column) => {
      const index = columns.get(column);
      return index === undefined ? undefined : textOf(row.cells[index]);
    },
  };
}

/**
 * The first row of the preview that holds a column of every group in `required`; null when there is none.
 * The score does not depend on order, case or further columns.
 */
export function findHeader<Column extends string>(
  preview: TablePreview,
  aliases: ColumnAliases<Column>,
  required: readonly (Column | readonly Column[])[],
  score: number,
): TableDetection | null {
  const header = preview.rows.findIndex((row) => {
    const found = matchHeader(row.cells, aliases);
    return required.every((group) => [group].flat().some((column) => found.has(column as Column)));
  });
  return header < 0 ? null : { score, header };
}

const keyed = new WeakMap<object, ReadonlyMap<string, string>>();

/** The aliases turned round, made once for each format: a preview of 50 rows asks for it 50 times. */
function columnsByKey<Column extends string>(aliases: ColumnAliases<Column>): ReadonlyMap<string, Column> {
  const known = keyed.get(aliases);
  if (known) return known as ReadonlyMap<string, Column>;
  const names = new Map<string, Column>();
  for (const [column, spellings] of Object.entries<readonly string[]>(aliases)) {
    for (const spelling of spellings) names.set(headerKey(spelling), column as Column);
  }
  keyed.set(aliases, names);
  return names;
}
