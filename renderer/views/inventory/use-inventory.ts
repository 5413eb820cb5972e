import { useMemo } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { InventoryGround } from '../../state/inventory/columns.ts';
import { findColumn } from '../../state/inventory/columns.ts';
import { rowsOf } from '../../state/inventory/rows.ts';
import { selectMachines, selectPlanned, selectProjectState } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import type { GridColumn } from '../../ui/grid/types.ts';
import { useWord } from '../../ui/use-word.ts';

/** What the parts of the inventory share. */
export interface Inventory {
  readonly ground: InventoryGround;
  readonly state: ProjectState;
  /** Positions of the machines that pass the filter, in order. */
  readonly rows: Uint32Array;
  readonly columns: readonly GridColumn[];
  readonly selection: ReadonlySet<number>;
  /** Position of a machine; -1 when it is not there. */
  readonly positionOf: (id: string) => number;
}

const NO_ROWS: ReadonlySet<number> = new Set();

/** Null without a project. */
export function useInventory(): Inventory | null {
  const machines = useApp(selectMachines);
  const planned = useApp(selectPlanned);
  const state = useApp(selectProjectState);
  const filter = useApp((app) => app.filter);
  const sort = useApp((app) => app.sort);
  const selection = useApp((app) => (app.selection.machines === machines ? app.selection.rows : NO_ROWS));
  const language = useLanguage();
  const word = useWord();
  const columns = useColumns();
  const ground = useMemo(
    () => planned && state && { machines, planned, state, language, word },
    [machines, planned, state, language, word],
  );
  const rows = useMemo(() => ground && rowsOf(ground, filter, sort), [ground, filter, sort]);
  const positions = useMemo(() => new Map(machines.map(({ id }, position) => [id, position])), [machines]);
  if (!ground || !rows || !state) return null;
  return { ground, state, rows, columns, selection, positionOf: (id) => positions.get(id) ?? -1 };
}

export function useColumnTitle(): (id: string) => string {
  const text = useText('inventory');
  return (id) => (id.startsWith('tag:') ? id.slice('tag:'.length) : text(`column.${id}` as 'column.name'));
}

function useColumns(): readonly GridColumn[] {
  const ids = useApp((app) => app.columns);
  const widths = useApp((app) => app.widths);
  const titleOf = useColumnTitle();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: titles follow the language.
  return useMemo(
    () =>
      ids.flatMap((id) => {
        const column = findColumn(id);
        if (!column) return [];
        return [{ id, title: titleOf(id), width: widths[id] ?? column.width, isNumber: column.isNumber }];
      }),
    [ids, widths, language],
  );
}
