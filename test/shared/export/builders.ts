import { estimateScenario } from '../../../shared/cost/index.ts';
import type { ExportInput } from '../../../shared/export/index.ts';
import { finding } from '../../../shared/i18n/findings/index.ts';
import type {
  Language,
  Machine,
  Method,
  PlanResult,
  Recommendation,
  SubscriptionPlan,
} from '../../../shared/model/index.ts';
import { aMachine, anArcMachine, planned, scenario } from '../cost/builders.ts';

export const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';
export const OTHER = '22222222-2222-4222-8222-222222222222';

function vmId(name: string, group = 'rg-web', subscription = SUBSCRIPTION): string {
  return `/subscriptions/${subscription}/resourcegroups/${group}/providers/microsoft.compute/virtualmachines/${name}`.toLowerCase();
}

function arcId(name: string, group = 'rg-arc', subscription = SUBSCRIPTION): string {
  return `/subscriptions/${subscription}/resourcegroups/${group}/providers/microsoft.hybridcompute/machines/${name}`.toLowerCase();
}

export function aVm(id: string, name: string, over: Partial<Machine> = {}): Machine {
  const resourceGroup = over.resourceGroup ?? 'rg-web';
  return aMachine({
    id,
    name,
    subscriptionId: SUBSCRIPTION,
    resourceGroup,
    resourceId: vmId(name, resourceGroup, over.subscriptionId ?? SUBSCRIPTION),
    ...over,
  });
}

export function anArc(id: string, name: string, over: Partial<Machine> = {}): Machine {
  return anArcMachine({
    id,
    name,
    subscriptionId: SUBSCRIPTION,
    resourceGroup: 'rg-arc',
    resourceId: arcId(name),
    ...over,
  });
}

function aRecommendation(machine: Machine, over: Partial<Recommendation> = {}): Recommendation {
  return {
    id: machine.id,
    name: machine.name,
    subscriptionId: machine.subscriptionId,
    wants: 'P1',
    method: 'subscription',
    plan: 'P1',
    steps: ['none'],
    rules: ['A2'],
    reason: 'Plan 1 is wanted and set on the subscription.',
    prerequisites: [],
    blockers: [],
    alternatives: [],
    ...over,
  };
}

export function aSubscriptionPlan(over: Partial<SubscriptionPlan> = {}): SubscriptionPlan {
  return {
    id: SUBSCRIPTION,
    name: 'Production',
    tenantId: null,
    kind: 'subscription',
    today: { plan: 'off', enforce: 'unknown' },
    base: 'P1',
    exceptions: 0,
    unmet: 0,
    machines: 1,
    candidates: [],
    findings: [],
    ...over,
  };
}

/** An export of some machines with their decisions. */
export function anExport(
  rows: readonly (readonly [Machine, Partial<Recommendation>?])[],
  over: Partial<ExportInput> & { readonly bases?: readonly SubscriptionPlan[] } = {},
): ExportInput {
  const machines = rows.map(([machine]) => machine);
  const recommendations = rows.map(([machine, decision]) => aRecommendation(machine, decision));
  const subscriptions = over.bases ?? [aSubscriptionPlan()];
  const plan: PlanResult = {
    edition: 'docs-2026-08',
    scenario: 'Recommended',
    machines: recommendations,
    subscriptions,
    direct: [],
    blocked: 0,
    findings: [],
  };
  const cost = estimateScenario({
    ...scenario(
      recommendations.map(({ method, plan: each, subscriptionId }, group) =>
        planned({ method: method as Method, plan: each, subscriptionId, group }, machines[group]),
      ),
    ),
    subscriptions,
  });
  return {
    machines,
    subscriptions: [],
    excluded: [],
    findings: [],
    plan,
    cost,
    currency: 'USD',
    language: 'en',
    ...over,
  };
}

/** One of everything, for the golden files. */
export function aSampleExport(language: Language): ExportInput {
  const ja = language === 'ja';
  return anExport(
    [
      [aVm('m1', 'web01', { tags: { env: 'prod', 'a=b': 'c;d' }, ipAddresses: ['10.0.0.4', '10.0.0.5'] })],
      [
        aVm('m2', 'batch02', { power: null, today: { plan: 'unknown', explicit: 'unknown' } }),
        { plan: 'unknown', wants: 'P1', reason: ja ? '現在のプランが不明です。' : "Today's plan is not known." },
      ],
      [
        anArc('m3', 'file03', { fqdn: 'file03.contoso.example', smbiosUuid: '4c4c4544-0042-3510-8052-b4c04f4a3132' }),
        {
          wants: 'none',
          method: 'resource',
          plan: 'off',
          steps: ['set-off'],
          rules: ['A5'],
          reason: ja
            ? 'タグで除外されているため、リソース単位でオフにします。'
            : 'Left out by tag: off at resource level.',
          prerequisites: [ja ? 'プランを有効にする前に書き込みます。' : 'Write it before the plan is switched on.'],
        },
      ],
      [
        aMachine({
          id: 'm4',
          name: '=cmd|calc',
          kind: 'on-premises',
          placement: 'on-premises',
          subscriptionId: null,
          subscriptionName: null,
          resourceGroup: null,
          power: 'on',
        }),
        {
          subscriptionId: 'new:P1',
          method: 'arc-then-subscription',
          steps: ['connect-arc'],
          rules: ['N5', 'A2'],
          reason: ja ? '先に Azure Arc に接続します。' : 'Azure Arc first, then as everything there.',
        },
      ],
    ],
    {
      language,
      bases: [
        aSubscriptionPlan({
          candidates: [
            {
              base: 'off',
              unmet: 0,
              exceptions: 2,
              changes: 2,
              monthly: { now: '4.9056', always: '9.8112' },
              nextMachine: '0',
              allowed: false,
            },
            { base: 'P2', unmet: 0, exceptions: 3, changes: 3, monthly: null, nextMachine: '14.6', allowed: true },
          ],
          findings: [finding('cost-prepurchase-dollars')],
        }),
        aSubscriptionPlan({ id: 'new:P1', name: null, kind: 'new', today: { plan: 'off', enforce: false } }),
      ],
      excluded: [{ name: 'template-2022', rule: 'X3', reason: 'template', file: 'RVTools.xlsx', row: 12 }],
      findings: [
        finding('cost-price-built-in', {
          prices: 'Standard P1 Node 0.00672',
          currency: 'USD',
          date: '2026-08-01',
        }),
        finding(
          'cost-usage-two-plans',
          { machine: 'web01', from: '2026-10-01', to: '2026-10-31' },
          { machineId: 'm1' },
        ),
      ],
    },
  );
}

export function textOf(file: { chunks(): Iterable<string> }): string {
  return [...file.chunks()].join('');
}
