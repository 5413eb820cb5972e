import type { Machine, NamedList, Patterns, When } from '../model/index.ts';
import { fold } from '../text/fold.ts';
import { foldedGlobMatcher } from '../text/glob.ts';

/** Fields of `when` that compare a machine's own texts. */
const TEXT_FIELDS = ['name', 'subscription', 'resourceGroup', 'os', 'kind'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A tag with its name and value folded. */
export type FoldedTag = readonly [name: string, value: string];

/** One condition of a `when`, ready to be asked. */
export type Condition =
  | { readonly field: TextField; readonly test: (folded: string) => boolean }
  | { readonly field: 'tag'; readonly name: (folded: string) => boolean; readonly value: (folded: string) => boolean }
  | { readonly field: 'list'; readonly machineIds: ReadonlySet<string> };

/**
 * A test for one `when`: all its conditions must hold, an empty one holds for every machine.
 * For many machines and many rules `firstMatches` is faster.
 */
export function matchesWhen(when: When, lists: readonly NamedList[]): (machine: Machine) => boolean {
  const conditions = compileWhen(when, lists);
  return (machine) => conditions.every((condition) => isMet(condition, machine));
}

/** Takes a `when` apart into conditions that must all hold. */
export function compileWhen(when: When, lists: readonly NamedList[]): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const field of TEXT_FIELDS) {
    const patterns = when[field];
    if (patterns !== undefined) conditions.push({ field, test: foldedGlobMatcher(patterns) });
  }
  for (const [name, value] of Object.entries(when.tag ?? {})) {
    conditions.push({ field: 'tag', name: foldedGlobMatcher(name), value: foldedGlobMatcher(value) });
  }
  if (when.list !== undefined) conditions.push({ field: 'list', machineIds: machinesOf(when.list, lists) });
  return conditions;
}

/** The folded texts of a machine that a field is compared with; one of them must match. */
export function textsOf(field: TextField, machine: Machine): readonly string[] {
  return rawTextsOf(field, machine).flatMap((text) => (text === null ? [] : [fold(text)]));
}

/** As `textsOf`, before folding. */
export function rawTextsOf(field: TextField, machine: Machine): readonly (string | null)[] {
  switch (field) {
    case 'name':
      return [machine.name];
    case 'subscription':
      return [machine.subscriptionId, machine.subscriptionName];
    case 'resourceGroup':
      return [machine.resourceGroup];
    case 'os':
      return [machine.os.family, machine.os.product, machine.os.text];
    case 'kind':
      return [machine.kind];
  }
}

/** Names of lists that a `when` asks for and that do not exist. */
export function missingLists(when: When, lists: readonly NamedList[]): readonly string[] {
  if (when.list === undefined) return [];
  const patterns = typeof when.list === 'string' ? [when.list] : when.list;
  return patterns.filter((pattern) => listsOf(pattern, lists).length === 0);
}

function isMet(condition: Condition, machine: Machine): boolean {
  if (condition.field === 'list') return condition.machineIds.has(machine.id);
  if (condition.field === 'tag') {
    return Object.entries(machine.tags).some(
      ([name, value]) => condition.name(fold(name)) && condition.value(fold(value)),
    );
  }
  return textsOf(condition.field, machine).some(condition.test);
}

function machinesOf(patterns: Patterns, lists: readonly NamedList[]): ReadonlySet<string> {
  return new Set(listsOf(patterns, lists).flatMap((list) => list.machineIds));
}

function listsOf(patterns: Patterns, lists: readonly NamedList[]): readonly NamedList[] {
  const isAsked = foldedGlobMatcher(patterns);
  return lists.filter((list) => isAsked(fold(list.name)));
}
