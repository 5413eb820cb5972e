import fc from 'fast-check';
import {
  type Assumptions,
  EDITION_IDS,
  type Machine,
  OVERRIDE_WANTS,
  PLACEMENTS,
  PLANS,
  type PlanInput,
  type RequirementRule,
  type Subscription,
  WANTS,
} from '../../../shared/model/index.ts';
import { aMachine, aPlanInput, aSubscription, SUBSCRIPTION, TENANT } from '../../support/machines.ts';

const OTHER = 'aaaaaaaa-0000-0000-0000-000000000002';
const CONNECTOR = `/subscriptions/${SUBSCRIPTION}/providers/microsoft.security/securityconnectors/aws`;

const SYSTEMS = [
  'Windows Server 2022',
  'Windows Server 2012',
  'Windows Server 2008 R2',
  'CentOS 7.9',
  'Windows 11',
  'Linux',
  'Windows Server 2016',
];

const known = fc.constantFrom(true, false, 'unknown' as const);
const today = fc.record({ plan: fc.constantFrom(...PLANS, 'unknown' as const), explicit: known });

/** A machine of any placement; its tag `want` is what the rules read. */
const machine: fc.Arbitrary<Machine> = fc
  .record({
    placement: fc.constantFrom(...PLACEMENTS),
    os: fc.constantFrom(...SYSTEMS),
    subscriptionId: fc.constantFrom(SUBSCRIPTION, OTHER, null),
    today,
    want: fc.constantFrom(...WANTS, 'arc'),
    power: fc.constantFrom('running' as const, 'deallocated' as const, null),
    sensor: fc.boolean(),
    capacity: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ placement, os, subscriptionId, today, want, power, sensor, capacity }) => {
    const home = aMachine({ placement });
    return aMachine({
      placement,
      os,
      capacity,
      today,
      power,
      tags: { want },
      subscriptionId: home.subscriptionId === null ? null : subscriptionId,
      subscriptionName: null,
      connectorId: placement === 'arc-connector' ? CONNECTOR : null,
      sensorOnboarding: placement === 'mde-direct' || placement === 'mde-only' || sensor ? 'onboarded' : null,
    });
  });

const policy = fc.constantFrom(
  'enforces-subscription-plan' as const,
  'sets-machine-plan' as const,
  'clears-designated' as const,
);

function subscription(id: string): fc.Arbitrary<Subscription> {
  return fc
    .record({
      plan: fc.constantFrom(...PLANS, 'unknown' as const),
      enforce: known,
      isDesignated: fc.constantFrom(true, false, false, 'unknown' as const),
      arePoliciesRead: fc.boolean(),
      policies: fc.array(fc.record({ effect: policy, isExempted: fc.boolean() }), { maxLength: 1 }),
    })
    .map(({ policies, ...rest }) =>
      aSubscription({
        id,
        name: null,
        ...rest,
        policies: policies.map((one) => ({ assignmentId: 'p', name: 'policy', definitionId: 'p', ...one })),
      }),
    );
}

const bases = fc.subarray([...PLANS], { minLength: 1 });

const assumptions: fc.Arbitrary<Partial<Assumptions>> = fc.record({
  edition: fc.constantFrom(...EDITION_IDS),
  newMachines: fc.constantFrom(null, ...PLANS),
  subscriptions: fc.dictionary(
    fc.constantFrom(SUBSCRIPTION, OTHER),
    fc.record({ bases, enforce: fc.boolean(), scope: fc.constantFrom(true, true, true, false) }, { requiredKeys: [] }),
  ),
  tenants: fc
    .record(
      { direct: fc.boolean(), preferArc: fc.boolean(), gcc: fc.constantFrom(false, false, true) },
      { requiredKeys: [] },
    )
    .map((assumed) => ({ [TENANT]: assumed })),
  filters: fc.array(
    fc.record(
      {
        when: fc.constant({ tag: { want: 'arc' } }),
        arcAllowed: fc.boolean(),
        landing: fc.constantFrom(SUBSCRIPTION, OTHER),
      },
      { requiredKeys: ['when'] },
    ),
    { maxLength: 1 },
  ),
});

const RULES: readonly RequirementRule[] = [
  { when: { tag: { want: 'P2' } }, want: 'P2' },
  { when: { tag: { want: 'arc' } }, want: 'P1', needs: ['update-manager', 'esu'] },
  { when: { tag: { want: 'none' } }, want: 'none' },
  { when: {}, want: 'P1' },
];

const scenario = fc.constantFrom('recommended', 'recommended', 'recommended', 'p1-all', 'p2-all', 'as-is');

/** Any small customer: machines of every placement in two subscriptions and a connector, with any assumptions. */
export const fleet: fc.Arbitrary<PlanInput> = fc
  .record({
    machines: fc.array(machine, { maxLength: 14 }),
    subscriptions: fc.tuple(subscription(SUBSCRIPTION), subscription(OTHER), subscription(CONNECTOR)),
    assumptions,
    scenario,
    overridden: fc.array(fc.tuple(fc.nat(13), fc.constantFrom(...OVERRIDE_WANTS)), { maxLength: 2 }),
  })
  .map(({ machines, subscriptions, assumptions, scenario, overridden }) => {
    const named = machines.map((one, index) => ({ ...one, id: `m${index}`, name: `m${index}` }));
    const kinds = subscriptions.map((one) => ({
      ...one,
      kind: one.id === CONNECTOR ? ('connector' as const) : ('subscription' as const),
    }));
    const overrides = overridden
      .filter(([index], at) => index < named.length && overridden.findIndex(([other]) => other === index) === at)
      .map(([index, want]) => ({ machineId: `m${index}`, want, why: 'because', by: null, at: '2026-11-01' }));
    return aPlanInput({ machines: named, subscriptions: kinds, assumptions, scenario, overrides, rules: RULES });
  });
