import type { PlanView } from '../../../shared/contract/index.ts';
import { formatMoney } from '../../../shared/cost/display.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import { methodWord, planWord, scopeWord, stepWord } from '../../../shared/i18n/plan/words.ts';
import type { Language } from '../../../shared/model/index.ts';
import { printDirect } from './direct.ts';
import { printFindings } from './findings.ts';
import { footnotes } from './footnotes.ts';
import { heading, table } from './table.ts';

export { printExplanation } from './explanation.ts';

type SubscriptionView = PlanView['subscriptions'][number];

const RIGHT = 'right' as const;

export function printPlan(view: PlanView, language: Language): string {
  return [
    printMachines(view, language),
    printMethods(view, language),
    printPosture(view, language),
    printCandidates(view, language),
    printDirect(view, language),
    printFindings(view.findings, language),
  ].join('');
}

/** Machines by where they end; a reason that many share stands once, below. */
function printMachines({ machines, subscriptions }: PlanView, language: Language): string {
  const notes = footnotes();
  const outside = say(language, 'noSubscription');
  const names = new Map(subscriptions.map((subscription) => [subscription.id, scopeWord(subscription, language)]));
  const nameOf = (id: string | null): string =>
    id === null ? outside : (names.get(id) ?? scopeWord({ id, name: null }, language));
  const columns = [
    ...(['machine', 'wants', 'plan', 'method', 'steps', 'rules'] as const).map((key) => ({
      title: say(language, key),
    })),
    { title: say(language, 'why'), align: RIGHT },
  ];
  const groups = Map.groupBy(machines, ({ subscriptionId }) => nameOf(subscriptionId));
  const tables = [...groups].map(([name, group]) => {
    const rows = group.map((machine) => [
      machine.name,
      planWord(machine.wants, language),
      planWord(machine.plan, language),
      methodWord(machine.method, language),
      stepsText(machine.steps, language),
      machine.rules.join(' '),
      notes.mark(machine.reason),
    ]);
    return heading(say(language, 'machinesIn', { name, count: group.length })) + table(columns, rows);
  });
  return [...tables, notes.print(say(language, 'reasons'))].join('');
}

function stepsText(steps: PlanView['machines'][number]['steps'], language: Language): string {
  const real = steps.filter((step) => step !== 'none').map((step) => stepWord(step, language));
  return real.length === 0 ? '-' : real.join(say(language, 'nextStep'));
}

/** Machines counted by method and plan. */
export function printMethods({ machines, blocked }: PlanView, language: Language): string {
  const groups = Map.groupBy(machines, ({ method, plan }) => `${method} ${plan}`);
  const rows = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [[methodWord(first.method, language), planWord(first.plan, language), String(rest.length + 1)]],
    );
  const columns = [
    { title: say(language, 'method') },
    { title: say(language, 'plan') },
    { title: say(language, 'machines'), align: RIGHT },
  ];
  const note = blocked > 0 ? `  ${say(language, 'blocked', { count: blocked })}\n` : '';
  return heading(say(language, 'planSummary')) + table(columns, rows) + note;
}

export function printPosture({ subscriptions, currency }: PlanView, language: Language): string {
  const columns = [
    { title: say(language, 'subscription') },
    { title: say(language, 'today') },
    { title: say(language, 'base') },
    { title: say(language, 'machines'), align: RIGHT },
    { title: say(language, 'exceptions'), align: RIGHT },
    { title: say(language, 'unmet'), align: RIGHT },
    { title: say(language, 'monthAlways'), align: RIGHT },
  ];
  const rows = subscriptions.map((subscription) => {
    const { today, base, machines, exceptions, unmet, candidates } = subscription;
    const chosen = candidates.find((candidate) => candidate.base === base);
    return [
      scopeWord(subscription, language),
      todayText(subscription, today, language),
      planWord(base, language),
      String(machines),
      String(exceptions),
      String(unmet),
      chosen ? formatMoney(chosen.monthly?.always ?? null, currency, language) : '-',
    ];
  });
  return `${heading(say(language, 'posture')) + table(columns, rows)}  ${say(language, 'postureNote')}\n`;
}

function todayText({ kind }: SubscriptionView, today: SubscriptionView['today'], language: Language): string {
  if (kind === 'new') return say(language, 'newSubscription');
  const plan = planWord(today.plan, language);
  return today.enforce === true ? say(language, 'enforced', { plan }) : plan;
}

/** What each subscription would be under every base: the one that is planned is marked. */
function printCandidates({ subscriptions, currency }: PlanView, language: Language): string {
  const columns = [
    { title: say(language, 'subscription') },
    { title: '' },
    { title: say(language, 'plan') },
    { title: say(language, 'exceptions'), align: RIGHT },
    { title: say(language, 'unmet'), align: RIGHT },
    { title: say(language, 'changes'), align: RIGHT },
    { title: say(language, 'monthAlways'), align: RIGHT },
    { title: say(language, 'nextMachine'), align: RIGHT },
  ];
  const money = (amount: string | null): string => formatMoney(amount, currency, language);
  const rows = subscriptions.flatMap((subscription) =>
    subscription.candidates.map((candidate, index) => [
      index === 0 ? scopeWord(subscription, language) : '',
      candidate.base === subscription.base ? '*' : candidate.allowed ? '' : 'x',
      planWord(candidate.base, language),
      String(candidate.exceptions),
      String(candidate.unmet),
      String(candidate.changes),
      money(candidate.monthly?.always ?? null),
      money(candidate.nextMachine),
    ]),
  );
  if (rows.length === 0) return '';
  return `${heading(say(language, 'candidates')) + table(columns, rows)}  ${say(language, 'candidatesNote')}\n`;
}
