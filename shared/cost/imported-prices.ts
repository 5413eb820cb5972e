import { finding } from '../i18n/findings/index.ts';
import type { Finding, Price, PriceRecord } from '../model/index.ts';
import { Exact } from './exact.ts';
import { isTrialMeter, type MeterId } from './meters.ts';

/** The price that was chosen from a file of retail prices, and what the choice left open. */
export interface ChosenPrice {
  readonly price: Price | null;
  readonly findings: readonly Finding[];
}

/**
 * Chooses one retail price for a meter. With a region: that region's, else the one for all regions. Without: the one
 * for all regions, else the dearest region's, so that an estimate errs upwards. Of one region the newest that holds.
 * Prices of 0 (trial meters) and units other than one hour or one month are not prices.
 */
export function choosePrice(
  imported: readonly PriceRecord[],
  meter: MeterId,
  currency: string,
  region: string,
  asOf: string,
): ChosenPrice {
  const candidates = newestByRegion(imported.filter((record) => isUsable(record, meter, currency, asOf)));
  if (candidates.length === 0) return { price: null, findings: [] };
  const wanted = region.toLowerCase();
  const everywhere = candidates.find((record) => isEverywhere(record.region));
  if (wanted !== '') {
    const found = candidates.find((record) => record.region.toLowerCase() === wanted) ?? everywhere;
    if (found) return { price: toPrice(found, asOf), findings: [] };
    return {
      price: null,
      findings: [finding('cost-price-region', { meter: candidates[0]?.meterName ?? meter, region, currency })],
    };
  }
  const sorted = candidates.toSorted((left, right) => new Exact(right.unitPrice).comparedTo(left.unitPrice));
  const dearest = everywhere ?? sorted[0];
  if (!dearest) return { price: null, findings: [] };
  const cheapest = sorted.at(-1) ?? dearest;
  const differs = !everywhere && !new Exact(cheapest.unitPrice).equals(dearest.unitPrice);
  return {
    price: toPrice(dearest, asOf),
    findings: differs
      ? [
          finding('cost-price-several-regions', {
            meter: dearest.meterName,
            region: dearest.region,
            high: dearest.unitPrice,
            low: cheapest.unitPrice,
            currency,
          }),
        ]
      : [],
  };
}

/** `1 Hour`, `1/Hour` and the same for a month; null for any other unit. */
export function importedUnit(unit: string): '1/Hour' | '1/Month' | null {
  const folded = unit
    .toLowerCase()
    .replace(/[\s/]+/g, ' ')
    .trim();
  if (folded === '1 hour' || folded === 'hour') return '1/Hour';
  return folded === '1 month' || folded === 'month' ? '1/Month' : null;
}

function isUsable(record: PriceRecord, meter: MeterId, currency: string, asOf: string): boolean {
  return (
    record.meter === meter &&
    record.currency === currency &&
    !isTrialMeter(record.meterName) &&
    importedUnit(record.unit) !== null &&
    !new Exact(record.unitPrice).isZero() &&
    (record.effective ?? '') <= `${asOf.slice(0, 10)}T23:59:59Z`
  );
}

function newestByRegion(records: readonly PriceRecord[]): PriceRecord[] {
  const newest = new Map<string, PriceRecord>();
  for (const record of records) {
    const known = newest.get(record.region);
    if (!known || isNewer(record, known)) newest.set(record.region, record);
  }
  return [...newest.values()].toSorted((left, right) => (left.region < right.region ? -1 : 1));
}

/** Of one day, the dearer: the order of the file must not decide. */
function isNewer(record: PriceRecord, known: PriceRecord): boolean {
  const [own, other] = [record.effective ?? '', known.effective ?? ''];
  return own === other ? new Exact(record.unitPrice).greaterThan(known.unitPrice) : own > other;
}

function isEverywhere(region: string): boolean {
  return region === '' || region.toLowerCase() === 'global';
}

function toPrice(record: PriceRecord, asOf: string): Price {
  return {
    meter: record.meter,
    meterName: record.meterName,
    unitPrice: new Exact(record.unitPrice).toFixed(),
    unit: importedUnit(record.unit) ?? '1/Hour',
    currency: record.currency,
    region: record.region,
    source: `imported: Retail Prices API${record.region === '' ? '' : `, ${record.region}`}`,
    date: (record.effective ?? asOf).slice(0, 10),
  };
}
