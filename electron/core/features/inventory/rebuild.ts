import type { Evidence, Inventory, LocatedRecord, Machine, SourceRecord } from '../../../../shared/model/index.ts';
import { collectWitnesses, resolveCoverage, resolveInventory } from '../../identity/index.ts';
import { releaseMemory } from '../../memory.ts';
import {
  iterateKnownMachines,
  iterateRecords,
  type Project,
  readEvidence,
  readIdentityDecisions,
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
      known: iterateKnownMachines(project),
      decisions: readIdentityDecisions(project),
      overridden: new Set(readOverrides(project).map(({ machineId }) => machineId)),
      asOf: now,
      newId,
    }),
  );
  // What joining took is let go before writing takes as much again.
  if (resolved.machines.length >= MANY) releaseMemory();
  // Before anything else that is to be said: numbers of a sync that is not whole may be too low.
  const inventory = { ...resolved, findings: [...partialSyncFindings(project), ...resolved.findings] };
  writeInventory(project, inventory, resolveCoverage({ evidence, records: witnesses.records, inventory }));
  return inventory;
}

/** From so many machines on a look through memory (0.2 s for 100,000) is worth it. */
const MANY = 20_000;

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
  const share = sharedTexts();
  for (const located of iterateRecords(project)) {
    share(located.record);
    note(located);
    yield located;
  }
  for (const { name: list, names } of readPastedLists(project)) {
    for (const [index, name] of names.entries()) {
      yield { evidenceId: PASTED, record: { type: 'list-entry', list, name, row: index + 1 } };
    }
  }
}

/** What many thousand records say in the same words. */
const REPEATED = ['tenantId', 'subscriptionId', 'subscriptionName', 'osText', 'osVersion', 'vmSize'] as const;

/**
 * Lets records that say the same hold one and the same text: every record is parsed on its own, and 100,000 of them are
 * in memory together. The function given back changes the record that it gets.
 */
function sharedTexts(): (record: SourceRecord) => void {
  const texts = new Map<string, string>();
  const images = new Map<string, object>();
  return (record) => {
    const fields = record as unknown as Record<string, unknown>;
    for (const name of REPEATED) {
      const text = fields[name];
      if (typeof text === 'string') fields[name] = first(texts, text, text);
    }
    const { image } = fields;
    if (typeof image === 'object' && image !== null) fields.image = first(images, JSON.stringify(image), image);
  };
}

/** The first value that came with a key. */
function first<T>(values: Map<string, T>, key: string, value: T): T {
  const known = values.get(key);
  if (known !== undefined) return known;
  values.set(key, value);
  return value;
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
