import { layAssumptions } from '../../../../shared/assumptions/index.ts';
import { PlannerError } from '../../../../shared/contract/index.ts';
import { createPricer, estimateScenario, priceBookOf } from '../../../../shared/cost/index.ts';
import type {
  Assumptions,
  EditionId,
  Inventory,
  Language,
  PlanInput,
  PriceBook,
  PriceRecord,
  Scenario,
  ScenarioCost,
} from '../../../../shared/model/index.ts';
import { EDITION_IDS } from '../../../../shared/model/index.ts';
import { type Planning, planScenario } from '../../../../shared/plan/index.ts';
import { fold } from '../../../../shared/text/fold.ts';
import {
  iterateRecords,
  type Project,
  readAssumptions,
  readInventory,
  readOverrides,
  readRules,
  readScenarios,
} from '../../store/index.ts';

/** What every scenario of a project is planned from; read once for all of them. */
export interface PlanningGround {
  readonly inventory: Inventory;
  readonly assumptions: Assumptions;
  readonly rules: PlanInput['rules'];
  readonly overrides: PlanInput['overrides'];
  readonly scenarios: readonly Scenario[];
  readonly importedPrices: readonly PriceRecord[];
  /** ISO date. */
  readonly asOf: string;
  readonly language: Language;
}

/** The same without the machines and what identity says of them. */
export type PlanningSettings = Omit<PlanningGround, 'inventory'>;

/** One scenario, planned. */
export interface Planned {
  readonly scenario: Scenario;
  readonly assumptions: Assumptions;
  readonly book: PriceBook;
  readonly planning: Planning;
}

export function loadGround(project: Project, now: string, language: Language): PlanningGround {
  return { ...loadSettings(project, now, language), inventory: readInventory(project) };
}

export function loadSettings(project: Project, now: string, language: Language): PlanningSettings {
  return {
    assumptions: readAssumptions(project),
    rules: readRules(project),
    overrides: readOverrides(project),
    scenarios: readScenarios(project),
    importedPrices: [...iterateRecords(project, { type: 'price' })].flatMap(({ record }) =>
      record.type === 'price' ? [record] : [],
    ),
    asOf: now.slice(0, 10),
    language,
  };
}

/**
 * Plans one scenario of the project.
 * @param wanted id or name of the scenario; default: Recommended.
 * @throws PlannerError `not-found` for a scenario or edition that is not there.
 */
export function planOf(ground: PlanningGround, wanted = 'recommended', edition?: string): Planned {
  const scenario = findScenario(ground.scenarios, wanted);
  const assumptions: Assumptions = {
    ...layAssumptions(ground.assumptions, scenario.assumptions),
    ...(edition === undefined ? {} : { edition: requireEdition(edition) }),
  };
  const book = priceBookOf(assumptions, ground.importedPrices, ground.asOf);
  const { inventory, rules, overrides, asOf, language } = ground;
  const { machines, subscriptions, lists } = inventory;
  const pricer = createPricer({ book, assumptions, asOf });
  const planning = planScenario(
    { scenario, machines, subscriptions, rules, overrides, lists, assumptions, asOf, language },
    pricer,
  );
  return { scenario, assumptions, book, planning };
}

/** The money of a planned scenario, line by line. */
export function costOf({ scenario, assumptions, book, planning }: Planned, asOf: string): ScenarioCost {
  const { planned, subscriptions, blocked } = planning;
  return estimateScenario({ scenario, planned, subscriptions, blocked, pricing: { book, assumptions, asOf } });
}

function findScenario(scenarios: readonly Scenario[], wanted: string): Scenario {
  const key = fold(wanted);
  const found = scenarios.find(({ id, name }) => id === wanted || fold(name) === key);
  if (!found) throw new PlannerError('not-found', { name: wanted });
  return found;
}

function requireEdition(edition: string): EditionId {
  const found = EDITION_IDS.find((id) => id === edition);
  if (!found) throw new PlannerError('wrong-use', { detail: `edition: ${EDITION_IDS.join(', ')}` });
  return found;
}
