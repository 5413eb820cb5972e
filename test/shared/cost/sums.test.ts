import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPricer,
  difference,
  estimateScenario,
  estimateTotals,
  overMonths,
  type ScenarioInput,
  sumBy,
} from '../../../shared/cost/index.ts';
import {
  ARC_STATUSES,
  type Assumptions,
  PLACEMENTS,
  type PlannedMachine,
  POWER_STATES,
} from '../../../shared/model/index.ts';
import { aMachine, fleet, planned, scenario } from './builders.ts';

const aPlanned: fc.Arbitrary<PlannedMachine> = fc
  .record({
    placement: fc.constantFrom(...PLACEMENTS),
    power: fc.constantFrom(null, ...POWER_STATES),
    arcStatus: fc.constantFrom(null, ...ARC_STATUSES),
    sensorHealth: fc.constantFrom(null, 'active' as const, 'inactive' as const),
    capacity: fc.integer({ min: 1, max: 9 }),
    hasEsu: fc.boolean(),
    hasSoftwareAssurance: fc.boolean(),
    plan: fc.constantFrom('off' as const, 'P1' as const, 'P2' as const, 'unknown' as const),
    method: fc.constantFrom('subscription' as const, 'resource' as const, 'direct' as const, 'blocked' as const),
    connectsTo: fc.constantFrom(null, 'arc' as const, 'direct' as const),
    scheduledHours: fc.constantFrom(null, '200', '10x5', '8x7'),
    designatedPlan: fc.constantFrom(null, 'P1' as const, 'P2' as const),
    trialDaysLeft: fc.integer({ min: 0, max: 40 }),
    hasCspm: fc.boolean(),
    subscriptionId: fc.constantFrom('sub-1', 'sub-2', null),
  })
  .map(
    ({
      plan,
      method,
      connectsTo,
      scheduledHours,
      designatedPlan,
      trialDaysLeft,
      hasCspm,
      subscriptionId,
      ...machine
    }) => ({
      ...planned({ plan, method, connectsTo, scheduledHours, designatedPlan, trialDaysLeft, hasCspm, subscriptionId }),
      machine: aMachine(machine),
    }),
  );

const assumptions: fc.Arbitrary<Partial<Assumptions>> = fc.record({
  priceBook: fc.constantFrom('retail' as const, 'list' as const),
  hours: fc.constantFrom('730', '744', '0'),
  discount: fc.constantFrom('0', '7.5', '33.333'),
  tax: fc.constantFrom('with' as const, 'without' as const),
  taxRate: fc.constantFrom('10', '8'),
  trial: fc.boolean(),
  currency: fc.constantFrom('USD', 'JPY'),
  rates: fc.constant({ JPY: { rate: '155.27', date: '2026-11-20' } }),
  prepurchase: fc.constantFrom(
    { units: '0', percent: null },
    { units: '5000', percent: null },
    { units: '70', percent: '12' },
  ),
  licenceOffset: fc.constantFrom({ servers: '0', amount: '0' }, { servers: '3', amount: '1.23' }),
  sideCosts: fc.subarray(['update-manager', 'machine-configuration', 'defender-cspm', 'aks-nodes']),
});

const anInput: fc.Arbitrary<ScenarioInput> = fc
  .tuple(fc.array(aPlanned, { maxLength: 12 }), assumptions)
  .map(([machines, over]) => scenario(fleet(...machines), over));

