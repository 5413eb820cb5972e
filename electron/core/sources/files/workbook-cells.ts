/** The first column of cells that are merged. 0-based, inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
}

/** A cell as text. Dates in ISO 8601: a day alone at midnight, else the sheet's clock with `Z`, for a sheet knows no zone. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace('.000Z', 'Z');
  }
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

/**
 * Writes the value of merged cells into every row that they span, in their first column: "production", merged over
 * five servers, is said of each. Changes `rows`. @returns how many cells were filled
 */
export function fillMerged(rows: unknown[][], merges: readonly Merge[]): number {
  let filled = 0;
  for (const { top, left, bottom } of merges) {
    const value = rows[top]?.[left];
    if (value === null || value === undefined) continue;
    for (let at = top + 1; at <= Math.min(bottom, rows.length - 1); at++) {
      const row = rows[at];
      if (!row || (row[left] !== null && row[left] !== undefined)) continue;
      row[left] = value;
      filled++;
    }
  }
  return filled;
}
