import type { PlanView } from '../../../shared/contract/index.ts';
import { type MessageKey, say } from '../../../shared/i18n/cli/index.ts';
import { methodWord, planWord, stepWord } from '../../../shared/i18n/plan/words.ts';
import type { Language } from '../../../shared/model/index.ts';
import { heading } from './table.ts';

/** One machine: what is planned, the facts, the rules with their sources, other ways, what would change it. */
export function printExplanation(view: PlanView, language: Language): string {
  const { explain } = view;
  const machine = view.machines.find(({ id }) => id === explain?.machineId);
  if (explain === null || machine === undefined) return '';
  const section = (key: MessageKey, lines: readonly string[]): string =>
    lines.length === 0 ? '' : heading(say(language, key)) + lines.map((line) => `  - ${line}\n`).join('');
  const steps = machine.steps.filter((step) => step !== 'none').map((step) => stepWord(step, language));
  return [
    `${say(language, 'explained', {
      machine: machine.name,
      method: methodWord(machine.method, language),
      plan: planWord(machine.plan, language),
      rules: machine.rules.join(', '),
    })}\n${machine.reason}\n`,
    section('steps', steps),
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
      machine.alternatives.map(
        ({ method, plan, whyNot }) =>
          `${say(language, 'way', { method: methodWord(method, language), plan: planWord(plan, language) })}: ${whyNot}`,
      ),
    ),
    section('whatWouldChange', explain.whatWouldChange),
  ].join('');
}
