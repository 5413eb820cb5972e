import { useCallback, useMemo } from 'react';
import { findListColumn, type List, listTsv } from '../../state/lists/list.ts';
import { useAppStore } from '../../state/use-app.ts';
import { Grid } from '../grid/grid.tsx';
import type { GridCell, GridColumn } from '../grid/types.ts';
import styles from './list.module.css';
import type { ListState } from './use-list-state.ts';

interface ListGridProps {
  readonly label: string;
  readonly list: List;
  readonly rows: Uint32Array;
  readonly state: ListState;
  /** Columns that are shown, in order; the first one leads to the details. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly nameOf: (row: number) => string;
  readonly shownRow: number | null;
  /** Null: nothing is shown any more. */
  readonly show: (row: number | null) => void;
}

/** A long list as a grid: the lines of a cost, the differences of scenarios. */
export function ListGrid({ label, list, rows, state, columns, nameOf, shownRow, show }: ListGridProps) {
  const store = useAppStore();
  const cell = useCells(list, columns);
  const shown = useMemo(
    () =>
      columns.flatMap(({ id, title }): GridColumn[] => {
        const column = findListColumn(list, id);
        if (!column) return [];
        return [{ id, title, width: state.widths[id] ?? column.width, isNumber: column.isNumber }];
      }),
    [list, columns, state.widths],
  );
  const copy = (copied: readonly number[]) =>
    void navigator.clipboard
      .writeText(listTsv(list, copied, columns))
      .then(() => store.getState().tell('copied', { count: copied.length }));
  return (
    <div className={styles.grid}>
      <Grid
        label={label}
        rows={rows}
        columns={shown}
        cell={cell}
        nameOf={nameOf}
        sort={state.sort}
        sortBy={state.sortBy}
        selection={state.selection}
        select={state.select}
        shownRow={shownRow}
        open={show}
        visit={(row) => shownRow !== null && show(row)}
        close={() => show(null)}
        copy={copy}
        resize={state.resize}
      />
    </div>
  );
}

const MISSING: GridCell = { text: '–', tone: 'quiet' };

/** Cells are made once for each distinct value. */
function useCells(list: List, columns: ListGridProps['columns']): (row: number, column: string) => GridCell {
  const made = useMemo(
    () =>
      new Map(
        columns.flatMap(({ id }, at) => {
          const column = findListColumn(list, id)?.coded();
          if (!column) return [];
          const cells = column.values.map(({ text }): GridCell => {
            if (text === '') return MISSING;
            return at === 0 ? { text, tone: 'link' } : { text };
          });
          return [[id, { codes: column.codes, cells }] as const];
        }),
      ),
    [list, columns],
  );
  return useCallback(
    (row, id) => {
      const column = made.get(id);
      return column?.cells[column.codes[row] ?? 0] ?? MISSING;
    },
    [made],
  );
}
