import { correlationFloor } from '../../../shared/matrix/floors.ts';
import type { Finding, KeyName, MachineUsage, NamedList } from '../../../shared/model/index.ts';
import { machineBilledTwice } from './billed-twice.ts';
import type { Cluster } from './clusters.ts';
import { believed, newestFirst } from './fields.ts';
import { countedFinding, groupNames, identityFinding, someNames } from './findings.ts';
import { isIdentified } from './levels.ts';
import { displayName } from './machines.ts';
import type { Offers } from './offers.ts';
import { reportScopes } from './report-scopes.ts';
import type { Resolved } from './resolved.ts';
import type { ArmKind } from './resources.ts';
import type { Row } from './rows.ts';

export interface ReportInput {
  readonly lists: readonly NamedList[];
  readonly usage: readonly MachineUsage[];
  readonly common: Offers['common'];
  readonly offers: Offers['offers'];
  /** Ids of machines of which somebody said that they are several. */
  readonly declinedJoined: readonly string[];
}

type Made = Resolved['machines'][number];

/** Everything that was guessed, left apart, joined weakly or not met, in sentences' codes. */
export function reportInventory(resolved: Resolved, input: ReportInput): readonly Finding[] {
  return [
    ...reportMasked(resolved),
    ...reportConflicts(resolved),
    ...reportJoins(resolved),
    ...reportDecisions(resolved),
    ...reportOffers(resolved, input),
    ...reportDeclined(resolved, input),
    ...input.common.map(({ name, count }) => identityFinding('identity-name-common', { name, count })),
    ...reportMachines(resolved),
    ...reportSets(resolved),
    ...reportScopes(resolved),
    ...reportUnmet(resolved, input),
  ];
}

/** Servers that may be one: what a person has to look at before the list is one row for each. */
function reportOffers({ machines }: Resolved, { offers }: ReportInput): Finding[] {
  if (offers.length === 0) return [];
  const names = new Map(machines.map(({ machine }) => [machine.id, machine.name]));
  // One name may stand in several offers.
  const offered = new Set(offers.map((offer) => names.get(offer.machines[0] ?? '') ?? '?'));
  return countedFinding('identity-offered', [...offered]);
}

/** A key proved what a person did not believe; a merge by hand is that person's later word. */
function reportDeclined({ machines }: Resolved, { declinedJoined }: ReportInput): Finding[] {
  if (declinedJoined.length === 0) return [];
  const joined = new Set(declinedJoined);
  return machines.flatMap(({ machine: { id, name, keys } }) => {
    const [proof] = keys;
    if (!joined.has(id) || !proof || keys.some(({ key }) => key === 'manual')) return [];
    return [identityFinding('identity-declined-joined', { name, key: proof.key }, { machineId: id })];
  });
}

function reportMasked({ prepared }: Resolved): Finding[] {
  return [...prepared.masked].map(([file, count]) => identityFinding('identity-masked-ids', { count }, { file }));
}

/** Conflicts of ids always; of names only where a row without an id was left over. The same machines are named once. */
function reportConflicts({ joined, prepared }: Resolved): Finding[] {
  const said = new Set<string>();
  return joined.conflicts.flatMap(({ key, value, rows }) => {
    const roots = [...new Set(rows.map(joined.clusters.find))].sort((left, right) => left - right);
    const signature = roots.join();
    const isNames = NAME_KEYS.some((name) => name === key);
    const isSettled = roots.every((root) => isIdentified(joined.clusters.at(root)));
    if (roots.length < 2 || said.has(signature) || (isNames && isSettled)) return [];
    said.add(signature);
    const names = roots.map((root) => displayName(newestFirst(rowsOf(joined.clusters.at(root), prepared.rows))));
    const code = isNames ? 'identity-name-ambiguous' : 'identity-key-conflict';
    return [identityFinding(code, { key, value, count: roots.length, names: someNames(names) })];
  });
}

