import { findColumn, type InventoryGround } from './columns.ts';

/**
 * Rows as a spreadsheet takes them from the clipboard: tabs, a line for each row, headers first.
 * Tabs and line ends within a value become spaces.
 */
export function rowsToTsv(
  ground: InventoryGround,
  rows: Iterable<number>,
  columns: readonly { readonly id: string; readonly title: string }[],
): string {
  const coded = columns.flatMap(({ id }) => findColumn(id)?.code(ground) ?? []);
  const lines = [columns.map(({ title }) => cell(title)).join('\t')];
  for (const row of rows) {
    lines.push(coded.map(({ codes, values }) => cell(values[codes[row] ?? 0]?.text ?? '')).join('\t'));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
