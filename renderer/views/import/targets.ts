import { type ColumnKind, parseTarget, REPEATABLE_KINDS, targetText } from '../../../shared/text/column-target.ts';
import type { PreviewedTable } from '../../state/import-slice.ts';

/** One column with what it is taken for, as it is edited. */
export interface MappedColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Key of a tag, name of a list; empty for all others. */
  readonly word: string;
}

/** The columns of a table as they are proposed, or were said before. Columns without a title cannot be named. */
export function mappedColumns({ columns }: PreviewedTable): readonly MappedColumn[] {
  const headers = new Set<string>();
  return columns.flatMap(({ header, target }): MappedColumn[] => {
    if (header.trim() === '' || headers.has(header)) return [];
    headers.add(header);
    const parsed = parseTarget(target);
    return [{ header, kind: parsed?.kind ?? 'ignore', word: parsed?.word ?? '' }];
  });
}

/** Gives a column another meaning. A tag or list is called as its column until it is given another name. */
export function retargeted(column: MappedColumn, kind: ColumnKind): MappedColumn {
  const needsWord = kind === 'tag' || kind === 'list';
  return { ...column, kind, word: needsWord ? column.word || column.header.trim() : '' };
}

export type MapProblem =
  | { readonly code: 'no-name' }
  | { readonly code: 'twice'; readonly kind: ColumnKind; readonly headers: readonly string[] }
  | { readonly code: 'no-word'; readonly header: string };

/** What keeps a map from being read: nothing that names a server, one meaning twice, a tag or list without a name. */
export function problemsOf(columns: readonly MappedColumn[]): readonly MapProblem[] {
  const problems: MapProblem[] = [];
  if (!columns.some(({ kind }) => KEYS.has(kind))) problems.push({ code: 'no-name' });
  for (const kind of new Set(columns.map((column) => column.kind))) {
    const headers = columns.filter((column) => column.kind === kind).map(({ header }) => header);
    if (headers.length > 1 && !REPEATABLE_KINDS.has(kind)) problems.push({ code: 'twice', kind, headers });
  }
  for (const { kind, word, header } of columns) {
    if ((kind === 'tag' || kind === 'list') && word.trim() === '') problems.push({ code: 'no-word', header });
  }
  return problems;
}

/** What names a server. */
const KEYS: ReadonlySet<ColumnKind> = new Set(['name', 'fqdn', 'resourceId']);

/** The columns as a map writes them. */
export function columnsOfMap(columns: readonly MappedColumn[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map(({ header, kind, word }) => [
      header,
      targetText({ kind, word: word.trim() === '' ? null : word.trim() }),
    ]),
  );
}

/** Some values of a column, to see what it is about. */
export function samplesOf({ rows, headerRow }: PreviewedTable, header: string): readonly string[] {
  const at = rows.find(({ row }) => row === headerRow)?.cells.findIndex((cell) => cell.trim() === header.trim()) ?? -1;
  if (at < 0) return [];
  const values = rows.filter(({ row }) => row > headerRow).map(({ cells }) => cells[at]?.trim() ?? '');
  return [...new Set(values.filter((value) => value !== ''))].slice(0, SAMPLES);
}

const SAMPLES = 3;
