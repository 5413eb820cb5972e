import {
  type ColumnTarget,
  parseTarget,
  REPEATABLE_KINDS,
  targetText,
} from '../../../../../../shared/text/column-target.ts';
import type { ColumnMap, Sink } from '../../format.ts';
import { headerKey } from './header-key.ts';
import { type ColumnProposal, isPlanColumn, proposeColumns } from './propose.ts';
import type { ListTable } from './table.ts';

/** The columns of a list as they will be read: what the user said, and proposals for the rest. */
export function columnsOf(table: ListTable, map: ColumnMap | null, sink: Sink): readonly ColumnProposal[] {
  const proposed = proposeColumns(table);
  if (!map) return proposed;
  const told = readMap(map, proposed, sink);
  const taken = new Set([...told.values()].map(({ kind }) => kind).filter((kind) => !REPEATABLE_KINDS.has(kind)));
  return proposed.map((column) => {
    const target = told.get(column.index);
    if (target) return { ...column, target, confidence: 'sure', why: 'map', isStrong: true };
    return taken.has(column.target.kind)
      ? { ...column, target: { kind: 'ignore', word: null }, why: 'second' }
      : column;
  });
}

/** Finds the columns that the map speaks of; what it names in vain is told. */
function readMap(map: ColumnMap, columns: readonly ColumnProposal[], sink: Sink): ReadonlyMap<number, ColumnTarget> {
  const told = new Map<number, ColumnTarget>();
  const missing: string[] = [];
  for (const [header, text] of Object.entries(map.columns)) {
    const target = parseTarget(text);
    if (!target) {
      sink.finding('list-map-target-unknown', { header, target: text }, null);
      continue;
    }
    const met = columns.filter((column) => isSameHeader(column.header, header));
    if (met.length === 0) missing.push(header);
    for (const column of met) told.set(column.index, target);
  }
  if (missing.length > 0) sink.finding('list-map-column-missing', { columns: missing.join(', ') }, null);
  return told;
}

function isSameHeader(header: string, wanted: string): boolean {
  const key = headerKey(wanted);
  return header === wanted.trim() || (key !== '' && headerKey(header) === key);
}

/** Says which columns are used as what, which of that was guessed, and which are not used. */
export function sayColumns(table: ListTable, columns: readonly ColumnProposal[], sink: Sink): void {
  const used = columns.filter(({ target }) => target.kind !== 'ignore');
  say(
    'list-columns-mapped',
    used.filter(({ why }) => why === 'map'),
  );
  say(
    'list-columns-sure',
    used.filter(({ why, confidence }) => why !== 'map' && confidence === 'sure'),
  );
  say(
    'list-columns-guessed',
    used.filter(({ why, confidence }) => why !== 'map' && confidence === 'guess'),
  );
  const unused = columns.filter(({ target, why }) => target.kind === 'ignore' && why !== 'map');
  if (unused.length > 0)
    sink.finding('list-columns-not-used', { columns: some(unused.map(({ header }) => header)) }, null);
  for (const column of table.columns) {
    const isTag = columns.some(
      ({ index, target, why }) => index === column.index && target.kind === 'tag' && why !== 'map',
    );
    if (isTag && isPlanColumn(column)) sink.finding('list-plan-as-tag', { header: column.header }, null);
  }

  function say(code: string, some: readonly ColumnProposal[]): void {
    if (some.length === 0) return;
    sink.finding(
      code,
      { columns: some.map(({ header, target }) => `${header} → ${targetText(target)}`).join(', ') },
      null,
    );
  }
}

const MAX_NAMED = 20;

/** The first names of a long list, and how many more there are. */
function some(names: readonly string[]): string {
  const rest = names.length - MAX_NAMED;
  return names.slice(0, MAX_NAMED).join(', ') + (rest > 0 ? ` … (+${rest})` : '');
}
