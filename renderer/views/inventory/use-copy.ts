import { rowsToTsv } from '../../state/inventory/tsv.ts';
import { useAppStore } from '../../state/use-app.ts';
import type { Inventory } from './use-inventory.ts';

/** Copies rows with the columns that are shown, headers first, as a spreadsheet takes them. */
export function useCopy({ ground, columns }: Inventory): (rows: readonly number[]) => void {
  const store = useAppStore();
  return (rows) => {
    void navigator.clipboard
      .writeText(rowsToTsv(ground, rows, columns))
      .then(() => store.getState().tell('copied', { count: rows.length }));
  };
}
