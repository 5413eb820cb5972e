import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import type { PointerEvent } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Sort } from '../../state/inventory/rows.ts';
import { Icon } from '../icon.tsx';
import styles from './grid.module.css';
import type { GridColumn } from './types.ts';

interface GridHeaderProps {
  readonly columns: readonly GridColumn[];
  readonly sort: Sort | null;
  readonly cursorColumn: number | null;
  readonly state: 'none' | 'some' | 'all';
  readonly toggleAll: () => void;
  readonly resize: (column: string, width: number) => void;
}

/** Titles of the columns: sorting, widths, and the box that selects everything that passes the filter. */
export function GridHeader({ columns, sort, cursorColumn, state, toggleAll, resize }: GridHeaderProps) {
  const text = useText('common');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows.
    <div role="rowgroup" className={styles.header}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <div role="row" className={styles.headerRow} aria-rowindex={1}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
        <div
          role="columnheader"
          className={styles.check}
          aria-colindex={1}
          data-column={0}
          tabIndex={cursorColumn === 0 ? 0 : -1}
          data-cursor={cursorColumn === 0 ? '' : undefined}
        >
          <input
            type="checkbox"
            tabIndex={-1}
            checked={state === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = state === 'some';
            }}
            onChange={toggleAll}
            aria-label={text('grid.selectAll')}
          />
        </div>
        {columns.map((column, at) => (
          <Title
            key={column.id}
            column={column}
            at={at}
            sort={sort?.field === column.id ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            isCursor={cursorColumn === at + 1}
            resize={resize}
          />
        ))}
      </div>
    </div>
  );
}

interface TitleProps {
  readonly column: GridColumn;
  readonly at: number;
  readonly sort: 'none' | 'ascending' | 'descending';
  readonly isCursor: boolean;
  readonly resize: (column: string, width: number) => void;
}

function Title({ column: { id, title, width, isNumber }, at, sort, isCursor, resize }: TitleProps) {
  const arrow = sort === 'descending' ? ArrowSortDownRegular : ArrowSortUpRegular;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows.
    <div
      role="columnheader"
      className={at === 0 ? styles.firstTitle : styles.titleCell}
      aria-colindex={at + 2}
      aria-sort={sort}
      data-column={at + 1}
      data-number={isNumber || undefined}
      tabIndex={isCursor ? 0 : -1}
      data-cursor={isCursor ? '' : undefined}
      title={title}
    >
      <span className={styles.text}>{title}</span>
      {sort !== 'none' && <Icon of={arrow} className={styles.sortIcon} />}
      <span
        className={styles.resizer}
        aria-hidden="true"
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => dragWidth(event, (change) => resize(id, width + change))}
      />
    </div>
  );
}

function dragWidth(down: PointerEvent<HTMLElement>, change: (by: number) => void): void {
  const { currentTarget, clientX, pointerId } = down;
  currentTarget.setPointerCapture(pointerId);
  const move = (event: globalThis.PointerEvent) => change(event.clientX - clientX);
  currentTarget.addEventListener('pointermove', move);
  currentTarget.addEventListener('pointerup', () => currentTarget.removeEventListener('pointermove', move), {
    once: true,
  });
}
