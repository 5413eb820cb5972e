import type { RowReader, TableContext, TableFormat } from '../../format.ts';
import { findList, isAboutServers } from './judge.ts';
import { createListReader } from './list-reader.ts';
import { columnsOf, sayColumns } from './mapping.ts';
import { type ListTable, readTable } from './table.ts';

/**
 * Lists that customers made themselves: any table whose columns, by their titles or by what stands in them, describe servers.
 * It is the last to be asked; a table that is about something else is named and refused, never turned into machines.
 */
export const serverList: TableFormat = {
  id: 'server-list',
  detect(preview) {
    const found = findList(preview);
    return found && { score: found.score, header: found.header };
  },
  reader(context) {
    const table = tableOf(context);
    const columns = columnsOf(table, context.map, context.sink);
    const hasKey = columns.some(({ target }) => ['name', 'fqdn', 'resourceId'].includes(target.kind));
    if (context.map && !hasKey) return refuse(context, 'list-without-name', table);
    const about = `${context.file} ${context.sheet ?? ''} ${table.title}`;
    if (!context.map && !isAboutServers(table, columns, about)) {
      return refuse(context, context.sheet === null ? 'list-not-servers' : 'list-sheet-without-servers', table);
    }
    sayColumns(table, columns, context.sink);
    return createListReader(table, columns, context);
  },
};

/** The header with the rows around it where the preview holds them: it may be two rows high. */
function tableOf(context: TableContext): ListTable {
  const at = context.preview.findIndex(({ row }) => row === context.headerRow);
  return at >= 0 ? readTable(context.preview, at) : readTable([{ row: context.headerRow, cells: context.header }], 0);
}

function refuse(context: TableContext, code: string, table: ListTable): RowReader {
  const headers = table.columns.map(({ header }) => header).slice(0, 12);
  context.sink.finding(code, { headers: headers.join(', '), sheet: context.sheet ?? '' }, 'all');
  return { row() {} };
}
