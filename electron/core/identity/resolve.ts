import type {
  Evidence,
  ExcludedMachine,
  IdentityDecision,
  Inventory,
  KnownMachine,
  LocatedRecord,
  Machine,
} from '../../../shared/model/index.ts';
import { resolveDeclined } from './declined.ts';
import {
  compareExcluded,
  excludedMachine,
  excludedRows,
  instancesOfSets,
  isClientOutside,
  isFlexibleSet,
} from './exclusions.ts';
import { indexExtensions } from './extensions.ts';
import { sortFindings } from './findings.ts';
import { giveIds } from './ids.ts';
import { type Joined, joinRows } from './join.ts';
import { resolveLists } from './lists.ts';
import { type MachineContext, makeMachine } from './machines.ts';
import { foldName } from './names.ts';
import { offerMerges } from './offers.ts';
import { reportInventory } from './report.ts';
import type { Member, Resolved } from './resolved.ts';
import { compareText, type Prepared, prepareRows, type Row } from './rows.ts';
import { buildScopes, toldNames } from './subscriptions.ts';
import { resolveUsage } from './usage.ts';

export interface ResolveInput {
  readonly evidence: readonly Evidence[];
  readonly records: Iterable<LocatedRecord>;
  readonly known: Iterable<KnownMachine>;
  /** In the order in which they were taken: a later one beats an earlier one. */
  readonly decisions: readonly IdentityDecision[];
  /** Ids on which a person's override stands: such a client outside Azure stays in the list, against X2. */
  readonly overridden?: ReadonlySet<string> | undefined;
  /** ISO date; policy exemptions that ended before it are over. */
  readonly asOf: string;
  /** Makes the id of a new machine; handed in, so that results can be repeated. */
  readonly newId: () => string;
}

/**
 * All records together as one list of servers, one row for each, with what is known of their subscriptions.
 * Pure: the same records give the same inventory in whatever order they come, up to new ids.
 * @throws Error when a record names evidence that is not in `evidence`.
 */
export function resolveInventory(input: ResolveInput): Inventory {
  const prepared = prepareRows(input.evidence, input.records);
  const joined = joinRows(prepared.rows, input.decisions, toldNames(prepared.others));
  const scopes = buildScopes({ prepared, names: joined.names, asOf: input.asOf });
  const instances = instancesOfSets(prepared.rows);
  const all = membersOf(prepared.rows, joined);
  const flexible = all.filter((member) => isFlexibleSet(member.rows, member.cluster, instances));
  const flexibleRoots = new Set(flexible.map((member) => member.root));
  const members = all.filter((member) => !flexibleRoots.has(member.root));
  const { ids, known } = giveIds(
    members.map((member) => member.anchors),
    input.known,
    joined.split,
    input.newId,
  );
  const extensions = indexExtensions(prepared.others);
  const context: MachineContext = { scopes, names: joined.names, extensions };
  const made = members.map((member, position) => ({
    ...member,
    machine: makeMachine(ids[position] ?? '', member.cluster, member.rows, context),
  }));
  const clients = made.filter(({ machine }) => isClientOutside(machine) && !input.overridden?.has(machine.id));
  const clientRoots = new Set(clients.map((member) => member.root));
  const machines = made.filter((member) => !clientRoots.has(member.root));
  const resolved: Resolved = { prepared, joined, scopes, machines, flexible, instances, extensions };
  const excluded: ExcludedMachine[] = [
    ...excludedRows(prepared.outside),
    ...flexible.map(({ rows }) => excludedMachine(rows, 'X3', 'flexible-scale-set')),
    ...clients.map(({ rows, machine }) => excludedMachine(rows, 'X2', 'client-os', machine.id)),
  ];
  return { ...listed(resolved, input.decisions, known), excluded: excluded.sort(compareExcluded), known };
}

