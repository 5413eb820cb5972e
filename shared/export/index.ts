import type { Finding } from '../model/index.ts';
import type { ExportFile, ExportInput } from './input.ts';
import { planFile } from './plan-csv.ts';
import { costFile, excludedFile, findingsFile, subscriptionsFile } from './table-files.ts';
import { targetFiles } from './target-csv.ts';

export { COST_COLUMNS, EXCLUDED_COLUMNS, FINDING_COLUMNS, PLAN_COLUMNS, SUBSCRIPTION_COLUMNS } from './columns.ts';
export { guardFormula, unguardFormula } from './formula.ts';
export type { ExportFile, ExportInput } from './input.ts';
export { readList, readPairs, writeList, writePairs } from './pairs.ts';
export { TARGET_ACTIONS, type TargetAction, targetFiles } from './target-csv.ts';

/** All CSV files of one scenario, and what could not be put into `target.csv`, which also stands in `findings.csv`. */
export function csvFiles(input: ExportInput): readonly ExportFile[] {
  return [
    planFile(input),
    subscriptionsFile(input),
    costFile(input),
    excludedFile(input),
    findingsFile(input, input.findings),
  ];
}

/** As `csvFiles`, with the files for the script; its findings join the others in `findings.csv`. */
export function exportFiles(input: ExportInput): {
  readonly files: readonly ExportFile[];
  readonly findings: readonly Finding[];
} {
  const targets = targetFiles(input);
  const findings = [...input.findings, ...targets.findings];
  return { files: [...csvFiles({ ...input, findings }), ...targets.files], findings: targets.findings };
}
