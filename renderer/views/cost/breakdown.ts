import { type LineSum, sumBy } from '../../../shared/cost/index.ts';
import type { Machine, PlannedMachine } from '../../../shared/model/index.ts';
import { type Breakdown, keyOfMachine, OF_ALL, positionsOf } from '../../state/money/keys.ts';
import type { PlannedScenario } from '../../state/planning.ts';

export interface BreakdownRow {
  /** As `keyOfMachine` gives it, or `OF_ALL`. */
  readonly key: string;
  readonly sum: LineSum;
  /** Servers under a plan; a scale set counts with its capacity. */
  readonly servers: { readonly P1: number; readonly P2: number };
}

/** The counted lines of a scenario summed by a property of their machine, the dearest first. Together they are the total. */
export function breakDown(
  { planning, cost }: PlannedScenario,
  machines: readonly Machine[],
  by: Breakdown,
  tag: string,
): readonly BreakdownRow[] {
  const keys = planning.planned.map(keyOfMachine(by, tag));
  const positions = positionsOf(machines);
  const keyAt = (machineId: string) => keys[positions.get(machineId) ?? -1] ?? '';
  const sums = sumBy(cost().lines, ({ machineId }) => (machineId === null ? OF_ALL : keyAt(machineId)));
  const servers = serversBy(planning.planned, keys);
  return [...sums]
    .map(([key, sum]) => ({ key, sum, servers: servers.get(key) ?? NO_SERVERS }))
    .sort((a, b) => Number(b.sum.monthly.always) - Number(a.sum.monthly.always) || (a.key < b.key ? -1 : 1));
}

const NO_SERVERS = { P1: 0, P2: 0 } as const;

function serversBy(planned: readonly PlannedMachine[], keys: readonly string[]) {
  const servers = new Map<string, { P1: number; P2: number }>();
  planned.forEach(({ plan, machine }, position) => {
    if (plan !== 'P1' && plan !== 'P2') return;
    const key = keys[position] ?? '';
    const known = servers.get(key) ?? { P1: 0, P2: 0 };
    known[plan] += machine.capacity;
    servers.set(key, known);
  });
  return servers;
}
