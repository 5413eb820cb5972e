import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITION_IDS, PLANS, type Plan, WANTS, type Want } from '../../../shared/model/index.ts';
import { aMachine, aPlan, aSubscription, SUBSCRIPTION } from '../../support/machines.ts';

/** What the posture must choose, written from its definition: counts by want, then seven comparisons. */
interface Case {
  readonly edition: (typeof EDITION_IDS)[number];
  readonly wants: readonly Want[];
  readonly bricks: readonly Want[];
  readonly today: Plan;
  readonly newMachines: Plan | null;
  readonly bases: readonly Plan[];
  readonly isEnforced: boolean;
}

const PRICE: Readonly<Record<Plan, number>> = { off: 0, P1: 49_056, P2: 146_000 };
const RANK: Readonly<Record<Plan, number>> = { off: 0, P1: 1, P2: 2 };

function expected({ edition, wants, bricks, today, newMachines, bases, isEnforced }: Case) {
  const scored = bases.map((base) => {
    let [unmet, exceptions, cost] = [0, 0, 0];
    for (const want of wants) {
      const wanted: Plan = want === 'none' ? 'off' : want;
      const isDeckBlocked = edition === 'deck-2024-04' && base === 'P1' && want === 'none';
      const isBlocked = wanted !== base && (want === 'P2' || isEnforced || isDeckBlocked);
      if (isBlocked) unmet++;
      else if (wanted !== base) exceptions++;
      cost += PRICE[isBlocked ? base : wanted];
    }
    for (const want of bricks) {
      if ((want === 'none' ? 'off' : want) !== base) unmet++;
      cost += PRICE[base];
    }
    return { base, unmet, exceptions, cost };
  });
  const order = [
    (one: (typeof scored)[number]) => one.unmet,
    (one: (typeof scored)[number]) => one.exceptions,
    (one: (typeof scored)[number]) => (one.base === newMachines ? 0 : 1),
    (one: (typeof scored)[number]) => (one.base === today ? 0 : 1),
    (one: (typeof scored)[number]) => one.cost,
    (one: (typeof scored)[number]) => RANK[one.base],
  ];
  let left = scored;
  for (const measure of order) {
    const best = Math.min(...left.map(measure));
    left = left.filter((one) => measure(one) === best);
  }
  return left[0];
}

const cases: fc.Arbitrary<Case> = fc.record({
  edition: fc.constantFrom(...EDITION_IDS),
  wants: fc.array(fc.constantFrom(...WANTS), { maxLength: 9 }),
  bricks: fc.array(fc.constantFrom(...WANTS), { maxLength: 2 }),
  today: fc.constantFrom(...PLANS),
  newMachines: fc.constantFrom(null, ...PLANS),
  bases: fc.subarray([...PLANS], { minLength: 1 }),
  isEnforced: fc.boolean(),
});

const rules = WANTS.map((want) => ({ when: { tag: { want } }, want }));

function postureOf({ edition, wants, bricks, today, newMachines, bases, isEnforced }: Case) {
  const machine = (placement: 'azure-vm' | 'databricks') => (want: Want, index: number) =>
    aMachine({ id: `${placement}${index}`, placement, tags: { want }, today: { plan: today, explicit: false } });
  return aPlan({
    machines: [...wants.map(machine('azure-vm')), ...bricks.map(machine('databricks'))],
    subscriptions: [aSubscription({ plan: today, enforce: isEnforced })],
    rules,
    assumptions: { edition, newMachines, subscriptions: { [SUBSCRIPTION]: { bases } } },
  }).subscriptions[0];
}

describe('posture of a subscription', () => {
  it('equals an enumeration of its definition', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const best = expected(one);
        expect(postureOf(one)).toMatchObject({ base: best?.base, unmet: best?.unmet, exceptions: best?.exceptions });
      }),
      { numRuns: 800 },
    );
  });

  it('shows three candidates with changes, month and next machine', () => {
    const wants: Want[] = ['P2', 'P1', 'P1', 'none'];
    const shown = postureOf({
      edition: 'docs-2026-08',
      wants,
      bricks: [],
      today: 'off',
      newMachines: null,
      bases: PLANS,
      isEnforced: false,
    });
    expect(shown?.candidates).toEqual([
      {
        base: 'off',
        unmet: 1,
        exceptions: 2,
        changes: 2,
        monthly: { now: '9.8112', always: '9.8112' },
        nextMachine: '0',
        allowed: true,
      },
      {
        base: 'P1',
        unmet: 1,
        exceptions: 1,
        changes: 2,
        monthly: { now: '14.7168', always: '14.7168' },
        nextMachine: '4.9056',
        allowed: true,
      },
      {
        base: 'P2',
        unmet: 0,
        exceptions: 3,
        changes: 4,
        monthly: { now: '24.4112', always: '24.4112' },
        nextMachine: '14.6',
        allowed: true,
      },
    ]);
  });

  it('keeps what is not known where nothing asks for more', () => {
    expect(aPlan({ subscriptions: [aSubscription({ plan: 'unknown' })] }).subscriptions[0]).toMatchObject({
      base: 'unknown',
    });
    const wished = { subscriptions: [aSubscription({ plan: 'unknown' })], assumptions: { newMachines: 'P1' as const } };
    expect(aPlan(wished).subscriptions[0]).toMatchObject({ base: 'P1' });
  });

  it('headlines too many exceptions, and says from how many machines another base is better', () => {
    const machines = [
      ...Array.from({ length: 23 }, (_, index) => aMachine({ id: `p1-${index}`, tags: { want: 'P1' } })),
      ...Array.from({ length: 21 }, (_, index) => aMachine({ id: `none-${index}`, tags: { want: 'none' } })),
    ];
    const [scope] = aPlan({ machines, rules }).subscriptions;
    expect(scope).toMatchObject({ base: 'P1', exceptions: 21 });
    const told = new Map(scope?.findings.map((found) => [found.code, found.params]));
    expect(told.get('plan-scope-exception-limit')).toMatchObject({ exceptions: 21, limit: 20 });
    expect(told.get('plan-scope-other-base')).toMatchObject({ base: 'off', now: 21, from: 23 });
  });

  it('says what a subscription of their own would change for few machines that want P2', () => {
    const machines = [
      aMachine({ id: 'p2', tags: { want: 'P2' } }),
      ...Array.from({ length: 5 }, (_, index) => aMachine({ id: `p1-${index}`, tags: { want: 'P1' } })),
      aMachine({ id: 'none', tags: { want: 'none' } }),
    ];
    const [scope] = aPlan({ machines, rules }).subscriptions;
    const minority = scope?.findings.find((found) => found.code === 'plan-scope-minority');
    expect(minority?.params).toMatchObject({ count: 1, total: 7, exceptions: 6, rest: 1, base: 'P1' });
  });

  it('a missing price is null, and decides nothing', () => {
    const one: Case = {
      edition: 'docs-2026-08',
      wants: ['P1'],
      bricks: [],
      today: 'off',
      newMachines: null,
      bases: PLANS,
      isEnforced: false,
    };
    expect(postureOf(one)).toMatchObject({ base: 'P1' });
  });
});
