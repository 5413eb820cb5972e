import type { ProjectState } from '../../shared/contract/app-views.ts';
import type { Language, Machine } from '../../shared/model/index.ts';
import { type Ground, type PlannedScenario, planOf } from './planning.ts';
import type { OpenProject } from './project-slice.ts';
import type { AppState } from './store.ts';

/** The language in which everything is said now. */
export function selectLanguage({ settings, systemLanguage }: AppState): Language {
  return settings.language === 'system' ? systemLanguage : settings.language;
}

export function selectOpenProject({ project }: AppState): OpenProject | null {
  return project.kind === 'open' ? project : null;
}

export function selectProjectState(state: AppState): ProjectState | null {
  return selectOpenProject(state)?.state ?? null;
}

const NO_MACHINES: readonly Machine[] = [];

export function selectMachines(state: AppState): readonly Machine[] {
  return selectOpenProject(state)?.machines ?? NO_MACHINES;
}

/** The plan of the chosen scenario; null without a project. The same object until something changes that it follows from. */
export function selectPlanned(state: AppState): PlannedScenario | null {
  return selectPlannedScenario(state, state.scenarioId);
}

/** The plan of any scenario; null without a project or scenario of that id. */
export function selectPlannedScenario(state: AppState, scenarioId: string): PlannedScenario | null {
  const project = selectOpenProject(state);
  return project && planOf(groundOf(project, selectLanguage(state)), scenarioId, state.whatIf);
}

function groundOf({ machines, state }: OpenProject, language: Language): Ground {
  return { machines, state, language };
}
