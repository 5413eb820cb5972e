import { RuleList } from '../../ui/rules/rule-list.tsx';
import type { Requirements } from './use-requirements.ts';

/** The project's own rules, as drafted. */
export function RulesTab({
  requirements: { ground, rules, matches, change },
}: {
  readonly requirements: Requirements;
}) {
  return <RuleList ground={ground} rules={rules} matches={matches} change={(next) => change({ rules: next })} />;
}
