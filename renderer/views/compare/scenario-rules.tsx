import { useMemo } from 'react';
import type { RequirementRule } from '../../../shared/model/index.ts';
import { matchRules } from '../../../shared/plan/index.ts';
import { keyed } from '../../ui/rules/ordered.ts';
import { RuleList } from '../../ui/rules/rule-list.tsx';
import type { CompareGround } from './use-compare.ts';

interface ScenarioRulesProps {
  readonly ground: CompareGround;
  readonly rules: readonly RequirementRule[];
  readonly change: (rules: readonly RequirementRule[]) => void;
}

/** Rules of the scenario's own, edited as the project's are. */
export function ScenarioRules({ ground: { state, machines }, rules, change }: ScenarioRulesProps) {
  const items = useMemo(() => keyed(rules), [rules]);
  const ground = useMemo(() => ({ machines, lists: state.lists }), [machines, state.lists]);
  const matches = useMemo(() => matchRules(rules, machines, state.lists), [rules, machines, state.lists]);
  return (
    <RuleList
      ground={ground}
      rules={items}
      matches={matches}
      change={(next) => change(next.map(({ value }) => value))}
    />
  );
}
