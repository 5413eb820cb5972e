import {
  type ColumnKind,
  type ColumnReason,
  type ColumnTarget,
  REPEATABLE_KINDS,
} from '../../../../../../shared/text/column-target.ts';
import { type AliasHit, findAlias, isUnusedHeader } from './aliases.ts';
import {
  isOnlyIp,
  looksLikeArmId,
  looksLikeDeviceId,
  looksLikeFqdn,
  looksLikeGuid,
  looksLikeHost,
  looksLikeIp,
  looksLikeMark,
  looksLikeOs,
  looksLikePower,
  looksLikeVmSize,
  smbiosUuid,
  wholeNumber,
} from './looks.ts';
import { readMark } from './marks.ts';
import type { ListColumn, ListTable } from './table.ts';
import { isNoServerWord, readCloudWord, readPlanWord } from './words.ts';

export interface ColumnProposal {
  readonly index: number;
  readonly header: string;
  readonly target: ColumnTarget;
  readonly confidence: 'sure' | 'guess';
  readonly why: ColumnReason;
  /** Whether the values below look like what the column is taken for. */
  readonly fits: boolean;
  /** The header alone tells the meaning, without help of values or other columns. */
  readonly isStrong: boolean;
}

/** Proposes a target for every column, by its header and by what the values look like. */
export function proposeColumns(table: ListTable): readonly ColumnProposal[] {
  return settle(table.columns.map((column) => ({ column, ...proposeOne(column) })));
}

interface Draft {
  readonly column: ListColumn;
  readonly kind: ColumnKind;
  readonly why: ColumnReason;
  readonly fits: boolean;
  /** Higher wins where only one column may have the kind. */
  readonly rank: number;
  /** The header is a strong word, and nothing but it. */
  readonly isStrong?: boolean;
}
type Proposed = Omit<Draft, 'column'>;

function proposeOne(column: ListColumn): Proposed {
  if (isPlanColumn(column)) return { kind: 'tag', why: 'values', fits: true, rank: 0 };
  if (isMarkColumn(column)) return { kind: 'list', why: 'marks', fits: true, rank: 0 };
  const hit = findAlias(column.keys);
  const byHeader = hit ? fromHeader(column, hit) : null;
  if (byHeader) return byHeader;
  if (isTodayPlan(column)) return { kind: 'plan', why: 'values', fits: true, rank: 0 };
  if (isUnusedHeader(column.keys)) return { kind: 'ignore', why: 'unused', fits: true, rank: 0 };
  return fromValues(column) ?? { kind: 'ignore', why: 'unknown', fits: false, rank: 0 };
}

/** Takes the header's word unless the values speak against it. */
function fromHeader(column: ListColumn, hit: AliasHit): Proposed | null {
  const why = hit.isExact ? 'header' : 'header-part';
  const rank = (hit.strength === 'strong' ? 40 : 10) + (hit.isExact ? 20 : 0);
  const kind = kindOfValues(column, hit.kind);
  const fit = fitOf(column, kind);
  if (fit === 'against') {
    const other = INSTEAD[kind];
    return other === undefined || (other === 'ignore' && hit.strength === 'weak')
      ? null
      : { kind: other, why: other === 'ignore' ? 'unused' : why, fits: other !== 'ignore', rank: 0 };
  }
  const isStrong = hit.isExact && hit.strength === 'strong';
  return { kind, why, fits: fit === 'fits', rank: rank + (fit === 'fits' ? 30 : 0), isStrong };
}

/** What becomes of a column whose values speak against the header's word. */
const INSTEAD: Readonly<Partial<Record<ColumnKind, ColumnKind>>> = {
  fqdn: 'name',
  cloud: 'tag',
  deviceType: 'tag',
  plan: 'tag',
  power: 'tag',
  smbiosUuid: 'ignore',
  vmId: 'ignore',
  mdeDeviceId: 'ignore',
  cores: 'ignore',
  count: 'ignore',
};

