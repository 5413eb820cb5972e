import { addUp, difference } from '../../../shared/cost/index.ts';
import type { KnownPlan, Machine, Money, NowAlways, PlannedMachine } from '../../../shared/model/index.ts';
import { keyOfMachine } from '../../state/money/keys.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { isSamePlan } from './same-plan.ts';

/** Money of the machines with one key: Defender for Servers with trial, discount and tax. */
export interface KeySum {
  readonly monthly: NowAlways;
  /** A price or a plan is not known: the sum is "at least". */
  readonly isMissing: boolean;
}

export interface ScenarioSums {
  readonly byPlan: ReadonlyMap<KnownPlan, KeySum>;
  readonly bySubscription: ReadonlyMap<string, KeySum>;
  readonly byTag: ReadonlyMap<string, KeySum>;
  /** The total without what machines cost: side costs that are counted, pre-purchased units, a licence offset. */
  readonly rest: NowAlways;
}

/**
 * A scenario's money by plan, by the subscription where machines end, and by a tag. Machines that cost the same are
 * counted and priced once, so that this follows a slider.
 */
export function sumScenario(scenario: PlannedScenario, machines: readonly Machine[], tag: string): ScenarioSums {
  const { samples, plan, subscription, tag: ofTag } = countsOf(scenario, machines, tag);
  const monthly = samples.map((sample) => scenario.pricer.monthly(sample));
  const sum = <Key extends string>(table: Table<Key>) => sumTable(table, monthly, scenario.pricer.zero);
  const byPlan = sum(plan);
  const counted = addUp([...byPlan.values()].map((each) => each.monthly));
  return {
    byPlan,
    bySubscription: sum(subscription),
    byTag: sum(ofTag),
    rest: difference(scenario.totals().monthly, counted),
  };
}

interface Counts {
  readonly planned: readonly PlannedMachine[];
  /** One machine of each group. */
  readonly samples: readonly PlannedMachine[];
  readonly plan: Table<KnownPlan>;
  readonly subscription: Table<string>;
  readonly tag: Table<string>;
}

/** Counts of the last plan of each scenario. */
const COUNTS = new WeakMap<readonly Machine[], Map<string, Counts>>();

/** Counted anew only when the plan is another one. */
function countsOf(
  { scenario, planning: { planned } }: PlannedScenario,
  machines: readonly Machine[],
  tag: string,
): Counts {
  const known = COUNTS.get(machines) ?? new Map<string, Counts>();
  COUNTS.set(machines, known);
  const key = `${scenario.id} ${tag}`;
  const last = known.get(key);
  if (last && isSamePlan(last.planned, planned)) return last;
  const groups = groupsOf(planned);
  const table = <Key extends string>({ codes, keys }: Coded<Key>) => ({
    keys,
    cells: countCells(groups, codes, keys.length),
  });
  const counts: Counts = {
    planned,
    samples: groups.samples,
    plan: table(codedBy(planned, ({ plan }) => plan)),
    subscription: table(codedBy(planned, keyOfMachine('subscription', ''))),
    tag: table(tagsOf(machines, planned, tag)),
  };
  if (known.size > KEPT) known.clear();
  known.set(key, counts);
  return counts;
}

const KEPT = 12;

/** How many machines of each group have each key, row by row. */
interface Table<Key extends string> {
  readonly keys: readonly Key[];
  readonly cells: Uint32Array;
}

interface Groups {
  readonly samples: readonly PlannedMachine[];
  /** Of each machine. */
  readonly groupOf: Int32Array;
}

/** `PlannedMachine.group` tells what costs the same, in numbers that have gaps: here they are counted from 0. */
function groupsOf(planned: readonly PlannedMachine[]): Groups {
  const samples: PlannedMachine[] = [];
  const numbers: (number | undefined)[] = [];
  const groupOf = new Int32Array(planned.length);
  planned.forEach((machine, position) => {
    const number = numbers[machine.group] ?? samples.push(machine) - 1;
    numbers[machine.group] = number;
    groupOf[position] = number;
  });
  return { samples, groupOf };
}

interface Coded<Key extends string> {
  readonly codes: Int32Array;
  readonly keys: readonly Key[];
}

function codedBy<Key extends string>(
  planned: readonly PlannedMachine[],
  keyOf: (machine: PlannedMachine) => Key,
): Coded<Key> {
  const keys: Key[] = [];
  const known = new Map<Key, number>();
  const codes = new Int32Array(planned.length);
  planned.forEach((machine, position) => {
    const key = keyOf(machine);
    const code = known.get(key) ?? keys.push(key) - 1;
    known.set(key, code);
    codes[position] = code;
  });
  return { codes, keys };
}

const TAGS = new WeakMap<readonly Machine[], { readonly tag: string; readonly coded: Coded<string> }>();

/** Tags do not depend on the plan: they are looked through once for the machines. */
function tagsOf(machines: readonly Machine[], planned: readonly PlannedMachine[], tag: string): Coded<string> {
  const known = TAGS.get(machines);
  if (known?.tag === tag) return known.coded;
  const coded = codedBy(planned, keyOfMachine('tag', tag));
  TAGS.set(machines, { tag, coded });
  return coded;
}

function countCells({ samples, groupOf }: Groups, codes: Int32Array, keys: number): Uint32Array {
  const counts = new Uint32Array(samples.length * keys);
  for (let position = 0; position < codes.length; position += 1) {
    const cell = (groupOf[position] ?? 0) * keys + (codes[position] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

function sumTable<Key extends string>(
  { keys, cells }: Table<Key>,
  monthly: readonly ({ readonly now: Money; readonly always: Money } | null)[],
  zero: Money,
): ReadonlyMap<Key, KeySum> {
  return new Map(
    keys.map((key, code) => {
      let [now, always, isMissing] = [zero, zero, false];
      monthly.forEach((money, group) => {
        const count = cells[group * keys.length + code] ?? 0;
        if (count === 0) return;
        if (money === null) isMissing = true;
        else [now, always] = [now.plus(money.now.times(count)), always.plus(money.always.times(count))];
      });
      return [key, { monthly: { now: now.toFixed(), always: always.toFixed() }, isMissing }];
    }),
  );
}
