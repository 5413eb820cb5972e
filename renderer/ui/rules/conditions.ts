import { MACHINE_KINDS, type MachineKind, type Patterns, type When } from '../../../shared/model/index.ts';

/** One condition of a `when` as a row of the editor. */
export interface ConditionRow {
  readonly field: ConditionField;
  /** Name pattern of a tag; empty for other fields. */
  readonly tag: string;
  readonly patterns: readonly string[];
}

export const CONDITION_FIELDS = ['tag', 'name', 'subscription', 'resourceGroup', 'os', 'kind', 'list'] as const;
export type ConditionField = (typeof CONDITION_FIELDS)[number];

/** The conditions of a `when`, in the order of the editor. */
export function rowsOfWhen(when: When): readonly ConditionRow[] {
  return CONDITION_FIELDS.flatMap((field): ConditionRow[] => {
    if (field === 'tag') {
      return Object.entries(when.tag ?? {}).map(([tag, patterns]) => ({ field, tag, patterns: asList(patterns) }));
    }
    const patterns = when[field];
    return patterns === undefined ? [] : [{ field, tag: '', patterns: asList(patterns) }];
  });
}

/**
 * The `when` that rows say. A row without patterns stays, and matches nothing until it gets some. Of two rows for one
 * tag the patterns come together: a `when` has one condition for each.
 */
export function whenOfRows(rows: readonly ConditionRow[]): When {
  const when: { -readonly [Field in keyof When]: When[Field] } = {};
  // A tag may be called like something that every object has: `constructor`.
  const tags = new Map<string, Patterns>();
  for (const { field, tag, patterns } of rows) {
    if (field === 'tag') tags.set(tag, asPatterns([...asList(tags.get(tag) ?? []), ...patterns]));
    else if (field === 'kind') when.kind = patterns.filter(isKind);
    else when[field] = asPatterns(patterns);
  }
  if (tags.size > 0) when.tag = Object.fromEntries(tags);
  return when;
}

/** Conditions that cannot be met, since they say nothing yet. */
export function openRows(when: When): readonly ConditionRow[] {
  return rowsOfWhen(when).filter(({ field, tag, patterns }) => {
    return patterns.length === 0 || (field === 'tag' && tag.trim() === '');
  });
}

/** Fields that a `when` can still get: each but the tag once. */
export function freeFields(rows: readonly ConditionRow[]): readonly ConditionField[] {
  return CONDITION_FIELDS.filter((field) => field === 'tag' || !rows.some((row) => row.field === field));
}

function asList(patterns: Patterns): readonly string[] {
  return typeof patterns === 'string' ? [patterns] : patterns;
}

function asPatterns(patterns: readonly string[]): Patterns {
  const unique = [...new Set(patterns)];
  return unique.length === 1 ? (unique[0] ?? '') : unique;
}

function isKind(text: string): text is MachineKind {
  return MACHINE_KINDS.some((kind) => kind === text);
}
