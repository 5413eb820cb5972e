import { parseTags } from '../tags.ts';
import { fqdnOf, lowerOf, regionOf } from '../values.ts';
import { plainTable, reportUnknownColumns } from './table.ts';

const COLUMNS = {
  name: ['ServerName'],
  resourceGroup: ['ResourceGroup'],
  location: ['Location'],
  tags: ['Tags'],
} as const satisfies Record<string, readonly string[]>;

/**
 * The list of servers that a bulk onboarding to Arc starts from. The servers exist outside Azure; group and location are
 * where they are meant to go.
 */
export const ARC_BULK_LIST = plainTable<keyof typeof COLUMNS>({
  id: 'arc-bulk-list',
  columns: COLUMNS,
  required: ['name', 'resourceGroup', 'location', 'tags'],
  score: 80,
  start: reportUnknownColumns,
  row(row, header, notes) {
    const name = header.text(row, 'name');
    if (name === undefined) return notes.sink.finding('azure-row-without-name', {}, row.row);
    notes.sink.record({
      type: 'machine',
      row: row.row,
      source: 'list',
      name,
      fqdn: fqdnOf(name),
      resourceGroup: lowerOf(header.text(row, 'resourceGroup')),
      location: regionOf(header.text(row, 'location')),
      tags: parseTags(header.text(row, 'tags')),
    });
  },
});
