import type { HistoryStep, ProjectState, SavedView } from '../../../shared/contract/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import type { Language } from '../../../shared/model/index.ts';
import { resolveCoverage, viewCoverage } from '../identity/index.ts';
import type { OpenProject } from '../projects.ts';
import {
  type Edit,
  iterateRecords,
  type Project,
  readEvidence,
  readEvidenceFindings,
  readFacts,
  readHistory,
  readInventory,
  readPastedLists,
  readSavedViews,
} from '../store/index.ts';
import { loadGround } from './planning/load.ts';

/** Everything of a project but its machines, as the page holds it. */
export function projectState(opened: OpenProject, now: string, language: Language): ProjectState {
  const { project } = opened;
  const ground = loadGround(project, now, language);
  const { subscriptions, lists, usage, offers, excluded, findings } = ground.inventory;
  const { rules, overrides, assumptions, scenarios, importedPrices, asOf } = ground;
  const { name, createdAt } = readFacts(project);
  const evidence = readEvidence(project);
  const coverage = resolveCoverage({ evidence, records: iterateRecords(project), inventory: readInventory(project) });
  const { undo, redo } = historySteps(project);
  return {
    project: { path: project.path, name, createdAt },
    revision: opened.revision.all,
    inventoryRevision: opened.revision.inventory,
    asOf,
    subscriptions,
    rules,
    overrides,
    lists,
    pastedLists: readPastedLists(project).map((list) => list.name),
    assumptions,
    scenarios,
    importedPrices,
    usage,
    offers,
    excluded,
    evidence: evidence.map((entry) => {
      const found = readEvidenceFindings(project, entry.id);
      return { ...entry, findings: found.length, warnings: found.filter(({ severity }) => severity !== 'info').length };
    }),
    findings: findings.map((found) => viewFinding(found, language)),
    coverage: viewCoverage(coverage, language),
    views: readSavedViews<SavedView & Record<string, unknown>>(project),
    undo,
    redo,
  };
}

/** The step that would be taken back, and the one that would be done again. */
function historySteps(project: Project): { undo: HistoryStep | null; redo: HistoryStep | null } {
  const steps = readHistory(project);
  const undo = steps.findLast(({ isUndone }) => !isUndone);
  const redo = steps.find(({ isUndone }) => isUndone);
  return { undo: undo ? stepView(undo) : null, redo: redo ? stepView(redo) : null };
}

function stepView({ command, at, params }: Edit): HistoryStep {
  return { command, at, count: Number(params?.count ?? 1) };
}
