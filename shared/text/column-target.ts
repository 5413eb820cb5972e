import { fold } from './fold.ts';

/**
 * What a column of a customer's list can mean: the closed list of targets that a map may name.
 * `tag:KEY` and `list:NAME` carry a word of the user's own.
 */
export const COLUMN_KINDS = [
  'name',
  'fqdn',
  'os',
  'osVersion',
  'ip',
  'power',
  'subscription',
  'subscriptionId',
  'resourceGroup',
  'resourceId',
  'location',
  'domain',
  'environment',
  'cores',
  'vmSize',
  'cloud',
  'deviceType',
  'smbiosUuid',
  'vmId',
  'mdeDeviceId',
  'plan',
  'count',
  'tags',
  'ignore',
  'tag',
  'list',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface ColumnTarget {
  readonly kind: ColumnKind;
  /** Key of a `tag:`, name of a `list:`; else null. */
  readonly word: string | null;
}

const KIND_BY_WORD = new Map<string, ColumnKind>(COLUMN_KINDS.map((kind) => [fold(kind), kind]));

/** Why a column is taken for what it is. */
const COLUMN_REASONS = [
  /** The header is a known word. */
  'header',
  /** The header contains a known word. */
  'header-part',
  /** The values look like it; the header says nothing. */
  'values',
  /** Marks below a header that names a plan or a target. */
  'marks',
  /** A better column has the same meaning. */
  'second',
  /** A known column that is of no use here. */
  'unused',
  /** Not known. */
  'unknown',
  /** The user said so. */
  'map',
] as const;
export type ColumnReason = (typeof COLUMN_REASONS)[number];

/** Reads `name`, `tag:env`, `list:P2 targets` … without regard to case and width; null when it is none of the closed list. */
export function parseTarget(text: string): ColumnTarget | null {
  const whole = text.normalize('NFKC').trim();
  const colon = whole.indexOf(':');
  const kind = KIND_BY_WORD.get(fold(colon < 0 ? whole : whole.slice(0, colon)));
  if (kind === undefined) return null;
  const word = colon < 0 ? '' : whole.slice(colon + 1).trim();
  const needsWord = kind === 'tag' || kind === 'list';
  if (needsWord !== (word !== '')) return null;
  return { kind, word: needsWord ? word : null };
}

/** The text of a target as a map writes it. */
export function targetText(target: ColumnTarget): string {
  return target.word === null ? target.kind : `${target.kind}:${target.word}`;
}

/** Kinds that may stand on several columns of one list; of the others the best column wins. */
export const REPEATABLE_KINDS: ReadonlySet<ColumnKind> = new Set([
  'ip',
  'tag',
  'list',
  'tags',
  'ignore',
  'environment',
  'location',
]);
