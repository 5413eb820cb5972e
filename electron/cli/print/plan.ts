import type { PlanView } from '../../../shared/contract/index.ts';
import { formatMoney } from '../../../shared/cost/display.ts';
import { type MessageKey, say } from '../../../shared/i18n/cli/index.ts';
import type { Language } from '../../../shared/model/index.ts';
import { printFindings } from './findings.ts';
import { heading, table } from './table.ts';

export function printPlan(view: PlanView, language: Language): string {
  return [
    printMachines(view, language),
    printMethods(view, language),
    printPosture(view, language),
    printDirect(view, language),
    printFindings(view.findings, language),
  ].join('');
}

function printMachines({ machines }: PlanView, language: Language): string {
  const columns = (['machine', 'wants', 'method', 'plan', 'steps', 'rules', 'reason'] as const).map((key) => ({
    title: say(language, key),
  }));
  const rows = machines.map(({ name, wants, method, plan, steps, rules, reason }) => [
    name,
    wants,
    method,
    plan,
    steps.join(', '),
    rules.join(' '),
    reason,
  ]);
  return table(columns, rows);
}

/** Machines counted by method and plan. */
export function printMethods({ machines, blocked }: PlanView, language: Language): string {
  const counts = new Map<string, number>();
  for (const { method, plan } of machines) {
    const key = `${method}\u0000${plan}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([key, count]) => [...key.split('\u0000'), String(count)]);
  const columns = [
    { title: say(language, 'method') },
    { title: say(language, 'plan') },
    { title: say(language, 'servers'), align: 'right' as const },
  ];
  const note = blocked > 0 ? `  ${say(language, 'blocked', { count: blocked })}\n` : '';
  return heading(say(language, 'planSummary')) + table(columns, rows) + note;
}

export function printPosture({ subscriptions, currency }: PlanView, language: Language): string {
  const columns = [
    { title: say(language, 'subscription') },
    { title: say(language, 'today') },
    { title: say(language, 'base') },
    { title: say(language, 'servers'), align: 'right' as const },
    { title: say(language, 'exceptions'), align: 'right' as const },
    { title: say(language, 'unmet'), align: 'right' as const },
    { title: say(language, 'candidates') },
  ];
  const rows = subscriptions.map((subscription) => [
    subscription.name ?? subscription.id,
    subscription.today.plan + (subscription.today.enforce === true ? ' enforce' : ''),
    subscription.base,
    String(subscription.machines),
    String(subscription.exceptions),
    String(subscription.unmet),
    subscription.candidates
      .map(({ base, exceptions, unmet, monthly, allowed }) => {
        const amount = formatMoney(monthly?.always ?? null, currency, language);
        return allowed ? `${base}: ${exceptions}/${unmet}/${amount}` : `(${base})`;
      })
      .join('  '),
  ]);
  return heading(say(language, 'posture')) + table(columns, rows);
}

function printDirect({ direct, currency }: PlanView, language: Language): string {
  const lines = direct.flatMap((tenant) => {
    const name = tenant.tenantId ?? '-';
    if (!tenant.switch) return [say(language, 'directOff', { tenant: name })];
    const amount = (monthly: { always: string } | null): string =>
      formatMoney(monthly?.always ?? null, currency, language);
    return [
      say(language, 'directOn', {
        tenant: name,
        count: tenant.machines.length,
        conflicts: tenant.conflicts.length,
        designated: tenant.designated ?? '-',
      }),
      say(language, 'directCost', { amount: amount(tenant.monthly) }),
      ...(tenant.without === null
        ? []
        : [
            say(language, 'directWithout', {
              blocked: tenant.without.blocked,
              amount: amount(tenant.without.monthly),
            }),
          ]),
    ];
  });
  return lines.length === 0 ? '' : heading(say(language, 'direct')) + lines.map((line) => `  ${line}\n`).join('');
}

/** One machine: what is planned, the facts, the rules with their sources, other ways, what would change it. */
export function printExplanation(view: PlanView, language: Language): string {
  const { explain } = view;
  const machine = view.machines.find(({ id }) => id === explain?.machineId);
  if (explain === null || machine === undefined) return '';
  const section = (key: MessageKey, lines: readonly string[]): string =>
    lines.length === 0 ? '' : heading(say(language, key)) + lines.map((line) => `  ${line}\n`).join('');
  return [
    `${machine.name}: ${machine.method}, ${machine.plan} (${machine.rules.join(', ')})\n${machine.reason}\n`,
    section(
      'steps',
      machine.steps.filter((step) => step !== 'none'),
    ),
    section('prerequisites', machine.prerequisites),
    section('blockers', machine.blockers),
    section(
      'facts',
      explain.facts.map(({ name, value }) => `${name}: ${value}`),
    ),
    section(
      'rules',
      explain.rules.map(({ id, text, source }) => `${id}: ${text} [${source}]`),
    ),
    section(
      'alternatives',
      machine.alternatives.map(({ method, plan, whyNot }) => `${method} ${plan}: ${whyNot}`),
    ),
    section('whatWouldChange', explain.whatWouldChange),
  ].join('');
}
