import { Decimal } from 'decimal.js';
import type { MachineUsage, UsageRecord } from '../../../shared/model/index.ts';
import { compareText, type Located, type Prepared } from './rows.ts';

/** What one evidence says of one day. */
interface Day {
  readonly evidence: Located<UsageRecord>['evidence'];
  readonly quantity: Decimal;
  readonly cost: Decimal;
}

/**
 * Billed hours for each resource and meter, summed over the days. Where two exports hold the same day, the newer one
 * counts: their periods may overlap.
 */
export function resolveUsage(
  others: Prepared['others'],
  machineOf: (resourceId: string) => string | undefined,
): readonly MachineUsage[] {
  const meters = new Map<string, { first: UsageRecord; days: Map<string, Day> }>();
  for (const { record, evidence } of others) {
    if (record.type !== 'usage') continue;
    const key = `${record.resourceId}|${record.meterName}|${record.currency}`;
    const meter = meters.get(key) ?? { first: record, days: new Map<string, Day>() };
    meters.set(key, meter);
    const day = addDay(meter.days.get(record.date), { record, evidence });
    if (day) meter.days.set(record.date, day);
  }
  return [...meters]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, { first, days }]) => summary(first, days, machineOf(first.resourceId) ?? null));
}

/** Undefined when an older export tells a day that is known already. */
function addDay(before: Day | undefined, { record, evidence }: Located<UsageRecord>): Day | undefined {
  const day = { evidence, quantity: new Decimal(record.quantity), cost: new Decimal(record.cost) };
  if (!before) return day;
  if (before.evidence.id === evidence.id) {
    return { evidence, quantity: before.quantity.plus(day.quantity), cost: before.cost.plus(day.cost) };
  }
  const order =
    evidence.time - before.evidence.time ||
    compareText(evidence.file, before.evidence.file) ||
    compareText(evidence.id, before.evidence.id);
  return order > 0 ? day : undefined;
}

function summary(record: UsageRecord, days: ReadonlyMap<string, Day>, machineId: string | null): MachineUsage {
  const dates = [...days.keys()].sort(compareText);
  const all = [...days.values()];
  return {
    machineId,
    resourceId: record.resourceId,
    subscriptionId: record.subscriptionId,
    meterName: record.meterName,
    hours: sum(all.map((day) => day.quantity)),
    cost: sum(all.map((day) => day.cost)),
    currency: record.currency,
    from: dates[0] ?? record.date,
    to: dates.at(-1) ?? record.date,
    days: dates.length,
  };
}

function sum(values: readonly Decimal[]): string {
  return values.reduce((total, value) => total.plus(value), new Decimal(0)).toFixed();
}
