import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Evidence, Finding, FormatId, SourceRecord } from '../../../../shared/model/index.ts';
import { anchorOf } from '../../identity/index.ts';

/** What one file speaks of: the names by the keys that stay the same in its next export. */
export type Subjects = ReadonlyMap<string, string>;

/** A newer export speaks of more than this part of what the older one speaks of. */
const SAME_SOURCE_SHARE = 0.5;

/** Names that a finding spells out; the rest is counted. */
const NAMED = 10;

/** The subject of a record and its name; null for records that only accompany others. */
export function subjectOf(record: SourceRecord, format: FormatId): readonly [key: string, name: string] | null {
  switch (record.type) {
    case 'machine':
      return [anchorOf(record, format), record.name];
    case 'plan':
      return [`plan|${record.scopeId}|${record.planName}`, record.subscriptionName ?? record.scopeId];
    case 'policy-assignment':
      return [`assignment|${record.assignmentId}`, record.name];
    case 'policy-exemption':
      return [`exemption|${record.assignmentId}|${record.scope}`, record.assignmentId];
    case 'extension':
      return [
        `extension|${record.machineResourceId ?? record.machineName ?? ''}|${record.extension}`,
        record.machineName ?? record.machineResourceId ?? '',
      ];
    case 'list-entry':
      return [`entry|${record.list}|${record.resourceId ?? record.name}`, record.name];
    case 'connector':
      return [`connector|${record.connectorId}`, record.name];
    case 'price':
      return [`price|${record.meter}|${record.region}|${record.currency}`, record.meterName];
    case 'usage':
      return [`usage|${record.resourceId}|${record.date}|${record.meterName}`, record.resourceId];
    case 'subscription':
      // Beside machines it only says where they stand.
      return format !== 'subscriptions'
        ? null
        : [`subscription|${record.subscriptionId}`, record.subscriptionName ?? record.subscriptionId];
    case 'read':
      return null;
  }
}

/**
 * Two files are exports of one source when format, headers and (where both tell it) tenant are the same and the newer speaks of most of what
 * the older one speaks of: two subscriptions exported in turn share none, the same list a week later shares nearly all.
 * A single machine read again does not stand for the list that it was in.
 */
export function isSameSource(newer: Evidence, ofNewer: Subjects, older: Evidence, ofOlder: Subjects): boolean {
  if (!mayBeSameSource(newer, older) || ofOlder.size === 0) return false;
  let shared = 0;
  for (const key of ofOlder.keys()) if (ofNewer.has(key)) shared += 1;
  return shared > ofOlder.size * SAME_SOURCE_SHARE;
}

/** What can be said before the records are looked at. A file that does not say its tenant may be of any. */
export function mayBeSameSource(a: Evidence, b: Evidence): boolean {
  const areOfOneTenant = a.tenantId === b.tenantId || a.tenantId === null || b.tenantId === null;
  return a.format === b.format && a.headers === b.headers && areOfOneTenant;
}

/** What to say when a newer export takes an older one's place. */
export function replacedFinding(newer: Evidence, ofNewer: Subjects, older: Evidence, ofOlder: Subjects): Finding {
  const appeared = namesMissingIn(ofNewer, ofOlder);
  const disappeared = namesMissingIn(ofOlder, ofNewer);
  const params = { older: older.file, olderDate: older.date.slice(0, 10) };
  if (appeared.length === 0 && disappeared.length === 0) {
    return finding('evidence-replaced-same', params, { file: newer.file });
  }
  return finding(
    'evidence-replaced',
    {
      ...params,
      appeared: appeared.length,
      appearedNames: spell(appeared),
      disappeared: disappeared.length,
      disappearedNames: spell(disappeared),
    },
    { file: newer.file },
  );
}

function namesMissingIn(of: Subjects, other: Subjects): string[] {
  return [...of].filter(([key]) => !other.has(key)).map(([, name]) => name);
}

function spell(names: readonly string[]): string {
  if (names.length === 0) return '-';
  return names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '');
}
