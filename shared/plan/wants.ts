import {
  type ArcNeed,
  type FilterAssumption,
  type Machine,
  type NamedList,
  OVERRIDE_WANTS,
  type Override,
  type OverrideWant,
  type PlanInput,
  type RequirementRule,
  type Want,
} from '../model/index.ts';
import { firstMatches } from './columns.ts';
import { compileWhen, missingLists } from './conditions.ts';
import { type Prepared, prepare, type Shape } from './prepare.ts';

/** What people ask for a machine, and what they allow. */
interface Wish {
  readonly want: Want;
  readonly needs: readonly ArcNeed[];
  readonly override: OverrideWant | null;
  readonly isArcAllowed: boolean;
  /** Subscription where it lands when it goes to Arc; null: a new one. */
  readonly landing: string | null;
  /** As typed. */
  readonly hours: string | null;
}

/** Machines of one shape and one wish: everything that is decided is decided once for them. */
export interface Group {
  readonly index: number;
  readonly shape: Shape;
  readonly wish: Wish;
  count: number;
  /** How many of them have which price shape. */
  readonly parts: Part[];
}

/** Machines of one group and one price shape: everything that is priced is priced once for them. */
export interface Part {
  readonly index: number;
  readonly group: number;
  readonly price: number;
  count: number;
}

export interface Grouped {
  readonly groups: readonly Group[];
  readonly parts: readonly Part[];
  /** Part of each machine. */
  readonly partOf: Int32Array;
  /** Requirement rule of each machine; -1 where none matches. */
  readonly ruleOf: Int32Array;
  readonly overrideOf: ReadonlyMap<number, Override>;
  /** Overrides on machines that are not there. */
  readonly lostOverrides: readonly Override[];
  /** Lists that rules or filters name and that do not exist. */
  readonly missingLists: readonly string[];
}

