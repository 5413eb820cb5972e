import { notFound, sumBy } from '../cost/index.ts';
import { CELL_TEXTS } from '../i18n/export/words.ts';
import { methodWord, stepWord } from '../i18n/plan/words.ts';
import {
  type CostLine,
  type Known,
  type Machine,
  type NowAlways,
  type Recommendation,
  stateOf,
} from '../model/index.ts';
import { PLAN_COLUMNS } from './columns.ts';
import { type Cells, csvChunks, SENTENCES } from './csv.ts';
import { type ExportFile, type ExportInput, scopeNames } from './input.ts';
import { writeList, writePairs } from './pairs.ts';

interface PlanRow {
  readonly machine: Machine;
  readonly planned: Recommendation;
  readonly monthly: NowAlways;
}

/** `plan.csv`: a row for each machine, with what restores it and what was decided for it. */
export function planFile(input: ExportInput): ExportFile {
  const machines = new Map(input.machines.map((machine) => [machine.id, machine]));
  const decided = input.plan.machines.filter(({ id }) => machines.has(id));
  function* rows(): Generator<PlanRow> {
    const money = moneyOf(input);
    for (const planned of decided) {
      const machine = machines.get(planned.id);
      if (machine) yield { machine, planned, monthly: money(planned.id) };
    }
  }
  return {
    name: 'plan.csv',
    rows: decided.length,
    chunks: () => csvChunks(PLAN_COLUMNS, input.language, rows(), { ...machineCells(input), ...decisionCells(input) }),
  };
}

function machineCells({ subscriptions, plan }: ExportInput) {
  const names = scopeNames({ subscriptions, plan });
  return {
    name: ({ machine }) => machine.name,
    kind: ({ machine }) => machine.kind,
    subscriptionName: ({ machine }) => machine.subscriptionName ?? names.get(machine.subscriptionId ?? '') ?? null,
    resourceGroup: ({ machine }) => machine.resourceGroup,
    state: ({ machine }) => stateOf(machine),
    todayPlan: ({ machine }) => machine.today.plan,
    todayExplicit: ({ machine }) => yesNo(machine.today.explicit),
    os: ({ machine }) => machine.os.text,
    capacity: ({ machine }) => machine.capacity,
    placement: ({ machine }) => machine.placement,
    power: ({ machine }) => machine.power,
    arcStatus: ({ machine }) => machine.arcStatus,
    arcAgentVersion: ({ machine }) => machine.arcAgentVersion,
    sensorHealth: ({ machine }) => machine.sensorHealth,
    sensorOnboarding: ({ machine }) => machine.sensorOnboarding,
    sensorVersion: ({ machine }) => machine.sensorVersion,
    hasEsu: ({ machine }) => yesNo(machine.hasEsu),
    hasSoftwareAssurance: ({ machine }) => yesNo(machine.hasSoftwareAssurance),
    cores: ({ machine }) => machine.cores,
    location: ({ machine }) => machine.location,
    ipAddresses: ({ machine }) => writeList(machine.ipAddresses),
    tags: ({ machine }) => writePairs(machine.tags),
    machineId: ({ machine }) => machine.id,
    tenantId: ({ machine }) => machine.tenantId,
    subscriptionId: ({ machine }) => machine.subscriptionId,
    connectorId: ({ machine }) => machine.connectorId,
    resourceId: ({ machine }) => machine.resourceId,
    vmId: ({ machine }) => machine.vmId,
    mdeDeviceId: ({ machine }) => machine.mdeDeviceId,
    smbiosUuid: ({ machine }) => machine.smbiosUuid,
    fqdn: ({ machine }) => machine.fqdn,
    lastSeen: ({ machine }) => machine.lastSeen,
    evidenceDate: ({ machine }) => newest(machine.evidence.map(({ date }) => date)),
    evidenceFiles: ({ machine }) => writeList([...new Set(machine.evidence.map(({ file }) => file))]),
  } as const satisfies Partial<Cells<typeof PLAN_COLUMNS, PlanRow>>;
}

function decisionCells(input: ExportInput) {
  const { language, currency, plan } = input;
  const names = scopeNames(input);
  return {
    wants: ({ planned }) => planned.wants,
    method: ({ planned }) => planned.method,
    plan: ({ planned }) => planned.plan,
    targetSubscription: ({ planned: { subscriptionId } }) =>
      subscriptionId && (names.get(subscriptionId) ?? subscriptionId),
    steps: ({ planned }) => writeList(planned.steps),
    methodText: ({ planned }) => methodWord(planned.method, language),
    stepsText: ({ planned }) => planned.steps.map((step) => stepWord(step, language)).join(CELL_TEXTS.steps[language]),
    rules: ({ planned }) => writeList(planned.rules),
    reason: ({ planned }) => planned.reason,
    prerequisites: ({ planned }) => planned.prerequisites.join(SENTENCES),
    blockers: ({ planned }) => planned.blockers.join(SENTENCES),
    monthlyNow: ({ monthly }) => monthly.now,
    monthlyAlways: ({ monthly }) => monthly.always,
    currency: () => currency,
    scenario: () => plan.scenario,
    edition: () => plan.edition,
  } as const satisfies Partial<Cells<typeof PLAN_COLUMNS, PlanRow>>;
}

/** A machine's month: exact, `unknown` where its state or plan is not known, words where a price is missing; never a false 0. */
function moneyOf({ cost, language }: ExportInput): (machineId: string) => NowAlways {
  const lines = new Map<string, CostLine[]>();
  for (const line of cost.lines) {
    const known = lines.get(line.machineId ?? '');
    if (known) known.push(line);
    else lines.set(line.machineId ?? '', [line]);
  }
  return (machineId) => {
    const sum = sumBy(lines.get(machineId) ?? [], () => machineId).get(machineId);
    if (!sum) return { now: '0', always: '0' };
    if (sum.unknownPlans > 0) return { now: 'unknown', always: 'unknown' };
    if (sum.missing > 0) return { now: notFound(language), always: notFound(language) };
    return { now: sum.unknownStates > 0 ? 'unknown' : sum.monthly.now, always: sum.monthly.always };
  };
}

function yesNo(value: Known<boolean>): string {
  return value === 'unknown' ? value : value ? 'yes' : 'no';
}

function newest(dates: readonly string[]): string | null {
  return dates.toSorted().at(-1) ?? null;
}
