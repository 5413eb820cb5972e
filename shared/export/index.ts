import type { ExportFile, ExportInput } from './input.ts';
import { planFile } from './plan-csv.ts';
import { costFile, excludedFile, findingsFile, subscriptionsFile } from './table-files.ts';

export { PLAN_COLUMNS } from './columns.ts';
export { fileNamePart } from './file-name.ts';
export { guardFormula, unguardFormula } from './formula.ts';
export type { ExportFile, ExportInput } from './input.ts';
export { readList, readPairs, writeList, writePairs } from './pairs.ts';
export { targetFiles } from './target-csv.ts';

/** The tables of one scenario. What `targetFiles` left out belongs into the findings of its input. */
export function csvFiles(input: ExportInput): readonly ExportFile[] {
  return [planFile(input), subscriptionsFile(input), costFile(input), excludedFile(input), findingsFile(input)];
}
