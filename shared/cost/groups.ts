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
  of(planned: PlannedMachine, base: KnownPlan): GroupEstimate;
  all(): readonly GroupEstimate[];
}

interface Asked {
  readonly sample: PlannedMachine;
  readonly base: KnownPlan;
  readonly group: GroupEstimate;
}

/**
 * A group's number stands for the facts of its machines. The same facts may be asked under several plans (the
 * candidates of a posture), so the decision is compared as well. Groups that differ in nothing but their subscription
 * share one estimate.
 */
export function groupEstimates(rates: Rates): GroupEstimates {
  const byNumber: (Asked[] | undefined)[] = [];
  const byFacts = new Map<string, GroupEstimate>();
  return {
    of(planned, base) {
      let asked = byNumber[planned.group];
      if (asked === undefined) byNumber[planned.group] = asked = [];
      for (const known of asked) if (known.base === base && isSame(known.sample, planned)) return known.group;
      const key = factsOf(planned, base);
      const group = byFacts.get(key) ?? { estimate: estimateMachine(planned, base, rates), count: 0 };
      byFacts.set(key, group);
      asked.push({ sample: planned, base, group });
      return group;
    },
    all: () => [...byFacts.values()],
  };
}

function isSame(left: PlannedMachine, right: PlannedMachine): boolean {
  return (
    left.plan === right.plan &&
    left.method === right.method &&
    left.connectsTo === right.connectsTo &&
    left.designatedPlan === right.designatedPlan &&
    left.trialDaysLeft === right.trialDaysLeft &&
    left.hasCspm === right.hasCspm &&
    left.scheduledHours === right.scheduledHours &&
    left.machine.capacity === right.machine.capacity
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
