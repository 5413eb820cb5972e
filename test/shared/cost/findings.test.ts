import { describe, expect, it } from 'vitest';
import {
  compareUsage,
  costFindings,
  estimateScenario,
  formatMoney,
  formatUnitPrice,
} from '../../../shared/cost/index.ts';
import { COST_RULE_TEXTS } from '../../../shared/i18n/cost/rules.ts';
import type { Assumptions, KnownPlan, Machine, MachineUsage, PlannedMachine } from '../../../shared/model/index.ts';
import { anArcMachine, fleet, planned, scenario } from './builders.ts';

function codes(machines: readonly PlannedMachine[], over: Partial<Assumptions> = {}) {
  const input = scenario(machines, over);
  return costFindings(estimateScenario(input), input.pricing.assumptions).map(({ code, params }) => [code, params]);
}

describe('what a cost leaves open', () => {
  it('missing prices, unknown states and unknown plans are counted in servers', () => {
    const machines = fleet(planned({}, { power: null, capacity: 3 }), planned({ plan: 'unknown' }));
    expect(codes(machines)).toEqual([
      ['cost-state-unknown', { servers: 3 }],
      ['cost-plan-unknown', { servers: 1 }],
    ]);
    expect(codes(fleet(planned()), { currency: 'EUR' })).toEqual([
      ['cost-price-missing', { meter: 'Standard P1 Node', currency: 'EUR', servers: 1 }],
    ]);
  });

  it('two prices of direct onboarding, and Update Manager under a connector', () => {
    const direct = planned(
      { method: 'direct', designatedPlan: 'P2' },
      { placement: 'mde-direct', sensorHealth: 'active', power: null },
    );
    const connector = { ...planned({ plan: 'P2' }), machine: anArcMachine({ placement: 'arc-connector' }) };
    expect(codes(fleet(direct, connector)).map(([code]) => code)).toEqual([
      'cost-direct-two-prices',
      'cost-update-manager-connector',
    ]);
  });

  it('pre-purchase: unknown tier, tier in between, unused units, no discount on it', () => {
    const machines = fleet(planned({ plan: 'P2' }));
    const of = (units: string, over: Partial<Assumptions> = {}) =>
      codes(machines, { priceBook: 'list', prepurchase: { units, percent: null }, ...over });
    expect(of('100')).toEqual([['cost-prepurchase-tier', { units: '100' }]]);
    expect(of('20000', { discount: '5' })).toEqual([
      ['cost-prepurchase-between', { units: '20000', tier: 5000, percent: '10' }],
      ['cost-prepurchase-unused', { units: '20000', used: '180' }],
      ['cost-discount-not-combined', { discount: '5' }],
    ]);
  });

  it('pre-purchase without a dollar price saves nothing, aloud', () => {
    const over = { currency: 'JPY', prices: { 'p2.JPY': '3' }, prepurchase: { units: '120', percent: '10' } } as const;
    const input = scenario(fleet(planned({ plan: 'P2' })), over);
    const withoutDollars = {
      ...input,
      pricing: {
        ...input.pricing,
        book: { ...input.pricing.book, prices: input.pricing.book.prices.filter(({ currency }) => currency !== 'USD') },
      },
    };
    const found = costFindings(estimateScenario(withoutDollars), input.pricing.assumptions);
    expect(found.map(({ code }) => code)).toEqual(['cost-prepurchase-dollars']);
  });
});

describe('every rule of a line', () => {
  it('has a sentence', () => {
    const machines = fleet(
      planned({ plan: 'P2', trialDaysLeft: 3, hasCspm: true }),
      planned({ plan: 'unknown' }, { placement: 'aks' }),
      { ...planned({ needs: ['esu', 'azure-policy'] }), machine: anArcMachine() },
    );
    const { lines, beside } = estimateScenario(
      scenario(machines, {
        trial: true,
        discount: '5',
        tax: 'with',
        taxRate: '10',
        prepurchase: { units: '6000', percent: null },
        licenceOffset: { servers: '1', amount: '1' },
      }),
    );
    for (const { rule } of [...lines, ...beside]) expect(COST_RULE_TEXTS, rule).toHaveProperty([rule]);
  });
});

function usage(over: Partial<MachineUsage> = {}): MachineUsage {
  return {
    machineId: 'm1',
    resourceId: '/subscriptions/sub-1/x',
    subscriptionId: 'sub-1',
    meterName: 'Standard P1 Node',
    hours: '720',
    cost: '4.84',
    currency: 'USD',
    from: '2026-10-01',
    to: '2026-10-30',
    days: 30,
    ...over,
  };
}

const today = (plan: KnownPlan): Partial<Machine> => ({ today: { plan, explicit: false } });

describe('billed hours against plan and state', () => {
  const compared = (entries: readonly MachineUsage[], ...machines: readonly PlannedMachine[]) =>
    compareUsage(entries, fleet(...machines)).map(({ code, machineId }) => [code, machineId]);

  it('says nothing where they agree, and nothing about other meters', () => {
    expect(compared([usage()], planned())).toEqual([]);
    expect(compared([usage({ meterName: 'D2s v3' })], planned({}, today('off')))).toEqual([]);
  });

  it('a billed resource that is no machine', () => {
    expect(compared([usage({ machineId: null })])).toEqual([['cost-usage-no-machine', undefined]]);
  });

  it('billed as another plan than today, off included', () => {
    expect(compared([usage()], planned({}, today('P2')))).toEqual([['cost-usage-plan-differs', 'm1']]);
    expect(compared([usage()], planned({}, today('off')))).toEqual([['cost-usage-plan-differs', 'm1']]);
    expect(compared([usage()], planned({}, today('unknown')))).toEqual([]);
  });

  it('what a scenario plans does not matter', () => {
    expect(compared([usage()], planned({ plan: 'P2', method: 'resource' }))).toEqual([]);
  });

  it('billed under two plans, and more hours than there are', () => {
    const twice = [usage(), usage({ meterName: 'Standard P2 Node' })];
    expect(compared(twice, planned())).toEqual([
      ['cost-usage-two-plans', 'm1'],
      ['cost-usage-too-many-hours', 'm1'],
    ]);
    expect(compared([usage({ hours: '1440' })], planned({}, { capacity: 2 }))).toEqual([]);
  });

  it('billed, but in a state today that is not', () => {
    expect(compared([usage()], planned({}, { power: 'deallocated' }))).toEqual([['cost-usage-state-differs', 'm1']]);
  });

  it('not billed, although its subscription is in the bill', () => {
    expect(compared([usage()], planned(), planned(), planned())).toEqual([['cost-usage-absent', undefined]]);
    expect(compared([usage()], planned(), planned({}, { subscriptionId: 'sub-9' }))).toEqual([]);
  });
});

describe('money for people', () => {
  it('is rounded once, in the digits of its currency', () => {
    expect(formatMoney('4.9056', 'USD', 'en')).toBe('$4.91');
    expect(formatMoney('1234567.5', 'JPY', 'ja')).toBe('￥1,234,568');
    expect(formatMoney(null, 'USD', 'ja')).toBe('見つかりません');
    expect(formatUnitPrice('0.00672', 'USD', 'en')).toBe('$0.00672');
    expect(formatUnitPrice(null, 'USD', 'en')).toBe('not found');
  });
});
