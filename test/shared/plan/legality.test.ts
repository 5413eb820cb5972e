import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanInput, PlanResult } from '../../../shared/model/index.ts';
import { planScenario } from '../../../shared/plan/index.ts';
import { aPricer } from '../../support/machines.ts';
import { fleet } from './fleets.ts';

const RUNS = { numRuns: 250 };

function planOf(input: PlanInput): PlanResult {
  return planScenario(input, aPricer()).result();
}

describe('no plan is illegal', () => {
  it('never P2 by a setting on the machine, never direct for what is in Azure or Arc', () => {
    fc.assert(
      fc.property(fleet, (input) => {
        const plan = planOf(input);
        plan.machines.forEach((row, index) => {
          const machine = input.machines[index];
          const isOutside = ['mde-direct', 'mde-only', 'on-premises'].includes(machine?.placement ?? '');
          const isKept = row.rules.includes('X1');
          if (row.method === 'resource' || row.method === 'arc-then-resource')
            expect(isKept || row.plan !== 'P2').toBe(true);
          if (row.method === 'direct') expect(isOutside).toBe(true);
          if (row.method.startsWith('arc-then')) expect(isOutside).toBe(true);
          expect(row.alternatives.every((other) => other.whyNot !== '')).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('never an exception under enforce that stays', () => {
    fc.assert(
      fc.property(fleet, (input) => {
        const enforced = input.subscriptions.filter((subscription) => {
          const isByPolicy = subscription.policies.some(
            (one) => one.effect === 'enforces-subscription-plan' && !one.isExempted,
          );
          return (
            isByPolicy ||
            (subscription.enforce === true && input.assumptions.subscriptions[subscription.id]?.enforce !== false)
          );
        });
        const ids = enforced.map((subscription) => subscription.id);
        for (const row of planOf(input).machines) {
          const isOwn = row.method === 'resource' || row.method === 'arc-then-resource';
          if (isOwn && !row.rules.includes('X1')) expect(ids).not.toContain(row.subscriptionId);
        }
      }),
      RUNS,
    );
  });

  it('a base that is chosen is allowed, and never off where direct onboarding is billed', () => {
    fc.assert(
      fc.property(fleet, (input) => {
        fc.pre(input.scenario.kind !== 'as-is');
        const plan = planOf(input);
        for (const scope of plan.subscriptions) {
          const chosen = scope.candidates.find((candidate) => candidate.base === scope.base);
          if (chosen && scope.kind !== 'connector') expect(chosen.allowed).toBe(true);
        }
        for (const direct of plan.direct) {
          const host = plan.subscriptions.find((scope) => scope.id === direct.designated);
          const isPlanned = host !== undefined && host.candidates.length > 0;
          if (direct.switch && isPlanned) expect(host.base).not.toBe('off');
          expect(direct.switch || direct.machines.length === 0).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('the same input in another order gives the same plan', () => {
    fc.assert(
      fc.property(fleet, (input) => {
        const backwards: PlanInput = {
          ...input,
          machines: [...input.machines].reverse(),
          subscriptions: [...input.subscriptions].reverse(),
          overrides: [...input.overrides].reverse(),
        };
        const [plan, other] = [planOf(input), planOf(backwards)];
        expect({ ...other, machines: [...other.machines].reverse() }).toEqual(plan);
      }),
      RUNS,
    );
  });

  it('machines of one price group have the same price, and what is planned is what is recommended', () => {
    fc.assert(
      fc.property(fleet, (input) => {
        const planning = planScenario(input, aPricer());
        const pricer = aPricer();
        const prices = new Map<number, string | undefined>();
        planning.planned.forEach((planned, index) => {
          const row = planning.recommendation(index);
          expect([planned.method, planned.plan, planned.subscriptionId]).toEqual([
            row.method,
            row.plan,
            row.subscriptionId,
          ]);
          const price = pricer.monthly(planned)?.always.toFixed();
          expect(prices.get(planned.group) ?? price).toBe(price);
          prices.set(planned.group, price);
        });
        const blocked = planning.result().machines.filter((row) => row.method === 'blocked').length;
        expect(planning.blocked).toBe(blocked);
      }),
      RUNS,
    );
  });
});
