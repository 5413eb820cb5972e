import { layAssumptions } from '../../shared/assumptions/index.ts';
import type { ProjectState } from '../../shared/contract/app-views.ts';
import { createPricer, estimateScenario, estimateTotals, priceBookOf } from '../../shared/cost/index.ts';
import type {
  Assumptions,
  CostLine,
  Language,
  Machine,
  PriceBook,
  Pricer,
  Scenario,
  ScenarioCost,
} from '../../shared/model/index.ts';
import { type Planning, planScenario } from '../../shared/plan/index.ts';

/** What every scenario of the open project is planned from. */
export interface Ground {
  readonly machines: readonly Machine[];
  readonly state: ProjectState;
  /** Of the sentences. */
  readonly language: Language;
}

export type Totals = Omit<ScenarioCost, 'lines' | 'beside'>;

/** One scenario, planned and priced in the page. Money is worked out when first asked for, and kept. */
export interface PlannedScenario {
  readonly scenario: Scenario;
  /** The project's, with the scenario's and what is only tried laid over them. */
  readonly assumptions: Assumptions;
  readonly book: PriceBook;
  readonly pricer: Pricer;
  readonly planning: Planning;
  totals(): Totals;
  /** Line by line, as `cost.get` answers. */
  cost(): ScenarioCost;
  /** The lines of one machine, by its position; what belongs to all machines together is not among them. */
  linesOf(position: number): Pick<ScenarioCost, 'lines' | 'beside'>;
}

/** Assumptions that somebody tries with a slider and that are not written into the project. */
export type WhatIf = Partial<Assumptions>;

export const NO_WHAT_IF: WhatIf = {};

/** Plans that are kept for one state of a project: the four that every project has, and as many again while a slider moves. */
const KEPT = 8;

const PLANS = new WeakMap<ProjectState, Map<string, { readonly ground: Ground; readonly planned: PlannedScenario }>>();

/**
 * The plan of one scenario; the same question is answered once. Null when there is no such scenario.
 * @param scenarioId id, as in `ProjectState.scenarios`
 */
export function planOf(ground: Ground, scenarioId: string, whatIf: WhatIf = NO_WHAT_IF): PlannedScenario | null {
  const plans = PLANS.get(ground.state) ?? new Map();
  PLANS.set(ground.state, plans);
  const key = `${scenarioId} ${ground.language} ${JSON.stringify(whatIf)}`;
  const known = plans.get(key);
  if (known?.ground.machines === ground.machines) return known.planned;
  const scenario = ground.state.scenarios.find(({ id }) => id === scenarioId);
  if (!scenario) return null;
  const planned = plan(ground, scenario, whatIf);
  plans.delete(key);
  plans.set(key, { ground, planned });
  if (plans.size > KEPT) plans.delete(plans.keys().next().value ?? '');
  return planned;
}

function plan({ machines, state, language }: Ground, scenario: Scenario, whatIf: WhatIf): PlannedScenario {
  const { subscriptions, rules, overrides, lists, importedPrices, asOf } = state;
  const assumptions = { ...layAssumptions(state.assumptions, scenario.assumptions), ...whatIf };
  const book = priceBookOf(assumptions, importedPrices, asOf);
  const pricing = { book, assumptions, asOf };
  const pricer = createPricer(pricing);
  const planning = planScenario(
    { scenario, machines, subscriptions, rules, overrides, lists, assumptions, asOf, language },
    pricer,
  );
  const { planned, blocked } = planning;
  const input = { scenario, planned, subscriptions: planning.subscriptions, blocked, pricing };
  return {
    scenario,
    assumptions,
    book,
    pricer,
    planning,
    totals: once(() => estimateTotals(input)),
    cost: once(() => estimateScenario(input)),
    linesOf: (position) => {
      const one = planned[position];
      const { lines, beside } = estimateScenario({ ...input, planned: one ? [one] : [], blocked: 0 });
      const isOwn = ({ machineId }: CostLine) => machineId !== null;
      return { lines: lines.filter(isOwn), beside: beside.filter(isOwn) };
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
