import type { Machine } from '../../../shared/model/index.ts';

/** Machines that came and went between two states of the inventory. */
export interface InventoryChange {
  readonly appeared: readonly Machine[];
  readonly disappeared: readonly Machine[];
}

/** Machines keep their ids through imports, so ids tell. */
export function inventoryChange(before: readonly Machine[], after: readonly Machine[]): InventoryChange {
  const [known, present] = [before, after].map((machines) => new Set(machines.map(({ id }) => id)));
  return {
    appeared: after.filter(({ id }) => !known?.has(id)),
    disappeared: before.filter(({ id }) => !present?.has(id)),
  };
}