function listed(
  resolved: Resolved,
  decisions: readonly IdentityDecision[],
  known: readonly KnownMachine[],
): Omit<Inventory, 'excluded' | 'known'> {
  const { machines, scopes, joined, prepared } = resolved;
  const byResource = asksForResources(prepared) ? resourcesOf(resolved) : new Map<string, Machine>();
  const apart = resolveDeclined(decisions, machines, known);
  const offers = offerMerges(
    machines.map(({ machine, cluster, shorts, anchors }) => ({
      id: machine.id,
      cluster,
      shorts,
      isSplit: anchors.some((anchor) => joined.split.has(anchor)),
    })),
    apart.isDeclined,
  );
  const lists = resolveLists(prepared.others, {
    byResource,
    byShort: machinesByShort(resolved),
    subscriptionNames: new Map(scopes.subscriptions.map(({ id, name }) => [id, foldName(name ?? '')])),
  });
  const usage = resolveUsage(prepared.others, (id) => byResource.get(id)?.id);
  const report = reportInventory(resolved, { lists, usage, ...offers, declinedJoined: apart.joined });
  return {
    machines: machines.map(({ machine }) => machine),
    subscriptions: scopes.subscriptions,
    offers: offers.offers,
    declined: apart.declined,
    lists,
    usage,
    findings: sortFindings(report),
  };
}

function asksForResources({ others }: Prepared): boolean {
  return others.some(({ record }) => record.type === 'usage' || record.type === 'list-entry');
}

/** In the order of their names, and of anchors where names are equal. */
function membersOf(rows: readonly Row[], { clusters, anchors }: Joined): readonly Member[] {
  const all = clusters.roots().map((root) => {
    const cluster = clusters.at(root);
    const members = cluster.rows.map((position) => rowAt(rows, position));
    const own = new Set(cluster.rows.map((position) => anchors[position] ?? ''));
    const told = [...own].sort(compareText).concat(movingAnchors(members));
    return { root, cluster, rows: members, anchors: told, shorts: shortsOf(members) };
  });
  return all.sort(byName);
}

/** For `map`: lists that `flatMap` makes have room for many more, which is 15 MB for 100,000 machines. */
function rowAt(rows: readonly Row[], position: number): Row {
  const row = rows[position];
  if (!row) throw new Error('A cluster of rows that are not there.');
  return row;
}

/**
 * A resource that is moved to another group or subscription gets another ARM id and keeps its `vmId`: so its row's own anchor
 * changes, and the machine's id must not. After the anchors of rows, since decisions are kept by those.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/move-resource-group-and-subscription
 */
function movingAnchors(rows: readonly Row[]): readonly string[] {
  const moving = rows.flatMap(({ own, record: { source, vmId } }) => (own && vmId ? [`${source}|moved:${vmId}`] : []));
  return [...new Set(moving)].sort(compareText);
}

/** Every ARM id that a source gives a machine, its `mdeServers` resource too. */
function resourcesOf({ machines }: Resolved): ReadonlyMap<string, Machine> {
  const byResource = new Map<string, Machine>();
  for (const { machine, rows } of machines) {
    for (const { record, own, linked } of rows) {
      for (const id of [own?.id, linked?.id, record.resourceId]) if (id !== undefined) byResource.set(id, machine);
    }
  }
  return byResource;
}

function machinesByShort({ machines }: Resolved): ReadonlyMap<string, readonly Machine[]> {
  const byShort = new Map<string, Machine[]>();
  for (const { machine, shorts } of machines) {
    for (const short of shorts) {
      const list = byShort.get(short);
      if (list) list.push(machine);
      else byShort.set(short, [machine]);
    }
  }
  return byShort;
}

/** Host names by name and by full name: in vCenter a machine may be called otherwise than its guest calls itself. */
function shortsOf(rows: readonly Row[]): readonly string[] {
  const shorts = new Set<string>();
  for (const { short, fqdn } of rows) {
    if (short !== null) shorts.add(short);
    if (fqdn !== null) shorts.add(fqdn.slice(0, fqdn.indexOf('.')));
  }
  return [...shorts].sort(compareText);
}

function byName(left: Member, right: Member): number {
  return (
    compareText(left.shorts[0] ?? '', right.shorts[0] ?? '') ||
    compareText(left.anchors[0] ?? '', right.anchors[0] ?? '')
  );
}
