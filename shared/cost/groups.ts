import type { KnownPlan, PlannedMachine } from '../model/index.ts';
import { estimateMachine, type MachineEstimate } from './machine-estimate.ts';
import type { Rates } from './rates.ts';

/** Planned machines that cost the same, priced once. */
export interface GroupEstimate {
  readonly sample: PlannedMachine;
  readonly base: KnownPlan;
  readonly estimate: MachineEstimate;
  /** How many machine rows were asked for. */
  count: number;
}

/** Gives the estimate of any planned machine; each group is priced once, whatever it was asked for before. */
export interface GroupEstimates {
  of(planned: PlannedMachine, base: KnownPlan): GroupEstimate;
  all(): readonly GroupEstimate[];
}

/**
 * A group's number stands for the facts of its machines. The same facts may be asked under several plans (the
 * candidates of a posture), so the decision is compared as well.
 */
export function groupEstimates(rates: Rates): GroupEstimates {
  const byNumber: (GroupEstimate[] | undefined)[] = [];
  const all: GroupEstimate[] = [];
  return {
    of(planned, base) {
      const known = byNumber[planned.group] ?? [];
      byNumber[planned.group] = known;
      for (const group of known) if (isSame(group.sample, planned) && group.base === base) return group;
      const group = { sample: planned, base, estimate: estimateMachine(planned, base, rates), count: 0 };
      known.push(group);
      all.push(group);
      return group;
    },
    all: () => all,
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