/** How many machines each rule is the first to match. */
export function matchRules(
  rules: readonly RequirementRule[],
  machines: readonly Machine[],
  lists: readonly NamedList[],
): readonly number[] {
  const counts = rules.map(() => 0);
  for (const rule of rulesOf(rules, prepare(machines), lists)) if (rule >= 0) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** How many groupings are kept: a comparison shows up to four scenarios, each before and after a change. */
const KEPT_GROUPINGS = 8;

type GroupingInput = readonly unknown[];
const GROUPINGS = new WeakMap<Prepared, { readonly of: GroupingInput; readonly grouped: Grouped }[]>();

/**
 * Puts machines together that wish the same and are the same. A change that touches no rule, override, list or filter
 * finds the groups of before.
 */
export function groupMachines(input: PlanInput, prepared: Prepared): Grouped {
  const rules = input.scenario.rules ?? input.rules;
  const of: GroupingInput = [rules, input.overrides, input.lists, input.assumptions.filters, input.scenario.kind];
  const kept = GROUPINGS.get(prepared) ?? [];
  const known = kept.find((entry) => entry.of.every((part, index) => part === of[index]));
  if (known) return known.grouped;
  const grouped = makeGroups(input, prepared, rules);
  GROUPINGS.set(prepared, [{ of, grouped }, ...kept].slice(0, KEPT_GROUPINGS));
  return grouped;
}

function makeGroups(input: PlanInput, prepared: Prepared, rules: readonly RequirementRule[]): Grouped {
  const { filters } = input.assumptions;
  const ruleOf = rulesOf(rules, prepared, input.lists);
  const { overrideOf, lostOverrides } = placeOverrides(input.overrides, prepared);
  const wishes = wishesOf(input, prepared, rules, ruleOf, overrideOf);
  const { partOf, parts, groups } = partition(prepared, wishes);
  const missing = [...rules, ...filters].flatMap(({ when }) => missingLists(when, input.lists));
  return { groups, parts, partOf, ruleOf, overrideOf, lostOverrides, missingLists: [...new Set(missing)].sort() };
}

function partition(
  prepared: Prepared,
  wishes: ReturnType<typeof wishesOf>,
): Pick<Grouped, 'groups' | 'parts' | 'partOf'> {
  const { cellOf, cells } = prepared;
  const width = wishes.list.length;
  const partOf = new Int32Array(cellOf.length);
  const partOfPair = new Int32Array(cells.length * width).fill(-1);
  const groupOfPair = new Int32Array(prepared.shapes.length * width).fill(-1);
  const parts: Part[] = [];
  const groups: Group[] = [];
  const newPart = (cell: { shape: number; price: number }, wish: number): Part => {
    const pair = cell.shape * width + wish;
    if (groupOfPair[pair] === -1) {
      const [shape, wanted] = [prepared.shapes[cell.shape], wishes.list[wish]];
      if (!shape || !wanted) throw new RangeError(`No shape ${cell.shape} or wish ${wish}`);
      groupOfPair[pair] = groups.push({ index: groups.length, shape, wish: wanted, count: 0, parts: [] }) - 1;
    }
    const part: Part = { index: parts.length, group: groupOfPair[pair] ?? 0, price: cell.price, count: 0 };
    parts.push(part);
    groups[part.group]?.parts.push(part);
    return part;
  };
  const counts = new Int32Array(Math.min(cellOf.length, partOfPair.length));
  for (let machine = 0; machine < cellOf.length; machine++) {
    const cell = cellOf[machine] ?? 0;
    const wish = wishes.of[machine] ?? 0;
    const pair = cell * width + wish;
    let index = partOfPair[pair] ?? -1;
    if (index === -1) {
      index = newPart(cells[cell] ?? { shape: -1, price: -1 }, wish).index;
      partOfPair[pair] = index;
    }
    counts[index] = (counts[index] ?? 0) + 1;
    partOf[machine] = index;
  }
  for (const part of parts) part.count = counts[part.index] ?? 0;
  for (const group of groups) for (const part of group.parts) group.count += part.count;
  return { partOf, parts, groups };
}

function rulesOf(rules: readonly RequirementRule[], prepared: Prepared, lists: readonly NamedList[]): Int32Array {
  const compiled = rules.map((rule) => compileWhen(rule.when, lists));
  return firstMatches(prepared.machines, prepared.columns, compiled);
}

/** The newest word on a machine holds; of two of one moment the later in the list. */
function placeOverrides(overrides: readonly Override[], prepared: Prepared) {
  const overrideOf = new Map<number, Override>();
  const lostOverrides: Override[] = [];
  for (const override of overrides) {
    const position = prepared.columns.position(override.machineId);
    if (position === undefined) lostOverrides.push(override);
    else if ((overrideOf.get(position)?.at ?? '') <= override.at) overrideOf.set(position, override);
  }
  return { overrideOf, lostOverrides };
}

function wishesOf(
  input: PlanInput,
  prepared: Prepared,
  rules: readonly RequirementRule[],
  ruleOf: Int32Array,
  overrideOf: ReadonlyMap<number, Override>,
): { readonly of: Int32Array; readonly list: readonly Wish[] } {
  const { filters } = input.assumptions;
  const arc = filterOf(filters, 'arcAllowed', input, prepared);
  const landing = filterOf(filters, 'landing', input, prepared);
  const hours = filterOf(filters, 'hours', input, prepared);
  const of = new Int32Array(prepared.machines.length);
  const list: Wish[] = [];
  const numberOf = new Map<number, number>();
  const width = filters.length + 1;
  const overrideWidth = OVERRIDE_WANTS.length + 1;
  for (let machine = 0; machine < of.length; machine++) {
    const override = overrideOf.get(machine)?.want ?? null;
    const overrideIndex = override === null ? 0 : OVERRIDE_WANTS.indexOf(override) + 1;
    const said =
      (((arc?.[machine] ?? -1) + 1) * width + (landing?.[machine] ?? -1) + 1) * width + (hours?.[machine] ?? -1) + 1;
    const key = (said * (rules.length + 1) + (ruleOf[machine] ?? -1) + 1) * overrideWidth + overrideIndex;
    let wish = numberOf.get(key);
    if (wish === undefined) {
      const rule = rules[ruleOf[machine] ?? -1];
      const made: Wish = {
        want: wantOf(input, rule, override),
        needs: rule?.needs ? [...rule.needs].sort() : [],
        override,
        isArcAllowed: filters[arc?.[machine] ?? -1]?.arcAllowed ?? true,
        landing: filters[landing?.[machine] ?? -1]?.landing?.toLowerCase() ?? null,
        hours: filters[hours?.[machine] ?? -1]?.hours ?? null,
      };
      wish = sameWish(list, made);
      numberOf.set(key, wish);
    }
    of[machine] = wish;
  }
  return { of, list };
}

/** Rules and filters that say the same make one wish. */
function sameWish(list: Wish[], made: Wish): number {
  const written = JSON.stringify(made);
  const known = list.findIndex((wish) => JSON.stringify(wish) === written);
  return known >= 0 ? known : list.push(made) - 1;
}

function filterOf(
  filters: readonly FilterAssumption[],
  field: 'arcAllowed' | 'landing' | 'hours',
  input: PlanInput,
  prepared: Prepared,
): Int32Array | null {
  const saying = filters.flatMap((filter, index) => (filter[field] === undefined ? [] : [index]));
  if (saying.length === 0) return null;
  const compiled = saying.map((index) => compileWhen(filters[index]?.when ?? {}, input.lists));
  return firstMatches(prepared.machines, prepared.columns, compiled).map((found) => saying[found] ?? -1);
}

/** "For all" is every server but those that a person wants left out. */
function wantOf({ scenario }: PlanInput, rule: RequirementRule | undefined, override: OverrideWant | null): Want {
  if (override === 'none' || override === 'offboard') return 'none';
  if (scenario.kind === 'p1-all') return 'P1';
  if (scenario.kind === 'p2-all') return 'P2';
  if (override === 'P1' || override === 'P2') return override;
  return rule?.want ?? 'none';
}
