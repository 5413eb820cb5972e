import { describe, expect, it } from 'vitest';
import type { Assumptions, Override, OverrideWant, Plan, RequirementRule, Want } from '../../../shared/model/index.ts';
import {
  aMachine,
  aPlan,
  aSubscription,
  type MachineWish,
  type PlanWish,
  recommendFor,
  SUBSCRIPTION,
  TENANT,
} from '../../support/machines.ts';

/** Everything wants the same. */
const all = (want: Want, needs?: RequirementRule['needs']): readonly RequirementRule[] => [{ when: {}, want, needs }];

const base = (bases: readonly Plan[], more = {}): Partial<Assumptions> => ({
  subscriptions: { [SUBSCRIPTION]: { bases, ...more } },
});

const tenant = (assumed: Assumptions['tenants'][string]): Partial<Assumptions> => ({
  tenants: { [TENANT]: assumed },
});

const by = (machineId: string, want: OverrideWant): readonly Override[] => [
  { machineId, want, why: 'because', by: 'Aki', at: '2026-11-01' },
];

const outcome = (wish: MachineWish, plan: PlanWish = {}) => {
  const { method, plan: planned, rules, steps, wants } = recommendFor(aMachine(wish), plan);
  return { method, plan: planned, rules, steps: [...steps], wants };
};

describe('before anything is decided', () => {
  it('X1: out of scope stays as it is, priced as today', () => {
    const out = (wish: MachineWish) =>
      outcome({ id: 'm', ...wish }, { overrides: by('m', 'out-of-scope'), rules: all('P1') });
    const kept = { rules: ['X1'], steps: ['none'] };
    expect(out({ today: { plan: 'P1', explicit: true } })).toMatchObject({ ...kept, method: 'resource', plan: 'P1' });
    expect(out({ today: { plan: 'P2', explicit: false } })).toMatchObject({
      ...kept,
      method: 'subscription',
      plan: 'P2',
    });
    expect(out({ today: { plan: 'off', explicit: true } })).toMatchObject({ ...kept, method: 'none', plan: 'off' });
    expect(out({ placement: 'mde-direct' })).toMatchObject({ ...kept, method: 'direct', plan: 'P1' });
    expect(out({ placement: 'on-premises' })).toMatchObject({ ...kept, method: 'none', plan: 'off' });
  });

  it('X1: an own setting that was not read follows the subscription; unknown stays unknown', () => {
    const unread: MachineWish = { today: { plan: 'unknown', explicit: 'unknown' } };
    expect(outcome(unread, { scenario: 'as-is' })).toMatchObject({ method: 'subscription', plan: 'P2' });
    const unknown = { scenario: 'as-is', subscriptions: [aSubscription({ plan: 'unknown' })] };
    expect(outcome(unread, unknown)).toMatchObject({ method: 'subscription', plan: 'unknown' });
    const evident = { ...unknown, machines: [aMachine({ id: 'b', today: { plan: 'P1', explicit: false } })] };
    expect(outcome(unread, evident)).toMatchObject({ method: 'subscription', plan: 'P1' });
  });

  it('X1: a subscription out of scope takes its machines with it', () => {
    expect(outcome({}, { assumptions: base(['P1'], { scope: false }) })).toMatchObject({ rules: ['X1'], plan: 'P2' });
  });

  it('X2: a client operating system wants nothing, unless a person says otherwise', () => {
    expect(outcome({ os: 'Windows 11' }, { rules: all('P2') })).toMatchObject({ wants: 'none', rules: ['X2', 'A6'] });
    const both = { rules: all('P2'), machines: [aMachine({ id: 'b' })] };
    expect(outcome({ os: 'Windows 11' }, both)).toMatchObject({
      wants: 'none',
      rules: ['X2', 'A5'],
      steps: ['set-off'],
    });
    expect(outcome({ id: 'm', os: 'Windows 11' }, { ...both, overrides: by('m', 'P1') })).toMatchObject({
      wants: 'P1',
      rules: ['A3'],
    });
  });

  it('X3: what is no server is left out before it becomes a machine', () => {
    expect(aPlan({ machines: [] }).result().machines).toEqual([]);
  });

  it('X4: an AKS node pool is counted under Containers', () => {
    const pool = { placement: 'aks', capacity: 3, os: 'Linux' } as const;
    expect(outcome(pool, { rules: all('P2') })).toMatchObject({ method: 'none', plan: 'off', rules: ['X4'] });
    expect(outcome(pool, { scenario: 'as-is' })).toMatchObject({ method: 'none', plan: 'off', rules: ['X1', 'X4'] });
  });

  it('X5: a Databricks machine follows its subscription, and is unmet where it wants otherwise', () => {
    const brick = aMachine({ id: 'brick', placement: 'databricks', os: 'Ubuntu 22.04' });
    const plan = aPlan({
      machines: [brick, aMachine({ id: 'b' })],
      rules: [{ when: { name: 'b' }, want: 'P2' }, ...all('none')],
    });
    expect(plan.recommendation(0)).toMatchObject({ method: 'subscription', plan: 'P2', rules: ['X5'] });
    expect(plan.subscriptions[0]).toMatchObject({ base: 'P2', unmet: 1, exceptions: 0 });
    expect(plan.findings.map((found) => found.code)).toContain('plan-scope-follows');
  });

  it('X6: a system that Defender does not support wants nothing; it says what would unblock it', () => {
    const old = recommendFor(aMachine({ os: 'Windows Server 2012 Standard' }), {
      rules: all('P2'),
      machines: [aMachine({ id: 'b' })],
    });
    expect(old).toMatchObject({ wants: 'none', rules: ['X6', 'A5'], plan: 'off' });
    expect(old.blockers[0]).toContain('Windows Server 2012');
    const byHand = { rules: all('P2'), overrides: by('m', 'P2') };
    expect(outcome({ id: 'm', os: 'Windows Server 2012 Standard' }, byHand)).toMatchObject({
      wants: 'P2',
      rules: ['A1'],
    });
  });
});

