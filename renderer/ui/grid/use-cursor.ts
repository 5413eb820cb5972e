import { useLayoutEffect, useRef, useState } from 'react';
import { type Cursor, HEADER } from './types.ts';

export interface CursorState {
  readonly cursor: Cursor;
  /** Where a range of rows began. */
  readonly anchor: number;
  /** Moves; `focus` takes the focus of the browser along. */
  readonly move: (to: Cursor, options: { readonly focus: boolean; readonly keepAnchor?: boolean }) => void;
  readonly grid: React.RefObject<HTMLDivElement | null>;
}

/**
 * The cursor stays on its row when rows are sorted or filtered; when its row is gone it stays at its place.
 * The row with the cursor is always rendered, so that the focus is never lost to scrolling.
 */
export function useCursor(rows: Uint32Array): CursorState {
  const grid = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ row: null as number | null, at: 0, column: 1, anchor: 0 });
  const wantsFocus = useRef(false);
  const found = place.row === null ? -1 : rows[place.at] === place.row ? place.at : rows.indexOf(place.row);
  const at = place.at === HEADER ? HEADER : found >= 0 ? found : Math.min(place.at, rows.length - 1);
  const cursor: Cursor = { row: rows.length === 0 ? HEADER : at, column: place.column };

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = grid.current?.querySelector<HTMLElement>('[data-cursor]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  return {
    cursor,
    anchor: place.anchor,
    grid,
    move: (to, { focus, keepAnchor = false }) => {
      wantsFocus.current = focus;
      setPlace((before) => ({
        row: to.row === HEADER ? null : (rows[to.row] ?? null),
        at: to.row,
        column: to.column,
        anchor: keepAnchor ? before.anchor : Math.max(0, to.row),
      }));
    },
  };
}
