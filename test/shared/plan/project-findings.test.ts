import { describe, expect, it } from 'vitest';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { type KnownPlan, LANGUAGES } from '../../../shared/model/index.ts';
import { aMachine, aPlan, aSubscription, type PlanWish, SUBSCRIPTION, TENANT } from '../../support/machines.ts';

function countsOf(code: string, wish: PlanWish): readonly unknown[] {
  return aPlan(wish).findings.flatMap((found) => (found.code === code ? [found.params.count] : []));
}

describe('own settings that were not read', () => {
  const unread = (id: string, plan: KnownPlan = 'P2') => aMachine({ id, today: { plan, explicit: 'unknown' } });
  const code = 'plan-machine-settings-unread';

  it('are counted where a machine may differ from its subscription', () => {
    expect(countsOf(code, { machines: [unread('a'), unread('b')] })).toEqual([2]);
  });

  it.each([
    ['enforce is on', aSubscription({ enforce: true })],
    [
      'the plan is off and nothing in the subscription is covered',
      aSubscription({ plan: 'off', coverage: 'NotCovered' }),
    ],
  ])('are not counted where none can: %s', (_, subscription) => {
    expect(countsOf(code, { machines: [unread('a', subscription.plan)], subscriptions: [subscription] })).toEqual([]);
  });

  it('are not counted for machines that cannot be excluded, or are none under Servers', () => {
    const today = { plan: 'P2', explicit: 'unknown' } as const;
    const machines = [
      aMachine({ id: 'a', placement: 'aks', today }),
      aMachine({ id: 'b', placement: 'databricks', today }),
    ];
    expect(countsOf(code, { machines })).toEqual([]);
  });
});

describe('systems at the end of their support', () => {
  const told = (asOf: string, ...systems: string[]) =>
    aPlan({ asOf, machines: systems.map((os, at) => aMachine({ id: `m${at}`, os })) })
      .findings.filter(({ code }) => code.startsWith('plan-os-end'))
      .map(({ code, params }) => [code, params.os, params.count, params.date]);

  it('are counted by product, what has ended before what will', () => {
    expect(
      told(
        '2026-11-24',
        'Windows Server 2016 Datacenter',
        'Windows Server 2016 Standard',
        'Windows Server 2012 R2',
        'Windows Server 2022',
        'Ubuntu 18.04',
        'Ubuntu 22.04',
        'CentOS 7.9',
        'Debian 13',
      ),
    ).toEqual([
      ['plan-os-ended', 'CentOS Linux 7', 1, '2024-06-30'],
      ['plan-os-ended-extra', 'Ubuntu 18.04', 1, '2023-05-31'],
      ['plan-os-ended', 'Windows Server 2012 R2', 1, '2023-10-10'],
      ['plan-os-ending-extra', 'Ubuntu 22.04', 1, '2027-04-01'],
      ['plan-os-ending-esu', 'Windows Server 2016', 2, '2027-01-12'],
    ]);
  });

  it('by the date that is handed in', () => {
    expect(told('2026-01-11', 'Windows Server 2016')).toEqual([]);
    expect(told('2026-01-12', 'Windows Server 2016')).toEqual([
      ['plan-os-ending-esu', 'Windows Server 2016', 1, '2027-01-12'],
    ]);
    expect(told('2027-01-12', 'Windows Server 2016')[0]?.[0]).toBe('plan-os-ending-esu');
    expect(told('2027-01-13', 'Windows Server 2016')[0]?.[0]).toBe('plan-os-ended-esu');
    expect(told('2030-01-13', 'Windows Server 2016')[0]?.[0]).toBe('plan-os-ended');
    expect(told('2026-10-12', 'Windows Server 2012 R2')[0]?.[0]).toBe('plan-os-ended-esu');
  });

  it('nothing is said of node pools, clients, and systems without a date', () => {
    const machines = [
      aMachine({ id: 'a', placement: 'aks', os: 'Ubuntu 18.04' }),
      aMachine({ id: 'b', os: 'Windows 10' }),
      aMachine({ id: 'c', os: 'Linux' }),
    ];
    expect(aPlan({ machines }).findings.filter(({ code }) => code.startsWith('plan-os-end'))).toEqual([]);
  });

  it.each(LANGUAGES)('says what to do, with the conditions of the updates that are sold, in %s', (language) => {
    const { findings } = aPlan({ machines: [aMachine({ id: 'a', os: 'Windows Server 2016' })] });
    const found = findings.find(({ code }) => code === 'plan-os-ending-esu');
    const { message, next } = found ? viewFinding(found, language) : { message: '', next: '' };
    for (const fact of ['2027-01-12', 'Windows Server 2016']) expect(message).toContain(fact);
    for (const fact of ['2030-01-12', '2027-01-13', '1.62', 'Arc']) expect(next).toContain(fact);
  });
});

