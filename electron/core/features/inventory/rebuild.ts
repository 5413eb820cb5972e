import type { Evidence, Inventory, LocatedRecord, Machine } from '../../../../shared/model/index.ts';
import { collectWitnesses, resolveCoverage, resolveInventory } from '../../identity/index.ts';
import {
  iterateRecords,
  type Project,
  readEvidence,
  readIdentityDecisions,
  readKnownMachines,
  readMachines,
  readOverrides,
  readPastedLists,
  withIds,
  writeInventory,
} from '../../store/index.ts';
import { partialSyncFindings } from '../sync/partial.ts';

/** Joins all records of the project anew and keeps the result. Inside a transaction. */
export function rebuildInventory(project: Project, now: string): Inventory {
  const evidence = readEvidence(project);
  const witnesses = collectWitnesses();
  const resolved = withIds(project, 'm', (newId) =>
    resolveInventory({
      evidence: [...evidence, pastedEvidence(now)],
      records: allRecords(project, witnesses.note),
      known: readKnownMachines(project),
      decisions: readIdentityDecisions(project),
      overridden: new Set(readOverrides(project).map(({ machineId }) => machineId)),
      asOf: now,
      newId,
    }),
  );
  // Before anything else that is to be said: numbers of a sync that is not whole may be too low.
  const inventory = { ...resolved, findings: [...partialSyncFindings(project), ...resolved.findings] };
  writeInventory(project, inventory, resolveCoverage({ evidence, records: witnesses.records, inventory }));
  return inventory;
}

const PASTED = 'pasted';

/** The names that people pasted, as if they stood in a file of their own. */
function pastedEvidence(now: string): Evidence {
  return {
    id: PASTED,
    file: '',
    format: 'server-list',
    encoding: '',
    digest: '',
    rows: 0,
    records: 0,
    date: now,
    tenantId: null,
    importedAt: now,
    headers: '',
  };
}

/** What the files say, then the names that people pasted. */
function* allRecords(project: Project, note: (located: LocatedRecord) => void): Generator<LocatedRecord> {
  for (const located of iterateRecords(project)) {
    note(located);
    yield located;
  }
  for (const { name: list, names } of readPastedLists(project)) {
    for (const [index, name] of names.entries()) {
      yield { evidenceId: PASTED, record: { type: 'list-entry', list, name, row: index + 1 } };
    }
  }
}

/** The same, and the ids of the machines that appeared, disappeared or say something else than before. */
export function rebuildAndCompare(project: Project, now: string): { inventory: Inventory; changed: string[] } {
  const before = textById(readMachines(project));
  const inventory = rebuildInventory(project, now);
  const after = textById(inventory.machines);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
  return { inventory, changed };
}

function textById(machines: readonly Machine[]): Map<string, string> {
  return new Map(machines.map((machine) => [machine.id, JSON.stringify(machine)]));
}
