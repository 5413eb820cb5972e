import { type OsSupport, supportOf } from '../matrix/operating-systems.ts';
import type { Language, Machine } from '../model/index.ts';
import type { CorePlan } from './core.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';

/** One machine of a plan, with everything that the words about it follow from. */
export interface Case {
  readonly core: CorePlan;
  readonly position: number;
  readonly machine: Machine;
  readonly facts: Facts;
  readonly decision: Decision;
  /** Of the machine's own system. */
  readonly support: OsSupport;
  readonly language: Language;
}

/** The case at a position of the machines. @throws RangeError where there is none */
export function caseAt(core: CorePlan, position: number): Case {
  const machine = core.prepared.machines[position];
  const group = core.grouped.parts[core.grouped.partOf[position] ?? -1]?.group ?? -1;
  const [facts, decision] = [core.facts[group], core.decisions[group]];
  if (!machine || !facts || !decision) throw new RangeError(`No machine at ${position}`);
  const support = supportOf(machine.os.product, core.input.asOf);
  return { core, position, machine, facts, decision, support, language: core.input.language };
}

/** The name of the machine's system, as far as it is known. */
export function osName({ support, machine }: Case): string {
  return support.product?.name ?? machine.os.text ?? '?';
}
