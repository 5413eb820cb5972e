import { compareUsage, costFindings, priceFindings } from '../../shared/cost/index.ts';
import { viewFinding } from '../../shared/i18n/findings/index.ts';
import type { FindingView, Language } from '../../shared/model/index.ts';
import type { PlannedScenario } from './planning.ts';
import { selectLanguage, selectOpenProject, selectPlanned } from './selectors.ts';
import type { AppState } from './store.ts';

const NONE: readonly FindingView[] = [];
const FOUND = new WeakMap<PlannedScenario, readonly FindingView[]>();

/** Everything found about the project and its chosen scenario: of evidence and identity, of the plan, of the money. */
export function selectFindings(state: AppState): readonly FindingView[] {
  const project = selectOpenProject(state);
  const planned = selectPlanned(state);
  if (!project || !planned) return NONE;
  const known = FOUND.get(planned) ?? [
    ...project.state.findings,
    ...planFindings(planned, project.state, selectLanguage(state)),
  ];
  FOUND.set(planned, known);
  return known;
}

function planFindings(
  { planning, assumptions, cost }: PlannedScenario,
  { importedPrices, asOf, usage }: NonNullable<ReturnType<typeof selectOpenProject>>['state'],
  language: Language,
): readonly FindingView[] {
  const found = [
    ...planning.findings,
    ...priceFindings(assumptions, importedPrices, asOf),
    ...costFindings(cost(), assumptions),
    ...compareUsage(usage, planning.planned),
  ];
  return found.map((each) => viewFinding(each, language));
}
