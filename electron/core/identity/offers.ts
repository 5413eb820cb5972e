import type { MergeOffer } from '../../../shared/model/index.ts';
import { type Cluster, contradict, isResource } from './clusters.ts';
import { CONFIDENCE_OF } from './levels.ts';
import { compareText } from './rows.ts';

/** A name that more machines share than this tells nothing; it becomes one finding instead of an offer. */
const TOO_COMMON = 20;

/** One machine with the host names that its sources call it. */
export interface Named {
  readonly id: string;
  readonly cluster: Cluster;
  readonly shorts: readonly string[];
  /** A person split it off: it is offered no more. */
  readonly isSplit: boolean;
}

export interface Offers {
  readonly offers: readonly MergeOffer[];
  /** Names that too many machines share. */
  readonly common: readonly { readonly name: string; readonly count: number }[];
}

/**
 * Machines that share nothing but a short name, and that nothing keeps apart: a person may merge them.
 * @param isDeclined whether a person said of two machines, by id, that they are not one
 */
export function offerMerges(machines: readonly Named[], isDeclined: (left: string, right: string) => boolean): Offers {
  const firsts = new Map<string, Named>();
  const byName = new Map<string, Named[]>();
  for (const machine of machines) {
    if (machine.isSplit) continue;
    for (const short of machine.shorts) {
      const first = firsts.get(short);
      const list = byName.get(short);
      if (list) list.push(machine);
      else if (first) byName.set(short, [first, machine]);
      else firsts.set(short, machine);
    }
  }
  const offers = new Map<string, MergeOffer>();
  const common: { name: string; count: number }[] = [];
  for (const [name, group] of [...byName].sort(([left], [right]) => compareText(left, right))) {
    if (group.length > TOO_COMMON) common.push({ name, count: group.length });
    else for (const offered of offeredOf(group, isDeclined)) addOffer(offers, offered);
  }
  return { offers: [...offers.values()], common };
}

/** All of them together, where any two may be one; else pair by pair, so that nobody merges two that are not. */
function offeredOf(group: readonly Named[], isDeclined: (left: string, right: string) => boolean): Named[][] {
  const pairs = group.flatMap((left, position) =>
    group.slice(position + 1).flatMap((right): [Named, Named][] => (mayBeOne(left, right) ? [[left, right]] : [])),
  );
  const open = pairs.filter(([left, right]) => !isDeclined(left.id, right.id));
  const members = [...new Set(open.flat())];
  return open.length < (members.length * (members.length - 1)) / 2 ? open : [members];
}

function addOffer(offers: Map<string, MergeOffer>, group: readonly Named[]): void {
  if (group.length < 2) return;
  const machines = group.map((machine) => machine.id).sort(compareText);
  offers.set(machines.join('|'), { machines, key: 'short-name', confidence: CONFIDENCE_OF['short-name'] });
}

/** Two resources of Azure are two machines, however they are called. */
function mayBeOne(left: Named, right: Named): boolean {
  const areBothResources = isResource(left.cluster) && isResource(right.cluster);
  return left !== right && !areBothResources && !contradict(left.cluster, right.cluster, 'short-name');
}
