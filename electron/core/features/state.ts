import type { HistoryStep, ProjectState, SavedView } from '../../../shared/contract/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import type { Language } from '../../../shared/model/index.ts';
import { type CoverageGaps, resolveCoverage, viewCoverage } from '../identity/index.ts';
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
  readInventoryParts,
  readPastedLists,
  readSavedViews,
} from '../store/index.ts';
import { loadSettings } from './planning/load.ts';

/** Everything of a project but its machines, as the page holds it. */
export function projectState(opened: OpenProject, now: string, language: Language): ProjectState {
  const { project } = opened;
  const { subscriptions, lists, usage, offers, excluded, findings } = readInventoryParts(project);
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
    excluded,
    evidence: evidence.map((entry) => {
      const found = readEvidenceFindings(project, entry.id);
      return { ...entry, findings: found.length, warnings: found.filter(({ severity }) => severity !== 'info').length };
    }),
    findings: findings.map((found) => viewFinding(found, language)),
    coverage: viewCoverage(coverageOf(opened), language),
    views: readSavedViews<SavedView & Record<string, unknown>>(project),
    undo,
    redo,
  };
}

/** Coverage follows from all records, and changes only with the inventory: it is worked out once for each. */
const COVERAGE = new WeakMap<OpenProject, { readonly revision: number; readonly gaps: readonly CoverageGaps[] }>();

function coverageOf(opened: OpenProject): readonly CoverageGaps[] {
  const { project, revision } = opened;
  const known = COVERAGE.get(opened);
  if (known?.revision === revision.inventory) return known.gaps;
  const gaps = resolveCoverage({
    evidence: readEvidence(project),
    records: iterateRecords(project),
    inventory: readInventory(project),
  });
  // What an import has written so far may be taken back.
  if (project.session.transaction === 'none') COVERAGE.set(opened, { revision: revision.inventory, gaps });
  return gaps;
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
