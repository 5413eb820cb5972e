import { describe, expect, it } from 'vitest';
import { orderScopes, toggledBases, whyBase } from '../../../renderer/views/subscriptions/why-base.ts';
import type { Plan, PostureCandidate, SubscriptionPlan } from '../../../shared/model/index.ts';
import { aMachine, aPlan, aSubscription } from '../../support/machines.ts';

const aCandidate = (base: Plan, made: Partial<PostureCandidate> = {}): PostureCandidate => ({
  base,
  unmet: 0,
  exceptions: 0,
  changes: 0,
  monthly: { now: '1', always: '1' },
  nextMachine: '1',
  allowed: true,
  ...made,
});

const aScope = (made: Partial<SubscriptionPlan> = {}): SubscriptionPlan => ({
  id: 's',
  name: null,
  tenantId: null,
  kind: 'subscription',
  today: { plan: 'off', enforce: false },
  base: 'P1',
  exceptions: 0,
  unmet: 0,
  machines: 1,
  candidates: [aCandidate('off'), aCandidate('P1'), aCandidate('P2')],
  findings: [],
  ...made,
});

const NO_WISH = { newMachines: null } as const;
const reasons = (plan: SubscriptionPlan, newMachines: Plan | null = null) => {
  const why = whyBase(plan, { newMachines }, 'rules');
  return why.kind === 'kept' ? why.why : why.others.map(({ base, by }) => `${base} ${by}`);
};

describe('why a subscription has its base', () => {
  it('names for each other base the first question in which it was worse, in the order of the rules', () => {
    const candidates = [aCandidate('off', { unmet: 3 }), aCandidate('P1'), aCandidate('P2', { exceptions: 2 })];
    expect(reasons(aScope({ candidates }))).toEqual(['off unmet', 'P2 exceptions']);
    expect(reasons(aScope(), 'P1')).toEqual(['off new-machines', 'P2 new-machines']);
    expect(reasons(aScope({ today: { plan: 'P1', enforce: false } }))).toEqual(['off today', 'P2 today']);
    const dear = [
      aCandidate('off', { allowed: false }),
      aCandidate('P1'),
      aCandidate('P2', { monthly: { now: '2', always: '2' } }),
    ];
    expect(reasons(aScope({ candidates: dear }))).toEqual(['off not-allowed', 'P2 cheaper']);
    expect(reasons(aScope({ base: 'off', today: { plan: 'unknown', enforce: false } }))).toEqual([
      'P1 lower',
      'P2 lower',
    ]);
  });

  it('says where nothing was chosen', () => {
    expect(whyBase(aScope(), NO_WISH, 'as-is')).toEqual({ kind: 'kept', why: 'as-is' });
    expect(reasons(aScope({ candidates: [] }))).toBe('out-of-scope');
    expect(reasons(aScope({ base: 'unknown' }))).toBe('nothing-known');
    const findings = [{ code: 'plan-scope-mixed', severity: 'warning', params: {} }] as const;
    expect(reasons(aScope({ kind: 'connector', findings }))).toBe('mixed');
  });

  it('agrees with the plan: no other base is better by what is said', () => {
    const subscriptions = [aSubscription({ plan: 'P1' })];
    const machines = ['a', 'b', 'c'].map((id) => aMachine({ id, today: { plan: 'P1', explicit: false } }));
    for (const want of ['none', 'P1', 'P2'] as const) {
      const [plan] = aPlan({ machines, subscriptions, rules: [{ when: {}, want }] }).subscriptions;
      const why = plan && whyBase(plan, NO_WISH, 'rules');
      expect(why?.kind).toBe('chosen');
      for (const lost of why?.kind === 'chosen' ? why.others : []) {
        if (lost.by === 'unmet' || lost.by === 'exceptions') expect(lost.own).toBeLessThan(lost.other);
      }
    }
  });
});

describe('the list of subscriptions', () => {
  it('begins with those that need a look', () => {
    const plans = [
      aScope({ id: 'same', base: 'off' }),
      aScope({ id: 'moves' }),
      aScope({ id: 'unmet', unmet: 1 }),
      aScope({ id: 'over', exceptions: 21 }),
    ];
    expect(orderScopes(plans, () => true, 20).map(({ id }) => id)).toEqual(['over', 'unmet', 'moves', 'same']);
    expect(orderScopes(plans, ({ id }) => id === 'unmet', 20)).toHaveLength(1);
  });
});

describe('bases that are allowed', () => {
  it('are switched on and off; the last one stays', () => {
    expect(toggledBases(['off', 'P1', 'P2'], 'P1')).toEqual(['off', 'P2']);
    expect(toggledBases(['P2'], 'off')).toEqual(['off', 'P2']);
    expect(toggledBases(['P2'], 'P2')).toBeNull();
  });
});
