import type { Assumptions } from '../model/index.ts';
import { Exact, least, minus, NOTHING, ONE, type Pair, plus, share, times } from './exact.ts';
import type { DraftLine } from './line.ts';
import type { Sight } from './machine-estimate.ts';
import type { Rates } from './rates.ts';

/** A tier of pre-purchased Defender for Cloud units: from so many units on, so many per cent less. */
export interface PrepurchaseTier {
  readonly units: number;
  readonly percent: string;
}

/** Published examples; tiers in between stand on the portal's purchase page only. */
export const PREPURCHASE_TIERS: readonly PrepurchaseTier[] = [
  { units: 5_000, percent: '10' },
  { units: 100_000, percent: '18' },
];
const PREPURCHASE_SOURCE = {
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/prepurchase-plan',
  date: '2026-06-11',
} as const;

const MONTHS_OF_A_YEAR = 12;

/** Units that a month at retail prices in US dollars draws in a year: one unit is one dollar. */
export function unitsOfYear(monthlyDollars: string): string {
  return new Exact(monthlyDollars).times(MONTHS_OF_A_YEAR).toFixed();
}

/** The per cent that pre-purchased units save: the user's own, else the highest tier reached; null below all tiers. */
export function prepurchasePercent({ units, percent }: Assumptions['prepurchase']): string | null {
  if (percent !== null) return percent;
  const reached = PREPURCHASE_TIERS.filter((tier) => new Exact(units).greaterThanOrEqualTo(tier.units));
  return reached.at(-1)?.percent ?? null;
}

/** What belongs to the whole scenario and to no machine. */
export interface PoolLines {
  readonly lines: readonly DraftLine[];
  readonly beside: readonly DraftLine[];
}

/**
 * Pre-purchased units and the licence offset, on the sums of all machines. Units pay for a year, so a twelfth is there
 * for a month. What they pay for is drawn at retail: the percentage discount that its lines carry is given back.
 */
export function poolLines(sight: Sight, assumptions: Assumptions, rates: Rates): PoolLines {
  const units = new Exact(assumptions.prepurchase.units);
  const percent = prepurchasePercent(assumptions.prepurchase);
  const offset = licenceOffset(sight, assumptions, rates);
  if (units.isZero() || percent === null) return { lines: offset, beside: [] };
  const monthly = share(units, new Exact(MONTHS_OF_A_YEAR));
  const covered = coveredBy(monthly, sight);
  const saved = new Exact(percent).div(100);
  const line = (
    item: DraftLine['item'],
    rule: string,
    unitPrice: Exact,
    hours: Pair,
    isCounted: boolean,
  ): DraftLine => ({
    item,
    meter: 'Defender for Cloud pre-purchased units',
    quantity: 1,
    unitPrice,
    unit: '1/Month',
    hours,
    state: 'all',
    rule,
    source: assumptions.prepurchase.percent === null ? PREPURCHASE_SOURCE.source : 'typed: prepurchase',
    priceDate: assumptions.prepurchase.percent === null ? PREPURCHASE_SOURCE.date : rates.asOf,
    isCounted,
  });
  const givenBack = rates.discount.isZero()
    ? []
    : [line('discount', 'PREPURCHASE-no-discount', rates.discount, covered.money, true)];
  const unused = minus({ now: monthly, always: monthly }, covered.units);
  const isUsedUp = unused.now.isZero() && unused.always.isZero();
  return {
    lines: [line('pre-purchase', 'PREPURCHASE', saved.negated(), covered.money, true), ...givenBack, ...offset],
    beside: isUsedUp ? [] : [line('pre-purchase', 'PREPURCHASE-unused', ONE.minus(saved), unused, false)],
  };
}

/** What a month's units pay: in units (US dollars at retail), and the money of the currency that they stand for. */
function coveredBy(monthly: Exact, { drawable, drawableDollars }: Sight): { units: Pair; money: Pair } {
  if (drawableDollars === null) return { units: NOTHING, money: NOTHING };
  const units = least({ now: monthly, always: monthly }, drawableDollars);
  const part = (figure: 'now' | 'always') =>
    units[figure].equals(drawableDollars[figure])
      ? drawable[figure]
      : drawable[figure].equals(drawableDollars[figure])
        ? units[figure]
        : drawable[figure].times(share(units[figure], drawableDollars[figure]));
  return { units, money: { now: part('now'), always: part('always') } };
}

/** The user's number for servers whose Defender for Endpoint licence is owned already; never for more than are billed. */
function licenceOffset({ servers }: Sight, { licenceOffset: offset }: Assumptions, rates: Rates): DraftLine[] {
  const owned = new Exact(offset.servers);
  const amount = new Exact(offset.amount);
  const quantity = Math.min(owned.toNumber(), servers.always);
  if (amount.isZero() || quantity === 0) return [];
  const now = Math.min(quantity, servers.now);
  return [
    {
      item: 'licence-offset',
      meter: 'Defender for Endpoint licences owned',
      quantity,
      unitPrice: amount.negated(),
      unit: '1/Month',
      hours: { now: now === quantity ? ONE : share(new Exact(now), new Exact(quantity)), always: ONE },
      state: 'all',
      rule: 'OFFSET',
      source: 'typed: licence-offset',
      priceDate: rates.asOf,
      isCounted: true,
    },
  ];
}

/** The sum of many machines, each estimate times its number of machines. */
export function sumSights(parts: readonly { readonly sight: Sight; readonly count: number }[]): Sight {
  let total: Pair = NOTHING;
  let drawable: Pair = NOTHING;
  let dollars: Pair | null = NOTHING;
  const servers = { now: 0, always: 0 };
  for (const { sight, count } of parts) {
    total = plus(total, times(sight.total, count));
    drawable = plus(drawable, times(sight.drawable, count));
    dollars = dollars && sight.drawableDollars ? plus(dollars, times(sight.drawableDollars, count)) : null;
    servers.now += sight.servers.now * count;
    servers.always += sight.servers.always * count;
  }
  return { total, drawable, drawableDollars: dollars, servers };
}
