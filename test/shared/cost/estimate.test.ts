import { describe, expect, it } from 'vitest';
import { estimateScenario, unitsOfYear } from '../../../shared/cost/index.ts';
import type { Assumptions, CostLine, PlannedMachine } from '../../../shared/model/index.ts';
import { anArcMachine, fleet, planned, scenario } from './builders.ts';

function costOf(machines: readonly PlannedMachine[], over: Partial<Assumptions> = {}) {
  return estimateScenario(scenario(machines, over));
}

const items = (lines: readonly CostLine[]) => lines.map(({ item, amount }) => [item, amount.now, amount.always]);

describe('Defender for Servers', () => {
  it('P1 is $4.9056 and P2 $14.60 a month of 730 hours', () => {
    expect(costOf(fleet(planned({ plan: 'P1' }))).monthly).toEqual({ now: '4.9056', always: '4.9056' });
    expect(costOf(fleet(planned({ plan: 'P2' }))).monthly).toEqual({ now: '14.6', always: '14.6' });
  });

  it('a line explains itself: amount = quantity × unit price × hours', () => {
    expect(
      costOf(fleet(planned({ plan: 'P2' }, { placement: 'vmss-uniform', kind: 'vmss', capacity: 3 }))).lines,
    ).toEqual([
      {
        machineId: 'm1',
        subscriptionId: 'sub-1',
        item: 'defender-for-servers',
        meter: 'Standard P2 Node',
        quantity: 3,
        unitPrice: '0.02',
        hours: { now: '730', always: '730' },
        unit: '1/Hour',
        amount: { now: '43.8', always: '43.8' },
        state: 'running',
        rule: 'VM-running',
        source: 'built in: Retail Prices API meter as recorded by public tools',
        priceDate: '2026-08-01',
      },
    ]);
  });

  it('a machine whose plan is off has no line', () => {
    expect(costOf(fleet(planned({ plan: 'off', method: 'none' })))).toMatchObject({
      lines: [],
      monthly: { now: '0', always: '0' },
      atLeast: false,
    });
  });

  it('an unknown plan is a range from nothing to P2, never 0', () => {
    const cost = costOf(fleet(planned({ plan: 'unknown' })));
    expect(cost).toMatchObject({
      atLeast: true,
      monthly: { now: '0', always: '0' },
      atMost: { now: '14.6', always: '14.6' },
      lines: [{ unitPrice: null, amount: { now: null, always: null }, rule: 'PLAN-unknown' }],
    });
  });

  it('the list book has months, and 31 days have 744 hours', () => {
    expect(costOf(fleet(planned({ plan: 'P2' })), { priceBook: 'list' }).monthly.now).toBe('15');
    expect(costOf(fleet(planned({ plan: 'P2' })), { hours: '744' }).monthly.now).toBe('14.88');
  });

  it('a schedule counts while the machine runs; "always" is every hour of the month', () => {
    expect(costOf(fleet(planned({ plan: 'P2', scheduledHours: '200' }))).monthly).toEqual({ now: '4', always: '14.6' });
    expect(costOf(fleet(planned({ plan: 'P2', scheduledHours: '12x7' }))).monthly.now).toBe('7.3');
    expect(costOf(fleet(planned({ plan: 'P2', scheduledHours: '365' })), { priceBook: 'list' }).monthly.now).toBe(
      '7.5',
    );
  });

  it.each([
    ['10x5', '217.2619', '4.345238'],
    ['12x6', '312.8571', '6.257142'],
    ['９×５', '195.5357', '3.910714'],
    ['7.5x5', '162.9464', '3.258928'],
    ['24x7', '730', '14.6'],
  ])(
    'the hours of %s a month have four decimal places at most, and the money follows from them',
    (schedule, hours, now) => {
      const cost = costOf(fleet(planned({ plan: 'P2', scheduledHours: schedule })));
      expect(cost.lines.map((line) => line.hours)).toEqual([{ now: hours, always: '730' }]);
      expect(cost.monthly.now).toBe(now);
    },
  );

  it('a part of a trial has four decimal places too', () => {
    const machine = planned({ plan: 'P2', scheduledHours: '10x5', trialDaysLeft: 11 });
    const [line, trial] = costOf(fleet(machine), { trial: true }).lines;
    expect(line?.amount.now).toBe('4.345238');
    expect(trial?.amount).toEqual({ now: '-1.571428', always: '-5.28' });
  });

  it('direct onboarding on a P2 subscription: the higher price counts, the lower stands beside', () => {
    const machine = { placement: 'mde-direct', kind: 'mde-direct', power: null, sensorHealth: 'active' } as const;
    const cost = costOf(fleet(planned({ method: 'direct', plan: 'P1', designatedPlan: 'P2' }, machine)));
    expect(items(cost.lines)).toEqual([['defender-for-servers', '14.6', '14.6']]);
    expect(items(cost.beside)).toEqual([['direct-lower-price', '4.9056', '4.9056']]);
  });

  it('a missing price is null and "at least", never 0', () => {
    const cost = costOf(fleet(planned({ plan: 'P2' })), { currency: 'JPY' });
    expect(cost).toMatchObject({
      atLeast: true,
      lines: [{ unitPrice: null, amount: { now: null, always: null }, source: 'not found: retail, JPY' }],
    });
  });

  it('blocked machines are counted aloud', () => {
    expect(
      estimateScenario({ ...scenario(fleet(planned({ method: 'blocked', plan: 'P1' }))), blocked: 1 }),
    ).toMatchObject({
      blocked: 1,
      monthly: { now: '4.9056' },
    });
  });
});

