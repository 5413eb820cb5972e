import type {
  DirectPlan,
  Explanation,
  Finding,
  PlanInput,
  PlannedMachine,
  PlanResult,
  Pricer,
  Recommendation,
  SubscriptionPlan,
} from '../model/index.ts';
import { caseAt } from './case.ts';
import { type CorePlan, planGroups } from './core.ts';
import { directPlans } from './direct.ts';
import { explain } from './explain.ts';
import { plannedMachines } from './planned-machines.ts';
import { prepare } from './prepare.ts';
import { projectFindings } from './project-findings.ts';
import { recommend } from './recommend.ts';
import { subscriptionPlans } from './subscription-plans.ts';
import { groupMachines } from './wants.ts';

export { matchesWhen } from './conditions.ts';
export { DEFAULT_RULES } from './default-rules.ts';
export { matchRules } from './wants.ts';

/** A plan: decided at once, put into words on demand. */
export interface Planning {
  /** For the cost; one for each machine, in the order of `input.machines`. */
  readonly planned: readonly PlannedMachine[];
  readonly subscriptions: readonly SubscriptionPlan[];
  /** Made when first asked for, since it plans anew without the switch. */
  readonly direct: readonly DirectPlan[];
  /** Machines that cannot have what is wanted. */
  readonly blocked: number;
  readonly findings: readonly Finding[];
  /** The machine at a position of `input.machines`. @throws RangeError where there is none */
  recommendation(index: number): Recommendation;
  /** As `recommendation`, without words: quick enough to be asked for every machine. Machines of one group get one object. */
  decided(index: number): Decided;
  /** Everything, in words. */
  result(): PlanResult;
  /** Null when there is no such machine. */
  explain(machineId: string): Explanation | null;
}

/** What is planned for a machine, as far as it needs no words. */
export type Decided = Pick<Recommendation, 'subscriptionId' | 'wants' | 'method' | 'plan' | 'steps' | 'rules'>;

/**
 * Plans one scenario. Pure: the same input gives the same plan, whatever the order of its lists. Facts about
 * `input.machines` are derived once for each array, so a changed assumption or rule plans again in a moment.
 */
export function planScenario(input: PlanInput, pricer: Pricer): Planning {
  const prepared = prepare(input.machines);
  const core = planGroups(input, prepared, groupMachines(input, prepared), pricer);
  const subscriptions = subscriptionPlans(core, pricer);
  const findings = [...projectFindings(core, pricer), ...subscriptions.flatMap((plan) => plan.findings)];
  const blocked = countBlocked(core);
  let direct: readonly DirectPlan[] | null = null;
  const planning: Planning = {
    planned: plannedMachines(core),
    subscriptions,
    get direct() {
      direct ??= directPlans(core, pricer);
      return direct;
    },
    blocked,
    findings,
    recommendation: (index) => recommend(caseAt(core, index)),
    decided: decidedGroups(core),
    result: () => ({
      edition: core.edition.id,
      scenario: input.scenario.id,
      machines: input.machines.map((_, index) => planning.recommendation(index)),
      subscriptions,
      direct: planning.direct,
      blocked,
      findings,
    }),
    explain(machineId) {
      const position = prepared.columns.position(machineId);
      return position === undefined ? null : explain(caseAt(core, position), pricer);
    },
  };
  return planning;
}

/** Each group of machines is decided once, and told once. */
function decidedGroups({ grouped, facts, decisions }: CorePlan): Planning['decided'] {
  const told: (Decided | undefined)[] = [];
  return (index) => {
    const group = grouped.parts[grouped.partOf[index] ?? -1]?.group ?? -1;
    const [of, decision] = [facts[group], decisions[group]];
    if (!of || !decision) throw new RangeError(`No machine at ${index}`);
    const { scope, method, plan, steps, rules } = decision;
    const known = told[group] ?? { subscriptionId: scope?.id ?? null, wants: of.want, method, plan, steps, rules };
    told[group] = known;
    return known;
  };
}

function countBlocked({ decisions, facts }: CorePlan): number {
  return decisions.reduce(
    (sum, { method }, index) => sum + (method === 'blocked' ? (facts[index]?.group.count ?? 0) : 0),
    0,
  );
}
