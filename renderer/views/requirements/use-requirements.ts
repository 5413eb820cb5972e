import { useDeferredValue, useMemo } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import type { FilterAssumption, Machine, RequirementRule } from '../../../shared/model/index.ts';
import { matchRules } from '../../../shared/plan/index.ts';
import { useLanguage } from '../../i18n/use-text.ts';
import { type PlannedScenario, planOf } from '../../state/planning.ts';
import type { Keyed, RequirementsDraft } from '../../state/requirements-slice.ts';
import { selectMachines, selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { openRows } from '../../ui/rules/conditions.ts';
import { keyed } from '../../ui/rules/ordered.ts';
import type { RuleGround } from '../../ui/rules/suggestions.ts';
import { differenceOf, type PlanDifference } from './difference.ts';

/** The scenario that the project's rules decide. */
const SCENARIO = 'recommended';

export interface Requirements {
  readonly state: ProjectState;
  readonly machines: readonly Machine[];
  readonly ground: RuleGround;
  readonly rules: readonly Keyed<RequirementRule>[];
  readonly filters: readonly Keyed<FilterAssumption>[];
  /** How many machines each rule takes. */
  readonly matches: readonly number[];
  readonly isChanged: boolean;
  /** Conditions without a value: what is drafted cannot be applied yet. */
  readonly isOpen: boolean;
  readonly change: (part: Partial<Pick<RequirementsDraft, 'rules' | 'filters'>>) => void;
}

/** Rules and limits as drafted, else as the project has them. Null without a project. */
export function useRequirements(): Requirements | null {
  const store = useAppStore();
  const state = useApp(selectProjectState);
  const machines = useApp(selectMachines);
  const kept = useApp(({ requirementsDraft }) => requirementsDraft);
  const draft = kept !== null && kept.path === state?.project.path ? kept : null;
  const known = useMemo(
    () => state && { rules: keyed(state.rules), filters: keyed(state.assumptions.filters) },
    [state],
  );
  const rules = draft?.rules ?? known?.rules ?? NO_RULES;
  const filters = draft?.filters ?? known?.filters ?? NO_FILTERS;
  const lists = state?.lists ?? NO_LISTS;
  const matches = useMatches(rules, machines, lists);
  const ground = useMemo(() => ({ machines, lists }), [machines, lists]);
  if (!state) return null;
  return {
    state,
    machines,
    ground,
    rules,
    filters,
    matches,
    isChanged: draft !== null && !(isSame(rules, state.rules) && isSame(filters, state.assumptions.filters)),
    isOpen: [...rules, ...filters].some(({ value }) => openRows(value.when).length > 0),
    change: (part) => store.getState().setRequirementsDraft({ path: state.project.path, rules, filters, ...part }),
  };
}

const NO_RULES: readonly Keyed<RequirementRule>[] = [];
const NO_FILTERS: readonly Keyed<FilterAssumption>[] = [];
const NO_LISTS: ProjectState['lists'] = [];

/** Counts follow what is typed a moment later: the field stays quick however many machines there are. */
function useMatches(
  rules: readonly Keyed<RequirementRule>[],
  machines: readonly Machine[],
  lists: ProjectState['lists'],
): readonly number[] {
  const asked = useDeferredValue(rules);
  return useMemo(
    () =>
      matchRules(
        asked.map(({ value }) => value),
        machines,
        lists,
      ),
    [asked, machines, lists],
  );
}

export interface Tried {
  readonly before: PlannedScenario;
  readonly after: PlannedScenario;
  readonly difference: PlanDifference;
}

/** The plan as it is and as it would be; null when nothing is drafted. */
export function useTried({ state, machines, rules, filters, isChanged }: Requirements): Tried | null {
  const language = useLanguage();
  const whatIf = useApp((app) => app.whatIf);
  // Notes change no plan.
  const asked = useDeferredValue(
    JSON.stringify([rules.map(({ value: { when, want, needs } }) => ({ when, want, needs })), filters]),
  );
  const after = useMemo(() => {
    const [wanted, limits] = JSON.parse(asked) as [RequirementRule[], Keyed<FilterAssumption>[]];
    return {
      ...state,
      rules: wanted,
      assumptions: { ...state.assumptions, filters: limits.map(({ value }) => value) },
    };
  }, [asked, state]);
  return useMemo(() => {
    if (!isChanged) return null;
    const from = planOf({ machines, state, language }, SCENARIO, whatIf);
    const to = planOf({ machines, state: after, language }, SCENARIO, whatIf);
    return from && to && { before: from, after: to, difference: differenceOf(from.planning, to.planning) };
  }, [isChanged, machines, state, after, language, whatIf]);
}

function isSame(draft: readonly Keyed<unknown>[], known: readonly unknown[]): boolean {
  return JSON.stringify(draft.map(({ value }) => value)) === JSON.stringify(known);
}
