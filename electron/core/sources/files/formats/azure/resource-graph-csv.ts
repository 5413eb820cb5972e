import { parseArmId } from '../../../../../../shared/text/arm-id.ts';
import type { RowReader, TableContext, TableDetection, TableFormat, TablePreview } from '../../format.ts';
import { headerKey } from '../headers.ts';
import { textOf } from '../values.ts';
import { takeNotes } from './arm/notes.ts';
import { readItem } from './arm/read.ts';

/**
 * The CSV of Resource Graph Explorer: its columns are the query's, objects as JSON in a cell or spread over columns
 * (`properties.extended.instanceView.powerState.code`, `properties_vmId`). Each row is put together again and read as JSON is.
 */
export const RESOURCE_GRAPH_CSV: TableFormat = { id: 'resource-graph', detect, reader };

/** Columns of Resource Graph's own tables; a query that was written by hand may have none of them beside the id. */
const COMPANIONS = ['type', 'properties', 'tenantid', 'subscriptionid', 'resourcegroup'];

function detect(preview: TablePreview): TableDetection | null {
  const header = preview.rows.findIndex((row) => idColumn(row.cells) >= 0);
  const found = preview.rows[header];
  if (!found) return null;
  const id = idColumn(found.cells);
  const names = new Set(found.cells.map(headerKey));
  const below = preview.rows.slice(header + 1).flatMap((row) => textOf(row.cells[id]) ?? []);
  if (below.filter((cell) => parseArmId(cell) !== null).length * 2 < below.length) return null;
  const isKnown = names.has('id') ? below.length > 0 : COMPANIONS.some((name) => names.has(name)) && below.length > 0;
  return isKnown || COMPANIONS.every((name) => names.has(name)) ? { score: 88, header } : null;
}

/** The query's own spelling has no blank, which tells `resourceId` from the titles of reports. */
function idColumn(header: readonly string[]): number {
  return header.findIndex((text) => ['id', 'resourceid'].includes(headerKey(text)) && !/\s/.test(text.trim()));
}

function reader(context: TableContext): RowReader {
  const notes = takeNotes(context.sink);
  const paths = context.header.map((name) => pathOf(name));
  return {
    row(row) {
      const item: Record<string, unknown> = Object.create(null);
      paths.forEach((path, index) => {
        const value = cellValue(row.cells[index]);
        if (value !== undefined && path.length > 0) put(item, path, value);
      });
      readItem({ ...item }, row.row, notes);
    },
    end: notes.end,
  };
}

/** `properties.a.b` and `properties_a_b` are paths; other names with dots or underscores are the query's own. */
function pathOf(name: string): readonly string[] {
  const text = name.replace(/^\uFEFF/, '').trim();
  return /^(properties|sku|tags|identity)[._]/i.test(text) ? text.split(/[._]/) : text === '' ? [] : [text];
}

function cellValue(cell: string | undefined): unknown {
  const text = textOf(cell);
  if (text === undefined || !/^[{[]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function put(item: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let level = item;
  for (const key of path.slice(0, -1)) {
    const next = level[key];
    const inner: Record<string, unknown> =
      typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : Object.create(null);
    level[key] = inner;
    level = inner;
  }
  level[path.at(-1) ?? ''] = value;
}
