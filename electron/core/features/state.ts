import type { HistoryStep, ProjectState, SavedView } from '../../../shared/contract/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import type { Language } from '../../../shared/model/index.ts';
import { type CoverageGaps, viewCoverage } from '../identity/index.ts';
import type { OpenProject } from '../projects.ts';
import {
  type EditName,
  type Project,
  readCoverage,
  readEvidence,
  readEvidenceFindings,
  readFacts,
  readInventoryParts,
  readNextSteps,
  readPastedLists,
  readSavedViews,
} from '../store/index.ts';
import { loadSettings } from './planning/load.ts';

/** Everything of a project but its machines, as the page holds it. */
export function projectState(opened: OpenProject, now: string, language: Language): ProjectState {
  const { project } = opened;
  const { subscriptions, lists, usage, offers, declined, excluded, findings } = readInventoryParts(project);
  const { rules, overrides, assumptions, scenarios, importedPrices, asOf } = loadSettings(project, now, language);
  const { name, createdAt } = readFacts(project);
  const evidence = readEvidence(project);
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
    declined,
    excluded,
    evidence: evidence.map((entry) => {
      const found = readEvidenceFindings(project, entry.id);
      return { ...entry, findings: found.length, warnings: found.filter(({ severity }) => severity !== 'info').length };
    }),
    findings: findings.map((found) => viewFinding(found, language)),
    coverage: viewCoverage(readCoverage<CoverageGaps>(project), language),
    views: readSavedViews<SavedView & Record<string, unknown>>(project),
    undo,
    redo,
  };
}

/** The step that would be taken back, and the one that would be done again. */
function historySteps(project: Project): { undo: HistoryStep | null; redo: HistoryStep | null } {
  const { undo, redo } = readNextSteps(project);
  return { undo: undo ? stepView(undo) : null, redo: redo ? stepView(redo) : null };
}

function stepView({ command, at, params }: EditName): HistoryStep {
  return { command, at, count: Number(params?.count ?? 1) };
}
