import { useCallback, useMemo } from 'react';
import type { Decided } from '../../../shared/plan/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { CodedColumn } from '../../state/inventory/coded.ts';
import { findColumn } from '../../state/inventory/columns.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import type { GridCell } from '../../ui/grid/types.ts';
import { useCopy } from './use-copy.ts';
import type { Inventory } from './use-inventory.ts';

interface MachineGridProps {
  readonly inventory: Inventory;
  /** Position of the machine in the details pane; -1: none. */
  readonly shown: number;
}

export function MachineGrid({ inventory, shown }: MachineGridProps) {
  const text = useText('inventory');
  const store = useAppStore();
  const sort = useApp((state) => state.sort);
  const copy = useCopy(inventory);
  const cell = useCells(inventory);
  const { ground, rows, columns, selection } = inventory;
  const { machines } = ground;
  const { select, sortBy, setWidth, refocus } = store.getState();
  return (
    <Grid
      label={text('title')}
      rows={rows}
      columns={columns}
      cell={cell}
      nameOf={(row) => machines[row]?.name ?? ''}
      sort={sort}
      sortBy={sortBy}
      selection={selection}
      select={select}
      shownRow={shown < 0 ? null : shown}
      open={(row) => refocus(machines[row]?.id ?? null)}
      visit={(row) => {
        if (store.getState().location.focus !== null) refocus(machines[row]?.id ?? null);
      }}
      close={() => refocus(null)}
      copy={copy}
      resize={setWidth}
    />
  );
}

/** What is not known is said so; an empty cell would look like an oversight. */
const MISSING: GridCell = { text: '–', tone: 'quiet' };

/** Cells are made once for each distinct value. */
function useCells({ ground, columns }: Inventory): (row: number, column: string) => GridCell {
  const shown = columns.map(({ id }) => id).join('\n');
  const coded = useMemo(
    () =>
      new Map(
        shown.split('\n').flatMap((id) => {
          const column = findColumn(id)?.code(ground);
          return column ? [[id, { codes: column.codes, cells: cellsOf(id, column) }] as const] : [];
        }),
      ),
    [ground, shown],
  );
  const { planning } = ground.planned;
  return useCallback(
    (row, id) => {
      const column = coded.get(id);
      const cell = column?.cells[column.codes[row] ?? 0] ?? MISSING;
      return id === 'plan' && isUnmet(planning.decided(row)) ? { text: cell.text, tone: 'warn' } : cell;
    },
    [coded, planning],
  );
}

/** Another plan than wanted, whatever the reason; nothing is wanted of what is out of scope (X1). */
function isUnmet({ wants, plan, rules }: Decided): boolean {
  return (wants === 'none' ? 'off' : wants) !== plan && !rules.includes('X1');
}

const CELLS = new WeakMap<CodedColumn, readonly GridCell[]>();

function cellsOf(id: string, column: CodedColumn): readonly GridCell[] {
  const known = CELLS.get(column);
  if (known) return known;
  const cells = column.values.map(({ key, text }): GridCell => {
    if (key === '') return MISSING;
    return { text, tone: id === 'name' ? 'link' : TONES[key] };
  });
  CELLS.set(column, cells);
  return cells;
}

const TONES: Readonly<Record<string, GridCell['tone']>> = {
  blocked: 'bad',
  unknown: 'quiet',
  none: 'quiet',
  off: 'quiet',
};
