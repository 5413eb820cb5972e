import { finding } from '../i18n/findings/index.ts';
import type { Assumptions, Finding, Price, PriceBook, PriceRecord } from '../model/index.ts';
import { PRICE_BOOKS } from './built-in-prices.ts';
import { Exact } from './exact.ts';
import { choosePrice, importedUnit } from './imported-prices.ts';
import { METER_IDS, METER_NAMES, type MeterId } from './meters.ts';

/**
 * The prices that hold: for each meter one in the chosen currency and one in US dollars, the currency of record.
 * Strongest first: typed by the user · imported from the Retail Prices API in that currency and region · built in ·
 * the US dollar price times the typed rate. A meter without any of them is not in the book.
 * @param asOf ISO date: a price that begins later does not hold yet.
 */
export function priceBookOf(assumptions: Assumptions, imported: readonly PriceRecord[], asOf: string): PriceBook {
  const currencies = [...new Set([assumptions.currency, 'USD'])];
  return {
    id: assumptions.priceBook,
    name: PRICE_BOOKS[assumptions.priceBook].name,
    prices: METER_IDS.flatMap((meter) =>
      currencies.flatMap((currency) => priceOf(meter, currency, assumptions, imported, asOf) ?? []),
    ),
  };
}

/** The price of a meter in a currency; null when it was not found. */
export function findPrice(book: PriceBook, meter: MeterId, currency: string): Price | null {
  return book.prices.find((price) => price.meter === meter && price.currency === currency) ?? null;
}

/** Where a missing price was looked for, in place of its source. */
export function searched(book: PriceBook, currency: string): string {
  return `not found: ${book.id}, ${currency}`;
}

/** What a reader of the figures should know about the prices: built in, of another region, for reference, converted. */
export function priceFindings(assumptions: Assumptions, imported: readonly PriceRecord[], asOf: string): Finding[] {
  const { currency, region } = assumptions;
  const book = priceBookOf(assumptions, imported, asOf);
  const used = book.prices.filter((price) => price.currency === currency);
  const builtIn = used.filter(
    (price) => price.source.startsWith('built in') && (price.meter === 'p1' || price.meter === 'p2'),
  );
  const rate = assumptions.rates[currency];
  const convertedMeters = used.filter((price) => price.source.includes('× rate.'));
  const unreadable = imported.filter((record) => isMeter(record.meter) && importedUnit(record.unit) === null);
  return [
    ...(builtIn.length > 0
      ? [
          finding('cost-price-built-in', {
            prices: builtIn.map(({ meterName, unitPrice }) => `${meterName} ${unitPrice}`).join(', '),
            currency,
            date: builtIn.map(({ date }) => date).toSorted()[0] ?? asOf,
          }),
        ]
      : []),
    ...(assumptions.priceBook === 'retail'
      ? METER_IDS.flatMap((meter) => choosePrice(imported, meter, currency, region, asOf).findings)
      : []),
    ...(currency !== 'USD' && used.some((price) => price.source.startsWith('imported'))
      ? [finding('cost-price-reference', { currency })]
      : []),
    ...(rate && convertedMeters.length > 0
      ? [
          finding('cost-price-converted', {
            currency,
            rate: rate.rate,
            date: rate.date,
            meters: convertedMeters.length,
          }),
        ]
      : []),
    ...unreadable.map(({ meterName, unit }) => finding('cost-price-unit', { meter: meterName, unit })),
  ];
}

function priceOf(
  meter: MeterId,
  currency: string,
  assumptions: Assumptions,
  imported: readonly PriceRecord[],
  asOf: string,
): Price | null {
  const builtIn = PRICE_BOOKS[assumptions.priceBook].prices.find((price) => price.meter === meter);
  const base = { meter, meterName: METER_NAMES[meter], currency, region: assumptions.region };
  const typed = typedPrice(assumptions, meter, currency);
  if (typed !== null) {
    // A typed price has the unit of the book's own: hours of the retail meters, months of the list.
    return {
      ...base,
      unitPrice: typed,
      unit: builtIn?.unit ?? '1/Month',
      source: `typed: price.${meter}.${currency}`,
      date: asOf,
    };
  }
  if (assumptions.priceBook === 'retail') {
    const { price } = choosePrice(imported, meter, currency, assumptions.region, asOf);
    if (price) return price;
  }
  if (builtIn && builtIn.currency === currency) {
    const { unitPrice, unit, source, date } = builtIn;
    return { ...base, region: '', unitPrice, unit, source, date };
  }
  return converted(meter, currency, assumptions, imported, asOf);
}

function converted(
  meter: MeterId,
  currency: string,
  assumptions: Assumptions,
  imported: readonly PriceRecord[],
  asOf: string,
): Price | null {
  const rate = assumptions.rates[currency];
  const dollars = rate && currency !== 'USD' ? priceOf(meter, 'USD', assumptions, imported, asOf) : null;
  if (!rate || !dollars) return null;
  return {
    ...dollars,
    currency,
    unitPrice: new Exact(dollars.unitPrice).times(rate.rate).toFixed(),
    source: `${dollars.source} × rate.${currency} ${rate.rate} (${rate.date})`,
  };
}

/** `price.METER.CUR`: METER is an id of ours or a meter's full name, in any case. */
function typedPrice({ prices }: Assumptions, meter: MeterId, currency: string): string | null {
  const wanted = [`${meter}.${currency}`, `${METER_NAMES[meter]}.${currency}`].map((key) => key.toLowerCase());
  const key = Object.keys(prices).find((typed) => wanted.includes(typed.toLowerCase()));
  return key === undefined ? null : (prices[key] ?? null);
}

function isMeter(meter: string): meter is MeterId {
  return (METER_IDS as readonly string[]).includes(meter);
}
