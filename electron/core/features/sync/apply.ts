import { hash } from 'node:crypto';
import type { Progress, SyncView } from '../../../../shared/contract/index.ts';
import { finding, viewFinding } from '../../../../shared/i18n/findings/index.ts';
import type { Finding, Inventory, Language, Machine, SyncRun } from '../../../../shared/model/index.ts';
import {
  inLongTransaction,
  insertEvidenceFindings,
  iterateMachines,
  lastKnownSequence,
  type Project,
  putSyncRun,
  readEvidence,
  readSyncParts,
  readSyncRuns,
  recordEdit,
  removeSyncRun,
  setEvidenceState,
} from '../../store/index.ts';
import { nameOf } from '../edit.ts';
import { rebuildInventory } from '../inventory/rebuild.ts';
import { coverOf, type Derived, deriveRun, isWhollyCovered } from './derive.ts';
import { viewRun } from './views.ts';

interface ApplyCall {
  readonly now: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/**
 * Takes what a run read into the list of servers, in one transaction and as one step that can be taken back. Earlier
 * runs of the tenant keep only what this one did not read.
 */
export function applyRun(project: Project, run: SyncRun, call: ApplyCall): Promise<SyncView> {
  return inLongTransaction(project, () => apply(project, run, call), call.signal);
}

async function apply(project: Project, run: SyncRun, call: ApplyCall): Promise<SyncView> {
  const { language, now } = call;
  const lastKnown = lastKnownSequence(project);
  const before = seenBefore(project);
  call.progress({
    kind: 'progress',
    stage: 'read',
    file: run.tenantName ?? run.tenantId,
    done: 0,
    total: null,
    rows: 0,
  });
  const active = new Set(readEvidence(project).map(({ id }) => id));
  const isRefresh = readSyncRuns(project).some(
    (other) => other.tenantId === run.tenantId && other.evidence.some((id) => active.has(id)),
  );
  const made = await deriveRun(project, run, new Set(), call);
  const older = await olderRuns(project, run, active, call);
  const retired = [...run.evidence, ...older.flatMap(({ retire }) => retire)].filter((id) => active.has(id));
  const added = [...made, ...older.flatMap((one) => one.made)];
  recordEdit(project, nameOf({ command: 'sync.run', at: now, count: run.subscriptions.length }, { joins: 1 }), () => {
    for (const id of retired) setEvidenceState(project, id, 'retired');
    for (const { evidence } of added) setEvidenceState(project, evidence.id, 'active');
  });
  const applied: SyncRun = { ...run, evidence: [...run.evidence, ...made.map(({ evidence }) => evidence.id)] };
  putSyncRun(project, applied);
  for (const { other, made: again } of older) {
    if (again.length > 0)
      putSyncRun(project, { ...other, evidence: [...other.evidence, ...again.map((one) => one.evidence.id)] });
  }
  call.progress({ kind: 'progress', stage: 'identify', file: null, done: 0, total: null, rows: 0 });
  const inventory = rebuildInventory(project, now);
  const changes = compare(before, inventory, lastKnown);
  const refreshed = isRefresh ? [refreshedFinding(changes)] : [];
  const [first] = made;
  if (first) insertEvidenceFindings(project, first.evidence.id, refreshed);
  forgetOldest(project, run.tenantId);
  return viewOf(project, applied, added, refreshed, inventory, changes, language);
}

/** Earlier runs of the tenant whose rows still count: what this run read whole goes out of them. */
async function olderRuns(
  project: Project,
  run: SyncRun,
  active: ReadonlySet<string>,
  call: ApplyCall,
): Promise<{ readonly other: SyncRun; readonly retire: readonly string[]; readonly made: readonly Derived[] }[]> {
  const changed = [];
  const covered = coverOf(readSyncParts(project, run.id));
  const others = readSyncRuns(project).filter((other) => other.id !== run.id && other.tenantId === run.tenantId);
  for (const other of others.toReversed()) {
    const counting = other.evidence.filter((id) => active.has(id));
    if (counting.length === 0) continue;
    const parts = readSyncParts(project, other.id);
    const isAffected =
      [...coverOf(parts)].some((key) => covered.has(key)) || parts.some((part) => isWhollyCovered(part, covered));
    if (isAffected) {
      const made = parts.every((part) => isWhollyCovered(part, covered))
        ? []
        : await deriveRun(project, other, covered, call);
      changed.push({ other, retire: counting, made: made.filter(({ evidence }) => evidence.records > 0) });
    }
    for (const key of coverOf(parts)) covered.add(key);
  }
  return changed;
}

/** Raw rows of so many runs of a tenant are kept; what was made of older ones stays. */
const RUNS_KEPT = 4;

function forgetOldest(project: Project, tenantId: string): void {
  const active = new Set(readEvidence(project).map(({ id }) => id));
  const runs = readSyncRuns(project).filter((run) => run.tenantId === tenantId);
  for (const run of runs.slice(0, -RUNS_KEPT)) {
    if (!run.evidence.some((id) => active.has(id))) removeSyncRun(project, run.id);
  }
}

interface Changes {
  readonly appeared: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
  /** Machines that were never in the list before; the others that appeared came back. */
  readonly isNew: number;
  readonly nameOf: (id: string) => string;
}

/** What a machine was: its name, and a digest of what it said. */
interface Seen {
  readonly name: string;
  readonly digest: string;
}

/** Of every machine no more than telling it apart takes: their texts would be as large as the list of servers itself. */
function seenBefore(project: Project): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const machine of iterateMachines(project)) {
    seen.set(machine.id, { name: machine.name, digest: digestOf(machine) });
  }
  return seen;
}