describe('in Azure or Arc', () => {
  const others = [aMachine({ id: 'b', today: { plan: 'P2', explicit: false } })];

  it('C1: a connector machine has the plan of its connector, no exceptions', () => {
    const connectorId = '/subscriptions/x/providers/microsoft.security/securityconnectors/aws';
    const aws = (id: string) => aMachine({ id, placement: 'arc-connector', connectorId });
    const connector = aSubscription({ id: connectorId, name: 'aws', kind: 'connector', plan: 'P1' });
    const same = aPlan({ machines: [aws('a'), aws('b')], subscriptions: [connector], rules: all('P2') });
    expect(same.recommendation(0)).toMatchObject({
      method: 'subscription',
      plan: 'P2',
      rules: ['C1'],
      subscriptionId: connectorId,
    });
    const rules = [{ when: { name: 'a' }, want: 'P2' as const }, ...all('none')];
    const mixed = aPlan({ machines: [aws('a'), aws('b')], subscriptions: [connector], rules });
    expect(mixed.recommendation(0)).toMatchObject({ plan: 'P1', rules: ['C1'] });
    expect(mixed.subscriptions[0]).toMatchObject({ base: 'P1', unmet: 2, exceptions: 0 });
    expect(mixed.findings.map((found) => found.code)).toContain('plan-scope-mixed');
    const chosen = { subscriptions: { [connectorId]: { bases: ['P2' as const] } } };
    const byUser = aPlan({ machines: [aws('a'), aws('b')], subscriptions: [connector], rules, assumptions: chosen });
    expect(byUser.subscriptions[0]).toMatchObject({ base: 'P2', unmet: 1 });
  });

  it('A1: P2 wanted and P2 there', () => {
    expect(outcome({}, { rules: all('P2') })).toMatchObject({
      method: 'subscription',
      plan: 'P2',
      rules: ['A1'],
      steps: ['none'],
    });
  });

  it('A2: P1 wanted and P1 there', () => {
    expect(outcome({}, { rules: all('P1') })).toMatchObject({
      method: 'subscription',
      plan: 'P1',
      rules: ['A2'],
      steps: ['none'],
    });
  });

  it('A3: down to P1 under P2', () => {
    const rules = [{ when: { name: 'b' }, want: 'P2' as const }, ...all('P1')];
    expect(outcome({}, { rules, machines: others })).toMatchObject({
      method: 'resource',
      plan: 'P1',
      rules: ['A3'],
      steps: ['set-p1'],
    });
  });

  it('A4: P1 on where the subscription is off', () => {
    expect(outcome({}, { rules: all('P1'), assumptions: base(['off']) })).toMatchObject({
      method: 'resource',
      plan: 'P1',
      rules: ['A4'],
    });
  });

  it('A5: off under a plan, written before the subscription is switched on', () => {
    const rules = [{ when: { name: 'b' }, want: 'P2' as const }, ...all('none')];
    const subscriptions = [aSubscription({ plan: 'off' })];
    const off = recommendFor(aMachine({ today: { plan: 'off', explicit: false } }), {
      rules,
      machines: others,
      subscriptions,
    });
    expect(off).toMatchObject({ method: 'resource', plan: 'off', rules: ['A5'], steps: ['set-off'] });
    expect(off.prerequisites.join()).toContain('before Plan 2 is switched on');
  });

  it('A6: nothing wanted, nothing there; an explicit plan keeps billing until it is removed', () => {
    expect(outcome({}, { rules: all('none') })).toMatchObject({
      method: 'none',
      plan: 'off',
      rules: ['A6'],
      steps: ['none'],
    });
    const explicit: MachineWish = { today: { plan: 'P1', explicit: true } };
    expect(outcome(explicit, { rules: all('none') })).toMatchObject({ rules: ['A6'], steps: ['remove-override'] });
  });

  it('A7: a machine is never raised to P2', () => {
    const blocked = recommendFor(aMachine(), { rules: all('P2'), assumptions: base(['off', 'P1']) });
    expect(blocked).toMatchObject({ method: 'blocked', plan: 'off', rules: ['A7'], steps: ['none'] });
    expect(blocked.blockers[0]).toContain('Plan 1 here, another subscription');
  });

  it('A8: no exception under enforce that stays, by setting or by policy', () => {
    const rules = [{ when: { name: 'b' }, want: 'P2' as const }, ...all('P1')];
    const enforced = { rules, machines: others, subscriptions: [aSubscription({ enforce: true })] };
    const bySetting = recommendFor(aMachine(), enforced);
    expect(bySetting).toMatchObject({ method: 'blocked', plan: 'P2', rules: ['A8'] });
    expect(bySetting.blockers[0]).toContain('“enforce” is on');
    const may = recommendFor(aMachine(), {
      ...enforced,
      assumptions: { subscriptions: { [SUBSCRIPTION]: { enforce: false } } },
    });
    expect(may).toMatchObject({ rules: ['A3'] });
    expect(may.prerequisites[0]).toContain('Switch “enforce” off');
    const policy = {
      assignmentId: 'a',
      name: 'Baseline',
      definitionId: '5f57b753',
      effect: 'enforces-subscription-plan',
      isExempted: false,
    } as const;
    const byPolicy = recommendFor(aMachine(), { ...enforced, subscriptions: [aSubscription({ policies: [policy] })] });
    expect([byPolicy.rules, byPolicy.blockers[0]?.includes('"Baseline"')]).toEqual([['A8'], true]);
    const exempted = [aSubscription({ policies: [{ ...policy, isExempted: true }] })];
    expect(recommendFor(aMachine(), { ...enforced, subscriptions: exempted }).rules).toEqual(['A3']);
  });

  it('A9: joins an exception on a uniform scale set', () => {
    const rules = [{ when: { name: 'b' }, want: 'P2' as const }, ...all('P1')];
    const set: MachineWish = { placement: 'vmss-uniform', capacity: 4 };
    expect(outcome(set, { rules, machines: others }).rules).toEqual(['A3', 'A9']);
    expect(outcome(set, { rules: all('none'), assumptions: base(['P2']) }).rules).toEqual(['A5', 'A9']);
    expect(outcome(set, { rules: all('P1'), assumptions: base(['off']) }).rules).toEqual(['A4', 'A9']);
    expect(outcome(set, { rules: all('P2') }).rules).toEqual(['A1']);
  });

  it('A10: the deck knows no exception under P1, so the base is off and P1 is set machine by machine', () => {
    const rules = [{ when: { name: 'web01' }, want: 'none' as const }, ...all('P1')];
    const machines = Array.from({ length: 5 }, (_, index) => aMachine({ id: `b${index}` }));
    const deck = { edition: 'deck-2024-04' as const };
    expect(aPlan({ rules, machines: [aMachine(), ...machines] }).subscriptions[0]).toMatchObject({
      base: 'P1',
      exceptions: 1,
    });
    const byDeck = aPlan({ rules, machines: [aMachine(), ...machines], assumptions: deck });
    expect(byDeck.subscriptions[0]).toMatchObject({ base: 'off', exceptions: 5, unmet: 0 });
    const forced = recommendFor(aMachine(), { rules, machines, assumptions: { ...deck, ...base(['P1']) } });
    expect(forced).toMatchObject({ method: 'blocked', rules: ['A10'], plan: 'P1' });
  });
});

