import type { Assumptions } from './assumptions.ts';
import type { Machine } from './machine.ts';
import type { NamedList, Override, RequirementRule } from './requirement.ts';
import type { Subscription } from './subscription.ts';
import type { Language } from './words.ts';

export const SCENARIO_KINDS = ['as-is', 'p1-all', 'p2-all', 'rules'] as const;
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

/** One way that the project could go. The first four come with every project; the user copies and edits. */
export interface Scenario {
  /** `as-is`, `p1-all`, `p2-all`, `recommended`, or made by us. */
  readonly id: string;
  readonly name: string;
  readonly kind: ScenarioKind;
  /** Of kind `rules`: its own requirement rules; null: the project's. */
  readonly rules: readonly RequirementRule[] | null;
  /** What it assumes otherwise than the project. */
  readonly assumptions: Partial<Assumptions>;
}

/** The four that come with every project. Names stay English on the command line; screens translate by id. */
export const BUILT_IN_SCENARIOS: readonly Scenario[] = [
  { id: 'as-is', name: 'As is', kind: 'as-is', rules: null, assumptions: {} },
  { id: 'p1-all', name: 'Plan 1 for all', kind: 'p1-all', rules: null, assumptions: {} },
  { id: 'p2-all', name: 'Plan 2 for all', kind: 'p2-all', rules: null, assumptions: {} },
  { id: 'recommended', name: 'Recommended', kind: 'rules', rules: null, assumptions: {} },
];

/** Everything that a plan follows from. Same input in another order, same output. */
export interface PlanInput {
  readonly scenario: Scenario;
  readonly machines: readonly Machine[];
  readonly subscriptions: readonly Subscription[];
  readonly rules: readonly RequirementRule[];
  readonly overrides: readonly Override[];
  readonly lists: readonly NamedList[];
  /** The project's, with the scenario's own already laid over them. */
  readonly assumptions: Assumptions;
  /** ISO date at which lifecycle data are read; handed in, since planning has no clock. */
  readonly asOf: string;
  readonly language: Language;
}

/** `plan --explain MACHINE`. */
export interface Explanation {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly rules: readonly { readonly id: string; readonly text: string; readonly source: string }[];
  readonly whatWouldChange: readonly string[];
}
