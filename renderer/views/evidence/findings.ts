import type { FindingView, Severity } from '../../../shared/model/index.ts';
import { SEVERITIES } from '../../../shared/model/index.ts';
import { fold } from '../../../shared/text/fold.ts';

/** Findings of one kind; many files say the same thing of many rows. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: readonly FindingView[];
}

export interface FindingFilter {
  readonly severities: readonly Severity[];
  readonly search: string;
}

/** Findings of the chosen severities in which the text occurs, in any case and width. */
export function filterFindings(
  findings: readonly FindingView[],
  { severities, search }: FindingFilter,
): readonly FindingView[] {
  const wanted = fold(search);
  return findings.filter(
    (found) =>
      severities.includes(found.severity) &&
      (wanted === '' ||
        fold(`${found.message} ${found.next} ${found.code} ${found.file ?? ''} ${found.sheet ?? ''}`).includes(wanted)),
  );
}

/** The same things together: the worst first, then the commonest. */
export function groupFindings(findings: readonly FindingView[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const found of findings) {
    const key = `${found.severity} ${found.code}`;
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return [...groups.values()]
    .map(
      (group): FindingGroup => ({
        code: group[0]?.code ?? '',
        severity: group[0]?.severity ?? 'info',
        findings: group,
      }),
    )
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || b.findings.length - a.findings.length,
    );
}

export function countSeverities(findings: readonly FindingView[]): Readonly<Record<Severity, number>> {
  const counts = { info: 0, warning: 0, error: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The worst first: the order of choices. */
export const SEVERITIES_SHOWN: readonly Severity[] = SEVERITIES.toReversed();