/** Of a machine without what every sync writes anew. */
function digestOf({ evidence: _, keys: __, lastSeen: ___, ...machine }: Machine): string {
  return hash('sha1', JSON.stringify(machine), 'base64');
}

/** @param lastKnown sequence of the machine that was the last to appear before */
function compare(before: ReadonlyMap<string, Seen>, { machines, known }: Inventory, lastKnown: number): Changes {
  const names = new Map(machines.map(({ id, name }) => [id, name]));
  const changed = machines.filter((machine) => {
    const seen = before.get(machine.id);
    return seen !== undefined && seen.digest !== digestOf(machine);
  });
  return {
    appeared: machines.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    gone: [...before.keys()].filter((id) => !names.has(id)),
    changed: changed.map(({ id }) => id),
    isNew: known.filter(({ id, sequence }) => sequence > lastKnown && names.has(id)).length,
    nameOf: (id) => names.get(id) ?? before.get(id)?.name ?? id,
  };
}

function refreshedFinding({ appeared, gone, changed, nameOf: name }: Changes): Finding {
  const spell = (ids: readonly string[]) =>
    ids.length === 0 ? '-' : ids.slice(0, 5).map(name).join(', ') + (ids.length > 5 ? ', …' : '');
  return finding('azure-sync-refreshed', {
    new: appeared.length,
    newNames: spell(appeared),
    gone: gone.length,
    goneNames: spell(gone),
    changed: changed.length,
    changedNames: spell(changed),
  });
}

function viewOf(
  project: Project,
  run: SyncRun,
  added: readonly Derived[],
  refreshed: readonly Finding[],
  inventory: Inventory,
  { appeared, gone, changed, isNew }: Changes,
  language: Language,
): SyncView {
  return {
    evidence: added.map(({ evidence, findings }) => {
      const { id, file, format, encoding, rows, records } = evidence;
      return {
        id,
        file,
        format,
        encoding,
        rows,
        records,
        findings: findings.map((found) => viewFinding(found, language)),
      };
    }),
    machines: inventory.machines.length,
    new: isNew,
    merged: inventory.machines.filter(({ evidence }) => new Set(evidence.map(({ id }) => id)).size > 1).length,
    excluded: inventory.excluded.length,
    findings: [...refreshed, ...inventory.findings].map((found) => viewFinding(found, language)),
    run: viewRun(project, run, language),
    appeared,
    gone,
    changed,
  };
}
