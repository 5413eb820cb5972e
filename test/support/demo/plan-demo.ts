import { DEMO_FILES, DEMO_SETTINGS } from '../../../electron/core/demo/index.ts';
import { resolveInventory } from '../../../electron/core/identity/index.ts';
import { withAssumption } from '../../../shared/assumptions/index.ts';
import { createPricer, priceBookOf } from '../../../shared/cost/index.ts';
import type { Evidence, Inventory, Machine, PlanResult, Scenario } from '../../../shared/model/index.ts';
import { BUILT_IN_SCENARIOS, DEFAULT_ASSUMPTIONS } from '../../../shared/model/index.ts';
import { planScenario } from '../../../shared/plan/index.ts';
import { type ReadFile, readAll } from '../read-all.ts';

/** The day on which the sample customer is looked at. */
const DEMO_DATE = '2026-11-24';

export interface DemoPlan {
  readonly files: readonly ReadFile[];
  readonly inventory: Inventory;
  readonly plan: PlanResult;
  /** Machines of a name; names are compared without case. */
  named(name: string): readonly Machine[];
  rulesOf(machine: Machine): readonly string[];
}

/** Reads, joins and plans the sample customer with its own settings, in memory. */
export async function planDemo(scenarioId = 'recommended'): Promise<DemoPlan> {
  const files = await readAll(DEMO_FILES);
  const evidence = files.map((file, index) => evidenceOf(file, `e${index + 1}`));
  const records = files.flatMap((file, index) =>
    file.recordsRead.map((record) => ({ evidenceId: `e${index + 1}`, record })),
  );
  let last = 0;
  const newId = () => `m${++last}`;
  const inventory = resolveInventory({ evidence, records, known: [], decisions: [], asOf: DEMO_DATE, newId });
  const named = (name: string) =>
    inventory.machines.filter((machine) => machine.name.normalize('NFKC').toLowerCase() === name);
  const plan = decide(inventory, scenarioOf(scenarioId), named);
  const rules = new Map(plan.machines.map((recommendation) => [recommendation.id, recommendation.rules]));
  return { files, inventory, plan, named, rulesOf: (machine) => rules.get(machine.id) ?? [] };
}

function decide(inventory: Inventory, scenario: Scenario, named: DemoPlan['named']): PlanResult {
  const { values, filters, rules } = DEMO_SETTINGS;
  const set = values.reduce((so, [key, value]) => withAssumption(so, key, value), DEFAULT_ASSUMPTIONS);
  const assumptions = { ...set, filters };
  const overrides = DEMO_SETTINGS.overrides.flatMap(({ machines, want, why, by }) =>
    machines.flatMap(named).map(({ id }) => ({ machineId: id, want, why, by, at: DEMO_DATE })),
  );
  const { machines, subscriptions, lists } = inventory;
  const pricer = createPricer({ book: priceBookOf(assumptions, [], DEMO_DATE), assumptions, asOf: DEMO_DATE });
  return planScenario(
    { scenario, machines, subscriptions, rules, overrides, lists, assumptions, asOf: DEMO_DATE, language: 'en' },
    pricer,
  ).result();
}

function scenarioOf(id: string): Scenario {
  const scenario = BUILT_IN_SCENARIOS.find((candidate) => candidate.id === id);
  if (!scenario) throw new Error(`No scenario ${id}`);
  return scenario;
}

function evidenceOf(file: ReadFile, id: string): Evidence {
  const { format, encoding, digest, rows, records, date } = file;
  return {
    id,
    file: file.file,
    format,
    encoding,
    digest: digest ?? '',
    rows,
    records,
    date: date ?? DEMO_DATE,
    tenantId: null,
    importedAt: DEMO_DATE,
    headers: '',
  };
}
