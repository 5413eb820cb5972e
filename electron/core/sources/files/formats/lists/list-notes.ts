import type { MachineRecord } from '../../../../../../shared/model/index.ts';
import { targetText } from '../../../../../../shared/text/column-target.ts';
import type { Sink } from '../../format.ts';
import { isCircle, type Mark } from './marks.ts';
import type { ColumnProposal } from './propose.ts';
import type { ListTable } from './table.ts';

/** What is said once for a whole list, at its end, with counts. */
export interface ListNotes {
  /** A cell that could not be read as what its column is. */
  unread(column: ColumnProposal, text: string): void;
  /** A blank cell that was taken for merged with the one above. */
  filled(column: ColumnProposal): void;
  machine(record: MachineRecord): void;
  /** Whether a mark puts a server on a list. */
  isYes(list: string, mark: Mark): boolean;
  say(sink: Sink): void;
}

export function createListNotes(table: ListTable, columns: readonly ColumnProposal[]): ListNotes {
  const unread = new Map<ColumnProposal, { count: number; example: string }>();
  const filled = new Map<ColumnProposal, number>();
  const crosses = new Map<string, number>();
  const circled = circledLists(table, columns);
  let machines = 0;
  let azureOnly = 0;
  return {
    unread(column, text) {
      const note = unread.get(column) ?? { count: 0, example: text.replace(/\s+/gu, ' ').slice(0, 40) };
      note.count++;
      unread.set(column, note);
    },
    filled: (column) => void filled.set(column, (filled.get(column) ?? 0) + 1),
    machine(record) {
      machines++;
      if (record.cloudProvider === 'azure' && record.resourceId === undefined) azureOnly++;
    },
    isYes(list, mark) {
      if (mark !== 'x') return mark === 'yes';
      if (!circled.has(list)) return true;
      crosses.set(list, (crosses.get(list) ?? 0) + 1);
      return false;
    },
    say(sink) {
      for (const [{ header, target }, { count, example }] of unread) {
        const code = target.kind === 'list' ? 'list-marks-unclear' : 'list-values-not-read';
        sink.finding(code, { header, target: targetText(target), count, example }, null);
      }
      for (const [{ header }, count] of filled) sink.finding('list-merged-cells', { header, count }, null);
      for (const [header, count] of crosses) sink.finding('list-cross-as-no', { header, count }, null);
      if (azureOnly > 0) sink.finding('list-azure-without-id', { count: azureOnly }, null);
      if (machines === 0) sink.finding('list-empty', {}, null);
    },
  };
}

/** Lists whose column holds a circle or tick: there `x` is the cross. */
function circledLists(table: ListTable, columns: readonly ColumnProposal[]): ReadonlySet<string> {
  return new Set(
    columns.flatMap(({ index, target }) =>
      target.kind === 'list' && table.columns.find((column) => column.index === index)?.values.some(isCircle)
        ? [target.word ?? '']
        : [],
    ),
  );
}
