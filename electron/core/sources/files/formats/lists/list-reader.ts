import type { MachineRecord } from '../../../../../../shared/model/index.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import type { RowReader, Sink, TableContext, TableRow } from '../../format.ts';
import { CELL_READERS, type ListDraft, newDraft, toRecord } from './draft.ts';
import { createListNotes, type ListNotes } from './list-notes.ts';
import { isBlank, isDitto, looksLikeIp } from './looks.ts';
import { mergedColumns } from './merged.ts';
import type { ColumnProposal } from './propose.ts';
import { isNameRange, namesIn, rowKind } from './row-kind.ts';
import { isHeaderAgain, type ListTable } from './table.ts';
import { isEnvironmentWord } from './words.ts';

interface State {
  readonly table: ListTable;
  readonly columns: readonly ColumnProposal[];
  readonly merged: ReadonlySet<number>;
  readonly sink: Sink;
  readonly notes: ListNotes;
  /** Last text of each column, for 同上 and merged cells. */
  readonly last: Map<number, string>;
  /** Servers met so far, by everything that tells two of one name apart → row. */
  readonly seen: Map<string, number>;
  /** Tag names that hold the environment. */
  readonly environments: readonly string[];
  /** Waits for the next row: that one may go on about the same server. */
  pending: ListDraft | null;
  /** `identity` of the pending one. */
  pendingKey: string;
  /** Environment named by the heading above (■本番環境). */
  heading: string | null;
}

/** Reads the rows of a list below its header; each becomes a machine or a finding. */
export function createListReader(
  table: ListTable,
  columns: readonly ColumnProposal[],
  context: TableContext,
): RowReader {
  const state: State = {
    table,
    columns,
    merged: context.sheet === null ? mergedColumns(table, columns) : new Set(),
    sink: context.sink,
    notes: createListNotes(table, columns),
    last: new Map(),
    seen: new Map(),
    environments: ['環境', ...environmentTags(columns)],
    pending: null,
    pendingKey: '',
    heading: null,
  };
  return {
    row: (row) => readRow(state, row),
    end() {
      flush(state);
      state.notes.say(context.sink);
    },
  };
}

function readRow(state: State, row: TableRow): void {
  const { table, sink } = state;
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  const key = keyCell(state, row);
  const kind = rowKind({ name: key, first: filled[0] ?? '', filled: filled.length, columns: table.columns.length });
  if (row.row <= table.lastHeaderRow) {
    sink.finding('list-header-second-row', {}, row.row);
  } else if (isHeaderAgain(table, row.cells)) {
    sink.finding('list-header-again', {}, row.row);
  } else if (state.pending && (key === '' || isDitto(key)) && goesOn(state, row)) {
    readMore(state, row);
  } else if (kind !== 'server') {
    setAside(state, kind, filled.join(' '), row.row);
  } else if (isBlank(key)) {
    sink.finding('list-row-without-name', { text: shorten(filled.join(', ')) }, row.row);
  } else {
    begin(state, row);
  }
}

