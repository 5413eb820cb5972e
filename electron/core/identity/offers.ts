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

/** Machines that share nothing but a short name, and that nothing keeps apart: a person may merge them. */
export function offerMerges(machines: readonly Named[]): Offers {
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
    else
      addOffer(
        offers,
        group.filter((machine) => group.some((other) => mayBeOne(machine, other))),
      );
  }
  return { offers: [...offers.values()], common };
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
