import type { KnownPlan, PlannedMachine } from '../model/index.ts';
import { estimateMachine, type MachineEstimate } from './machine-estimate.ts';
import type { Rates } from './rates.ts';

/** Planned machines that cost the same, priced once. */
export interface GroupEstimate {
  readonly estimate: MachineEstimate;
  /** How many machine rows were asked for. */
  count: number;
}

/** Gives the estimate of any planned machine; what costs the same is priced once. */
export interface GroupEstimates {
  of(planned: PlannedMachine): GroupEstimate;
  all(): readonly GroupEstimate[];
}

/** The plan of a scope; asked for AKS nodes only. */
export type BaseOf = (subscriptionId: string | null) => KnownPlan;

interface Asked {
  readonly sample: PlannedMachine;
  readonly isAks: boolean;
  readonly group: GroupEstimate;
}

/**
 * A group's number stands for the facts of its machines. The same facts may be asked under several plans (the
 * candidates of a posture), so the decision is compared as well. Groups that differ in nothing but their subscription
 * share one estimate.
 */
export function groupEstimates(rates: Rates, baseOf: BaseOf): GroupEstimates {
  const byNumber: (Asked[] | undefined)[] = [];
  const byFacts = new Map<string, GroupEstimate>();
  return {
    of(planned) {
      let asked = byNumber[planned.group];
      if (asked === undefined) byNumber[planned.group] = asked = [];
      for (const known of asked) if (isSame(known, planned)) return known.group;
      const isAks = planned.machine.placement === 'aks';
      // Only AKS nodes are priced at another plan than their own; for all others the base must not split groups.
      const base = isAks ? baseOf(planned.subscriptionId) : 'off';
      const key = factsOf(planned, base);
      const group = byFacts.get(key) ?? { estimate: estimateOnce(key, planned, base, rates), count: 0 };
      byFacts.set(key, group);
      asked.push({ sample: planned, isAks, group });
      return group;
    },
    all: () => [...byFacts.values()],
  };
}

/** Estimates under one pricing are kept as long as it is: a slider moves plans, not prices. */
const estimates = new WeakMap<Rates, Map<string, MachineEstimate>>();

function estimateOnce(key: string, planned: PlannedMachine, base: KnownPlan, rates: Rates): MachineEstimate {
  const known = estimates.get(rates) ?? new Map<string, MachineEstimate>();
  estimates.set(rates, known);
  const estimate = known.get(key) ?? estimateMachine(planned, base, rates);
  known.set(key, estimate);
  return estimate;
}

/** The machine itself is not looked at: a hundred thousand of them lie all over the memory. */
function isSame({ sample, isAks }: Asked, planned: PlannedMachine): boolean {
  return (
    sample.plan === planned.plan &&
    sample.method === planned.method &&
    sample.connectsTo === planned.connectsTo &&
    sample.designatedPlan === planned.designatedPlan &&
    sample.trialDaysLeft === planned.trialDaysLeft &&
    sample.hasCspm === planned.hasCspm &&
    sample.scheduledHours === planned.scheduledHours &&
    (!isAks || sample.subscriptionId === planned.subscriptionId)
  );
}

/** Everything that a machine's lines follow from, as one text. */
function factsOf(planned: PlannedMachine, base: KnownPlan): string {
  const {
    machine: m,
    plan,
    method,
    connectsTo,
    designatedPlan,
    trialDaysLeft,
    hasCspm,
    scheduledHours,
    needs,
  } = planned;
  const state = `${m.placement}|${m.capacity}|${m.power}|${m.arcStatus}|${m.sensorHealth}|${m.hasEsu}|${m.hasSoftwareAssurance}`;
  const decision = `${plan}|${method}|${connectsTo}|${designatedPlan}|${scheduledHours}|${base}`;
  return `${state}|${m.os.product}|${decision}|${trialDaysLeft}|${hasCspm}|${needs.length === 0 ? '' : needs.join()}`;
}
