import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { CAPABILITIES, hasCapability } from '../../../shared/matrix/capabilities.ts';
import type { KnownPlan, Method, PlannedMachine, Step } from '../../../shared/model/index.ts';
import type { Decided } from '../../../shared/plan/index.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { isSamePlan } from './same-plan.ts';

/** What a scenario means for servers; a scale set counts with its capacity. */
export interface ScenarioSummary {
  readonly plans: ReadonlyMap<KnownPlan, number>;
  readonly methods: ReadonlyMap<Method, number>;
  readonly changes: {
    /** Machines with something to do. */
    readonly machines: number;
    /** Subscriptions and connectors whose plan changes, new ones included. */
    readonly scopes: number;
    readonly steps: ReadonlyMap<Step, number>;
  };
  /** Servers that have a capability, by its id. */
  readonly capabilities: ReadonlyMap<string, number>;
}

/** Of one state of a project: there only what is tried can differ, and it tells no machine from another. */
const SUMMARIES = new WeakMap<ProjectState, Map<string, Summarised>>();

interface Summarised {
  readonly of: PlannedScenario;
  readonly summary: ScenarioSummary;
}

/** As `summarise`; while the plan of a scenario stays the same, so does what it was answered. */
export function summaryOf(scenario: PlannedScenario, state: ProjectState): ScenarioSummary {
  const known = SUMMARIES.get(state) ?? new Map<string, Summarised>();
  SUMMARIES.set(state, known);
  const last = known.get(scenario.scenario.id);
  if (last && isAlike(last.of, scenario)) return last.summary;
  const summary = summarise(scenario);
  known.set(scenario.scenario.id, { of: scenario, summary });
  return summary;
}

function isAlike(before: PlannedScenario, now: PlannedScenario): boolean {
  const basesOf = ({ planning }: PlannedScenario) =>
    planning.subscriptions.map(({ id, base }) => `${id} ${base}`).join();
  return (
    before.assumptions.edition === now.assumptions.edition &&
    isSamePlan(before.planning.planned, now.planning.planned) &&
    basesOf(before) === basesOf(now)
  );
}

export function summarise({ planning, assumptions }: PlannedScenario): ScenarioSummary {
  const { cases, decisions } = countOf(planning);
  const plans = new Map<KnownPlan, number>();
  const methods = new Map<Method, number>();
  const capabilities = new Map(CAPABILITIES.map(({ id }) => [id, 0]));
  for (const { sample, servers } of cases) {
    add(plans, sample.plan, servers);
    add(methods, sample.method, servers);
    for (const capability of CAPABILITIES) {
      if (hasCapability(capability, sample, assumptions.edition)) add(capabilities, capability.id, servers);
    }
  }
  const steps = new Map<Step, number>();
  let machines = 0;
  for (const [{ steps: of }, { rows }] of decisions) {
    const todo = of.filter((step) => step !== 'none');
    if (todo.length > 0) machines += rows;
    for (const step of todo) add(steps, step, rows);
  }
  return { plans, methods, capabilities, changes: { machines, scopes: changedScopes(planning), steps } };
}

/** One pass over all machines: what is counted afterwards are groups. */
function countOf({ planned, decided }: PlannedScenario['planning']) {
  const cases: ({ readonly sample: PlannedMachine; servers: number } | undefined)[] = [];
  const decisions = new Map<Decided, { rows: number }>();
  planned.forEach((machine, position) => {
    const known = cases[machine.group];
    // Machines of one group have one capacity.
    if (known) known.servers += known.sample.machine.capacity;
    else cases[machine.group] = { sample: machine, servers: machine.machine.capacity };
    const decision = decided(position);
    const counted = decisions.get(decision);
    if (counted) counted.rows += 1;
    else decisions.set(decision, { rows: 1 });
  });
  return { cases: cases.filter((each) => each !== undefined), decisions };
}

function changedScopes({ subscriptions }: PlannedScenario['planning']): number {
  return subscriptions.filter(({ base, today, kind }) => (kind === 'new' ? base !== 'off' : base !== today.plan))
    .length;
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
