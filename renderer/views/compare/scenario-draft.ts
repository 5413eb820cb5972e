import { assumptionValues } from '../../../shared/assumptions/index.ts';
import type { Params } from '../../../shared/contract/schemas.ts';
import type { RequirementRule, Scenario, ScenarioKind } from '../../../shared/model/index.ts';

/** A scenario as somebody has it in mind; nothing is written before it is saved. */
export interface ScenarioDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: ScenarioKind;
  /** Null: the project's. */
  readonly rules: readonly RequirementRule[] | null;
  /** What it assumes of its own, by key. */
  readonly values: ReadonlyMap<string, string>;
}

export function draftOf({ id, name, kind, rules, assumptions }: Scenario): ScenarioDraft {
  return { id, name, kind, rules, values: new Map(assumptionValues(assumptions)) };
}

/** Another one like this, under a name of its own. */
export function copyOf(scenario: Scenario, name: string): Omit<ScenarioDraft, 'id'> {
  const { id: _, ...draft } = draftOf(scenario);
  return { ...draft, name };
}

/** With one key of its own more or changed; null: it follows the project again. */
export function withValue(draft: ScenarioDraft, key: string, value: string | null): ScenarioDraft {
  const values = new Map(draft.values);
  if (value === null) values.delete(key);
  else values.set(key, value);
  return { ...draft, values };
}

export function isChanged(draft: ScenarioDraft, scenario: Scenario): boolean {
  return JSON.stringify(written(draft)) !== JSON.stringify(written(draftOf(scenario)));
}

type Written = Params<'scenarios.set'>['scenario'];

/** As it is saved. An id only where it is there already. */
export function written(draft: Omit<ScenarioDraft, 'id'> & { readonly id?: string }): Written {
  const { id, name, kind, rules, values } = draft;
  return {
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    kind,
    // The schema's arrays may be written to; nobody does.
    rules: structuredClone(rules) as Written['rules'],
    assumptions: [...values].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** `Name`, `Name 2`, `Name 3`: the first that no scenario has. */
export function freeName(name: string, scenarios: readonly Pick<Scenario, 'name'>[]): string {
  const taken = new Set(scenarios.map((each) => each.name));
  let found = name;
  for (let number = 2; taken.has(found); number += 1) found = `${name} ${number}`;
  return found;
}
