import type { FormatId } from '../../../../../../shared/model/index.ts';
import type { TableContext, TableFormat, TableRow } from '../../format.ts';
import { type ColumnAliases, findHeader, type MatchedHeader, matchHeader } from '../headers.ts';
import { type Notes, takeNotes } from './arm/notes.ts';

/** A table whose columns have known names and whose rows stand each for themselves. */
export interface PlainTable<Column extends string> {
  readonly id: FormatId;
  readonly columns: ColumnAliases<Column>;
  /** A header must hold a column of every group. */
  readonly required: readonly (Column | readonly Column[])[];
  /** 0 to 100; of the columns that were found where some make it surer than others. */
  readonly score: number | ((header: MatchedHeader<Column>) => number);
  /** Columns that belong to nobody else's files; a header holding one of these belongs elsewhere. */
  readonly foreign?: readonly Column[];
  row(row: TableRow, header: MatchedHeader<Column>, notes: Notes, context: TableContext): void;
  /** Said once, when the header is known. */
  start?(header: MatchedHeader<Column>, notes: Notes, context: TableContext): void;
}

/** Makes a format of it. Rows whose cells are all empty say nothing and are passed over. */
export function plainTable<Column extends string>(table: PlainTable<Column>): TableFormat {
  return {
    id: table.id,
    detect(preview) {
      const found = findHeader(preview, table.columns, table.required, 0);
      if (found === null) return null;
      const header = matchHeader(preview.rows[found.header]?.cells ?? [], table.columns);
      if (table.foreign?.some((column) => header.has(column))) return null;
      return { ...found, score: typeof table.score === 'number' ? table.score : table.score(header) };
    },
    reader(context) {
      const header = matchHeader(context.header, table.columns);
      const notes = takeNotes(context.sink);
      table.start?.(header, notes, context);
      return {
        row(row) {
          if (row.cells.some((cell) => cell.trim() !== '')) table.row(row, header, notes, context);
        },
        end: notes.end,
      };
    },
  };
}

/** Says which columns a user-chosen view had that nothing reads. */
export function reportUnknownColumns<Column extends string>(header: MatchedHeader<Column>, notes: Notes): void {
  if (header.unknown.length > 0) {
    const columns = header.unknown.map(({ name }) => name).join(', ');
    notes.sink.finding('azure-columns-not-read', { columns }, null);
  }
}
