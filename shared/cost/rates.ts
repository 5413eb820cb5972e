import type { Assumptions, CostItem, PlannedMachine, Price, PriceBook } from '../model/index.ts';
import { Exact, ZERO } from './exact.ts';
import { scheduledHours } from './hours.ts';
import { METER_NAMES, type MeterId } from './meters.ts';
import { findPrice, searched } from './price-book.ts';

/** Prices and assumptions under which something is priced. */
export interface Pricing {
  readonly book: PriceBook;
  readonly assumptions: Assumptions;
  /** ISO date at which dated facts (lifecycle, price dates) are read. */
  readonly asOf: string;
}

/** One meter, looked up once. */
export interface Rate {
  readonly meter: string;
  readonly unit: '1/Hour' | '1/Month';
  /** Null: not found. */
  readonly price: Exact | null;
  /** The same in US dollars, in which pre-purchased units are drawn. */
  readonly dollars: Exact | null;
  readonly source: string;
  readonly priceDate: string;
}

/** A pricing taken apart once, since it is asked for every group of machines. */
export interface Rates {
  readonly monthHours: Exact;
  /** Shares, not per cent: 0.1 is 10 %. */
  readonly discount: Exact;
  readonly tax: Exact;
  readonly withTrial: boolean;
  readonly asOf: string;
  rate(meter: MeterId): Rate;
  /** Is a side cost in the total? */
  isCounted(item: CostItem): boolean;
  /** Hours a month that a machine runs; null: the whole month. */
  running(planned: PlannedMachine): Exact | null;
}

/** Never in a total, whatever was chosen: another view of money that is counted already, or no money. */
const ALWAYS_BESIDE: readonly CostItem[] = ['direct-lower-price', 'data-allowance'];

const known = new WeakMap<Assumptions, { readonly pricing: Pricing; readonly rates: Rates }>();

/** The same rates for the same book, assumptions and date, as long as somebody holds the assumptions. */
export function ratesOf(pricing: Pricing): Rates {
  const last = known.get(pricing.assumptions);
  if (last && last.pricing.book === pricing.book && last.pricing.asOf === pricing.asOf) return last.rates;
  const rates = makeRates(pricing);
  known.set(pricing.assumptions, { pricing, rates });
  return rates;
}

function makeRates(pricing: Pricing): Rates {
  const { assumptions, book, asOf } = pricing;
  const monthHours = new Exact(assumptions.hours);
  const rates = new Map<MeterId, Rate>();
  return {
    monthHours,
    discount: new Exact(assumptions.discount).div(100),
    tax: assumptions.tax === 'with' ? new Exact(assumptions.taxRate).div(100) : ZERO,
    withTrial: assumptions.trial,
    asOf,
    rate(meter) {
      const known = rates.get(meter) ?? lookUp(meter, book, assumptions.currency, asOf);
      rates.set(meter, known);
      return known;
    },
    isCounted: (item) =>
      item === 'defender-for-servers' || (assumptions.sideCosts.includes(item) && !ALWAYS_BESIDE.includes(item)),
    running: ({ scheduledHours: schedule }) => (schedule === null ? null : scheduledHours(schedule, monthHours)),
  };
}

function lookUp(meter: MeterId, book: PriceBook, currency: string, asOf: string): Rate {
  const price: Price | null = findPrice(book, meter, currency);
  const dollars = findPrice(book, meter, 'USD');
  return {
    meter: price?.meterName ?? METER_NAMES[meter],
    unit: price?.unit ?? '1/Month',
    price: price ? new Exact(price.unitPrice) : null,
    dollars: dollars && dollars.unit === price?.unit ? new Exact(dollars.unitPrice) : null,
    source: price?.source ?? searched(book, currency),
    priceDate: price?.date ?? asOf,
  };
}
