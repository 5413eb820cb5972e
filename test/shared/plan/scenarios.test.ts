import { describe, expect, it } from 'vitest';
import type { Override } from '../../../shared/model/index.ts';
import { aMachine, aPlan, aSubscription, SUBSCRIPTION, TENANT } from '../../support/machines.ts';

const OTHER = 'aaaaaaaa-0000-0000-0000-000000000002';
const mde = (id: string, more = {}) => aMachine({ id, placement: 'mde-only', ...more });

const says = (machineId: string, want: Override['want'], at = '2026-11-01'): Override => ({
  machineId,
  want,
  why: 'x',
  by: 'Aki',
  at,
});

describe('scenarios', () => {
  const machines = [
    aMachine({ id: 'vm', today: { plan: 'P1', explicit: true } }),
    aMachine({ id: 'client', os: 'Windows 11' }),
    aMachine({ id: 'none' }),
    aMachine({ id: 'out', today: { plan: 'P2', explicit: false } }),
    aMachine({ id: 'raised', tags: { defender: 'exclude' } }),
  ];
  const overrides = [says('none', 'none'), says('out', 'out-of-scope'), says('raised', 'P1')];
  const plans = (scenario: string) =>
    aPlan({ scenario, machines, overrides })
      .result()
      .machines.map((row) => [row.plan, row.method, row.rules.join()]);

  it('as is keeps every machine and every base', () => {
    expect(plans('as-is')).toEqual([
      ['P1', 'resource', 'X1'],
      ['P2', 'subscription', 'X1'],
      ['P2', 'subscription', 'X1'],
      ['P2', 'subscription', 'X1'],
      ['P2', 'subscription', 'X1'],
    ]);
    expect(aPlan({ scenario: 'as-is', machines }).subscriptions[0]).toMatchObject({
      base: 'P2',
      exceptions: 1,
      candidates: [],
    });
  });

  it('for all means every server in scope that no person and no rule X leaves out', () => {
    expect(plans('p2-all')).toEqual([
      ['P2', 'subscription', 'A1'],
      ['off', 'resource', 'X2,A5'],
      ['off', 'resource', 'A5'],
      ['P2', 'subscription', 'X1'],
      ['P2', 'subscription', 'A1'],
    ]);
    expect(plans('p1-all').map(([plan]) => plan)).toEqual(['P1', 'off', 'off', 'P2', 'P1']);
  });

  it('a machine out of scope that inherits from a base which changes is told', () => {
    const plan = aPlan({ scenario: 'p1-all', machines, overrides });
    expect(plan.findings.find((found) => found.code === 'plan-scope-out-inherits')?.params).toMatchObject({
      count: 1,
      base: 'off',
    });
  });

  it('a scenario has its own rules and steps follow from today', () => {
    const scenario = {
      id: 'mine',
      name: 'Mine',
      kind: 'rules',
      rules: [{ when: {}, want: 'none' }],
      assumptions: {},
    } as const;
    const row = aPlan({ scenario, machines }).recommendation(0);
    expect([row.method, row.steps]).toEqual(['none', ['remove-override']]);
  });

  it('the newest word on a machine holds', () => {
    const twice = [says('vm', 'P2', '2026-11-02'), says('vm', 'none', '2026-11-01')];
    expect(aPlan({ machines, overrides: twice }).recommendation(0).wants).toBe('P2');
  });
});

describe('direct onboarding, one switch for a tenant', () => {
  const tenants = { [TENANT]: { preferArc: false } };
  const rules = [
    { when: { name: 'free*' }, want: 'none' as const },
    { when: {}, want: 'P1' as const },
  ];
  const machines = [mde('a'), mde('free'), aMachine({ id: 'list', placement: 'on-premises' }), aMachine({ id: 'vm' })];

  it('shows the whole set, its conflicts, its cost, and the plan without it', () => {
    const [direct] = aPlan({ machines, rules, assumptions: { tenants } }).direct;
    expect(direct).toEqual({
      tenantId: TENANT,
      today: { switch: false, designated: null },
      switch: true,
      designated: 'new:direct',
      machines: ['a', 'free', 'list'],
      conflicts: ['free'],
      monthly: { now: '14.7168', always: '14.7168' },
      without: {
        machines: [
          { id: 'a', method: 'arc-then-subscription', plan: 'P1', rules: ['N5', 'A2'] },
          { id: 'free', method: 'none', plan: 'off', rules: ['N8'] },
          { id: 'list', method: 'arc-then-subscription', plan: 'P1', rules: ['N5', 'A2'] },
        ],
        blocked: 0,
        monthly: { now: '9.8112', always: '9.8112' },
      },
    });
  });

  it('a designated subscription may not be off, and says what that means for its machines', () => {
    const subscriptions = [aSubscription({ plan: 'off', isDesignated: true })];
    const plan = aPlan({
      machines: [aMachine({ id: 'vm', today: { plan: 'off', explicit: false } })],
      subscriptions,
      rules: [{ when: {}, want: 'none' }],
    });
    expect(plan.subscriptions[0]).toMatchObject({ base: 'P1', exceptions: 1 });
    expect(plan.subscriptions[0]?.candidates.map((one) => one.allowed)).toEqual([false, true, true]);
    expect(plan.findings.map((found) => found.code)).toContain('plan-direct-host');
  });

  it('goes off where it is not allowed, and says who loses it', () => {
    const plan = aPlan({
      machines: [aMachine({ id: 'd', placement: 'mde-direct', subscriptionId: OTHER })],
      rules,
      assumptions: { tenants: { [TENANT]: { direct: false } } },
    });
    expect(plan.direct[0]).toMatchObject({
      switch: false,
      designated: null,
      machines: [],
      monthly: null,
      without: null,
    });
    expect(plan.findings.map((found) => found.code)).toContain('plan-direct-switched-off');
  });

  it('a switch, a landing subscription and a device belong to one tenant', () => {
    const plan = aPlan({
      machines: [
        mde('a'),
        mde('b', { tenantId: 'other' }),
        aMachine({ id: 'c', placement: 'on-premises', tenantId: 'other' }),
      ],
      rules,
      assumptions: { tenants },
    });
    expect(plan.direct.map((one) => [one.tenantId, one.switch])).toEqual([
      [TENANT, true],
      ['other', false],
    ]);
    expect(plan.recommendation(2).subscriptionId).toBe('new:P1:other');
  });

  it('tells a policy that would clear the designated subscription', () => {
    const policy = {
      assignmentId: 'p',
      name: 'Full',
      definitionId: '5eb6d64a',
      effect: 'clears-designated',
      isExempted: false,
    } as const;
    const subscriptions = [aSubscription({ isDesignated: true, policies: [policy] })];
    expect(aPlan({ machines, rules, subscriptions }).findings.map((found) => found.code)).toContain(
      'plan-scope-policy-designated',
    );
  });
});

