import { useMemo } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import type { Language, Machine } from '../../../shared/model/index.ts';
import { useLanguage } from '../../i18n/use-text.ts';
import { comparedScenarios } from '../../state/compare-slice.ts';
import { tagNames } from '../../state/inventory/columns.ts';
import { environmentTag } from '../../state/money/keys.ts';
import { type PlannedScenario, planOf } from '../../state/planning.ts';
import { selectMachines, selectProjectState } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { type ScenarioSummary, summaryOf } from './summary.ts';
import { type ScenarioSums, sumScenario } from './sums.ts';

/** One column. */
export interface Compared {
  readonly planned: PlannedScenario;
  readonly summary: ScenarioSummary;
  readonly sums: ScenarioSums;
}

/** What the parts of the screen share. */
export interface CompareGround {
  readonly state: ProjectState;
  readonly machines: readonly Machine[];
  readonly language: Language;
  readonly currency: string;
  /** The tag by which money is summed; null: machines have none. */
  readonly tag: string | null;
  readonly columns: readonly Compared[];
}

/** Null without a project. */
export function useCompare(): CompareGround | null {
  const state = useApp(selectProjectState);
  const machines = useApp(selectMachines);
  const compared = useApp((app) => app.compared);
  const whatIf = useApp((app) => app.whatIf);
  const language = useLanguage();
  return useMemo(() => {
    if (!state) return null;
    const tag = environmentTag(tagNames(machines));
    const ground = { machines, state, language };
    const columns = comparedScenarios(compared, state.scenarios).flatMap(({ id }) => {
      const planned = planOf(ground, id, whatIf);
      return planned
        ? [{ planned, summary: summaryOf(planned, state), sums: sumScenario(planned, machines, tag ?? '') }]
        : [];
    });
    return { ...ground, currency: state.assumptions.currency, tag, columns };
  }, [state, machines, compared, whatIf, language]);
}
