import type { PlannedMachine } from '../model/index.ts';
import type { CorePlan } from './core.ts';
import type { Prepared } from './prepare.ts';

/** Everything of a planned machine but the machine; one object for each distinct content. */
type Template = Omit<PlannedMachine, 'machine'>;

interface Made {
  readonly templates: readonly Template[];
  readonly planned: readonly PlannedMachine[];
}

interface Kept {
  readonly templates: Map<number, Template>;
  /** By scenario. */
  readonly made: Map<string, Made>;
}

// Most changes of an assumption leave most machines planned as they were: their objects are handed out again.
const KEPT = new WeakMap<Prepared, Kept>();
const KEPT_SCENARIOS = 8;

/** More than there are places and descriptions. */
const PLACES = 2 ** 26;

/** What the cost of each machine follows from, in the order of the machines. */
export function plannedMachines(core: CorePlan): readonly PlannedMachine[] {
  const { prepared, grouped, input } = core;
  const kept = KEPT.get(prepared) ?? { templates: new Map(), made: new Map() };
  KEPT.set(prepared, kept);
  const ofPart = templatesOfParts(core, kept.templates);
  const before = kept.made.get(input.scenario.id);
  const templates: Template[] = new Array(prepared.machines.length);
  const planned: PlannedMachine[] = new Array(prepared.machines.length);
  for (let index = 0; index < planned.length; index++) {
    const machine = prepared.machines[index];
    const template = ofPart[grouped.partOf[index] ?? -1];
    if (!machine || !template) throw new Error('A machine without a group');
    const same = before?.templates[index] === template ? before.planned[index] : undefined;
    templates[index] = template;
    planned[index] = same ?? plannedMachine(machine, template);
  }
  if (kept.made.size >= KEPT_SCENARIOS && !before) kept.made.clear();
  kept.made.set(input.scenario.id, { templates, planned });
  return planned;
}

function templatesOfParts(core: CorePlan, known: Map<number, Template>): readonly Template[] {
  const { facts, decisions, pricing, designatedPlan, prepared, grouped } = core;
  const ofGroup = facts.map((of, index) => {
    const decision = decisions[index];
    if (!decision) throw new Error('A group without a decision');
    const { planned, description } = pricing.planned(of, decision, designatedPlan(of.tenant));
    return {
      planned,
      description: prepared.describe(description),
      place: prepared.describe(`@${planned.subscriptionId}`),
    };
  });
  return grouped.parts.map((part) => {
    const of = ofGroup[part.group];
    if (!of) throw new Error('A part without a group');
    const group = prepared.groupNumber(part.price, of.description);
    // The number stands for everything that has a price; the place is all that is left.
    const key = group * PLACES + of.place;
    const template = known.get(key) ?? { group, ...of.planned };
    known.set(key, template);
    return template;
  });
}

/** Written out: a literal of one shape is made many times faster than a spread. */
function plannedMachine(machine: PlannedMachine['machine'], of: Template): PlannedMachine {
  return {
    machine,
    group: of.group,
    subscriptionId: of.subscriptionId,
    method: of.method,
    plan: of.plan,
    connectsTo: of.connectsTo,
    scheduledHours: of.scheduledHours,
    needs: of.needs,
    designatedPlan: of.designatedPlan,
    trialDaysLeft: of.trialDaysLeft,
    hasCspm: of.hasCspm,
  };
}
