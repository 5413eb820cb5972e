import type { Machine, NamedList } from '../../../shared/model/index.ts';
import { fold } from '../../../shared/text/fold.ts';
import { foldedGlobMatcher } from '../../../shared/text/glob.ts';
import type { ConditionRow } from './conditions.ts';

/** A value that machines of the project have. */
export interface Suggestion {
  readonly text: string;
  readonly count: number;
}

/** Where conditions hold: what there is to look at. */
export interface RuleGround {
  readonly machines: readonly Machine[];
  readonly lists: readonly NamedList[];
}

/** More at once nobody reads; typing narrows them. */
const MOST = 40;

/** What machines have where a condition looks, the commonest first, narrowed by what is typed. */
export function suggestionsFor(
  row: Pick<ConditionRow, 'field' | 'tag'>,
  data: RuleGround,
  typed: string,
): readonly Suggestion[] {
  const wanted = fold(typed);
  const found: Suggestion[] = [];
  for (const value of valuesOf(row, data)) {
    if (!fold(value.text).includes(wanted)) continue;
    if (found.push(value) === MOST) break;
  }
  return found;
}

/** Names of tags, the commonest first. */
export function tagSuggestions(machines: readonly Machine[], typed: string): readonly Suggestion[] {
  const wanted = fold(typed);
  return kept(machines, 'tags', () => {
    const counts = new Map<string, number>();
    for (const { tags } of machines) for (const name of Object.keys(tags)) count(counts, name);
    return sorted(counts);
  })
    .filter(({ text }) => fold(text).includes(wanted))
    .slice(0, MOST);
}

function valuesOf(
  { field, tag }: Pick<ConditionRow, 'field' | 'tag'>,
  { machines, lists }: RuleGround,
): readonly Suggestion[] {
  if (field === 'list') return lists.map(({ name, found }) => ({ text: name, count: found }));
  return kept(machines, `${field} ${fold(tag)}`, () => {
    const counts = new Map<string, number>();
    const isTag = field === 'tag' ? foldedGlobMatcher(tag) : null;
    for (const machine of machines) for (const text of textsOf(machine, field, isTag)) count(counts, text);
    return sorted(counts);
  });
}

function textsOf(
  machine: Machine,
  field: Exclude<ConditionRow['field'], 'list'>,
  isTag: ((folded: string) => boolean) | null,
): readonly string[] {
  switch (field) {
    case 'tag':
      return Object.entries(machine.tags).flatMap(([name, value]) => (isTag?.(fold(name)) ? [value] : []));
    case 'name':
      return [machine.name];
    case 'subscription':
      return present(machine.subscriptionName ?? machine.subscriptionId);
    case 'resourceGroup':
      return present(machine.resourceGroup);
    case 'os':
      return [...(machine.os.family === 'unknown' ? [] : [machine.os.family]), ...present(machine.os.text)];
    case 'kind':
      return [machine.kind];
  }
}

function present(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}

function count(counts: Map<string, number>, text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): readonly Suggestion[] {
  return [...counts]
    .map(([text, found]) => ({ text, count: found }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

const KEPT = new WeakMap<readonly Machine[], Map<string, readonly Suggestion[]>>();

/** Values are counted when they are first asked for, and stay as long as the machines. */
function kept(machines: readonly Machine[], key: string, make: () => readonly Suggestion[]): readonly Suggestion[] {
  const known = KEPT.get(machines) ?? new Map<string, readonly Suggestion[]>();
  KEPT.set(machines, known);
  const values = known.get(key) ?? make();
  known.set(key, values);
  return values;
}