/** A total, a remark, or a heading: no machine. A heading that names an environment speaks for the rows below it. */
function setAside(state: State, kind: 'total' | 'remark', text: string, row: number): void {
  flush(state);
  const hasEnvironment = state.columns.some(({ target }) => target.kind === 'environment');
  const heading = text
    .normalize('NFKC')
    .replace(/[■□◆◇▼▲▽△●★☆※【】<>〔〕《》「」[\]()・:]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (kind === 'total') state.sink.finding('list-total-row', { text: shorten(text) }, row);
  else if (!hasEnvironment && heading.length <= 30 && isEnvironmentWord(heading) && !/[。、]/.test(heading)) {
    state.heading = heading;
    state.sink.finding('list-heading-as-environment', { text: heading }, row);
  } else state.sink.finding('list-remark', { text: shorten(text) }, row);
}

/** The name cell, else what stands in for it. */
function keyCell(state: State, row: TableRow): string {
  for (const kind of ['name', 'fqdn', 'resourceId'] as const) {
    const column = state.columns.find(({ target }) => target.kind === kind);
    const text = column ? (row.cells[column.index] ?? '').trim() : '';
    if (text !== '') return text;
  }
  return '';
}

/** A row without a name, below one with: it carries a further address of that server (its name cell is merged). */
function goesOn(state: State, row: TableRow): boolean {
  return state.columns.some(({ index, target }) => target.kind === 'ip' && looksLikeIp(row.cells[index] ?? ''));
}

function readMore(state: State, row: TableRow): void {
  const { pending } = state;
  if (!pending) return;
  const more = readCells(state, row, (kind) => kind !== 'name' && kind !== 'fqdn' && kind !== 'resourceId');
  state.sink.finding('list-row-continues', { name: pending.name ?? pending.fqdn ?? '' }, row.row);
  join(pending, more);
}

function begin(state: State, row: TableRow): void {
  const draft = readCells(state, row, () => true);
  if (state.heading !== null) draft.tags.環境 ??= state.heading;
  const key = identity(state, draft);
  if (state.pending && state.pendingKey === key) {
    state.sink.finding('list-row-continues', { name: draft.name ?? '' }, row.row);
    join(state.pending, draft);
    return;
  }
  flush(state);
  state.pending = draft;
  state.pendingKey = key;
}

function readCells(state: State, row: TableRow, isWanted: (kind: string) => boolean): ListDraft {
  const draft = newDraft(row.row);
  for (const column of state.columns) {
    const { kind, word } = column.target;
    if (kind === 'ignore' || !isWanted(kind)) continue;
    const text = settled(state, column, (row.cells[column.index] ?? '').trim());
    if (text === '' || (kind !== 'list' && isBlank(text))) continue;
    if (!CELL_READERS[kind](draft, text, { header: column.header, word })) state.notes.unread(column, text);
  }
  return draft;
}

/** The text of a cell, with 同上 and merged cells taken from above. */
function settled(state: State, column: ColumnProposal, text: string): string {
  const above = state.last.get(column.index);
  if (isDitto(text)) return above ?? '';
  if (text !== '') {
    state.last.set(column.index, text);
    return text;
  }
  if (above === undefined || !state.merged.has(column.index)) return '';
  state.notes.filled(column);
  return above;
}

/** What the first row says stands; addresses, tags and marks of further rows are added. */
function join(first: ListDraft, more: ListDraft): void {
  first.ips.push(...more.ips.filter((ip) => !first.ips.includes(ip)));
  for (const [key, value] of Object.entries(more.tags)) first.tags[key] ??= value;
  for (const [list, mark] of more.marks) if (first.marks.get(list) !== 'yes') first.marks.set(list, mark);
}

/** Everything in a row that may tell two servers of one name apart. */
function identity({ environments }: State, draft: ListDraft): string {
  const {
    name,
    fqdn,
    resourceId,
    subscriptionId,
    subscriptionName,
    resourceGroup,
    domain,
    smbiosUuid,
    vmId,
    mdeDeviceId,
  } = draft;
  const parts = [
    name,
    fqdn,
    resourceId,
    subscriptionId,
    subscriptionName,
    resourceGroup,
    domain,
    smbiosUuid,
    vmId,
    mdeDeviceId,
  ];
  return fold([...parts, ...environments.map((key) => draft.tags[key])].map((part) => part ?? '').join('\u001f'));
}

/** The tags that columns of environments become, by proposal or by the user's map. */
function environmentTags(columns: readonly ColumnProposal[]): readonly string[] {
  return columns.flatMap(({ header, target }) => {
    if (target.kind === 'environment') return [header];
    const word = fold(target.word ?? '');
    return target.kind === 'tag' && ['env', 'environment', '環境'].includes(word) ? [target.word ?? ''] : [];
  });
}

/** Hands on the server that waited. */
function flush(state: State): void {
  const draft = state.pending;
  state.pending = null;
  if (!draft) return;
  const { sink, notes } = state;
  const name = draft.name ?? draft.fqdn ?? draft.resourceId ?? '';
  const first = state.seen.get(state.pendingKey);
  if (draft.isGone) {
    sink.finding('list-retired', { name: shorten(name) }, draft.row);
    return;
  }
  if (first === undefined) state.seen.set(state.pendingKey, draft.row);
  else sink.finding('list-name-repeated', { name: shorten(name), first }, draft.row);
  for (const each of split(state, draft)) {
    const record = toRecord(each);
    if (!record) {
      sink.finding('list-row-without-name', { text: shorten(name) }, draft.row);
      continue;
    }
    if (first === undefined) sink.record(record);
    notes.machine(record);
    for (const [list, mark] of draft.marks) {
      if (notes.isYes(list, mark)) sink.record(entryOf(list, record));
    }
  }
}

/** One draft for each name in the name cell; addresses go along where there are as many. */
function split(state: State, draft: ListDraft): readonly ListDraft[] {
  if (draft.name === undefined) return [draft];
  const { names, beside } = namesIn(draft.name);
  if (beside !== '') state.sink.finding('list-name-note', { name: names.join(', '), note: shorten(beside) }, draft.row);
  const count = draft.count ?? 1;
  if (count > 1 && count !== names.length) {
    state.sink.finding('list-row-counts-several', { name: shorten(draft.name), count }, draft.row);
  }
  if (names.length > 1)
    state.sink.finding('list-several-names', { names: shorten(names.join(', ')), count: names.length }, draft.row);
  else if (isNameRange(draft.name)) state.sink.finding('list-name-range', { name: shorten(draft.name) }, draft.row);
  if (names.length < 2) return [{ ...draft, name: names[0] ?? draft.name }];
  // What belongs to one machine alone cannot belong to all of them.
  const { fqdn, resourceId, smbiosUuid, vmId, mdeDeviceId, ...shared } = draft;
  const isPaired = draft.ips.length === names.length;
  return names.map((name, index) => ({ ...shared, name, ips: isPaired ? draft.ips.slice(index, index + 1) : [] }));
}

function entryOf(list: string, record: MachineRecord) {
  return {
    type: 'list-entry',
    row: record.row,
    list,
    name: record.name,
    ...(record.resourceGroup !== undefined && { resourceGroup: record.resourceGroup }),
    ...(record.subscriptionId !== undefined && { subscriptionId: record.subscriptionId }),
    ...(record.resourceId !== undefined && { resourceId: record.resourceId }),
  } as const;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
