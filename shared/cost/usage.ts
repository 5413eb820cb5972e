import { finding } from '../i18n/findings/index.ts';
import type { Finding, Machine, MachineUsage, PlannedMachine } from '../model/index.ts';
import { billingToday } from './billing-states.ts';
import { Exact } from './exact.ts';
import { meterIdOf } from './meters.ts';

/** Names in one sentence; the count says how many there are. */
const NAMES_SHOWN = 10;

/** What was billed on one meter in one currency. */
export interface UsageSum {
  readonly meterName: string;
  readonly currency: string;
  readonly resources: number;
  /** Decimal strings. */
  readonly hours: string;
  readonly cost: string;
  /** ISO dates, first and last day seen. */
  readonly from: string;
  readonly to: string;
}

/** Billed hours and money by meter, the dearest first. */
export function sumUsage(usage: readonly MachineUsage[]): readonly UsageSum[] {
  const total = (entries: readonly MachineUsage[], field: 'hours' | 'cost') =>
    entries.reduce((sum, entry) => sum.plus(entry[field]), new Exact(0));
  return [...Map.groupBy(usage, ({ meterName, currency }) => `${meterName} ${currency}`).values()]
    .flatMap((entries) => {
      const [first] = entries;
      if (!first) return [];
      const dates = entries.flatMap(({ from, to }) => [from, to]).toSorted();
      return {
        meterName: first.meterName,
        currency: first.currency,
        resources: new Set(entries.map(({ resourceId }) => resourceId)).size,
        hours: total(entries, 'hours').toFixed(),
        cost: total(entries, 'cost').toFixed(),
        from: dates[0] ?? '',
        to: dates.at(-1) ?? '',
      };
    })
    .toSorted((left, right) => new Exact(right.cost).comparedTo(left.cost));
}

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
  if (billed.length === 0) return [];
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
    ...planned.flatMap(({ machine }) => compareBilled(machine, byMachine.get(machine.id) ?? [])),
    ...findUnbilled(
      planned.flatMap(({ machine }) => (byMachine.has(machine.id) ? [] : [machine])),
      periods,
    ),
  ];
}

function compareBilled(machine: Machine, usage: readonly ServerUsage[]): Finding[] {
  if (usage.length === 0) return [];
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

/**
 * Machines that should be billed and are not, where the bill covers their subscription at all. One finding for each
 * subscription: a bill that somebody filtered would otherwise drown everything else.
 */
function findUnbilled(machines: readonly Machine[], periods: ReadonlyMap<string, Period>): Finding[] {
  const unbilled = machines.filter(({ today }) => today.plan === 'P1' || today.plan === 'P2');
  const billable = unbilled.filter((machine) => billingToday(machine).billed === true);
  return [...Map.groupBy(billable, ({ subscriptionId }) => subscriptionId ?? '')].flatMap(([subscriptionId, all]) => {
    const period = periods.get(subscriptionId);
    if (!period) return [];
    const names = all.slice(0, NAMES_SHOWN).map(({ name }) => name);
    const params = { count: all.length, names: names.join(', '), from: period.from, to: period.to };
    return [
      finding(
        'cost-usage-absent',
        { ...params, subscription: all[0]?.subscriptionName ?? subscriptionId },
        { subscriptionId },
      ),
    ];
  });
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
