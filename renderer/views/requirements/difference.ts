import type { KnownPlan, Method } from '../../../shared/model/index.ts';
import type { Planning } from '../../../shared/plan/index.ts';

/** What one plan does otherwise than another. */
export interface PlanDifference {
  /** Positions of the machines whose method or plan is another. */
  readonly machines: readonly number[];
  readonly scopes: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly before: KnownPlan;
    readonly after: KnownPlan;
  }[];
  /** The same changes together, the commonest first. */
  readonly kinds: readonly { readonly before: Outcome; readonly after: Outcome; readonly count: number }[];
}

export interface Outcome {
  readonly method: Method;
  readonly plan: KnownPlan;
}

/** Compares two plans of the same machines. */
export function differenceOf(
  before: Pick<Planning, 'planned' | 'subscriptions'>,
  after: Pick<Planning, 'planned' | 'subscriptions'>,
): PlanDifference {
  const machines: number[] = [];
  const kinds = new Map<string, { before: Outcome; after: Outcome; count: number }>();
  before.planned.forEach((from, position) => {
    const to = after.planned[position];
    if (!to || (from.method === to.method && from.plan === to.plan)) return;
    machines.push(position);
    const key = `${from.method} ${from.plan} ${to.method} ${to.plan}`;
    const kind = kinds.get(key) ?? { before: outcome(from), after: outcome(to), count: 0 };
    kind.count += 1;
    kinds.set(key, kind);
  });
  const bases = new Map(before.subscriptions.map(({ id, base }) => [id, base]));
  const scopes = after.subscriptions.flatMap(({ id, name, base }) => {
    const known = bases.get(id);
    return known === undefined || known === base ? [] : [{ id, name, before: known, after: base }];
  });
  return { machines, scopes, kinds: [...kinds.values()].sort((a, b) => b.count - a.count) };
}

function outcome({ method, plan }: Outcome): Outcome {
  return { method, plan };
}
