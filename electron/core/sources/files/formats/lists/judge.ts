import type { ColumnKind } from '../../../../../../shared/text/column-target.ts';
import type { TablePreview } from '../../format.ts';
import { isForeignHeader } from './aliases.ts';
import { isHostShaped, looksLikeArmId, looksLikeHost, withoutIps } from './looks.ts';
import { type ColumnProposal, proposeColumns, share } from './propose.ts';
import { headerCandidates, type ListTable, readTable } from './table.ts';
import { isNoServerWord } from './words.ts';

export interface FoundList {
  /** Index of the header in the preview's rows. */
  readonly header: number;
  readonly table: ListTable;
  readonly columns: readonly ColumnProposal[];
  readonly isServerList: boolean;
  /** 0 to 100: how much the table reads like a list of servers. */
  readonly score: number;
}

/** The best reading of a table as a list: tries the likeliest header rows and keeps the one that explains most. */
export function findList(preview: TablePreview, headers = headerCandidates(preview.rows)): FoundList | null {
  let best: FoundList | null = null;
  for (const header of headers) {
    const table = readTable(preview.rows, header);
    const columns = proposeColumns(table);
    const about = `${preview.file} ${preview.sheet ?? ''} ${table.title}`;
    const isServerList = isAboutServers(table, columns, about);
    const found = { header, table, columns, isServerList, score: scoreOf(columns, isServerList) };
    if (!best || rank(found) > rank(best)) best = found;
  }
  return best;
}

function rank(found: FoundList): number {
  return (found.isServerList ? 1000 : 0) + weight(found.columns);
}

/**
 * Less sure than a format with a header of its own: those speak from 80 up. The portal's lists, whose columns the user
 * chooses, stand at 70: a table with marks, owners, environments or a column for remarks is the customer's, not the portal's.
 */
function scoreOf(columns: readonly ColumnProposal[], isServerList: boolean): number {
  if (!isServerList) return 1;
  const own = columns.reduce((sum, { target, why }) => {
    if (target.kind === 'list') return sum + 2;
    const isOwn = why === 'unused' || target.kind === 'environment' || (target.kind === 'tag' && why === 'header');
    return sum + (isOwn ? 1 : 0);
  }, 0);
  return own >= 2 ? 75 : Math.min(60, 20 + Math.round(weight(columns)));
}

function weight(columns: readonly ColumnProposal[]): number {
  return columns.reduce((sum, { target, why, confidence, fits }) => {
    if (why === 'unknown') return sum - 0.2;
    if (target.kind === 'ignore') return sum + 0.5;
    return sum + (confidence === 'sure' ? 3 : 1) + (fits ? 1 : 0);
  }, 0);
}

/** Kinds that only lists of machines have; `fits` is asked of those whose words occur elsewhere too. */
const SUPPORTS: Readonly<Partial<Record<ColumnKind, 'header' | 'fits'>>> = {
  os: 'fits',
  ip: 'fits',
  fqdn: 'fits',
  resourceId: 'fits',
  cores: 'fits',
  smbiosUuid: 'fits',
  mdeDeviceId: 'fits',
  power: 'fits',
  cloud: 'fits',
  osVersion: 'header',
  resourceGroup: 'header',
  subscriptionId: 'header',
  domain: 'header',
};

/**
 * Whether a table lists servers. A sure word for the name (サーバー名, hostname) with names below it, or with one more column
 * that only machines have; a weak word (名称, Name) only with such a column, and never in an address book or price list.
 */
export function isAboutServers(table: ListTable, columns: readonly ColumnProposal[], about: string): boolean {
  const name = columns.find(({ target }) => target.kind === 'name');
  const other = columns.find(({ target }) => target.kind === 'fqdn' || target.kind === 'resourceId');
  const key = name ?? other;
  if (!key) return false;
  if (other?.target.kind === 'resourceId' && listsMachines(table, other)) return true;
  const supports = columns.filter((column) => column !== key && isSupport(column)).length;
  const foreign = table.columns.filter((column) => isForeignHeader(column.keys)).length;
  if (!name) return supports > 0 || (key.isStrong && columns.length === 1);
  const values = table.columns.find((column) => column.index === name.index);
  const hosts = values ? share(values, (value) => looksLikeHost(withoutIps(value))) : 0;
  const shaped = values ? share(values, (value) => isHostShaped(withoutIps(value))) : 0;
  if (name.isStrong) {
    if (supports > (foreign >= 2 && hosts < 0.3 ? 1 : 0)) return true;
    return values?.values.length === 0
      ? foreign === 0
      : foreign < 2
        ? hosts >= 0.3 || shaped >= 0.6 || hasServerWord(values?.values ?? [])
        : hosts >= 0.6;
  }
  if (isNoServerWord(about) || foreign >= 2) return false;
  return supports >= 2 || (supports === 1 && (shaped >= 0.3 || hasServerWord(values?.values ?? [])));
}

function isSupport(column: ColumnProposal): boolean {
  const need = SUPPORTS[column.target.kind];
  return need === 'header' ? column.confidence === 'sure' : need === 'fits' && column.fits;
}

function hasServerWord(values: readonly string[]): boolean {
  return values.some((value) => /サーバ|server|\bsv\d/i.test(value.normalize('NFKC')));
}

/** Virtual machines or Arc machines among the ARM ids of a column. */
function listsMachines(table: ListTable, column: ColumnProposal): boolean {
  const values = table.columns.find(({ index }) => index === column.index)?.values ?? [];
  const ids = values.filter((value) => looksLikeArmId(value));
  return ids.filter((id) => /\/(virtualmachines|machines)\//i.test(id)).length >= ids.length * 0.5 && ids.length > 0;
}
