import { type Cursor, HEADER } from './types.ts';

/** What a key does to the cursor, like in a spreadsheet. Null: the key is none that moves. */
export function moveCursor(
  { row, column }: Cursor,
  key: string,
  isControl: boolean,
  { rows, columns, page }: { readonly rows: number; readonly columns: number; readonly page: number },
): Cursor | null {
  const last = rows - 1;
  const to = (nextRow: number, nextColumn: number): Cursor => ({
    row: Math.min(last, Math.max(HEADER, nextRow)),
    column: Math.min(columns - 1, Math.max(0, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(isControl ? last : row + 1, column);
    case 'ArrowUp':
      return to(isControl ? 0 : row - 1, column);
    case 'ArrowRight':
      return to(row, isControl ? columns - 1 : column + 1);
    case 'ArrowLeft':
      return to(row, isControl ? 0 : column - 1);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(Math.max(0, row - page), column);
    case 'Home':
      return to(isControl ? 0 : row, 0);
    case 'End':
      return to(isControl ? last : row, columns - 1);
    default:
      return null;
  }
}

/** The numbers of all rows between two indexes, either way round. */
export function rowsBetween(rows: Uint32Array, a: number, b: number): Uint32Array {
  return rows.slice(Math.max(0, Math.min(a, b)), Math.max(a, b) + 1);
}

export function toggled(selection: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(selection);
  if (!next.delete(row)) next.add(row);
  return next;
}
