import type { ProjectState } from '../../shared/contract/app-views.ts';
import type { Slice } from './store.ts';

/** Columns that fit on a wall. */
export const MOST_COMPARED = 4;

export interface CompareSlice {
  /** Ids of the scenarios that stand side by side; the first is what the others are measured by. Null: not chosen yet. */
  readonly compared: readonly string[] | null;
  compare(ids: readonly string[]): void;
}

export const compareSlice: Slice<CompareSlice> = () => (set) => ({
  compared: null,
  compare: (ids) => set({ compared: [...new Set(ids)].slice(0, MOST_COMPARED) }),
});

/** What is compared: of the chosen ones those that are still there, never fewer than two while there are two. */
export function comparedScenarios(
  compared: readonly string[] | null,
  scenarios: ProjectState['scenarios'],
): ProjectState['scenarios'] {
  const chosen = (compared ?? []).flatMap((id) => scenarios.find((scenario) => scenario.id === id) ?? []);
  if (chosen.length >= 2) return chosen;
  const others = scenarios.filter((scenario) => !chosen.includes(scenario));
  return compared === null ? scenarios.slice(0, MOST_COMPARED) : [...chosen, ...others].slice(0, 2);
}
