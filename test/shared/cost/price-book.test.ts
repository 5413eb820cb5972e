import { describe, expect, it } from 'vitest';
import {
  findPrice,
  METER_IDS,
  meterIdOf,
  PRICE_BOOKS,
  priceBookOf,
  priceFindings,
} from '../../../shared/cost/index.ts';
import { type Assumptions, DEFAULT_ASSUMPTIONS, type PriceRecord } from '../../../shared/model/index.ts';
import { AS_OF, aRetailPrice } from './builders.ts';

function p2(over: Partial<Assumptions>, imported: readonly PriceRecord[] = []) {
  const assumptions = { ...DEFAULT_ASSUMPTIONS, ...over };
  const price = findPrice(priceBookOf(assumptions, imported, AS_OF), 'p2', assumptions.currency);
  return price && [price.unitPrice, price.source, price.date];
}

function codes(over: Partial<Assumptions>, imported: readonly PriceRecord[] = []): string[] {
  return priceFindings({ ...DEFAULT_ASSUMPTIONS, ...over }, imported, AS_OF).map(({ code }) => code);
}

const yen = { currency: 'JPY' } as const;
const rate = { JPY: { rate: '150', date: '2026-11-20' } } as const;
const builtIn = 'built in: Retail Prices API meter as recorded by public tools';

describe('price book', () => {
  it('has no price of its own in any currency but the US dollar', () => {
    for (const { prices } of Object.values(PRICE_BOOKS)) {
      expect(new Set(prices.map(({ currency }) => currency))).toEqual(new Set(['USD']));
    }
    expect(p2(yen)).toBeNull();
  });

  it('says source, date and confidence of every built-in price', () => {
    for (const price of Object.values(PRICE_BOOKS).flatMap(({ prices }) => prices)) {
      expect(price).toMatchObject({
        source: expect.stringMatching(/^built in/),
        date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        confidence: expect.stringMatching(/^(documented|recorded|third-party)$/),
      });
    }
  });

  it('built in: retail meters by the hour, the list by the month, and that is told', () => {
    expect(p2({})).toEqual(['0.02', builtIn, '2026-08-01']);
    expect(p2({ priceBook: 'list' })).toEqual(['15', 'built in: published monthly list', '2026-06-11']);
    expect(codes({})).toEqual(['cost-price-built-in']);
  });

  it('imported retail prices win over built-in ones, typed prices over all', () => {
    const imported = [aRetailPrice({ unitPrice: '0.021' })];
    expect(p2({}, imported)).toEqual(['0.021', 'imported: Retail Prices API', '2022-04-01']);
    expect(p2({ prices: { 'p2.USD': '0.018' } }, imported)).toEqual(['0.018', 'typed: price.p2.USD', AS_OF]);
    expect(p2({ prices: { 'standard p2 node.USD': '0.017' } })?.[0]).toBe('0.017');
  });

  it('the published list is not changed by retail prices', () => {
    expect(p2({ priceBook: 'list' }, [aRetailPrice({ unitPrice: '0.021' })])?.[0]).toBe('15');
  });

  it('yen come from the API, from a typed price or by a typed rate with its date', () => {
    const imported = [aRetailPrice({ currency: 'JPY', unitPrice: '3.1' })];
    expect(p2(yen, imported)?.[0]).toBe('3.1');
    expect(codes(yen, imported)).toContain('cost-price-reference');
    expect(p2({ ...yen, prices: { 'p2.JPY': '2.9' } }, imported)?.[0]).toBe('2.9');
    expect(p2({ ...yen, rates: rate })).toEqual(['3', `${builtIn} × rate.JPY 150 (2026-11-20)`, '2026-08-01']);
    expect(codes({ ...yen, rates: rate })).toContain('cost-price-converted');
  });

  it('takes the region that was chosen, else the dearest one, and says so', () => {
    const imported = [
      aRetailPrice({ region: 'japaneast', unitPrice: '0.022' }),
      aRetailPrice({ region: 'usgovvirginia', unitPrice: '0.025' }),
    ];
    expect(p2({ region: 'japaneast' }, imported)?.[0]).toBe('0.022');
    expect(p2({}, imported)?.[0]).toBe('0.025');
    expect(codes({}, imported)).toContain('cost-price-several-regions');
    expect(p2({ region: 'westeurope' }, imported)?.[0]).toBe('0.02');
    expect(codes({ region: 'westeurope' }, imported)).toContain('cost-price-region');
    expect(p2({ region: 'westeurope' }, [...imported, aRetailPrice({ unitPrice: '0.023' })])?.[0]).toBe('0.023');
  });

  it('takes the newest price that holds already; the order of the file changes nothing', () => {
    const imported = [
      aRetailPrice({ unitPrice: '0.019', effective: '2026-01-01' }),
      aRetailPrice({ unitPrice: '0.02', effective: '2022-04-01' }),
      aRetailPrice({ unitPrice: '0.03', effective: '2027-01-01' }),
    ];
    expect(p2({}, imported)?.[0]).toBe('0.019');
    expect(p2({}, imported.toReversed())?.[0]).toBe('0.019');
  });

  it('a price of 0 (trial meters) and an unknown unit are no prices', () => {
    expect(p2({}, [aRetailPrice({ unitPrice: '0' })])?.[1]).toBe(builtIn);
    expect(p2({}, [aRetailPrice({ unit: '100 Hours' })])?.[1]).toBe(builtIn);
    expect(codes({}, [aRetailPrice({ unit: '100 Hours' })])).toContain('cost-price-unit');
  });

  it('ESU and Software Assurance have no price: never 0', () => {
    const book = priceBookOf(DEFAULT_ASSUMPTIONS, [], AS_OF);
    const missing = METER_IDS.filter((meter) => findPrice(book, meter, 'USD') === null);
    expect(missing).toEqual(['p1-benefit', 'p2-benefit', 'esu', 'software-assurance']);
  });
});

describe('meters', () => {
  it.each([
    ['Microsoft Defender for Servers', 'Standard P1 Node', 'p1'],
    ['microsoft defender for servers', 'standard p2 node', 'p2'],
    ['Microsoft Defender CSPM', 'Standard Node', 'cspm'],
    ['Microsoft Defender for Servers', 'Standard P2 Node - MDATP Benefit', 'p2-benefit'],
    ['Microsoft Defender for Servers', 'Standard P2 Trial Node', null],
    ['Microsoft Defender for SQL', 'Standard Node', null],
    [null, 'Standard P2 Node', 'p2'],
    [null, 'Standard Node', null],
  ])('%s, %s is %s', (product, meter, id) => {
    expect(meterIdOf(product, meter)).toBe(id);
  });
});
