import { type MessageKey, say } from '../../../shared/i18n/cli/index.ts';
import type { FindingView, Language, Severity } from '../../../shared/model/index.ts';
import { heading } from './table.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const SEVERITY_KEYS = {
  error: 'severityError',
  warning: 'severityWarning',
  info: 'severityInfo',
} as const satisfies Record<Severity, MessageKey>;

/** How many findings of one kind are shown before they are only counted. */
const SHOWN_OF_A_KIND = 3;

/** The most severe first. */
export function bySeverity(findings: readonly FindingView[]): FindingView[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** Findings as a consultant reads them: many of one kind are shown by their first and counted. */
export function printFindings(findings: readonly FindingView[], language: Language): string {
  if (findings.length === 0) return `\n${say(language, 'noFindings')}\n`;
  const kinds = new Map<string, FindingView[]>();
  for (const finding of bySeverity(findings)) {
    const key = `${finding.code}\u0000${finding.file ?? ''}`;
    kinds.set(key, [...(kinds.get(key) ?? []), finding]);
  }
  const blocks = [...kinds.values()].map((kind) => {
    const shown = kind.slice(0, SHOWN_OF_A_KIND).map((finding) => printFinding(finding, language));
    const more = kind.length - shown.length;
    return shown.join('') + (more > 0 ? `    ${say(language, 'moreFindings', { count: more })}\n` : '');
  });
  return heading(`${say(language, 'findings')} (${findings.length})`) + blocks.join('');
}

/** Severity and place, what is, what to do. */
export function printFinding(finding: FindingView, language: Language): string {
  const place = [
    finding.file,
    finding.sheet === null ? null : say(language, 'sheet', { sheet: finding.sheet }),
    finding.row === null ? null : say(language, 'row', { row: finding.row }),
  ].filter((part) => part !== null);
  const where = place.length > 0 ? ` [${place.join(', ')}]` : '';
  const next = finding.next === '' ? '' : `    → ${finding.next}\n`;
  return `  ${say(language, SEVERITY_KEYS[finding.severity])}${where} ${finding.message}\n${next}`;
}