describe('what is not known is told', () => {
  it('subscriptions, plans, settings, policies, lists, rules, overrides', () => {
    const plan = aPlan({
      machines: [
        aMachine({
          id: 'a',
          os: 'Linux',
          subscriptionId: null,
          subscriptionName: null,
          today: { plan: 'unknown', explicit: 'unknown' },
        }),
        aMachine({ id: 'b', tags: { x: 'y' } }),
        aMachine({ id: 'c' }),
      ],
      subscriptions: [
        aSubscription({ arePoliciesRead: false, enforce: 'unknown' }),
        aSubscription({ id: 'name:lab', name: 'lab', isNameOnly: true, plan: 'unknown' }),
      ],
      rules: [
        { when: { list: 'no such' }, want: 'P2' },
        { when: { tag: { x: 'y' } }, want: 'P2' },
      ],
      overrides: [says('gone', 'P1')],
      assumptions: { subscriptions: { nowhere: { scope: false } } },
    });
    expect(plan.findings.map((found) => found.code)).toEqual([
      'plan-machine-settings-unread',
      'plan-no-rule',
      'plan-override-lost',
      'plan-list-missing',
      'plan-assumption-lost',
      'plan-scope-policies-unread',
      'plan-scope-enforce-unknown',
      'plan-scope-name-only',
      'plan-scope-plan-unknown',
      'plan-scope-plan-unknown',
    ]);
    expect(plan.recommendation(0).subscriptionId).toBe('unknown');
  });
});

describe('explain', () => {
  it('gives facts, rules with their source, and what would change the answer', () => {
    const plan = aPlan({
      machines: [aMachine({ id: 'a' }), aMachine({ id: 'b', tags: { env: 'prod' } })],
      assumptions: { subscriptions: { [SUBSCRIPTION]: { bases: ['P1'] } } },
    });
    const explained = plan.explain('b');
    expect(explained?.rules).toEqual([
      {
        id: 'A7',
        text: 'Plan 2 is wanted, but the plan of prod is Plan 1: a machine is never raised to Plan 2.',
        source: expect.stringContaining('https://learn.microsoft.com/rest/api/'),
      },
    ]);
    expect(explained?.facts).toContainEqual({ name: 'Plan today', value: 'Plan 2 (inherited)' });
    expect(explained?.whatWouldChange).toEqual([
      'If no plan were wanted: resource level, off (A5)',
      'If Plan 1 were wanted: subscription level, Plan 1 (A2)',
      'If the plan of prod were off: blocked, off (A7)',
      'If the plan of prod were Plan 2: subscription level, Plan 2 (A1)',
    ]);
    expect(plan.explain('nobody')).toBeNull();
  });

  it('tries Arc, direct onboarding and the other edition for a machine outside Azure', () => {
    const plan = aPlan({ machines: [aMachine({ id: 'a', placement: 'on-premises' })], language: 'ja' });
    expect(plan.explain('a')?.whatWouldChange).toEqual([
      '要件がプランなしの場合: オンボードしない、オフ (N8)',
      '要件がプラン 2 の場合: Arc 接続後、サブスクリプション単位、プラン 2 (N1, A1)',
      'Arc を許可しない場合: 直接オンボード、プラン 1 (N3)',
      'Arc を優先しない場合: 直接オンボード、プラン 1 (N3)',
      'ルールの版が「展開方法スライド (2024 年 4 月)」の場合: 直接オンボード、プラン 1 (N3)',
    ]);
  });
});
