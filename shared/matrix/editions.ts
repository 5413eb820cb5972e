import { type EditionId, PLANS, type Text, WANTS } from '../model/index.ts';
import {
  ARC_WAYS,
  AZURE_PLACEMENTS,
  AZURE_ROWS,
  type AzureCase,
  type AzureRow,
  BEFORE_ROWS,
  type BeforeCase,
  type BeforeRow,
  DIRECT_WAYS,
  holds,
  JOINED_ROWS,
  type JoinedRow,
  NO_EXCEPTION_UNDER_P1,
  OUTSIDE_ROWS,
  type OutsideCase,
  type OutsideRow,
} from './rows.ts';
import { SOURCES, type Source, type SourceId } from './sources.ts';

/** One dated reading of the rules. Choosing another one plans anew. */
export interface Edition {
  readonly id: EditionId;
  readonly name: Text;
  readonly date: string;
  /** Arc is preferred over direct onboarding unless the user says otherwise. */
  readonly isArcPreferred: boolean;
  /** A designated subscription with Plan 2 adds premium vulnerability management to directly onboarded servers. */
  readonly hasPremiumOnP2Direct: boolean;
  readonly before: readonly BeforeRow[];
  readonly azure: readonly AzureRow[];
  readonly outside: readonly OutsideRow[];
  readonly joined: readonly JoinedRow[];
}

/** The rows that the slides themselves state; the others they do not speak of. */
const STATED_BY_DECK = new Set(['A1', 'A2', 'A3', 'A4', 'A5', 'A7', 'N1', 'N3', 'N4', 'N7']);

export const EDITIONS: Readonly<Record<EditionId, Edition>> = {
  'docs-2026-08': {
    id: 'docs-2026-08',
    name: { en: "Microsoft's documents, August 2026", ja: 'Microsoft 公式ドキュメント (2026 年 8 月)' },
    date: '2026-08-31',
    isArcPreferred: true,
    hasPremiumOnP2Direct: true,
    before: BEFORE_ROWS,
    azure: AZURE_ROWS,
    outside: OUTSIDE_ROWS,
    joined: JOINED_ROWS,
  },
  'deck-2024-04': {
    id: 'deck-2024-04',
    name: { en: 'Slide deck, April 2024', ja: '展開方法スライド (2024 年 4 月)' },
    date: '2024-04-30',
    isArcPreferred: false,
    hasPremiumOnP2Direct: false,
    before: BEFORE_ROWS,
    azure: AZURE_ROWS.flatMap((row) =>
      row.id === 'A5' ? [offUnderP2Only(row), NO_EXCEPTION_UNDER_P1] : [fromDeck(row)],
    ),
    outside: OUTSIDE_ROWS.map(fromDeck),
    joined: JOINED_ROWS,
  },
};

function fromDeck<Row extends { readonly id: string; readonly source: SourceId }>(row: Row): Row {
  return STATED_BY_DECK.has(row.id) ? { ...row, source: 'deck' } : row;
}

function offUnderP2Only(row: AzureRow): AzureRow {
  return { ...row, when: row.when.map((condition) => ({ ...condition, base: ['P2'] })), source: 'deck' };
}

/** The row that a machine with a resource in Azure meets. */
export function azureRow(edition: Edition, facts: AzureCase): AzureRow {
  const place =
    (AZURE_PLACEMENTS.indexOf(facts.placement) * 3 + WANTS.indexOf(facts.want)) * 3 + PLANS.indexOf(facts.base);
  return remembered(edition.azure, place * 2 + Number(facts.isEnforced), facts);
}

/** The row that a machine outside Azure meets. */
export function outsideRow(edition: Edition, facts: OutsideCase): OutsideRow {
  const ways = (WANTS.indexOf(facts.want) * 3 + ARC_WAYS.indexOf(facts.arc)) * 3 + DIRECT_WAYS.indexOf(facts.direct);
  return remembered(edition.outside, ways * 4 + Number(facts.isArcPreferred) * 2 + Number(facts.isEnrolled), facts);
}

/** The row that decides whether a machine is planned at all. */
export function beforeRow(edition: Edition, facts: BeforeCase): BeforeRow {
  const answers = [facts.isInScope, facts.isServer, facts.isClient, facts.isUnsupported, facts.isAskedByHand];
  return remembered(
    edition.before,
    answers.reduce((sum, answer) => sum * 2 + Number(answer), 0),
    facts,
  );
}

/** Every combination that can be asked of a machine with a resource in Azure. */
export function azureCases(): AzureCase[] {
  return AZURE_PLACEMENTS.flatMap((placement) =>
    WANTS.flatMap((want) =>
      PLANS.flatMap((base) => [true, false].map((isEnforced) => ({ placement, want, base, isEnforced }))),
    ),
  );
}

/** Where a rule of an edition comes from; null for an id that it does not have. */
export function ruleSource(edition: Edition, id: string): Source | null {
  const rows = [...edition.before, ...edition.azure, ...edition.outside, ...edition.joined];
  const found = rows.find((row) => row.id === id);
  return found ? SOURCES[found.source] : null;
}

interface AnyRow {
  readonly id: string;
  readonly when: readonly object[];
}

// Each combination is looked up once: posture asks for three bases of every group of machines.
const REMEMBERED = new WeakMap<readonly AnyRow[], AnyRow[]>();

/** @param key a number of its own for each combination of facts */
function remembered<Row extends AnyRow>(rows: readonly Row[], key: number, facts: object): Row {
  const known = (REMEMBERED.get(rows) ?? []) as Row[];
  REMEMBERED.set(rows, known);
  const row = known[key] ?? rows.find((candidate) => candidate.when.some((condition) => holds(condition, facts)));
  if (!row) throw new Error(`No row for ${JSON.stringify(facts)}`);
  known[key] = row;
  return row;
}
