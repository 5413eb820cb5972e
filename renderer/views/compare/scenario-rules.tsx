import { useMemo } from 'react';
import type { RequirementRule } from '../../../shared/model/index.ts';
import { matchRules } from '../../../shared/plan/index.ts';
import type { Keyed } from '../../state/requirements-slice.ts';
import { RulesTab } from '../requirements/rules-tab.tsx';
import type { CompareGround } from './use-compare.ts';

interface ScenarioRulesProps {
  readonly ground: CompareGround;
  readonly rules: readonly RequirementRule[];
  readonly change: (rules: readonly RequirementRule[]) => void;
}

/** Rules of the scenario's own, edited as the project's are. */
export function ScenarioRules({ ground: { state, machines }, rules, change }: ScenarioRulesProps) {
  const keyed = useMemo((): readonly Keyed<RequirementRule>[] => rules.map((value, key) => ({ key, value })), [rules]);
  const matches = useMemo(() => matchRules(rules, machines, state.lists), [rules, machines, state.lists]);
  return (
    <RulesTab
      requirements={{
        state,
        machines,
        rules: keyed,
        filters: [],
        matches,
        isChanged: false,
        isOpen: false,
        change: (part) => part.rules && change(part.rules.map(({ value }) => value)),
      }}
    />
  );
}
