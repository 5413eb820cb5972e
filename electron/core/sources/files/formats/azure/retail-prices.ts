import { isTrialMeter, meterIdOf } from '../../../../../../shared/cost/meters.ts';
import type { JsonFormat } from '../../format.ts';
import { lowerOf, parseDate, parseDecimal, textOf } from '../values.ts';
import { at, isObject } from './arm/item.ts';
import { type Notes, takeNotes } from './arm/notes.ts';

/**
 * Saved answers of the Azure Retail Prices API.
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
export const RETAIL_PRICES: JsonFormat = {
  id: 'retail-prices',
  detect(preview) {
    const prices = preview.items.filter(({ value }) =>
      ['meterName', 'retailPrice', 'unitOfMeasure'].every((key) => at(value, key) !== undefined),
    );
    return preview.items.length > 0 && prices.length * 2 >= preview.items.length ? 95 : null;
  },
  reader({ sink }) {
    const notes = takeNotes(sink);
    let prices = 0;
    return {
      item({ row, value }) {
        if (readPrice(value, row, notes)) prices++;
      },
      end(envelope) {
        if (textOf(at(envelope, 'NextPageLink')) !== undefined)
          sink.finding('azure-answer-cut', { count: prices }, null);
        notes.end();
      },
    };
  },
};

/** Trial meters cost nothing and say nothing; prices of reservations, of developer offers and of other services are not ours. */
function readPrice(item: unknown, row: number, notes: Notes): boolean {
  const meterName = textOf(at(item, 'meterName'));
  const unitPrice = parseDecimal(at(item, 'unitPrice')) ?? parseDecimal(at(item, 'retailPrice'));
  const currency = textOf(at(item, 'currencyCode'));
  if (!isObject(item) || meterName === undefined || unitPrice === undefined || currency === undefined) {
    notes.sink.finding('price-not-read', { meter: meterName ?? '?' }, row);
    return false;
  }
  const product = textOf(at(item, 'productName')) ?? null;
  if (isTrialMeter(meterName)) {
    notes.passOver('price-trial-meters', row, meterName);
    return false;
  }
  const meter = meterIdOf(product, meterName);
  const isConsumption = (textOf(at(item, 'type')) ?? 'Consumption') === 'Consumption';
  if (meter === null || !isConsumption) {
    notes.passOver('price-other-meters', row, `${product ?? ''} ${meterName}`.trim());
    return false;
  }
  if (meter.endsWith('-benefit')) notes.count('price-benefit-meters', row, meterName);
  const region = lowerOf(at(item, 'armRegionName')) ?? '';
  notes.sink.record({
    type: 'price',
    row,
    meter,
    meterName,
    unitPrice,
    unit: textOf(at(item, 'unitOfMeasure')) ?? '',
    currency: currency.toUpperCase(),
    region: region === 'global' ? '' : region,
    effective: parseDate(at(item, 'effectiveStartDate'))?.slice(0, 10),
  });
  return true;
}
