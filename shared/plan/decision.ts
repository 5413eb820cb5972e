import type { Edition } from '../matrix/editions.ts';
import { azureRow } from '../matrix/editions.ts';
import type { AzurePlacement } from '../matrix/rows.ts';
import type { KnownPlan, Method, Plan, Step, TodayPlan } from '../model/index.ts';
import { type Facts, rowKey } from './facts.ts';
import type { Scope } from './scopes.ts';

/** What is decided for one group of machines. */
export interface Decision {
  /** Where it ends; null: nowhere in Azure. */
  readonly scope: Scope | null;
  readonly method: Method;
  readonly plan: KnownPlan;
  /** In the order in which they were met. */
  readonly rules: readonly string[];
  readonly connectsTo: 'arc' | 'direct' | null;
  readonly steps: readonly Step[];
  /** Its want is not met: blocked, or it follows a base that it does not want. */
  readonly isUnmet: boolean;
  /** Has, or gets, a setting of its own. */
  readonly isException: boolean;
}

/** The rows of several groups under one base of the scope where they stand, or land. */
export function decideAll(
  decided: readonly Facts[],
  scope: Scope,
  base: KnownPlan,
  edition: Edition,
): readonly Decision[] {
  const known = new Map<number, Decision>();
  return decided.map((facts) => {
    const key = rowKey(facts);
    const decision = known.get(key) ?? decideInAzure(facts, scope, base, edition);
    known.set(key, decision);
    return decision;
  });
}

/** The machine's rows under one base of the scope where it stands, or lands. */
export function decideInAzure(facts: Facts, scope: Scope, base: KnownPlan, edition: Edition): Decision {
  const isLanding = facts.group.shape.placement === null;
  const placement: AzurePlacement = facts.group.shape.placement ?? 'arc';
  if (base === 'unknown') return followUnknown(facts, scope);
  const row = azureRow(edition, { placement, want: facts.want, base, isEnforced: scope.isEnforced });
  const plan = row.outcome.plan === 'base' ? base : row.outcome.plan;
  const own = row.outcome.method === 'as-base' ? (base === 'off' ? 'none' : 'subscription') : row.outcome.method;
  return {
    scope,
    method: isLanding ? viaArc(own) : own,
    plan,
    rules: rulesMet(facts.rules.ids, row.id, placement, edition),
    connectsTo: isLanding ? 'arc' : null,
    steps: stepsInAzure(facts, own, plan, isLanding, row.id),
    isUnmet: own === 'blocked' || (row.outcome.method === 'as-base' && planOfWant(facts) !== base),
    isException: own === 'resource',
  };
}

/** Rules met so far, the row, and what joins it. */
function rulesMet(
  before: readonly string[],
  row: string,
  placement: AzurePlacement,
  edition: Edition,
): readonly string[] {
  const joined = edition.joined.filter((join) => join.joins.includes(row) && join.placement.includes(placement));
  return [...before, row, ...joined.map((join) => join.id)];
}

/** A scope whose plan is not known and stays as it is: a connector with mixed wants. */
function followUnknown(facts: Facts, scope: Scope): Decision {
  const rule =
    facts.group.shape.placement === 'aks' ? 'X4' : facts.group.shape.placement === 'databricks' ? 'X5' : 'C1';
  const isCounted = rule !== 'X4';
  return {
    scope,
    method: isCounted ? 'subscription' : 'none',
    plan: isCounted ? 'unknown' : 'off',
    rules: [...facts.rules.ids, rule],
    connectsTo: null,
    steps: withOffboarding(facts, []),
    isUnmet: isCounted,
    isException: false,
  };
}

/** The plan that a want asks for. */
export function planOfWant({ want }: Pick<Facts, 'want'>): Plan {
  return want === 'none' ? 'off' : want;
}

function viaArc(method: 'subscription' | 'resource' | 'none' | 'blocked'): Method {
  if (method === 'subscription') return 'arc-then-subscription';
  return method === 'resource' ? 'arc-then-resource' : method;
}

function stepsInAzure(facts: Facts, method: string, plan: Plan, isLanding: boolean, rule: string): readonly Step[] {
  // A blocked machine is left alone; AKS, Databricks and connector machines have no setting of their own to change.
  if (method === 'blocked' || rule === 'X4' || rule === 'X5' || rule === 'C1') return withOffboarding(facts, NOTHING);
  if (isLanding) return method === 'resource' ? CONNECT_AND_SET[plan] : CONNECT;
  return withOffboarding(facts, ALONE[ownSetting(facts.group.shape.machine.today, method === 'resource', plan)]);
}

const NOTHING: readonly Step[] = ['none'];
const CONNECT: readonly Step[] = ['connect-arc'];
const CONNECT_AND_SET: Readonly<Record<Plan, readonly Step[]>> = {
  off: ['connect-arc', 'set-off'],
  P1: ['connect-arc', 'set-p1'],
  P2: CONNECT,
};
const ALONE: Readonly<Record<'none' | 'set-p1' | 'set-off' | 'remove-override', readonly Step[]>> = {
  none: NOTHING,
  'set-p1': ['set-p1'],
  'set-off': ['set-off'],
  'remove-override': ['remove-override'],
};

/** An explicit setting that already is what is planned needs no step; one that is not read is written. */
function ownSetting(today: TodayPlan, isException: boolean, plan: Plan): keyof typeof ALONE {
  const hasOwn = today.explicit === true;
  if (hasOwn && today.plan === plan) return 'none';
  if (isException) return plan === 'P1' ? 'set-p1' : 'set-off';
  return hasOwn ? 'remove-override' : 'none';
}

/** Adds what an override asks for, and says `none` where nothing is to be done. */
export function withOffboarding(facts: Facts, steps: readonly Step[]): readonly Step[] {
  if (!facts.isOffboarded || !facts.group.shape.hasSensor) return steps.length > 0 ? steps : NOTHING;
  return [...steps.filter((step) => step !== 'none'), 'offboard-sensor'];
}
