import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { finding } from '../../../../shared/i18n/findings/index.ts';
import {
  type Evidence,
  type Finding,
  type FormatId,
  type ReadTopic,
  type SourceRecord,
  SYNC_HEADERS,
  type SyncRun,
} from '../../../../shared/model/index.ts';
import {
  isDesignatedPlan,
  isIntegrationOff,
  type RowSort,
  rowReader,
  subscriptionOfRow,
} from '../../sources/azure/rows.ts';
import { createTally } from '../../sources/files/tally.ts';
import {
  insertEvidenceFindings,
  iterateSyncRows,
  nextId,
  type Project,
  putEvidence,
  readSyncParts,
  recordWriter,
  type StoredPart,
} from '../../store/index.ts';
import { NETWORK_QUERIES, subjectOf } from './parts.ts';

/** Subjects of subscriptions that a newer run has read whole: `graph/virtual-machines|<subscription>`. */
export type Covered = ReadonlySet<string>;

/** What was made of one run. */
export interface Derived {
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** One evidence for each source, named and read as an imported file of it would be. */
const SHEETS: readonly {
  readonly title: string;
  readonly format: FormatId;
  readonly sort: RowSort;
  readonly holds: (part: StoredPart) => boolean;
}[] = [
  {
    title: 'Azure Resource Graph',
    format: 'resource-graph',
    sort: 'resources',
    holds: ({ kind, query }) => kind === 'graph' && !NETWORK_QUERIES.has(query ?? ''),
  },
  {
    title: 'Defender plans',
    format: 'pricings',
    sort: 'resources',
    holds: ({ kind }) => kind === 'plans' || kind === 'machine-plans',
  },
  {
    title: 'Defender for Endpoint',
    format: 'mde-machines',
    sort: 'devices',
    holds: ({ kind }) => kind === 'defender',
  },
];

/**
 * Makes records of the raw rows that a run has kept. They go into the project as retired evidence: whoever calls makes
 * them count. Needs no network, so that a colleague can do it again from the file alone.
 * @param covered what a newer run has read; rows of it are passed over
 */
export async function deriveRun(
  project: Project,
  run: SyncRun,
  covered: Covered,
  call: { readonly now: string; readonly signal: AbortSignal },
): Promise<readonly Derived[]> {
  const parts = readSyncParts(project, run.id);
  const made: Derived[] = [];
  for (const sheet of SHEETS) {
    const own = parts.filter(sheet.holds).filter((part) => !isWhollyCovered(part, covered));
    if (own.every(({ state, rows }) => state === 'open' && rows === 0)) continue;
    const file = `${sheet.title} – ${run.tenantName ?? run.tenantId} (${run.startedAt.slice(0, 10)})`;
    const id = nextId(project, 'e');
    const write = recordWriter(project, id);
    const tally = createTally(file, { begin: () => undefined, record: write });
    const sink = tally.sink(null);
    // What was asked and answered whole is known of the parts; a single row does not prove it.
    const rows = {
      ...sink,
      record: (record: SourceRecord) => (record.type === 'read' ? undefined : sink.record(record)),
    };
    const reader = rowReader(sheet.sort, file, rows);
    let position = 0;
    for (const part of own) {
      for (const value of iterateSyncRows(project, part)) {
        if (covered.has(keyOf(part, subscriptionOfRow(value)))) continue;
        position += 1;
        tally.row(position, () => reader.row(value, position));
        if (position % ROWS_A_BREATH === 0) {
          await breathe();
          call.signal.throwIfAborted();
        }
      }
    }
    reader.end();
    for (const record of readRecords(run, parts, sheet.format, covered)) sink.record(record);
    tally.closeTable(null);
    tally.close();
    const evidence: Evidence = {
      id,
      file,
      format: sheet.format,
      encoding: 'utf-8',
      digest: createHash('sha256').update(`${run.id} ${id} ${run.startedAt}`).digest('hex'),
      rows: tally.rows,
      records: tally.records,
      // The rows are as old as the question; a sync that took two days is as old as its first.
      date: run.startedAt,
      tenantId: run.tenantId,
      importedAt: call.now,
      headers: SYNC_HEADERS,
    };
    const notes = [...ownFindings(project, run, parts, sheet.format), ...own.flatMap((part) => part.findings)];
    const findings = [...notes.map((found) => ({ ...found, file })), ...tally.findings];
    putEvidence(project, evidence, 'retired');
    insertEvidenceFindings(project, id, findings);
    made.push({ evidence, findings });
  }
  return made;
}

/** About 10 ms of work. */
const ROWS_A_BREATH = 200;

/** What a run has read whole. */
export function coverOf(parts: readonly StoredPart[]): Set<string> {
  const covered = new Set<string>();
  for (const part of parts.filter(({ state }) => state === 'done' || state === 'skipped')) {
    for (const id of part.subscriptions) covered.add(keyOf(part, id));
    // What stands above the subscriptions, and what is of the tenant.
    covered.add(keyOf(part, null));
  }
  return covered;
}

function keyOf(part: StoredPart, subscriptionId: string | null): string {
  return `${subjectOf(part)}|${subscriptionId ?? ''}`;
}

export function isWhollyCovered(part: StoredPart, covered: Covered): boolean {
  const scopes = part.subscriptions.length > 0 ? part.subscriptions : [null];
  return scopes.every((id) => covered.has(keyOf(part, id)));
}

/** The parts that together answer a topic. */
const TOPICS: readonly { readonly what: ReadTopic; readonly format: FormatId; readonly subjects: readonly string[] }[] =
  [
    {
      what: 'machines',
      format: 'resource-graph',
      subjects: ['graph/virtual-machines', 'graph/scale-sets', 'graph/arc-machines'],
    },
    {
      what: 'policies',
      format: 'resource-graph',
      subjects: ['graph/policy-assignments', 'graph/policy-exemptions'],
    },
    { what: 'plans', format: 'pricings', subjects: ['plans'] },
    { what: 'machinePlans', format: 'pricings', subjects: ['machine-plans'] },
    { what: 'defender', format: 'mde-machines', subjects: ['defender'] },
  ];

/** For each subscription and topic: read whole, in part, or (no record) not at all. */
function readRecords(run: SyncRun, parts: readonly StoredPart[], format: FormatId, covered: Covered): SourceRecord[] {
  const { tenantId } = run;
  const whole = coverOf(parts);
  const dropped = droppedOf(parts, run);
  return TOPICS.filter((topic) => topic.format === format).flatMap(({ what, subjects }): SourceRecord[] => {
    const scopes =
      what === 'defender' ? [null] : run.subscriptions.map(({ id }) => id).filter((id) => !dropped.has(id));
    return scopes.flatMap((id): SourceRecord[] => {
      const keys = subjects.map((subject) => `${subject}|${id ?? ''}`);
      if (keys.every((key) => covered.has(key))) return [];
      const isWhole = keys.every((key) => whole.has(key));
      const isAsked = parts.some(
        (part) =>
          part.rows > 0 && subjects.includes(subjectOf(part)) && (id === null || part.subscriptions.includes(id)),
      );
      if (!isWhole && !isAsked) return [];
      const scope = id === null ? {} : { subscriptionId: id };
      return [{ type: 'read', row: 1, what, tenantId, ...scope, ...(!isWhole && { isPartial: true }) }];
    });
  });
}

/** Subscriptions that Azure left out of its answers. */
function droppedOf(parts: readonly StoredPart[], run: SyncRun): ReadonlySet<string> {
  const answered = parts.filter(({ query }) => query === 'subscriptions');
  if (!answered.some(({ findings }) => findings.some(({ code }) => code === 'azure-sync-dropped'))) return new Set();
  const plans = parts
    .filter(({ kind, state }) => kind === 'plans' && state === 'done')
    .flatMap((part) => part.subscriptions);
  return new Set(run.subscriptions.map(({ id }) => id).filter((id) => !plans.includes(id)));
}

/** What only the raw rows of several parts together say. */
function ownFindings(project: Project, run: SyncRun, parts: readonly StoredPart[], format: FormatId): Finding[] {
  if (format === 'resource-graph') {
    const direct = parts.filter(({ query }) => query === 'mde-servers');
    const isEmpty = direct.length > 0 && direct.every(({ state, rows }) => state === 'done' && rows === 0);
    const isOn = isEmpty && rowsOf(project, parts, 'plans').some(isDesignatedPlan);
    return [...run.findings, ...(isOn ? [finding('azure-mde-servers-none')] : [])];
  }
  if (format !== 'pricings') return [];
  const names = new Map(run.subscriptions.map(({ id, name }) => [id, name ?? id]));
  const off = rowsOf(project, parts, 'settings').flatMap((row) =>
    isIntegrationOff(row) ? [names.get(subscriptionOfRow(row) ?? '') ?? '?'] : [],
  );
  if (off.length === 0) return [];
  const subscriptions = off.slice(0, 10).join(', ') + (off.length > 10 ? ', …' : '');
  return [finding('azure-integration-off', { count: off.length, subscriptions })];
}

function rowsOf(project: Project, parts: readonly StoredPart[], kind: StoredPart['kind']): unknown[] {
  return parts.filter((part) => part.kind === kind).flatMap((part) => [...iterateSyncRows(project, part)]);
}
