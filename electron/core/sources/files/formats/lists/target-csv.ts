import type { TableFormat } from '../../format.ts';
import { matchHeader } from '../headers.ts';

const COLUMNS = { name: ['TargetVM'], resourceGroup: ['TargetResourceGroup'] } as const;

/**
 * `target.csv` of the script that sets plans machine by machine: names of machines somebody wants to act on. They become a
 * named list, called like the file; never machines.
 */
export const TARGET_CSV: TableFormat = {
  id: 'target-csv',
  detect(preview) {
    const first = preview.rows[0]?.cells.filter((cell) => cell.trim() !== '') ?? [];
    const found = matchHeader(first, COLUMNS);
    return first.length === 2 && found.columns.size === 2 ? { score: 96, header: 0 } : null;
  },
  reader({ header, file, sink }) {
    const columns = matchHeader(header, COLUMNS);
    const list = listName(file);
    return {
      row(row) {
        const name = columns.text(row, 'name');
        if (name === undefined) {
          sink.finding('target-row-without-name', {}, row.row);
          return;
        }
        const resourceGroup = columns.text(row, 'resourceGroup')?.toLowerCase();
        sink.record({ type: 'list-entry', row: row.row, list, name, resourceGroup });
      },
      end: () => sink.finding('target-list', { list }, null),
    };
  },
};

/** The file's name without folder, archive and extension. */
function listName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.[^.]+$/, '') || name;
}
