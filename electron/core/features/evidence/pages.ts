import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { CollectedFile } from './collect.ts';

const CUT = 'azure-answer-cut';

/**
 * An answer that was saved page by page: each page but the last says that there is more. Where the following page was read
 * with it, that is no gap. Pages are files of one format whose names differ in their last number only (`vm-1.json`,
 * `vm-2.json`; `export.json`, `export (1).json`). A set whose last page is cut, too, keeps that page's warning.
 */
export function joinPages(files: readonly CollectedFile[]): CollectedFile[] {
  const sets = Map.groupBy(files, ({ evidence }) => `${evidence.format} ${pageOf(evidence.file).stem}`);
  const next = new Map<CollectedFile, CollectedFile>();
  for (const set of sets.values()) {
    const numbered = new Map(set.map((file) => [pageOf(file.evidence.file).number, file]));
    for (const [number, file] of numbered) {
      const following = numbered.get(number + 1);
      if (following) next.set(file, following);
    }
  }
  return files.map((file) => {
    const following = next.get(file);
    if (!following || !file.findings.some(({ code }) => code === CUT)) return file;
    const page = finding('azure-answer-page', { next: following.evidence.file }, { file: file.evidence.file });
    return { ...file, findings: file.findings.map((found) => (found.code === CUT ? page : found)) };
  });
}

/** The name without its last number; a file without one is the first page. */
function pageOf(file: string): { readonly stem: string; readonly number: number } {
  const match = /^(.*?)[\s(_-]*(\d+)\)?(\D*)$/su.exec(file);
  const [, before = file, number = '0', after = ''] = match ?? [];
  return { stem: match ? before + after : file, number: Number(number) };
}
