import { isTrialMeter, meterIdOf } from '../../../../../../shared/cost/meters.ts';
import { parseArmId } from '../../../../../../shared/text/arm-id.ts';
import type { RowReader, TableContext, TableFormat, TableRow } from '../../format.ts';
import { findHeader, type MatchedHeader, matchHeader } from '../headers.ts';
import { guidOf, isDecimalCommaText, parseDate, parseDecimal } from '../values.ts';
import { type Notes, takeNotes } from './arm/notes.ts';

/**
 * Cost and usage details, in the spellings of enterprise agreements, customer agreements and pay-as-you-go.
 * https://learn.microsoft.com/azure/cost-management-billing/automate/understand-usage-details-fields
 */
const COLUMNS = {
  subscriptionId: ['SubscriptionId', 'SubscriptionGuid', 'サブスクリプション ID'],
  subscriptionName: ['SubscriptionName', 'サブスクリプション名'],
  date: ['Date', 'UsageDate', 'UsageDateTime', '日付'],
  resourceId: ['ResourceId', 'InstanceId', 'InstanceName', 'リソース ID'],
  category: ['MeterCategory', '測定カテゴリ'],
  subCategory: ['MeterSubCategory', 'MeterSubcategory', '測定サブカテゴリ'],
  meter: ['MeterName', 'Meter', '測定名'],
  product: ['ProductName', 'Product'],
  quantity: ['Quantity', 'UsageQuantity', 'ConsumedQuantity', '数量'],
  price: ['EffectivePrice', 'ResourceRate', 'UnitPrice'],
  cost: ['CostInBillingCurrency', 'PreTaxCost', 'ExtendedCost', 'Cost', 'コスト'],
  currency: ['BillingCurrency', 'BillingCurrencyCode', 'Currency', 'CurrencyCode', '通貨'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;

export const COST_DETAILS: TableFormat = {
  id: 'cost-details',
  detect: (preview) => findHeader(preview, COLUMNS, ['category', 'meter', 'quantity', 'cost', 'date'], 95),
  reader,
};

/** Billed hours of Defender for Servers. Every other charge is passed over and counted. */
function reader(context: TableContext): RowReader {
  const header = matchHeader(context.header, COLUMNS);
  const notes = takeNotes(context.sink);
  const dialect = {
    decimalComma: context.preview.some((row) =>
      (['quantity', 'price', 'cost'] as const).some((column) => isDecimalCommaText(header.text(row, column) ?? '')),
    ),
    order: dateOrder(context.preview, header),
  };
  return {
    row(row) {
      if (row.cells.every((cell) => cell.trim() === '')) return;
      if (isServersCharge(row, header)) readCharge(row, header, notes, dialect);
      else notes.passOver('cost-other-charges', row.row, header.text(row, 'category'));
    },
    end: notes.end,
  };
}

/** Month first, as Azure writes it, unless a date of the file can only be day first. */
function dateOrder(preview: readonly TableRow[], header: MatchedHeader<Column>): 'mdy' | 'dmy' {
  const dates = preview.map((row) => header.text(row, 'date') ?? '');
  const isDayFirst = dates.some((date) => Number(/^(\d{1,2})[/.-]\d{1,2}[/.-]\d{4}/.exec(date)?.[1] ?? 0) > 12);
  return isDayFirst ? 'dmy' : 'mdy';
}

function isServersCharge(row: TableRow, header: MatchedHeader<Column>): boolean {
  const [category, sub, product] = (['category', 'subCategory', 'product'] as const).map(
    (name) => header.text(row, name) ?? '',
  );
  const meter = header.text(row, 'meter') ?? '';
  if (!/defender for cloud|security center/i.test(category ?? '')) return false;
  if (/defender for servers/i.test(`${sub} ${product}`)) return true;
  return sub === '' && product === '' && (meterIdOf(null, meter) !== null || /^standard p[12]\b/i.test(meter));
}

function readCharge(
  row: TableRow,
  header: MatchedHeader<Column>,
  notes: Notes,
  dialect: { readonly decimalComma: boolean; readonly order: 'mdy' | 'dmy' },
): void {
  const text = (column: Column) => header.text(row, column);
  const id = parseArmId(text('resourceId') ?? '');
  const subscriptionId = guidOf(text('subscriptionId')) ?? id?.subscriptionId;
  const date = parseDate(text('date'), dialect.order);
  const quantity = parseDecimal(text('quantity'), dialect);
  const cost = parseDecimal(text('cost'), dialect);
  const meterName = text('meter');
  if (subscriptionId === undefined || !date || quantity === undefined || cost === undefined || !meterName) {
    const values = (['date', 'quantity', 'cost', 'subscriptionId'] as const).map((name) => text(name) ?? '?');
    notes.sink.finding('cost-charge-not-read', { values: values.join(' | ') }, row.row);
    return;
  }
  notes.subscription(row.row, subscriptionId, text('subscriptionName'), undefined);
  notes.sink.date(date);
  if (isTrialMeter(meterName)) notes.count('cost-trial-hours', row.row, meterName);
  if (text('currency') === undefined) notes.count('cost-without-currency', row.row, meterName);
  notes.sink.record({
    type: 'usage',
    row: row.row,
    subscriptionId,
    resourceId: id?.id ?? `/subscriptions/${subscriptionId}`,
    meterName,
    quantity,
    cost,
    currency: text('currency')?.toUpperCase() ?? '',
    date: date.slice(0, 10),
    unitPrice: parseDecimal(text('price'), dialect),
  });
}
