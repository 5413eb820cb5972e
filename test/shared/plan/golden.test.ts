import { describe, expect, it } from 'vitest';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { LANGUAGES, type Language, type PlanResult } from '../../../shared/model/index.ts';
import { aMachine, aPlan, aSubscription, SUBSCRIPTION } from '../../support/machines.ts';

const DEV = 'aaaaaaaa-0000-0000-0000-000000000002';
const CONNECTOR = `/subscriptions/${SUBSCRIPTION}/providers/microsoft.security/securityconnectors/aws`;

const inherits = { plan: 'P1', explicit: false } as const;
const dev = { subscriptionId: DEV, subscriptionName: 'dev', today: { plan: 'off', explicit: false } } as const;
const prod = { tags: { env: 'prod' }, today: inherits };

const MACHINES = [
  aMachine({ id: 'web01', ...prod }),
  aMachine({ id: 'web02', tags: { 環境: '開発' }, today: { plan: 'P1', explicit: true } }),
  aMachine({ id: 'batch01', tags: { Defender: 'Exclude' }, today: inherits }),
  aMachine({ id: 'vdi01', os: 'Windows 11', today: inherits }),
  aMachine({ id: 'old01', os: 'Windows Server 2012 Standard', today: inherits }),
  aMachine({ id: 'scale01', placement: 'vmss-uniform', capacity: 4, os: 'Ubuntu 22.04', today: inherits }),
  aMachine({ id: 'aks01', placement: 'aks', capacity: 3, os: 'Linux', today: inherits }),
  aMachine({ id: 'brick01', placement: 'databricks', os: 'Ubuntu 22.04', today: inherits }),
  aMachine({ id: 'dev01', ...dev }),
  aMachine({ id: 'dev02', ...dev, today: { plan: 'P1', explicit: true } }),
  aMachine({ id: 'dev03', ...dev, tags: { env: 'prod' } }),
  aMachine({
    id: 'ec2-01',
    placement: 'arc-connector',
    connectorId: CONNECTOR,
    today: { plan: 'P2', explicit: false },
  }),
  aMachine({ id: 'onprem01', placement: 'on-premises', tags: { env: 'production' } }),
  aMachine({ id: 'onprem02', placement: 'on-premises', os: 'CentOS 7.9' }),
  aMachine({ id: 'onprem03', placement: 'on-premises', os: 'Linux' }),
  aMachine({
    id: 'esu01',
    placement: 'mde-only',
    os: 'Windows Server 2016',
    sensorVersion: '10.8500',
    tags: { arc: 'esu' },
  }),
  aMachine({ id: 'mde01', placement: 'mde-only', tags: { defender: 'exclude' } }),
  aMachine({ id: 'mde02', placement: 'mde-direct', os: 'Windows Server 2008 R2', tags: { env: '本番' } }),
  aMachine({ id: 'kept01', today: { plan: 'P1', explicit: true } }),
];

function planIn(language: Language) {
  return aPlan({
    language,
    machines: MACHINES,
    subscriptions: [
      aSubscription({ plan: 'P1', arePoliciesRead: false }),
      aSubscription({ id: DEV, name: 'dev', plan: 'off' }),
      aSubscription({ id: CONNECTOR, name: 'aws', kind: 'connector' }),
    ],
    rules: [
      { when: { tag: { defender: 'exclude' } }, want: 'none', note: 'owner' },
      { when: { tag: { 'env|環境': ['prod*', '本番*'] } }, want: 'P2' },
      { when: { tag: { arc: 'esu' } }, want: 'P1', needs: ['esu'] },
      { when: {}, want: 'P1' },
    ],
    overrides: [{ machineId: 'kept01', want: 'out-of-scope', why: 'sold', by: 'Aki', at: '2026-11-01' }],
    assumptions: { subscriptions: { [DEV]: { bases: ['off', 'P1'] } } },
  });
}

function written(plan: PlanResult, language: Language): string {
  const machines = plan.machines.flatMap((row) => [
    `${row.name}: ${row.wants} -> ${row.method} ${row.plan} [${row.rules.join(' ')}] ${row.steps.join(', ')} @ ${row.subscriptionId}`,
    `  ${row.reason}`,
    ...row.prerequisites.map((text) => `  + ${text}`),
    ...row.blockers.map((text) => `  ! ${text}`),
    ...row.alternatives.map((other) => `  - ${other.method} ${other.plan}: ${other.whyNot}`),
  ]);
  const subscriptions = plan.subscriptions.flatMap((scope) => [
    `${scope.name ?? scope.id} (${scope.kind}): ${scope.today.plan} -> ${scope.base}, ${scope.machines} machines, ${scope.exceptions} exceptions, ${scope.unmet} unmet`,
    ...scope.candidates.map(
      (one) =>
        `  ${one.base}: ${one.unmet} unmet, ${one.exceptions} exceptions, ${one.changes} changes, ${one.monthly?.always} a month, next ${one.nextMachine}${one.allowed ? '' : ', not allowed'}`,
    ),
  ]);
  const direct = plan.direct.map((one) => JSON.stringify(one, null, 2));
  const findings = plan.findings.map((found) => {
    const { code, message, next } = viewFinding(found, language);
    return `${code}: ${message} ${next}`;
  });
  const parts = [machines, subscriptions, direct, [`blocked: ${plan.blocked}`], findings];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

describe('a small fleet, planned and told', () => {
  it.each(LANGUAGES)('in %s', async (language) => {
    await expect(written(planIn(language).result(), language)).toMatchFileSnapshot(`../../golden/plan-${language}.txt`);
  });
});
