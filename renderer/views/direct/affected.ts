import type { DirectPlan, KnownPlan, Method } from '../../../shared/model/index.ts';
import type { Planning } from '../../../shared/plan/index.ts';

export interface Outcome {
  readonly method: Method;
  readonly plan: KnownPlan;
  readonly rules: readonly string[];
}

/** One server that the switch takes in. */
export interface AffectedRow {
  readonly id: string;
  /** Position among the machines of the project. */
  readonly position: number;
  readonly isConflict: boolean;
  readonly with: Outcome;
  /** Null where the scenario has no plan without the switch. */
  readonly without: Outcome | null;
}

/** The whole affected set, conflicts first. */
export function affectedRows(
  direct: DirectPlan,
  planning: Pick<Planning, 'decided'>,
  positions: ReadonlyMap<string, number>,
): readonly AffectedRow[] {
  const conflicts = new Set(direct.conflicts);
  const without = new Map(direct.without?.machines.map((machine) => [machine.id, machine]));
  const rows = direct.machines.flatMap((id): AffectedRow[] => {
    const position = positions.get(id);
    if (position === undefined) return [];
    const { method, plan, rules } = planning.decided(position);
    return [
      { id, position, isConflict: conflicts.has(id), with: { method, plan, rules }, without: without.get(id) ?? null },
    ];
  });
  return rows.toSorted((a, b) => Number(b.isConflict) - Number(a.isConflict));
}

/** How many servers get what, with the switch and without it; the commonest first. */
export function outcomeCounts(
  rows: readonly AffectedRow[],
): readonly { readonly method: Method; readonly plan: KnownPlan; readonly with: number; readonly without: number }[] {
  const counts = new Map<string, { method: Method; plan: KnownPlan; with: number; without: number }>();
  const add = (outcome: Outcome | null, side: 'with' | 'without') => {
    if (!outcome) return;
    const { method, plan } = outcome;
    const entry = counts.get(`${method} ${plan}`) ?? { method, plan, with: 0, without: 0 };
    entry[side] += 1;
    counts.set(`${method} ${plan}`, entry);
  };
  for (const row of rows) {
    add(row.with, 'with');
    add(row.without, 'without');
  }
  return [...counts.values()].sort((a, b) => b.with - a.with || b.without - a.without);
}
