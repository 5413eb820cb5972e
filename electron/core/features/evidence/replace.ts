import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Evidence, Finding } from '../../../../shared/model/index.ts';
import { iterateRecords, type Project, putEvidence, readEvidence, setEvidenceState } from '../../store/index.ts';
import type { CollectedFile } from './collect.ts';
import { isSameSource, mayBeSameSource, replacedFinding, type Subjects, subjectOf } from './source.ts';

/**
 * A newer export of the same source takes the older one's place, in whichever order they come.
 * The older one's records stay in the file, retired, so that this can be taken back.
 * @returns findings by id of the evidence that was just read.
 */
export function retireOlder(project: Project, files: readonly CollectedFile[]): Map<string, Finding[]> {
  const findings = new Map<string, Finding[]>();
  const say = (id: string, found: Finding): void => void findings.set(id, [...(findings.get(id) ?? []), found]);
  const subjects = new Map(files.map(({ evidence, subjects: of }) => [evidence.id, of]));
  const fresh = new Set(subjects.keys());
  const active = readEvidence(project);
  const retired = new Set<string>();
  const subjectsFor = (evidence: Evidence): Subjects => {
    const known = subjects.get(evidence.id) ?? readSubjects(project, evidence);
    subjects.set(evidence.id, known);
    return known;
  };
  for (const evidence of active.filter(({ id }) => fresh.has(id))) {
    if (retired.has(evidence.id)) continue;
    const alike = active.filter((other) => {
      if (other.id === evidence.id || retired.has(other.id) || !mayBeSameSource(evidence, other)) return false;
      const [newer, older] = inOrder(evidence, other);
      return isSameSource(newer, subjectsFor(newer), older, subjectsFor(older));
    });
    const tenants = new Set(alike.flatMap(({ tenantId }) => tenantId ?? []));
    // Alike in two tenants, and it does not say its own: it may be either.
    if (tenants.size > 1) continue;
    for (const other of alike) {
      if (retired.has(evidence.id)) break;
      const [newer, older] = inOrder(evidence, other);
      retired.add(older.id);
      setEvidenceState(project, older.id, 'retired');
      if (newer.id === evidence.id) {
        say(evidence.id, replacedFinding(newer, subjectsFor(newer), older, subjectsFor(older)));
      } else {
        say(evidence.id, olderFinding(older, newer));
      }
    }
    const [tenantId] = tenants;
    // Where the export before it belongs was said once.
    if (tenantId !== undefined && evidence.tenantId === null && !retired.has(evidence.id)) {
      putEvidence(project, { ...evidence, tenantId });
    }
  }
  return findings;
}

function inOrder(a: Evidence, b: Evidence): readonly [newer: Evidence, older: Evidence] {
  return isNewer(a, b) ? [a, b] : [b, a];
}

/** Of equal dates the one imported later counts as the newer; then the later name, so that order never decides. */
function isNewer(a: Evidence, b: Evidence): boolean {
  return [a.date, a.importedAt, a.digest].join(' ') > [b.date, b.importedAt, b.digest].join(' ');
}

function olderFinding(older: Evidence, newer: Evidence): Finding {
  return finding(
    'evidence-older',
    { date: older.date.slice(0, 10), newer: newer.file, newerDate: newer.date.slice(0, 10) },
    { file: older.file },
  );
}

function readSubjects(project: Project, evidence: Evidence): Subjects {
  const subjects = new Map<string, string>();
  for (const { record } of iterateRecords(project, { evidenceId: evidence.id })) {
    const subject = subjectOf(record, evidence.format);
    if (subject) subjects.set(...subject);
  }
  return subjects;
}
