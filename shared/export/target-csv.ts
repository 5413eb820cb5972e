import { finding } from '../i18n/findings/index.ts';
import type { Finding, KnownPlan, Machine, Recommendation } from '../model/index.ts';
import { parseArmId } from '../text/arm-id.ts';
import { TARGET_HEADER } from './columns.ts';
import { LINE_END } from './csv.ts';
import { fileNamePart, uniqueNames } from './file-name.ts';
import { type ExportFile, type ExportInput, scopeNames } from './input.ts';

/** What the script that reads `target.csv` can do to a machine. */
type TargetAction = 'enable-p1' | 'downgrade-p1' | 'off';

/** What kind of machine its two sets of scripts are for. */
type TargetKind = 'vm' | 'arc';

interface Target {
  readonly machine: Machine;
  readonly subscriptionId: string;
  readonly kind: TargetKind;
  readonly action: TargetAction;
  readonly name: string;
  readonly group: string;
}

/**
 * The files that the script of the Japanese field reads: names and resource groups, one file for each subscription,
 * kind and action, since the script knows neither subscription nor action from the file. ASCII, CRLF, no byte order
 * mark, no final line end, no quotes and no formula guard: a name that Azure would not allow is left out with a finding.
 */
export function targetFiles(input: ExportInput): {
  readonly files: readonly ExportFile[];
  readonly findings: readonly Finding[];
} {
  const machines = new Map(input.machines.map((machine) => [machine.id, machine]));
  const bases = new Map(input.plan.subscriptions.map(({ id, base }) => [id, base]));
  const names = scopeNames(input);
  const unique = uniqueNames();
  const findings: Finding[] = [...removals(input.plan.machines)];
  const targets = input.plan.machines.flatMap((planned): Target[] => {
    const machine = machines.get(planned.id);
    const action = actionOf(planned, bases);
    if (!machine || !action) return [];
    const target = targetOf(machine, planned, action);
    if (!target) {
      const step = action === 'off' ? 'set-off' : 'set-p1';
      findings.push(finding('export-target-kind', { name: machine.name, action: step }, { machineId: machine.id }));
    }
    return target ? [target] : [];
  });
  const groups = Map.groupBy(targets, ({ subscriptionId, kind, action }) => `${subscriptionId}\n${kind}\n${action}`);
  const files = [...groups.keys()].toSorted().flatMap((key): ExportFile[] => {
    const all = groups.get(key) ?? [];
    const [first] = all;
    if (!first) return [];
    const name = unique(fileName(first, names));
    const allowed = all.filter(isAllowed);
    for (const { machine, group } of all.filter((target) => !isAllowed(target))) {
      findings.push(
        finding('export-target-name', { name: machine.name, group, file: name }, { machineId: machine.id }),
      );
    }
    return allowed.length === 0 ? [] : [{ name, rows: allowed.length, chunks: () => [textOf(allowed)] }];
  });
  return { files, findings };
}

/** The script has no DELETE: machines that should inherit again are counted, so that nobody waits for them. */
function removals(machines: readonly Recommendation[]): Finding[] {
  const count = machines.filter(({ steps }) => steps.includes('remove-override')).length;
  return count === 0 ? [] : [finding('export-target-remove', { count })];
}

function actionOf(
  { steps, subscriptionId }: Recommendation,
  bases: ReadonlyMap<string, KnownPlan>,
): TargetAction | null {
  if (steps.includes('set-off')) return 'off';
  if (!steps.includes('set-p1')) return null;
  return subscriptionId !== null && bases.get(subscriptionId) === 'P2' ? 'downgrade-p1' : 'enable-p1';
}

/** VMs and Arc machines that exist in Azure; a scale set or a machine that is still to be connected is no target. */
function targetOf(machine: Machine, { steps }: Recommendation, action: TargetAction): Target | null {
  const id = machine.resourceId === null ? null : parseArmId(machine.resourceId);
  const kind = KINDS[id?.type ?? KIND_OF_PLACEMENT[machine.placement] ?? ''];
  const group = id?.resourceGroup ?? machine.resourceGroup;
  const subscriptionId = id?.subscriptionId ?? machine.subscriptionId;
  if (!kind || !group || !subscriptionId || steps.includes('connect-arc')) return null;
  return {
    machine,
    subscriptionId,
    kind,
    action,
    name: nameOf(machine, id?.name),
    group: machine.resourceGroup ?? group,
  };
}

/** The resource's own spelling where a source gave it: ids are kept in lower case. */
function nameOf(machine: Machine, lowered: string | undefined): string {
  return lowered === undefined || machine.name.toLowerCase() === lowered ? machine.name : lowered;
}

const KINDS: Readonly<Record<string, TargetKind>> = {
  'microsoft.compute/virtualmachines': 'vm',
  'microsoft.hybridcompute/machines': 'arc',
};
const KIND_OF_PLACEMENT: Readonly<Record<string, string>> = {
  'azure-vm': 'microsoft.compute/virtualmachines',
  databricks: 'microsoft.compute/virtualmachines',
  arc: 'microsoft.hybridcompute/machines',
  'arc-connector': 'microsoft.hybridcompute/machines',
};

/**
 * Names that Azure allows, as far as they are ASCII: the script is read by Windows PowerShell in the system's code page.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
const ALLOWED_NAMES: Readonly<Record<TargetKind, RegExp>> = {
  vm: /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_])?$/i,
  arc: /^[a-z0-9](?:[a-z0-9._-]{0,52}[a-z0-9_])?$/i,
};
const ALLOWED_GROUP = /^[a-z0-9_()][a-z0-9_().-]{0,88}[a-z0-9_()-]$|^[a-z0-9_()]$/i;

function isAllowed({ kind, name, group }: Target): boolean {
  return ALLOWED_NAMES[kind].test(name) && ALLOWED_GROUP.test(group);
}

function fileName({ subscriptionId, kind, action }: Target, names: ReadonlyMap<string, string>): string {
  const scope = names.get(subscriptionId);
  const id = fileNamePart(subscriptionId.slice(0, 8));
  return `target.${scope === undefined ? fileNamePart(subscriptionId) : `${fileNamePart(scope)}-${id}`}.${kind}.${action}.csv`;
}

function textOf(targets: readonly Target[]): string {
  const lines = targets.map(({ name, group }) => `${name},${group}`).toSorted();
  return [TARGET_HEADER, ...lines].join(LINE_END);
}
