import { ruleText } from '../i18n/plan/rules.ts';
import { filled, type Saying, say } from '../i18n/plan/sentences.ts';
import { needWords, planWord, scopeWord } from '../i18n/plan/words.ts';
import type { Override, Recommendation } from '../model/index.ts';
import { alternativesOf } from './alternatives.ts';
import { blockersOf } from './blockers.ts';
import type { Case } from './case.ts';
import { prerequisitesOf } from './prerequisites.ts';

/** What is planned for one machine, in words. */
export function recommend(of: Case): Recommendation {
  const { machine, facts, decision, language } = of;
  const speak = (sayings: readonly Saying[]) => sayings.map((saying) => say(saying, language));
  return {
    id: machine.id,
    name: machine.name,
    subscriptionId: decision.scope?.id ?? null,
    wants: facts.want,
    method: decision.method,
    plan: decision.plan,
    steps: decision.steps,
    rules: decision.rules,
    reason: reasonOf(of),
    prerequisites: speak(prerequisitesOf(of)),
    blockers: speak(blockersOf(of)),
    alternatives: alternativesOf(of).map(({ method, plan, whyNot }) => ({
      method,
      plan,
      whyNot: speak(whyNot).join(' '),
    })),
  };
}

function reasonOf(of: Case): string {
  const { decision, facts, core, language } = of;
  const said = facts.isKept ? [] : [say(wantSaying(of), language)];
  const rules = decision.rules.map((rule) => ruleSentence(rule, of));
  return [...said, ...rules, ...lost(of)].join(core.input.language === 'ja' ? '' : ' ');
}

/** The sentence of a rule about this machine. */
export function ruleSentence(rule: string, { core, decision, facts, language }: Case): string {
  const base = decision.scope ? core.scopePlan(decision.scope).base : 'off';
  const params: Record<string, string> = {
    base: planWord(base, language),
    want: planWord(facts.want, language),
    scope: decision.scope ? scopeWord(decision.scope, language) : '',
  };
  return filled(ruleText(rule, core.edition.id), params, language);
}

/** Who asks for the plan. */
function wantSaying({ core, position, facts, language }: Case): Saying {
  const { grouped, input } = core;
  const want = planWord(facts.group.wish.want, language);
  const override: Override | undefined = grouped.overrideOf.get(position);
  const isForAll = input.scenario.kind === 'p1-all' || input.scenario.kind === 'p2-all';
  if (override && (!isForAll || facts.group.wish.want === 'none')) {
    return { id: 'want-by-person', params: { want, by: override.by ?? '?', why: override.why } };
  }
  if (isForAll) return { id: 'want-for-all', params: { want } };
  const index = grouped.ruleOf[position] ?? -1;
  const rule = (input.scenario.rules ?? input.rules)[index];
  if (!rule) return { id: 'want-by-nobody' };
  const params = { want, number: index + 1, note: rule.note ?? '' };
  return { id: rule.note ? 'want-by-rule-note' : 'want-by-rule', params };
}

/** Directly onboarded, a server goes without what Arc and Plan 2 would give. */
function lost({ decision, facts, language }: Case): string[] {
  if (decision.method !== 'direct' || facts.isKept) return [];
  const needs =
    facts.needs.length > 0
      ? [say({ id: 'benefits-lost', params: { needs: needWords(facts.needs, language) } }, language)]
      : [];
  return facts.want === 'P2' ? [...needs, say({ id: 'features-lost' }, language)] : needs;
}
