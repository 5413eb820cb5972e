import type { JsonEnvelope } from './format.ts';

/** One page of an answer, met as a value: its items, and what stood beside them. */
export interface JsonPage {
  readonly container: string;
  readonly items: readonly unknown[];
  readonly envelope: JsonEnvelope;
}

/** Properties that hold the items of a page, and those that stand beside them: nothing else may, or it is an item itself. */
const HOLDERS = ['value', 'data', 'items', 'results'];
const BESIDE =
  /^(?:@odata\..+|\$?skip_?token|nextlink|count|totalrecords|total_records|resulttruncated|facets|query|url|tenantid|subscriptions?|subscriptionid)$/i;

/**
 * Sees whether a value is not an item but several: a page in a list of pages (`[{ "value": […] }, …]`, as a loop or
 * `jq -s` saves them), a list in a list, or a table of columns and rows (Resource Graph's `resultFormat: table`,
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data; Log Analytics answers alike).
 */
export function pageOf(value: unknown): JsonPage | null {
  if (Array.isArray(value)) return { container: '[]', items: value, envelope: {} };
  if (!isObject(value)) return null;
  const table = tableOf(value);
  if (table)
    return { container: 'data', items: table, envelope: without(value, ['data', 'columns', 'rows', 'tables']) };
  const held = Object.keys(value).filter((key) => HOLDERS.includes(key.toLowerCase()) && Array.isArray(value[key]));
  const [holder] = held;
  const isPage = held.length === 1 && Object.keys(value).every((key) => key === holder || BESIDE.test(key));
  if (holder === undefined || !isPage) return null;
  return { container: holder, items: value[holder] as readonly unknown[], envelope: without(value, [holder]) };
}

/** Rows as objects; null: no table. */
function tableOf(value: Readonly<Record<string, unknown>>): readonly unknown[] | null {
  const [first] = Array.isArray(value.tables) ? (value.tables as readonly unknown[]) : [];
  for (const holder of [value.data, first, value]) {
    if (!isObject(holder) || !Array.isArray(holder.columns) || !Array.isArray(holder.rows)) continue;
    const names = (holder.columns as readonly unknown[]).map(columnName);
    const rows = holder.rows as readonly unknown[];
    if (!names.every((name) => name !== null) || !rows.every(Array.isArray)) continue;
    return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, (row as readonly unknown[])[at]])));
  }
  return null;
}

function columnName(column: unknown): string | null {
  if (typeof column === 'string') return column;
  return isObject(column) && typeof column.name === 'string' ? column.name : null;
}

function without(value: Readonly<Record<string, unknown>>, keys: readonly string[]): JsonEnvelope {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
