import { findPrice, METER_IDS, METER_NAMES, type MeterId, PRICE_BOOKS } from '../../../shared/cost/index.ts';
import type { Assumptions, Price, PriceBook } from '../../../shared/model/index.ts';

/** One meter in one currency, as the price book has it or as it could be typed. */
export interface PriceRow {
  readonly meter: MeterId;
  readonly name: string;
  readonly currency: string;
  /** Null: not found anywhere. */
  readonly price: Price | null;
  /** The key of the assumption, `price.METER.CUR`. */
  readonly key: string;
  /** The typed price; empty: none. */
  readonly typed: string;
  /** Unit that a typed price has. */
  readonly unit: '1/Hour' | '1/Month';
}

/** All meters in the chosen currency and in US dollars, the currency of record; those without a price too. */
export function priceRows(book: PriceBook, assumptions: Assumptions): readonly PriceRow[] {
  const currencies = [...new Set([assumptions.currency, 'USD'])];
  return METER_IDS.flatMap((meter) =>
    currencies.map((currency): PriceRow => {
      const price = findPrice(book, meter, currency);
      const builtIn = PRICE_BOOKS[assumptions.priceBook].prices.find((each) => each.meter === meter);
      return {
        meter,
        name: METER_NAMES[meter],
        currency,
        price,
        key: `price.${meter}.${currency}`,
        typed: typedIn(assumptions, meter, currency),
        unit: price?.unit ?? builtIn?.unit ?? '1/Month',
      };
    }),
  );
}

/** Keys of typed prices are compared without case, and may name the meter in full. */
function typedIn({ prices }: Assumptions, meter: MeterId, currency: string): string {
  const wanted = [`${meter}.${currency}`, `${METER_NAMES[meter]}.${currency}`].map((key) => key.toLowerCase());
  return Object.entries(prices).find(([key]) => wanted.includes(key.toLowerCase()))?.[1] ?? '';
}
