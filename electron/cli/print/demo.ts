import type { CostView, ExportView, ImportView, MachineView, PlanView } from '../../../shared/contract/index.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import { placementWord } from '../../../shared/i18n/labels/words.ts';
import type { FindingView, Language } from '../../../shared/model/index.ts';
import { printTotals } from './cost.ts';
import { bySeverity, printFinding } from './findings.ts';
import { printMethods, printPosture } from './plan.ts';
import { heading, table } from './table.ts';

interface DemoResult {
  readonly folder: string;
  readonly machines: readonly MachineView[];
  readonly imported: ImportView;
  readonly plan: PlanView;
  readonly cost: CostView;
  readonly exported: ExportView;
}

const SHOWN_FINDINGS = 10;

/** The whole road on one screen: servers, plan, posture, money, what to look at, where the files are. */
export function printDemo(demo: DemoResult, language: Language): string {
  const servers = demo.machines.reduce((sum, { capacity }) => sum + capacity, 0);
  return [
    `${say(language, 'demoTitle', { machines: servers, files: demo.imported.evidence.length })}\n`,
    printPlacements(demo.machines, language),
    printMethods(demo.plan, language),
    printPosture(demo.plan, language),
    printTotals(demo.cost, language),
    printTopFindings(demo, language),
    `\n${say(language, 'demoWhere', { path: demo.folder })}\n`,
    ...demo.exported.files.map(({ path, rows }) => `  ${say(language, 'fileRows', { path, rows })}\n`),
    `${say(language, 'demoNext')}\n`,
  ].join('');
}

function printPlacements(machines: readonly MachineView[], language: Language): string {
  const counts = new Map<string, number>();
  for (const { placement, capacity } of machines) counts.set(placement, (counts.get(placement) ?? 0) + capacity);
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([placement, count]) => [placementWord(placement, language), String(count)]);
  const columns = [{ title: say(language, 'kind') }, { title: say(language, 'servers'), align: 'right' as const }];
  return heading(say(language, 'placementSummary')) + table(columns, rows);
}

/** The most severe of each kind: ten different things to look at, not ten times one. */
function printTopFindings({ imported, plan, cost, exported }: DemoResult, language: Language): string {
  const all = [
    ...imported.findings,
    ...plan.findings,
    ...cost.findings,
    ...imported.evidence.flatMap(({ findings }) => findings),
    ...exported.findings,
  ];
  const ofAKind = new Map<string, FindingView>();
  for (const finding of bySeverity(all)) if (!ofAKind.has(finding.code)) ofAKind.set(finding.code, finding);
  const shown = [...ofAKind.values()].slice(0, SHOWN_FINDINGS);
  return heading(say(language, 'demoFindings')) + shown.map((finding) => printFinding(finding, language)).join('');
}
