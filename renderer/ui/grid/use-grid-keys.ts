import type { KeyboardEvent, RefObject } from 'react';
import { isComposing } from '../../app/shortcuts/registry.ts';
import { moveCursor, rowsBetween, toggled } from './move.ts';
import { type GridProps, HEADER, ROW_HEIGHT } from './types.ts';
import type { CursorState } from './use-cursor.ts';

/** Pixels that a key widens or narrows a column. */
const WIDTH_STEP = 16;

/** Everything that a key does in the grid. */
export function useGridKeys(props: GridProps, place: CursorState, scroller: RefObject<HTMLDivElement | null>) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent) || event.altKey) return;
    const isDone = place.cursor.row === HEADER ? headerKey(event, props, place) : rowKey(event, props, place);
    if (isDone || move(event, props, place, scroller)) event.preventDefault();
  };
}

function move(
  event: KeyboardEvent,
  { rows, columns, select, visit }: GridProps,
  place: CursorState,
  scroller: RefObject<HTMLDivElement | null>,
): boolean {
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
  const size = { rows: rows.length, columns: columns.length + 1, page };
  const next = moveCursor(place.cursor, event.key, event.ctrlKey || event.metaKey, size);
  if (!next) return false;
  const isExtending = event.shiftKey && next.row !== HEADER && next.row !== place.cursor.row;
  place.move(next, { focus: true, keepAnchor: isExtending });
  if (isExtending) select(rowsBetween(rows, place.anchor, next.row));
  const row = rows[next.row];
  if (row !== undefined && next.row !== place.cursor.row) visit(row);
  return true;
}

function headerKey({ key, shiftKey }: KeyboardEvent, props: GridProps, { cursor }: CursorState): boolean {
  const column = props.columns[cursor.column - 1];
  if (key === 'Enter' || key === ' ') {
    if (column) props.sortBy(column.id);
    else props.select(props.selection.size >= props.rows.length ? [] : props.rows);
    return true;
  }
  if (column && shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    props.resize(column.id, column.width + (key === 'ArrowLeft' ? -WIDTH_STEP : WIDTH_STEP));
    return true;
  }
  return false;
}

function rowKey(event: KeyboardEvent, props: GridProps, { cursor }: CursorState): boolean {
  const { rows, selection, select } = props;
  const row = rows[cursor.row];
  if (row === undefined) return false;
  const isControl = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'Enter':
      props.open(row);
      return true;
    case ' ':
      select(toggled(selection, row));
      return true;
    case 'Escape':
      if (selection.size > 0) select([]);
      else props.close();
      return true;
    case 'a':
      if (isControl) select(rows);
      return isControl;
    case 'c':
      if (isControl) props.copy(selection.size > 0 ? [...rows].filter((each) => selection.has(each)) : [row]);
      return isControl;
    default:
      return false;
  }
}
