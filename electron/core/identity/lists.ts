import type { ListEntryRecord, Machine, NamedList } from '../../../shared/model/index.ts';
import { foldName, fqdnKey, shortName } from './names.ts';
import { compareText, type Prepared } from './rows.ts';

/** How an entry finds machines: by every name that a source calls them. */
export interface NameIndex {
  readonly byResource: ReadonlyMap<string, Machine>;
  readonly byShort: ReadonlyMap<string, readonly Machine[]>;
  /** Subscription id → folded name. */
  readonly subscriptionNames: ReadonlyMap<string, string>;
}

/** The named lists of all files: which machines their entries met, and which met none or several. An entry that stands twice counts once. */
export function resolveLists(others: Prepared['others'], index: NameIndex): readonly NamedList[] {
  const lists = new Map<string, { name: string; entries: Map<string, ListEntryRecord> }>();
  for (const { record } of others) {
    if (record.type !== 'list-entry') continue;
    const key = foldName(record.list);
    const list = lists.get(key) ?? { name: record.list, entries: new Map<string, ListEntryRecord>() };
    if (record.list < list.name) list.name = record.list;
    list.entries.set(entryKey(record), record);
    lists.set(key, list);
  }
  return [...lists.values()].map(({ name, entries }) => resolveList(name, entries, index)).sort(byName);
}

function resolveList(name: string, entries: ReadonlyMap<string, ListEntryRecord>, index: NameIndex): NamedList {
  const met = new Set<string>();
  const missing: string[] = [];
  const several: string[] = [];
  let found = 0;
  for (const [, entry] of [...entries].sort(([left], [right]) => compareText(left, right))) {
    const machines = machinesOf(entry, index);
    const [only] = machines;
    if (only === undefined) missing.push(entry.name);
    else if (machines.length > 1) several.push(entry.name);
    else {
      met.add(only.id);
      found += 1;
    }
  }
  return { name, machineIds: [...met].sort(compareText), missing, several, found };
}

function machinesOf(entry: ListEntryRecord, index: NameIndex): readonly Machine[] {
  if (entry.resourceId !== undefined) {
    const machine = index.byResource.get(entry.resourceId);
    return machine ? [machine] : [];
  }
  const fqdn = fqdnKey(entry.name);
  const named = (index.byShort.get(shortName(entry.name) ?? '') ?? []).filter(
    (machine) =>
      (fqdn === null || machine.fqdn === null || foldName(machine.fqdn) === fqdn) &&
      (entry.resourceGroup === undefined || machine.resourceGroup === entry.resourceGroup) &&
      (entry.subscriptionId === undefined || isIn(machine, entry.subscriptionId, index)),
  );
  const exact = named.filter((machine) => foldName(machine.name) === foldName(entry.name));
  return exact.length === 1 ? exact : named;
}

function isIn(machine: Machine, subscription: string, index: NameIndex): boolean {
  const folded = foldName(subscription);
  return machine.subscriptionId === folded || index.subscriptionNames.get(machine.subscriptionId ?? '') === folded;
}

function entryKey(entry: ListEntryRecord): string {
  return [foldName(entry.name), entry.resourceGroup, entry.subscriptionId, entry.resourceId].join('|');
}

function byName(left: NamedList, right: NamedList): number {
  return compareText(foldName(left.name), foldName(right.name));
}
