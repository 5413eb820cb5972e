import type { ColumnKind } from '../../../../../../shared/text/column-target.ts';
import { isBlank } from './looks.ts';
import type { ColumnProposal } from './propose.ts';
import type { ListTable } from './table.ts';

/** What people merge over several rows: what the servers below each other have in common. */
const SHARED_KINDS: ReadonlySet<ColumnKind> = new Set([
  'environment',
  'subscription',
  'subscriptionId',
  'resourceGroup',
  'location',
  'domain',
  'cloud',
  'tag',
]);
/**
 * Columns left of the name whose cells were merged downwards before the sheet was saved as text: only the first cell kept
 * the value. It shows in the pattern: the first server has a value, some have none, and no value stands twice below itself.
 * Of a workbook the merged cells are known, and were filled when it was read.
 * @returns indices of columns whose blanks repeat the value above
 */
export function mergedColumns(table: ListTable, columns: readonly ColumnProposal[]): ReadonlySet<number> {
  const name = columns.find(
    ({ target }) => target.kind === 'name' || target.kind === 'fqdn' || target.kind === 'resourceId',
  );
  if (!name) return new Set();
  const servers = table.body.filter((row) => !isBlank(row.cells[name.index] ?? ''));
  return new Set(
    columns
      .filter(({ index, target }) => SHARED_KINDS.has(target.kind) && index < name.index)
      .filter(({ index }) => isMergedPattern(servers.map((row) => (row.cells[index] ?? '').trim())))
      .map(({ index }) => index),
  );
}

function isMergedPattern(cells: readonly string[]): boolean {
  const values = cells.filter((cell) => cell !== '');
  const hasRepeat = cells.some((cell, index) => cell !== '' && cell === cells[index - 1]);
  return cells.length >= 2 && cells[0] !== '' && values.length < cells.length && !hasRepeat;
}
