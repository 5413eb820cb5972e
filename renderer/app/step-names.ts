import type { HistoryStep } from '../../shared/contract/app-views.ts';
import { useText } from '../i18n/use-text.ts';

/** Steps that can be taken back, as their commands are named in the history of a project. */
const STEPS = [
  'evidence.import',
  'evidence.remove',
  'evidence.setTenant',
  'sync.run',
  'prices.fetch',
  'identity.merge',
  'identity.split',
  'identity.decline',
  'identity.offerAgain',
  'requirements.set',
  'overrides.set',
  'assumptions.set',
  'lists.set',
  'lists.remove',
  'scenarios.set',
  'scenarios.remove',
  'views.set',
  'views.remove',
] as const;

/** Names a step for people: "change 12 overrides". */
export function useStepName(): (step: Pick<HistoryStep, 'command'> & { readonly count?: number }) => string {
  const text = useText('shell');
  return ({ command, count = 1 }) => {
    const known = STEPS.find((step) => step === command);
    return known ? text(`step.${known}`, { count }) : command;
  };
}