describe('sums', () => {
  it('the lines add up to the total exactly, by whatever key (property)', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const cost = estimateScenario(input);
        const whole = sumBy(cost.lines, () => 'all').get('all')?.monthly ?? { now: '0', always: '0' };
        expect(whole).toEqual(cost.monthly);
        const parts = [...sumBy(cost.lines, ({ machineId }) => machineId ?? '').values()];
        const added = parts.reduce(
          (left, { monthly }) => difference(left, difference({ now: '0', always: '0' }, monthly)),
          {
            now: '0',
            always: '0',
          },
        );
        expect(added).toEqual(cost.monthly);
      }),
    );
  });

  it('the totals alone are those of the lines (property)', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const { lines: _lines, beside: _beside, ...totals } = estimateScenario(input);
        expect(estimateTotals(input)).toEqual(totals);
      }),
    );
  });

  it('the order of the machines changes no total, and a shared group changes no line (property)', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        expect(estimateTotals({ ...input, planned: input.planned.toReversed() })).toEqual(estimateTotals(input));
        const twice = [
          ...input.planned,
          ...input.planned.map((each) => ({ ...each, machine: { ...each.machine, id: `${each.machine.id}b` } })),
        ];
        const lines = estimateScenario({ ...input, planned: twice }).lines.filter(({ machineId }) =>
          machineId?.endsWith('b'),
        );
        const own = estimateScenario(input).lines.filter(({ machineId }) => machineId !== null);
        expect(lines.map(({ machineId: _, ...rest }) => rest)).toEqual(own.map(({ machineId: _, ...rest }) => rest));
      }),
    );
  });

  it('every line is quantity × unit price × hours, or has no amount (property)', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const { lines, beside } = estimateScenario(input);
        for (const { quantity, unitPrice, hours, amount, source, priceDate } of [...lines, ...beside]) {
          expect(source && priceDate).toBeTruthy();
          if (unitPrice === null) expect(amount).toEqual({ now: null, always: null });
          else {
            expect(Number(amount.now)).toBeCloseTo(quantity * Number(unitPrice) * Number(hours.now), 6);
            expect(Number(amount.always)).toBeCloseTo(quantity * Number(unitPrice) * Number(hours.always), 6);
          }
        }
      }),
    );
  });

  it('"at most" is the total where nothing is unknown, and never below it (property)', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const known = estimateTotals(input);
        if (!known.atLeast) expect(known.atMost).toEqual(known.monthly);
        const pool = { prepurchase: { units: '0', percent: null }, licenceOffset: { servers: '0', amount: '0' } };
        const pricing = { ...input.pricing, assumptions: { ...input.pricing.assumptions, ...pool } };
        const { monthly, atMost } = estimateTotals({ ...input, pricing });
        const above = difference(atMost, monthly);
        expect([above.now, above.always].some((amount) => amount.startsWith('-'))).toBe(false);
      }),
    );
  });

  it('a pricer says what the lines of Defender for Servers say (property)', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const bare = {
          ...input.pricing.assumptions,
          sideCosts: [],
          prepurchase: { units: '0', percent: null },
          licenceOffset: { servers: '0', amount: '0' },
        };
        const pricing = { ...input.pricing, assumptions: bare };
        const pricer = createPricer(pricing);
        const sums = sumBy(estimateScenario({ ...input, pricing }).lines, ({ machineId }) => machineId ?? '');
        for (const each of input.planned) {
          const money = pricer.monthly(each);
          const sum = sums.get(each.machine.id);
          if (money === null) expect(sum?.missing).toBe(1);
          else
            expect({ now: money.now.toFixed(), always: money.always.toFixed() }).toEqual(
              sum?.monthly ?? { now: '0', always: '0' },
            );
        }
      }),
    );
  });
});

describe('pricer', () => {
  it('the next machine costs its plan for a month, always on', () => {
    const pricer = createPricer(scenario([]).pricing);
    expect(['off', 'P1', 'P2'].map((plan) => pricer.nextMachine(plan as 'off')?.toFixed())).toEqual([
      '0',
      '4.9056',
      '14.6',
    ]);
    const reduced = createPricer(scenario([], { discount: '10', tax: 'with', taxRate: '10' }).pricing);
    expect(reduced.nextMachine('P2')?.toFixed()).toBe('14.454');
    expect(createPricer(scenario([], { currency: 'EUR' }).pricing).nextMachine('P2')).toBeNull();
  });

  it('another book under the same assumptions is another price', () => {
    const { assumptions, asOf, book } = scenario([]).pricing;
    const dearer = { ...book, prices: book.prices.map((price) => ({ ...price, unitPrice: '1' })) };
    const monthly = [book, dearer, book].map((each) =>
      createPricer({ assumptions, asOf, book: each })
        .monthly(planned({ plan: 'P2' }))
        ?.always.toFixed(),
    );
    expect(monthly).toEqual(['14.6', '730', '14.6']);
  });

  it('one group may be asked under several plans', () => {
    const pricer = createPricer(scenario([]).pricing);
    const plans = (['P1', 'P2', 'off', 'P1'] as const).map((plan) =>
      pricer.monthly(planned({ plan }))?.always.toFixed(),
    );
    expect(plans).toEqual(['4.9056', '14.6', '0', '4.9056']);
  });
});

describe('over time', () => {
  it('a year is twelve months, three years are thirty-six; nothing is rounded', () => {
    expect(overMonths({ now: '4.9056', always: '14.6' }, 12)).toEqual({ now: '58.8672', always: '175.2' });
    expect(overMonths({ now: '0.0000001', always: '1' }, 36)).toEqual({ now: '0.0000036', always: '36' });
  });
});