describe('outside Azure, not in Arc', () => {
  const onPremises: MachineWish = { placement: 'on-premises' };

  it('N1: P2 wanted and Arc possible: Arc first, then the row where it lands', () => {
    expect(outcome(onPremises, { rules: all('P2') })).toMatchObject({
      method: 'arc-then-subscription',
      plan: 'P2',
      rules: ['N1', 'A1'],
      steps: ['connect-arc'],
    });
    const landing = { filters: [{ when: {}, landing: SUBSCRIPTION }], ...base(['P1']) };
    expect(outcome(onPremises, { rules: all('P2'), assumptions: landing })).toMatchObject({
      method: 'blocked',
      plan: 'P1',
      rules: ['N1', 'A7'],
    });
  });

  it('N2: P1 wanted with what only Arc gives', () => {
    const rules = all('P1', ['update-manager']);
    const direct: MachineWish = { placement: 'mde-direct' };
    expect(outcome(direct, { rules, assumptions: tenant({ preferArc: false }) })).toMatchObject({
      rules: ['N2', 'A2'],
      plan: 'P1',
    });
    expect(recommendFor(aMachine({ ...direct, sensorVersion: '10.8000' }), { rules }).prerequisites.join()).toContain(
      '10.8555',
    );
  });

  it('N2: ESU that are over are no need any more', () => {
    const rules = all('P1', ['esu']);
    const over = aPlan({
      machines: [aMachine({ ...onPremises, os: 'Windows Server 2012 R2' })],
      rules,
      assumptions: tenant({ preferArc: false }),
    });
    expect(over.recommendation(0).rules).toEqual(['N3']);
    expect(over.findings.find((found) => found.code === 'plan-esu-dropped')?.params).toMatchObject({
      count: 1,
      esu: 'over',
    });
    const open = recommendFor(aMachine({ ...onPremises, os: 'Windows Server 2016' }), {
      rules,
      assumptions: tenant({ preferArc: false }),
    });
    expect(open.rules).toEqual(['N2', 'A2']);
    expect(open.prerequisites.join()).toMatch(/agent 1\.62 .*Software Assurance.* billed from 2027-01-13/);
  });

  it('N3: direct where Arc is not preferred or not possible; what Arc would give is said to be lost', () => {
    const wish = { rules: all('P1', ['backup']), assumptions: { filters: [{ when: {}, arcAllowed: false }] } };
    const direct = recommendFor(aMachine(onPremises), wish);
    expect(direct).toMatchObject({
      method: 'direct',
      plan: 'P1',
      rules: ['N3'],
      steps: ['onboard-sensor'],
      subscriptionId: 'new:direct',
    });
    expect(direct.reason).toContain('Lost without Arc: Backup');
    expect(
      outcome({ placement: 'mde-only' }, { rules: all('P1'), assumptions: tenant({ preferArc: false }) }),
    ).toMatchObject({ rules: ['N3'], steps: ['none'] });
  });

  it('N4: P2 wanted without Arc is reduced to the features of P1', () => {
    const reduced = recommendFor(aMachine({ ...onPremises, os: 'Windows Server 2008 R2' }), { rules: all('P2') });
    expect(reduced).toMatchObject({ method: 'direct', plan: 'P1', rules: ['N4'] });
    expect(reduced.reason).toContain('Lost against Plan 2');
  });

  it('N5: P1 through Arc where it is preferred, or the only way', () => {
    expect(outcome(onPremises, { rules: all('P1') })).toMatchObject({
      method: 'arc-then-subscription',
      rules: ['N5', 'A2'],
    });
    expect(
      outcome(onPremises, { rules: all('P1'), assumptions: tenant({ direct: false, preferArc: false }) }).rules,
    ).toEqual(['N5', 'A2']);
    const landing = { filters: [{ when: {}, landing: SUBSCRIPTION }], ...base(['off']) };
    expect(outcome(onPremises, { rules: all('P1'), assumptions: landing })).toMatchObject({
      method: 'arc-then-resource',
      rules: ['N5', 'A4'],
      steps: ['connect-arc', 'set-p1'],
    });
  });

  it('N6: wants nothing, but has a sensor while the switch is on: billed', () => {
    const subscriptions = [aSubscription({ isDesignated: true })];
    const plan = { rules: all('none'), subscriptions };
    expect(outcome({ placement: 'mde-only' }, plan)).toMatchObject({
      method: 'direct',
      plan: 'P1',
      rules: ['N6'],
      wants: 'none',
    });
    expect(outcome({ id: 'm', placement: 'mde-only' }, { ...plan, overrides: by('m', 'offboard') })).toMatchObject({
      method: 'none',
      rules: ['N8'],
      steps: ['offboard-sensor'],
    });
  });

  it('N6: the switch gets on for one, and takes in the others', () => {
    const rules = [{ when: { name: 'a' }, want: 'P1' as const }, ...all('none')];
    const machines = [aMachine({ id: 'a', placement: 'mde-only' })];
    const off = { rules, machines, assumptions: tenant({ preferArc: false, direct: false }) };
    expect(
      outcome({ id: 'b', placement: 'mde-only' }, { ...off, assumptions: tenant({ preferArc: false }) }).rules,
    ).toEqual(['N6']);
    expect(outcome({ id: 'b', placement: 'mde-only' }, off).rules).toEqual(['N8']);
  });

  it('N7: already direct stays so, whatever is preferred', () => {
    expect(outcome({ placement: 'mde-direct' }, { rules: all('P1') })).toMatchObject({
      method: 'direct',
      rules: ['N7'],
      steps: ['none'],
    });
    const onToday = [aSubscription({ isDesignated: true })];
    expect(outcome({ placement: 'mde-only' }, { rules: all('P1'), subscriptions: onToday }).rules).toEqual(['N7']);
    expect(outcome({ placement: 'mde-only' }, { rules: all('P1') }).rules).toEqual(['N5', 'A2']);
  });

  it('N8: wants nothing, and nothing bills it', () => {
    expect(outcome(onPremises, { rules: all('none') })).toMatchObject({ method: 'none', plan: 'off', rules: ['N8'] });
  });

  it('N9: no way in; it says what would open one', () => {
    const blocked = recommendFor(aMachine({ ...onPremises, os: 'Linux' }), { rules: all('P1') });
    expect(blocked).toMatchObject({ method: 'blocked', plan: 'off', rules: ['N9'], subscriptionId: null });
    expect(blocked.blockers).toHaveLength(2);
    const gcc = recommendFor(aMachine({ ...onPremises, os: 'CentOS 7.9' }), {
      rules: all('P1'),
      assumptions: tenant({ gcc: true }),
    });
    expect(gcc.blockers.join()).toMatch(/no Arc agent for CentOS Linux 7.*GCC-Moderate/);
  });
});
