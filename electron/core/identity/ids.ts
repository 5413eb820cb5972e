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
 * @param known taken one after the other; what is kept of it shares its texts with `machines`
 * @param machines anchors of each machine, in an order that does not follow the order of files: new ids are given in it
 */
export function giveIds(
  machines: readonly (readonly string[])[],
  known: Iterable<KnownMachine>,
  split: ReadonlySet<string>,
  newId: () => string,
): GivenIds {
  const holders = new Map<string, number>();
  for (const [position, anchors] of machines.entries()) for (const anchor of anchors) holders.set(anchor, position);
  const ids: (KnownMachine | undefined)[] = machines.map(() => undefined);
  // Nearly all of them are there: one text for each anchor, not one of then and one of now.
  const shared = (anchor: string): string =>
    machines[holders.get(anchor) ?? -1]?.find((own) => own === anchor) ?? anchor;
  const told = Array.from(known, (entry) => ({ ...entry, anchors: entry.anchors.map(shared) }));
  const ordered = told.sort((left, right) => left.sequence - right.sequence);
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
  const kept = current.map((entry) => withAnchors(entry, anchors.get(entry.id) ?? []));
  return [...kept, ...gone].sort((left, right) => left.sequence - right.sequence);
}

function withAnchors(entry: KnownMachine, now: readonly string[]): KnownMachine {
  const before = entry.anchors;
  if (before.length === 0) return { ...entry, anchors: now };
  return now.every((anchor) => before.includes(anchor))
    ? entry
    : { ...entry, anchors: [...new Set([...before, ...now])] };
}