/** A header's kind, made more exact by the values: an id below "subscription", a full name below "OS version". */
function kindOfValues(column: ListColumn, kind: ColumnKind): ColumnKind {
  if (kind === 'subscription' && share(column, looksLikeGuid) >= 0.5) return 'subscriptionId';
  if (kind === 'name' && share(column, looksLikeArmId) >= 0.5) return 'resourceId';
  return kind;
}

type Fit = 'fits' | 'open' | 'against';

function fitOf(column: ListColumn, kind: ColumnKind): Fit {
  const at = (test: (value: string) => boolean, least: number): Fit =>
    column.values.length === 0 ? 'open' : share(column, test) >= least ? 'fits' : 'against';
  switch (kind) {
    case 'name':
      if (isForeignToNames(column)) return 'against';
      return share(column, looksLikeHost) >= 0.4 ? 'fits' : 'open';
    case 'fqdn':
      return at(looksLikeFqdn, 0.3);
    case 'os':
      return softly(at(looksLikeOs, 0.3));
    case 'ip':
      return softly(at(looksLikeIp, 0.3));
    case 'power':
      return at(looksLikePower, 0.3);
    case 'resourceId':
      return at(looksLikeArmId, 0.3);
    case 'cores':
    case 'count':
      return at((value) => wholeNumber(value) !== null, 0.7);
    case 'cloud':
      return at((value) => readCloudWord(value) !== null, 0.5);
    case 'deviceType':
      return at((value) => isNoServerWord(value) || /サーバ|server/i.test(value), 0.3);
    case 'smbiosUuid':
      // A serial column of a mixed fleet: the VMware machines in it carry their UUID.
      return at((value) => smbiosUuid(value) !== null, 0.01);
    case 'vmSize':
      return at(looksLikeVmSize, 0.3);
    case 'vmId':
      return at(looksLikeGuid, 0.5);
    case 'mdeDeviceId':
      return at(looksLikeDeviceId, 0.5);
    case 'plan':
      return at((value) => readPlanWord(value) !== null, 0.5);
    default:
      return 'open';
  }
}

/** Values that do not look like it leave the question open: "2019 Standard" below OS, "DHCP" below IP. */
function softly(fit: Fit): Fit {
  return fit === 'against' ? 'open' : fit;
}

/** Addresses, numbers, marks or mail addresses are no names. */
function isForeignToNames(column: ListColumn): boolean {
  return (
    share(
      column,
      (value) => isOnlyIp(value) || /@|^https?:/.test(value) || /^[\d.,:/\s()+-]+$/.test(value.normalize('NFKC')),
    ) >= 0.6 || share(column, looksLikeOs) >= 0.6
  );
}

/** Only clear shapes speak for themselves below a header that says nothing. */
function fromValues(column: ListColumn): Proposed | null {
  if (column.values.length === 0) return null;
  const shapes: readonly [ColumnKind, (value: string) => boolean, number][] = [
    ['resourceId', looksLikeArmId, 0.6],
    ['mdeDeviceId', looksLikeDeviceId, 0.6],
    ['ip', looksLikeIp, 0.6],
    ['os', looksLikeOs, 0.6],
    ['fqdn', looksLikeFqdn, 0.7],
    ['name', looksLikeHost, 0.7],
  ];
  const found = shapes.find(([, test, least]) => share(column, test) >= least);
  if (!found || (found[0] === 'name' && !isMostlyDistinct(column))) return null;
  return { kind: found[0], why: 'values', fits: true, rank: 5 };
}

/** Marks below a header that speaks of a plan, of Defender, or of nothing but a target. */
function isMarkColumn(column: ListColumn): boolean {
  const key = column.keys.join(' ');
  const speaks = /p[12]|プラン[12]|plan[12]|defender|ディフェンダ|dfs|mdfc|mde/.test(key);
  const isTarget =
    /^(?:導入|適用|保護|オンボド|オンボディング|セキュリティ)?(?:対象|要否|有無|対象外|除外|対象有無|対象可否)$|^(?:in ?scope|scope|target|onboard|onboarding|exclude|excluded|include)$/.test(
      column.keys[0] ?? '',
    );
  if (!speaks && !isTarget) return false;
  return (
    share(column, looksLikeMark) >= (speaks ? 0.5 : 0.8) &&
    column.values.some((value) => ['yes', 'x'].includes(readMark(value)))
  );
}