describe('reductions', () => {
  it('discount and trial are negative lines; the discount is on what the trial leaves', () => {
    const cost = costOf(fleet(planned({ plan: 'P2', trialDaysLeft: 10 })), { trial: true, discount: '10' });
    expect(items(cost.lines)).toEqual([
      ['defender-for-servers', '14.6', '14.6'],
      ['trial', '-4.8', '-4.8'],
      ['discount', '-0.98', '-0.98'],
    ]);
    expect(cost.monthly.now).toBe('8.82');
  });

  it('20 servers × (15 + 5) × 12 draw 4,800 pre-purchased units a year', () => {
    const machines = fleet(...Array.from({ length: 20 }, () => planned({ plan: 'P2', hasCspm: true })));
    const cost = costOf(machines, { priceBook: 'list', sideCosts: ['defender-cspm'] });
    expect(unitsOfYear(cost.monthly.always)).toBe('4800');
  });

  it('5,000 units save 10 % and what is not used is said', () => {
    const machines = fleet(...Array.from({ length: 20 }, () => planned({ plan: 'P2' })));
    const cost = costOf(machines, { priceBook: 'list', prepurchase: { units: '5000', percent: null } });
    expect(items(cost.lines.slice(-1))).toEqual([['pre-purchase', '-30', '-30']]);
    expect(cost.beside.find(({ rule }) => rule === 'PREPURCHASE-unused')).toMatchObject({
      hours: { always: '116.666666666667' },
      unitPrice: '0.9',
    });
  });

  it('100,000 units save 18 %, and only what they pay for', () => {
    const machines = fleet(planned({ plan: 'P2' }, { placement: 'vmss-uniform', capacity: 1000 }));
    const saved = (units: string) =>
      costOf(machines, { priceBook: 'list', prepurchase: { units, percent: null } }).lines.at(-1)?.amount.always;
    expect(saved('120000')).toBe('-1800');
    expect(saved('100000')).toBe('-1499.99999999999994');
  });

  it('pre-purchase and discount are not combined: what units pay for carries no discount', () => {
    const machines = fleet(planned({ plan: 'P2' }, { placement: 'vmss-uniform', capacity: 100 }));
    const cost = costOf(machines, {
      priceBook: 'list',
      discount: '20',
      prepurchase: { units: '12000', percent: '10' },
    });
    // 1,500 a month: 1,000 by units at 10 % less, 500 at 20 % less.
    expect(items(cost.lines)).toEqual([
      ['defender-for-servers', '1500', '1500'],
      ['discount', '-300', '-300'],
      ['pre-purchase', '-100', '-100'],
      ['discount', '200', '200'],
    ]);
    expect(cost.monthly.always).toBe('1300');
  });

  it('units are drawn in US dollars, whatever the currency', () => {
    const machines = fleet(planned({ plan: 'P2' }, { placement: 'vmss-uniform', capacity: 100 }));
    const cost = costOf(machines, {
      priceBook: 'list',
      currency: 'JPY',
      rates: { JPY: { rate: '150', date: '2026-11-20' } },
      prepurchase: { units: '9000', percent: '10' },
    });
    // 750 of 1,500 dollars: half of 225,000 yen, 10 % less.
    expect(cost.lines.at(-1)?.amount.always).toBe('-11250');
  });

  it('a licence offset is never given for more servers than are billed', () => {
    const machines = fleet(planned(), planned({}, { power: 'deallocated' }));
    const cost = costOf(machines, { licenceOffset: { servers: '5', amount: '2' } });
    expect(cost.lines.at(-1)).toMatchObject({
      item: 'licence-offset',
      quantity: 2,
      hours: { now: '0.5', always: '1' },
      amount: { now: '-2', always: '-4' },
    });
  });

  it('tax is a line of its own', () => {
    const cost = costOf(fleet(planned({ plan: 'P2' })), { tax: 'with', taxRate: '10' });
    expect(items(cost.lines)).toEqual([
      ['defender-for-servers', '14.6', '14.6'],
      ['tax', '1.46', '1.46'],
    ]);
  });
});

