import type { TableContext, TableFormat, TablePreview } from '../../format.ts';
import { createListReader } from './list-reader.ts';
import { isHostShaped, looksLikeHost } from './looks.ts';
import { proposeColumns } from './propose.ts';
import { readTable } from './table.ts';

/** Of so many lines at least this part must look like names of servers, and all must be able to be one. */
const HOSTS = 0.9;

/** Names one below the other and nothing else, not even a header: what somebody copies out of a mail. */
export const BARE_NAMES: TableFormat = {
  id: 'server-list',
  detect(preview) {
    const names = namesOf(preview);
    if (names === null || names.length < 2 || !names.every(isHostShaped)) return null;
    return names.filter(looksLikeHost).length >= names.length * HOSTS ? { score: 15, header: -1 } : null;
  },
  reader(context: TableContext) {
    const table = readTable([{ row: 0, cells: ['name'] }, ...context.preview], 0);
    context.sink.finding('list-names-without-header', {}, null);
    return createListReader(table, proposeColumns(table), context);
  },
};

/** Null when a row has more than one cell with text. */
function namesOf({ rows }: TablePreview): readonly string[] | null {
  const names = rows.map(({ cells: [name = '', ...rest] }) =>
    rest.every((cell) => cell.trim() === '') ? name.trim() : '',
  );
  return names.includes('') ? null : names;
}
