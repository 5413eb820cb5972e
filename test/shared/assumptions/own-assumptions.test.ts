import { describe, expect, it } from 'vitest';
import { assumptionValues, layAssumptions, ownAssumptions } from '../../../shared/assumptions/index.ts';
import { DEFAULT_ASSUMPTIONS } from '../../../shared/model/index.ts';

describe('what a scenario assumes of its own', () => {
  it('holds exactly the keys that were given, also where the value is the default', () => {
    expect(
      ownAssumptions([
        ['discount', '0'],
        ['edition', 'deck-2024-04'],
      ]),
    ).toEqual({
      discount: '0',
      edition: 'deck-2024-04',
    });
  });

  it('comes back as the same keys and values', () => {
    const values = [
      ['hours', '200'],
      ['prepurchase', '5000:12'],
      ['rate.JPY', '150@2026-11-01'],
      ['tenant.t1.prefer-arc', 'no'],
    ] as const;
    expect(assumptionValues(ownAssumptions(values))).toEqual(values);
  });

  it('is laid over the project: the default wins over what the project says otherwise', () => {
    const project = { ...DEFAULT_ASSUMPTIONS, discount: '10' };
    expect(layAssumptions(project, ownAssumptions([['discount', '0']])).discount).toBe('0');
  });

  it('is laid over tables line by line', () => {
    const project = {
      ...DEFAULT_ASSUMPTIONS,
      prices: { 'p1.USD': '1', 'p2.USD': '2' },
      tenants: { t1: { direct: false, gcc: true } },
    };
    const laid = layAssumptions(
      project,
      ownAssumptions([
        ['price.p2.USD', '3'],
        ['tenant.t1.direct', 'yes'],
      ]),
    );
    expect(laid.prices).toEqual({ 'p1.USD': '1', 'p2.USD': '3' });
    expect(laid.tenants).toEqual({ t1: { direct: true, gcc: true } });
  });
});
