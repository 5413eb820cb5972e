import { memo } from 'react';
import styles from './grid.module.css';
import type { GridCell, GridColumn } from './types.ts';

interface GridRowProps {
  readonly row: number;
  /** Place in the list, from 0. */
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly cell: (row: number, column: string) => GridCell;
  readonly checkLabel: string;
  readonly isSelected: boolean;
  readonly isShown: boolean;
  readonly cursorColumn: number | null;
}

/** One row; it renders again only when something of its own changes. Clicks and keys are answered by the grid. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, columns, cell, checkLabel, isSelected, isShown, cursorColumn } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus.
    <div
      role="row"
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-shown={isShown || undefined}
      data-index={index}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <div
        role="gridcell"
        className={styles.check}
        aria-colindex={1}
        data-column={0}
        tabIndex={cursorColumn === 0 ? 0 : -1}
        data-cursor={cursorColumn === 0 ? '' : undefined}
      >
        <input type="checkbox" tabIndex={-1} checked={isSelected} readOnly aria-label={checkLabel} />
      </div>
      {columns.map(({ id, isNumber }, at) => {
        const { text, tone } = cell(row, id);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above.
          <div
            key={id}
            role="gridcell"
            className={at === 0 ? styles.first : styles.cell}
            aria-colindex={at + 2}
            data-column={at + 1}
            data-number={isNumber || undefined}
            tabIndex={cursorColumn === at + 1 ? 0 : -1}
            data-cursor={cursorColumn === at + 1 ? '' : undefined}
          >
            <span className={styles.text} data-tone={tone} title={text}>
              {text}
            </span>
          </div>
        );
      })}
    </div>
  );
});