function rowsOf(cluster: Cluster, rows: readonly Row[]): readonly Row[] {
  return cluster.rows.flatMap((position) => rows[position] ?? []);
}

/** Keys that are names, and no ids. */
const NAME_KEYS = ['device-name', 'group-name', 'scope-name', 'name-address'] as const satisfies readonly KeyName[];

function reportJoins({ machines }: Resolved): Finding[] {
  return NAME_KEYS.flatMap((key) => {
    const joined = machines.filter(({ machine }) => machine.keys.some((one) => one.key === key));
    return countedFinding(
      `identity-joined-by-${key}`,
      joined.map(({ machine }) => machine.name),
    );
  });
}

function reportDecisions({ joined, machines }: Resolved): Finding[] {
  const refused = joined.refused.map(({ anchors: [left, right], why }) =>
    identityFinding(why === 'tenants' ? 'identity-merge-refused' : 'identity-merge-waiting', { left, right }),
  );
  const doubled = machines.flatMap(({ machine, rows }) => {
    if (!machine.keys.some((key) => key.key === 'manual')) return [];
    const count = Math.max(...ARM_KINDS.map((kind) => distinctResources(rows, kind)));
    const params = { name: machine.name, count };
    return count > 1 ? [identityFinding('identity-merged-two-resources', params, { machineId: machine.id })] : [];
  });
  return [...refused, ...doubled];
}

const ARM_KINDS: readonly ArmKind[] = ['vm', 'arc', 'set'];

function distinctResources(rows: readonly Row[], kind: ArmKind): number {
  return new Set(rows.flatMap((row) => (row.own?.kind === kind ? [row.own.id] : []))).size;
}

function reportMachines({ machines, extensions, scopes }: Resolved): Finding[] {
  const unclear: string[] = [];
  const single = machines.flatMap(({ machine, cluster, rows }): Finding[] => {
    const place = { machineId: machine.id };
    const { name, os, sensorVersion } = machine;
    const found: Finding[] = [];
    if (machine.mayBeBilledTwice) {
      const floor = correlationFloor(os.product, os.family)?.version ?? '?';
      found.push(identityFinding('identity-billed-twice', { name, version: sensorVersion ?? '?', floor }, place));
    } else if (machine.resourceId !== null && machineBilledTwice(rows, os, sensorVersion, 'unknown') === 'unclear')
      unclear.push(name);
    if (cluster.arm.vm !== undefined && cluster.arm.arc !== undefined) {
      found.push(identityFinding('identity-arc-on-azure-vm', { name }, place));
    }
    if (cluster.devices.length > 1 && cluster.arm.set === undefined) {
      found.push(identityFinding('identity-several-devices', { name, count: cluster.devices.length }, place));
    }
    const subscription = scopes.byId.get(machine.subscriptionId ?? '');
    for (const failed of extensions.of(rows, machine.resourceId, subscription?.name ?? null).failed) {
      found.push(
        identityFinding('identity-extension-failed', { name, error: failed.error ?? failed.extension }, place),
      );
    }
    return found;
  });
  return [
    ...single,
    ...countedFinding('identity-billed-twice-unclear', unclear),
    ...countedFinding('identity-os-unknown', namesWhere(machines, isOsUnknown)),
    ...countedFinding('identity-subscription-unknown', namesWhere(machines, hasNoSubscription)),
    ...countedFinding('identity-device-without-resource', namesWhere(machines, isDeviceWithoutResource)),
    ...reportIncomplete(machines, scopes),
  ];
}

function namesWhere(machines: Resolved['machines'], passes: (made: Made) => boolean): string[] {
  return machines.filter(passes).map(({ machine }) => machine.name);
}

/** A scale set's image tells its system where it is known at all; an AKS pool's nodes are no servers to decide about. */
function isOsUnknown({ machine }: Made): boolean {
  const isKnown = machine.os.product !== null || machine.os.role === 'client' || machine.os.role === 'appliance';
  return !isKnown && machine.placement !== 'aks' && machine.placement !== 'databricks';
}