describe('landing subscriptions', () => {
  const CONNECTOR = 'c/securityconnectors/aws';
  const lands = (landing: string, ...more: PlanWish['machines'] & object) => {
    const plan = aPlan({
      machines: [aMachine({ id: 'a', placement: 'on-premises', tenantId: TENANT }), ...more],
      subscriptions: [
        aSubscription(),
        aSubscription({ id: 'foreign', name: 'theirs', tenantId: 'other' }),
        aSubscription({ id: CONNECTOR, name: 'aws', kind: 'connector' }),
      ],
      rules: [{ when: {}, want: 'P1' }],
      assumptions: { filters: [{ when: { name: 'a' }, landing }] },
    });
    const said = plan.findings.flatMap(({ code, params }) =>
      code.startsWith('plan-landing') ? [[code, params.landing, params.count]] : [],
    );
    return [plan.recommendation(0).subscriptionId, ...said];
  };

  it('by id or by name, in any case', () => {
    expect(lands(SUBSCRIPTION.toUpperCase())).toEqual([SUBSCRIPTION]);
    expect(lands('ＰＲＯＤ')).toEqual([SUBSCRIPTION]);
    expect(lands(`new:P2:${TENANT}`)).toEqual([`new:P2:${TENANT}`]);
  });

  it('one of another tenant, and a connector, are refused', () => {
    expect(lands('foreign')).toEqual([`new:P1:${TENANT}`, ['plan-landing-other-tenant', 'foreign', 1]]);
    expect(lands(CONNECTOR)).toEqual([`new:P1:${TENANT}`, ['plan-landing-connector', CONNECTOR, 1]]);
  });

  it('one that nothing describes is said', () => {
    expect(lands('nowhere')).toEqual(['nowhere', ['plan-landing-unread', 'nowhere', 1]]);
  });
});

it.each(['foreign', 'c/securityconnectors/aws'])(
  '%s cannot be the designated subscription, and that is said',
  (designated) => {
    const plan = aPlan({
      machines: [aMachine({ id: 'a', placement: 'mde-direct', tenantId: TENANT })],
      subscriptions: [
        aSubscription({ isDesignated: true }),
        aSubscription({ id: 'foreign', tenantId: 'other' }),
        aSubscription({ id: 'c/securityconnectors/aws', kind: 'connector' }),
      ],
      assumptions: { tenants: { [TENANT]: { designated } } },
    });
    expect(plan.direct[0]?.designated).toBe(SUBSCRIPTION);
    expect(plan.findings.filter(({ code }) => code === 'plan-direct-designated-refused')).toHaveLength(1);
  },
);

it('servers that may be billed twice are told with the money', () => {
  const machines = [
    aMachine({ id: 'a', mayBeBilledTwice: true }),
    aMachine({ id: 'b', mayBeBilledTwice: true }),
    aMachine(),
  ];
  const found = aPlan({ machines }).findings.find(({ code }) => code === 'plan-billed-twice');
  expect(found?.params).toEqual({ count: 2, money: '9.8112', currency: 'USD' });
});
