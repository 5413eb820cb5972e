import type { KnownMachine } from '../../../shared/model/index.ts';

export interface GivenIds {
  /** One for each list of anchors, in their order. */
  readonly ids: readonly string[];
  /** All machines ever known, those that are not there at present too: they may come back, and merges may be undone. */
  readonly known: readonly KnownMachine[];
}

/**
 * Gives every machine its id. The oldest known machine that shares an anchor gives its own; a machine that fell into
 * two leaves its id to the part with its first anchor, which nobody split off.
 * @param machines anchors of each machine, in an order that does not follow the order of files: new ids are given in it
 */
export function giveIds(
  machines: readonly (readonly string[])[],
  known: readonly KnownMachine[],
  split: ReadonlySet<string>,
  newId: () => string,
): GivenIds {
  const holders = new Map<string, number>();
  if (known.length > 0) {
    for (const [position, anchors] of machines.entries()) for (const anchor of anchors) holders.set(anchor, position);
  }
  const ids: (KnownMachine | undefined)[] = machines.map(() => undefined);
  const ordered = known.toSorted((left, right) => left.sequence - right.sequence);
  for (const entry of ordered) {
    const free = [...new Set(entry.anchors.flatMap((anchor) => holders.get(anchor) ?? []))].filter(
      (position) => ids[position] === undefined,
    );
    const rest = free.find((position) => !machines[position]?.every((anchor) => split.has(anchor)));
    const taken = rest ?? free[0];
    if (taken !== undefined) ids[taken] = entry;
  }
  const created = createIds(ids, ordered, newId);
  return {
    ids: created.map((entry) => entry.id),
    known: keep(ordered, created, machines),
  };
}

function createIds(
  ids: readonly (KnownMachine | undefined)[],
  known: readonly KnownMachine[],
  newId: () => string,
): KnownMachine[] {
  let sequence = known.at(-1)?.sequence ?? 0;
  return ids.map((entry) => entry ?? { id: newId(), sequence: ++sequence, anchors: [] });
}

/** Anchors are only added, the older ones first: they tell whose id it was when a merge is undone. */
function keep(
  known: readonly KnownMachine[],
  current: readonly KnownMachine[],
  machines: readonly (readonly string[])[],
): KnownMachine[] {
  const anchors = new Map(current.map((entry, position) => [entry.id, machines[position] ?? []]));
  const gone = known.filter((entry) => !anchors.has(entry.id));
  const kept = current.map((entry) => ({ ...entry, anchors: added(entry.anchors, anchors.get(entry.id) ?? []) }));
  return [...kept, ...gone].sort((left, right) => left.sequence - right.sequence);
}

function added(before: readonly string[], now: readonly string[]): readonly string[] {
  return before.length === 0 ? now : [...new Set([...before, ...now])];
}