/** A plan per server that is not said to be today's: the answer itself, for the rules to read as a tag. */
export function isPlanColumn(column: ListColumn): boolean {
  return holdsPlans(column) && !isTodayPlan(column) && findAlias(column.keys)?.kind !== 'plan';
}

function isTodayPlan(column: ListColumn): boolean {
  return holdsPlans(column) && /現在|現行|現プラン|既存|current|today|asis/.test(column.keys.join(' '));
}

function holdsPlans(column: ListColumn): boolean {
  return (
    /プラン|plan|defender|ディフェンダ/.test(column.keys.join(' ')) &&
    column.values.some((value) => /^(?:p|plan|プラン)\s*[12]/i.test(value.normalize('NFKC'))) &&
    share(column, (value) => readPlanWord(value) !== null) >= 0.6
  );
}

/** Leaves each kind that may stand once to its best column, then names tags and lists. */
function settle(drafts: readonly Draft[]): readonly ColumnProposal[] {
  const named = promoteOsVersion(drafts);
  const best = new Map<ColumnKind, Draft>();
  for (const draft of named) {
    if (REPEATABLE_KINDS.has(draft.kind)) continue;
    const rival = best.get(draft.kind);
    if (!rival || nameRank(draft) > nameRank(rival)) best.set(draft.kind, draft);
  }
  return named.map((draft) => {
    const winner = best.get(draft.kind);
    return winner && winner !== draft
      ? proposal(draft, secondKind(draft, winner), 'second')
      : proposal(draft, draft.kind, draft.why);
  });
}

/** Of several name columns the one with host names joins best: a label such as 会計サーバー stays as a tag. */
function nameRank(draft: Draft): number {
  return draft.rank + (draft.kind === 'name' ? 40 * share(draft.column, looksLikeHost) : 0);
}

function secondKind(draft: Draft, winner: Draft): ColumnKind {
  const isSame = draft.column.values.join('\n') === winner.column.values.join('\n');
  return (draft.kind === 'name' || draft.kind === 'power') && !isSame ? 'tag' : 'ignore';
}

/** Without an OS column, a version column that holds whole OS names is the OS. */
function promoteOsVersion(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.some((draft) => draft.kind === 'os')) return drafts;
  return drafts.map((draft) =>
    draft.kind === 'osVersion' && share(draft.column, looksLikeOs) >= 0.5
      ? { ...draft, kind: 'os', fits: true }
      : draft,
  );
}

function proposal(draft: Draft, kind: ColumnKind, why: ColumnReason): ColumnProposal {
  const needsWord = kind === 'tag' || kind === 'list';
  const isKnown =
    why === 'unused' || why === 'second' || (why === 'header' && (draft.rank >= 60 || draft.fits || kind === 'tag'));
  return {
    index: draft.column.index,
    header: draft.column.header,
    target: { kind, word: needsWord ? draft.column.header : null },
    confidence:
      isKnown || (kind === 'list' && /p[12]|プラン|plan|defender/i.test(draft.column.keys.join(' ')))
        ? 'sure'
        : 'guess',
    why,
    fits: draft.fits,
    isStrong: draft.isStrong ?? false,
  };
}

/** Share of the column's values, 0 to 1, that pass; 0 for a column without values. */
export function share(column: ListColumn, test: (value: string) => boolean): number {
  return column.values.length === 0 ? 0 : column.values.filter((value) => test(value)).length / column.values.length;
}

function isMostlyDistinct(column: ListColumn): boolean {
  return new Set(column.values).size >= column.values.length * 0.7;
}
