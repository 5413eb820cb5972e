import type { DeclinedOffer, IdentityDecision, KnownMachine } from '../../../shared/model/index.ts';
import { compareText } from './rows.ts';

/** What people said is not one machine, in terms of the machines that are there. */
export interface Declined {
  readonly declined: readonly DeclinedOffer[];
  /** Machines that a key joined all the same, by id. */
  readonly joined: readonly string[];
  isDeclined(left: string, right: string): boolean;
}

interface Holder {
  readonly machine: { readonly id: string };
  readonly anchors: readonly string[];
}

/**
 * Finds the machines that declined offers speak of.
 * @param known where the row that an offer was declined for is gone, the machine that it belonged to
 */
export function resolveDeclined(
  decisions: readonly IdentityDecision[],
  machines: readonly Holder[],
  known: readonly KnownMachine[],
): Declined {
  const declines = decisions.flatMap((decision, position) =>
    decision.kind === 'decline' ? [{ anchors: decision.anchors, position }] : [],
  );
  const pairs = new Set<string>();
  const declined: DeclinedOffer[] = [];
  const joined = new Set<string>();
  if (declines.length > 0) {
    const holders = holdersOf(new Set(declines.flatMap(({ anchors }) => anchors)), machines, known);
    for (const { anchors, position } of declines) {
      const found = [...new Set(anchors)].flatMap((anchor) => holders.get(anchor) ?? []);
      const ids = [...new Set(found)].sort(compareText);
      for (const id of ids) if (found.filter((one) => one === id).length > 1) joined.add(id);
      for (const left of ids) for (const right of ids) pairs.add(`${left}|${right}`);
      if (ids.length > 1) declined.push({ machines: ids, decision: position });
    }
  }
  return { declined, joined: [...joined], isDeclined: (left, right) => pairs.has(`${left}|${right}`) };
}

function holdersOf(
  wanted: ReadonlySet<string>,
  machines: readonly Holder[],
  known: readonly KnownMachine[],
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  const present = new Set<string>();
  for (const { machine, anchors } of machines) {
    const { id } = machine;
    present.add(id);
    for (const anchor of anchors) if (wanted.has(anchor)) holders.set(anchor, id);
  }
  for (const { id, anchors } of known) {
    if (!present.has(id)) continue;
    for (const anchor of anchors) if (wanted.has(anchor) && !holders.has(anchor)) holders.set(anchor, id);
  }
  return holders;
}