describe('side costs', () => {
  const arc = (over: Partial<PlannedMachine> = {}, machine = anArcMachine()): PlannedMachine => ({
    ...planned(over),
    machine,
  });
  const rules = (lines: readonly CostLine[]) => lines.map(({ item, rule }) => [item, rule]);

  it('an Arc server with P1 and Update Manager is 9.9056 (9.91), with P2 14.60', () => {
    const sideCosts = ['update-manager'];
    expect(costOf(fleet(arc({ plan: 'P1' })), { sideCosts }).monthly.now).toBe('9.9056');
    expect(costOf(fleet(arc({ plan: 'P2' })), { sideCosts }).monthly.now).toBe('14.6');
  });

  it('stand beside unless they are chosen', () => {
    const cost = costOf(fleet(arc({ needs: ['update-manager'] })));
    expect(cost.monthly.now).toBe('4.9056');
    expect(rules(cost.beside)).toEqual([
      ['update-manager', 'UM-wanted'],
      ['machine-configuration', 'MC-possible'],
    ]);
  });

  it('Update Manager under a connector with P2 is charged and flagged', () => {
    const cost = costOf(fleet(arc({ plan: 'P2' }, anArcMachine({ placement: 'arc-connector' }))));
    expect(rules(cost.beside)).toContainEqual(['update-manager', 'UM-connector']);
  });

  it('ESU and Software Assurance include Update Manager, and have no price', () => {
    const esu = costOf(fleet(arc({}, anArcMachine({ hasEsu: true }))));
    expect(esu.beside).toMatchObject([{ item: 'esu', rule: 'ESU-active', amount: { now: null } }]);
    const assured = costOf(fleet(arc({}, anArcMachine({ hasSoftwareAssurance: true }))));
    expect(assured.beside).toMatchObject([{ item: 'software-assurance', amount: { now: null } }]);
    expect([esu.atLeast, assured.atLeast]).toEqual([false, false]);
    expect(costOf(fleet(arc({}, anArcMachine({ hasEsu: true }))), { sideCosts: ['esu'] }).atLeast).toBe(true);
  });

  it('a disconnected Arc machine pays no Update Manager now', () => {
    const cost = costOf(fleet(arc({}, anArcMachine({ arcStatus: 'disconnected' }))), { sideCosts: ['update-manager'] });
    expect(cost.monthly).toEqual({ now: '0', always: '9.9056' });
  });

  it('machines that go to Arc are counted like Arc machines', () => {
    const machine = anArcMachine({ placement: 'on-premises', kind: 'on-premises', arcStatus: null, power: 'on' });
    expect(rules(costOf(fleet(arc({ connectsTo: 'arc' }, machine))).beside)[0]).toEqual([
      'update-manager',
      'UM-possible',
    ]);
  });

  it('CSPM where it is on: VMs and scale sets, not Arc, not Databricks', () => {
    const on = { plan: 'off', method: 'none', hasCspm: true } as const;
    expect(costOf(fleet(planned(on)), { sideCosts: ['defender-cspm'] }).monthly.now).toBe('5.11');
    expect(costOf(fleet(planned(on, { placement: 'databricks' }))).beside).toEqual([]);
    expect(items(costOf(fleet(planned(on, { power: 'deallocated' }))).beside)).toEqual([
      ['defender-cspm', '0', '5.11'],
    ]);
  });

  it('P2 servers pool 500 MB a day in their subscription', () => {
    const cost = costOf(fleet(planned({ plan: 'P2' }), planned({ plan: 'P2' }), planned({ plan: 'P1' })));
    expect(cost.beside).toMatchObject([
      { item: 'data-allowance', machineId: null, subscriptionId: 'sub-1', quantity: 2, amount: { now: '0' } },
    ]);
  });

  it('X4: AKS nodes stand beside at the plan of their subscription', () => {
    const aks = planned({ plan: 'off', method: 'none' }, { placement: 'aks', kind: 'vmss', capacity: 3 });
    const cost = costOf(fleet(aks));
    expect(cost.monthly.always).toBe('0');
    expect(cost.beside).toMatchObject([{ item: 'aks-nodes', quantity: 3, amount: { always: '43.8' } }]);
  });
});