function hasNoSubscription({ machine }: Made): boolean {
  const isInAzure = machine.placement !== 'on-premises' && machine.kind !== 'mde-only' && machine.kind !== 'mde-direct';
  return isInAzure && machine.subscriptionId === null;
}

function isDeviceWithoutResource({ machine, rows }: Made): boolean {
  const isInAzure = rows.some((row) => row.kind !== null);
  return isInAzure && machine.resourceId === null && rows.every((row) => row.record.source === 'mde-device');
}

/** Resources that only Defender names: one finding for each subscription. */
function reportIncomplete(machines: Resolved['machines'], scopes: Resolved['scopes']): Finding[] {
  const missing = groupNames(machines, ({ machine, rows }) => {
    const isListed = rows.some((row) => row.kind !== null && row.record.source !== 'mde-device');
    const { subscriptionId, resourceId, name } = machine;
    return isListed || subscriptionId === null || resourceId === null ? null : [subscriptionId, name];
  });
  return [...missing].flatMap(([subscriptionId, names]) =>
    countedFinding(
      'identity-inventory-incomplete',
      names,
      { subscription: scopes.byId.get(subscriptionId)?.name ?? subscriptionId },
      { subscriptionId },
    ),
  );
}

function reportSets({ machines, flexible, instances }: Resolved): Finding[] {
  const uniform = machines.flatMap(({ machine, rows }): Finding[] => {
    if (machine.kind !== 'vmss' || !rows.some((row) => row.record.source === 'vmss')) return [];
    const { name, capacity, id: machineId } = machine;
    const found: Finding[] = [];
    if (machine.placement === 'vmss-uniform' && believed(rows, 'orchestration') === undefined) {
      found.push(identityFinding('identity-set-mode-unknown', { name }, { machineId }));
    }
    if (believed(rows, 'capacity') === undefined) {
      found.push(identityFinding('identity-set-capacity-unknown', { name, capacity }, { machineId }));
    }
    return found;
  });
  const short = flexible.flatMap(({ rows, cluster }): Finding[] => {
    const capacity = believed(rows, 'capacity') ?? 0;
    const found = instances.get(cluster.arm.set ?? '') ?? 0;
    const name = displayName(newestFirst(rows));
    return found < capacity ? [identityFinding('identity-set-instances-missing', { name, capacity, found })] : [];
  });
  return [...uniform, ...short];
}

/** Records that met no machine: plans, extensions, usage, names of lists. */
function reportUnmet({ machines, scopes, extensions }: Resolved, { lists, usage }: ReportInput): Finding[] {
  const resources = new Set(machines.flatMap(({ rows }) => rows.flatMap((row) => row.own?.id ?? row.linked?.id ?? [])));
  const plans = [...scopes.machinePlans.keys()].filter((id) => !resources.has(id)).map(lastSegment);
  const billed = [...new Set(usage.flatMap((one) => (one.machineId === null ? [one.resourceId] : [])))].map(
    lastSegment,
  );
  const unmet = groupNames(extensions.unmet(), ({ record, evidence }) => [
    evidence.file,
    record.machineName ?? lastSegment(record.machineResourceId ?? record.extension),
  ]);
  return [
    ...countedFinding('identity-plan-without-machine', plans),
    ...countedFinding('identity-usage-without-machine', billed),
    ...[...unmet].flatMap(([file, names]) => countedFinding('identity-extension-without-machine', names, {}, { file })),
    ...lists.flatMap(({ name: list, found, missing, several }) => {
      const total = found + missing.length + several.length;
      return [
        ...countedFinding('identity-list-missing', missing, { list, found, total }),
        ...countedFinding('identity-list-several', several, { list }),
      ];
    }),
  ];
}

function lastSegment(id: string): string {
  return id.split('/').at(-1) ?? id;
}
