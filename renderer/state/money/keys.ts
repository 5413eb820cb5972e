import type { Machine, PlannedMachine } from '../../../shared/model/index.ts';
import { fold } from '../../../shared/text/fold.ts';

/** By what a total can be taken apart. */
export const BREAKDOWNS = ['subscription', 'tag', 'placement', 'method'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Key of what belongs to no single machine: pre-purchased units, a licence offset. */
export const OF_ALL = '*';

/**
 * Under which key a machine is summed; `''` is none (no subscription, no such tag).
 * @param tag name of a tag, or several with `|` between them: the first that a machine has counts. Compared as people
 *   write them, without case and width.
 */
export function keyOfMachine(by: Breakdown, tag: string): (planned: PlannedMachine) => string {
  switch (by) {
    case 'subscription':
      return ({ subscriptionId }) => subscriptionId ?? '';
    case 'placement':
      return ({ machine }) => machine.placement;
    case 'method':
      return ({ method }) => method;
    case 'tag': {
      const names = new Set(tag.split('|').map(fold));
      return ({ machine }) => tagValue(machine, names);
    }
  }
}

function tagValue({ tags }: Machine, wanted: ReadonlySet<string>): string {
  for (const name in tags) if (wanted.has(foldOnce(name))) return foldOnce(tags[name] ?? '');
  return '';
}

const FOLDED = new Map<string, string>();

/** Tags of many machines are few texts. */
function foldOnce(text: string): string {
  const known = FOLDED.get(text);
  if (known !== undefined) return known;
  const folded = fold(text);
  if (FOLDED.size > MOST_FOLDED) FOLDED.clear();
  FOLDED.set(text, folded);
  return folded;
}

const MOST_FOLDED = 10_000;

/** As the first rule of a new project has them. */
const ENVIRONMENT_TAGS: ReadonlySet<string> = new Set(['env', 'environment', '環境']);

/**
 * The tag that most likely tells environments, else the first; null where there are no tags. Where several names are in
 * use (`env` here, `環境` there) they are one, with `|` between them.
 */
export function environmentTag(names: readonly string[]): string | null {
  const environments = names.filter((name) => ENVIRONMENT_TAGS.has(fold(name)));
  return environments.length > 0 ? environments.join('|') : (names[0] ?? null);
}

/** Such a tag as a person reads it. */
export function tagTitle(tag: string): string {
  return tag.replaceAll('|', ' / ');
}

const POSITIONS = new WeakMap<readonly Machine[], ReadonlyMap<string, number>>();

/** Places of machines by id; made once for an array. */
export function positionsOf(machines: readonly Machine[]): ReadonlyMap<string, number> {
  const known = POSITIONS.get(machines) ?? new Map(machines.map(({ id }, position) => [id, position]));
  POSITIONS.set(machines, known);
  return known;
}
