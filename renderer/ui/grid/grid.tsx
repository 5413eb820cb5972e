import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, useCallback, useMemo, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import styles from './grid.module.css';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import { rowsBetween, toggled } from './move.ts';
import { type GridProps, HEADER, ROW_HEIGHT } from './types.ts';
import { useCursor } from './use-cursor.ts';
import { useGridKeys } from './use-grid-keys.ts';

/** Rows beyond the visible ones, so that a quick wheel does not show empty space. */
const OVERSCAN = 10;
const CHECK_WIDTH = 40;

/**
 * A list of any length: only the rows in sight are in the page. Follows the ARIA grid pattern
 * (https://www.w3.org/WAI/ARIA/apg/patterns/grid/); one cell at a time can be reached with Tab.
 */
export function Grid(props: GridProps) {
  const { label, rows, columns, cell, nameOf, selection, shownRow, sort } = props;
  const text = useText('common');
  const scroller = useRef<HTMLDivElement>(null);
  const place = useCursor(rows);
  const { cursor, grid } = place;
  const onKeyDown = useGridKeys(props, place, scroller);
  const onClick = useGridClicks(props, place);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: ROW_HEIGHT,
    rangeExtractor: useCallback((range: Range) => withCursor(defaultRangeExtractor(range), cursor.row), [cursor.row]),
  });
  const style = useMemo(() => columnStyle(columns.map(({ width }) => width)), [columns]);
  return (
    <div className={styles.scroller} ref={scroller} data-grid-scroller="">
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows. */}
      <div
        ref={grid}
        className={styles.grid}
        style={style}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const row = rowAt(event, rows);
          if (row !== null) props.open(row);
        }}
      >
        <GridHeader
          columns={columns}
          sort={sort}
          cursorColumn={cursor.row === HEADER ? cursor.column : null}
          state={selection.size === 0 ? 'none' : selection.size >= rows.length ? 'all' : 'some'}
          toggleAll={() => props.select(selection.size >= rows.length ? [] : rows)}
          resize={props.resize}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <GridRow
                key={row}
                row={row}
                index={index}
                top={start - ROW_HEIGHT}
                columns={columns}
                cell={cell}
                checkLabel={text('grid.select', { name: nameOf(row) })}
                isSelected={selection.has(row)}
                isShown={row === shownRow}
                cursorColumn={index === cursor.row ? cursor.column : null}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Widths as one variable on the grid: resizing a column touches no row. */
function columnStyle(widths: readonly number[]): CSSProperties {
  const total = CHECK_WIDTH + widths.reduce((sum, width) => sum + width, 0);
  return {
    '--columns': `${CHECK_WIDTH}px ${widths.map((width) => `${width}px`).join(' ')} minmax(0, 1fr)`,
    '--total': `${total}px`,
    '--sticky': `${CHECK_WIDTH + (widths[0] ?? 0)}px`,
  } as CSSProperties;
}

function withCursor(indexes: number[], row: number): number[] {
  if (row < 0 || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((a, b) => a - b);
}

function useGridClicks(props: GridProps, { move, anchor }: ReturnType<typeof useCursor>) {
  const { rows, selection, select } = props;
  return (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const column = Number(target.closest<HTMLElement>('[data-column]')?.dataset.column ?? Number.NaN);
    if (Number.isNaN(column)) return;
    const index = indexAt(target);
    if (index === null) {
      move({ row: HEADER, column }, { focus: true });
      const header = props.columns[column - 1];
      if (header) props.sortBy(header.id);
      return;
    }
    const row = rows[index];
    if (row === undefined) return;
    if (event.shiftKey) {
      select([...selection, ...rowsBetween(rows, anchor, index)]);
      move({ row: index, column }, { focus: true, keepAnchor: true });
      return;
    }
    move({ row: index, column }, { focus: true });
    if (event.ctrlKey || event.metaKey || column === 0) select(toggled(selection, row));
    else if (target.closest('[data-tone=link]')) props.open(row);
    else props.visit(row);
  };
}

function indexAt(target: HTMLElement): number | null {
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
  return index === undefined ? null : Number(index);
}

function rowAt(event: MouseEvent<HTMLElement>, rows: Uint32Array): number | null {
  const index = indexAt(event.target as HTMLElement);
  return index === null ? null : (rows[index] ?? null);
}
