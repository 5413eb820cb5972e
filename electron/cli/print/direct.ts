import type { PlanView } from '../../../shared/contract/index.ts';
import { formatMoney } from '../../../shared/cost/display.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import { scopeWord } from '../../../shared/i18n/plan/words.ts';
import type { DirectPlan, Language } from '../../../shared/model/index.ts';
import { heading } from './table.ts';

/** Direct onboarding is one switch for a tenant: the whole set, what it costs, and the plan without it. */
export function printDirect(view: PlanView, language: Language): string {
  const lines = view.direct.flatMap((tenant) => linesOf(tenant, view, language));
  return lines.length === 0 ? '' : heading(say(language, 'direct')) + lines.map((line) => `  ${line}\n`).join('');
}

function linesOf(direct: DirectPlan, { currency, subscriptions }: PlanView, language: Language): readonly string[] {
  const tenant = direct.tenantId ?? say(language, 'unknownTenant');
  if (!direct.switch) return [say(language, 'directOff', { tenant })];
  const id = direct.designated;
  const known = subscriptions.find((subscription) => subscription.id === id);
  const designated = id === null ? '-' : scopeWord(known ?? { id, name: null }, language);
  const amount = (monthly: { readonly always: string } | null): string =>
    formatMoney(monthly?.always ?? null, currency, language);
  return [
    say(language, 'directOn', { tenant, count: direct.machines.length, designated }),
    ...(direct.conflicts.length > 0 ? [say(language, 'directConflicts', { count: direct.conflicts.length })] : []),
    say(language, 'directCost', { amount: amount(direct.monthly) }),
    ...(direct.without === null
      ? []
      : [say(language, 'directWithout', { blocked: direct.without.blocked, amount: amount(direct.without.monthly) })]),
  ];
}
