import { finding } from '../i18n/findings/index.ts';
import type { Finding, Machine, MachineUsage, PlannedMachine } from '../model/index.ts';
import { billingToday } from './billing-states.ts';
import { Exact } from './exact.ts';
import { meterIdOf } from './meters.ts';

interface Period {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

interface ServerUsage extends MachineUsage {
  readonly plan: 'P1' | 'P2';
}

/**
 * Compares what was really billed with today's plans and states: what is billed and unknown, billed under another plan,
 * billed twice, or not billed although it should be. Only Defender for Servers' own meters count.
 * @param planned the machines of any scenario: what is planned for them does not matter here.
 */
export function compareUsage(
  usage: readonly MachineUsage[],
  planned: readonly Pick<PlannedMachine, 'machine'>[],
): Finding[] {
  const billed = usage.flatMap((entry): ServerUsage[] => {
    const meter = meterIdOf(null, entry.meterName);
    if (meter === 'p1' || meter === 'p1-benefit') return [{ ...entry, plan: 'P1' }];
    return meter === 'p2' || meter === 'p2-benefit' ? [{ ...entry, plan: 'P2' }] : [];
  });
  const machines = new Map(planned.map((each) => [each.machine.id, each]));
  const byMachine = Map.groupBy(billed, ({ machineId }) =>
    machineId !== null && machines.has(machineId) ? machineId : null,
  );
  const strangers = byMachine.get(null) ?? [];
  const periods = new Map(
    [...Map.groupBy(billed, ({ subscriptionId }) => subscriptionId)].map(([id, entries]) => [id, periodOf(entries)]),
  );
  return [
    ...strangers.map(({ resourceId, hours, meterName, subscriptionId }) =>
      finding('cost-usage-no-machine', { resource: resourceId, hours, meter: meterName }, { subscriptionId }),
    ),
    ...planned.flatMap(({ machine }) => {
      const own = byMachine.get(machine.id);
      return own ? compareBilled(machine, own) : compareUnbilled(machine, periods);
    }),
  ];
}

function compareBilled(machine: Machine, usage: readonly ServerUsage[]): Finding[] {
  const { plan } = machine.today;
  const place = { machineId: machine.id };
  const period = periodOf(usage);
  const plans = [...new Set(usage.map((entry) => entry.plan))];
  const hours = usage.reduce((total, entry) => total.plus(entry.hours), new Exact(0));
  const possible = period.days * 24 * machine.capacity;
  const billing = billingToday(machine);
  const facts = { machine: machine.name, from: period.from, to: period.to, hours: hours.toFixed() };
  const [billed] = plans;
  return [
    ...(plans.length > 1 ? [finding('cost-usage-two-plans', facts, place)] : []),
    ...(plans.length === 1 && billed && plan !== 'unknown' && plan !== billed && machine.placement !== 'mde-direct'
      ? [finding('cost-usage-plan-differs', { ...facts, billed, plan }, place)]
      : []),
    ...(hours.greaterThan(possible)
      ? [finding('cost-usage-too-many-hours', { ...facts, days: period.days, possible }, place)]
      : []),
    ...(billing.billed === false && plan !== 'off' && !hours.isZero()
      ? [finding('cost-usage-state-differs', { ...facts, state: billing.state }, place)]
      : []),
  ];
}

/** A machine that should be billed and is not, where the bill covers its subscription at all. */
function compareUnbilled(machine: Machine, periods: ReadonlyMap<string, Period>): Finding[] {
  const { subscriptionId, today } = machine;
  const { plan } = today;
  const period = subscriptionId === null ? undefined : periods.get(subscriptionId);
  if (!period || plan === 'off' || plan === 'unknown' || billingToday(machine).billed !== true) return [];
  const { from, to } = period;
  return [finding('cost-usage-absent', { machine: machine.name, plan, from, to }, { machineId: machine.id })];
}

function periodOf(usage: readonly ServerUsage[]): Period {
  const from = usage.map((entry) => entry.from).toSorted()[0] ?? '';
  const to =
    usage
      .map((entry) => entry.to)
      .toSorted()
      .at(-1) ?? '';
  const days = Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000) + 1;
  return { from, to, days };
}
