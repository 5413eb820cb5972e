import type { Inventory, KnownMachine, Machine, Subscription } from '../../../shared/model/index.ts';
import { naturalKey } from '../../../shared/text/fold.ts';
import type { Cell } from './digest.ts';
import { fromJson } from './json.ts';
import { type Project, statement } from './project.ts';
import { iteratePages, replaceRows } from './rows.ts';
import { writeSnapshot } from './snapshot.ts';

/** The parts of an inventory that are plain lists without queries. */
const PARTS = ['offers', 'declined', 'excluded', 'lists', 'usage', 'findings'] as const;

/**
 * Keeps what identity made of all evidence; only rows that differ from before are written.
 * Machines come back in order of first appearance (`known`), subscriptions in order of id, the rest as given.
 * @param coverage what was read of every scope, worked out together with the inventory
 */
export function writeInventory(project: Project, inventory: Inventory, coverage: readonly object[] = []): void {
  replaceRows(project, 'known_machine', knownRows(inventory.known));
  const placed = machinesBySequence(inventory);
  const areChanged = replaceRows(project, 'machine', machineRows(placed));
  if (areChanged) {
    writeSnapshot(
      project,
      placed.map(({ machine }) => machine),
    );
  }
  replaceRows(
    project,
    'subscription',
    inventory.subscriptions.map((item) => [item.id, JSON.stringify(item)]),
  );
  const rowsOf = (part: string, items: readonly object[]): Cell[][] =>
    items.map((item, position) => [part, position, JSON.stringify(item)]);
  replaceRows(project, 'inventory_part', [
    ...PARTS.flatMap((part) => rowsOf(part, inventory[part])),
    ...rowsOf('coverage', coverage),
  ]);
}

export function readInventory(project: Project): Inventory {
  return { ...readInventoryParts(project), machines: readMachines(project), known: readKnownMachines(project) };
}

/** Everything but the machines, of which there may be very many. */
export function readInventoryParts(project: Project): Omit<Inventory, 'machines' | 'known'> {
  return {
    subscriptions: statement(project, 'SELECT json FROM subscription ORDER BY id')
      .all()
      .map(first<Subscription>),
    offers: readPart(project, 'offers'),
    declined: readPart(project, 'declined'),
    excluded: readPart(project, 'excluded'),
    lists: readPart(project, 'lists'),
    usage: readPart(project, 'usage'),
    findings: readPart(project, 'findings'),
  };
}

/** In order of first appearance. Read page by page: the texts of all at once would take as much memory again. */
export function readMachines(project: Project): Machine[] {
  return [...iterateMachines(project)];
}

/** The same, one after the other, for those who keep little of each. */
export function* iterateMachines(project: Project): Generator<Machine> {
  const sql = 'SELECT sequence, json FROM machine WHERE sequence > ? ORDER BY sequence LIMIT ?';
  for (const [, json] of iteratePages(project, sql)) yield fromJson<Machine>(json);
}

export function countMachines(project: Project): number {
  return Number(statement(project, 'SELECT count(*) FROM machine').get()?.[0] ?? 0);
}

/** By id, by ARM id, or by name (without case and width; several machines may have it), in this order. */
export function findMachines(project: Project, text: string): Machine[] {
  const byId = statement(project, 'SELECT json FROM machine WHERE id = ?').all(text);
  if (byId.length > 0) return byId.map(first<Machine>);
  const byResource = statement(project, 'SELECT json FROM machine WHERE resource_id = ?').all(
    text.trim().toLowerCase(),
  );
  if (byResource.length > 0) return byResource.map(first<Machine>);
  const key = naturalKey(text);
  return statement(project, 'SELECT json FROM machine WHERE sort_key = ? ORDER BY sequence')
    .all(key)
    .map(first<Machine>);
}

/** Ids in natural order of the names: `srv-2` before `srv-10`. */
export function readMachineIdsByName(project: Project): string[] {
  return statement(project, 'SELECT id FROM machine ORDER BY sort_key, id')
    .all()
    .map(([id]) => String(id));
}

export function readKnownMachines(project: Project): KnownMachine[] {
  return [...iterateKnownMachines(project)];
}

export function* iterateKnownMachines(project: Project): Generator<KnownMachine> {
  const sql = 'SELECT sequence, id, json FROM known_machine WHERE sequence > ? ORDER BY sequence LIMIT ?';
  for (const [sequence, id, json] of iteratePages(project, sql)) {
    yield { id: String(id), sequence: Number(sequence), anchors: fromJson<readonly string[]>(json) };
  }
}

/** Sequence of the machine that appeared last, 0 before the first. */
export function lastKnownSequence(project: Project): number {
  return Number(statement(project, 'SELECT coalesce(max(sequence), 0) FROM known_machine').get()?.[0]);
}

function* knownRows(known: readonly KnownMachine[]): Generator<Cell[]> {
  for (const { sequence, id, anchors } of known) yield [sequence, id, JSON.stringify(anchors)];
}

interface Placed {
  readonly machine: Machine;
  readonly sequence: number;
}

function machinesBySequence({ known, machines }: Inventory): Placed[] {
  const sequences = new Map(known.map(({ id, sequence }) => [id, sequence]));
  const placed = machines.map((machine) => {
    const sequence = sequences.get(machine.id);
    if (sequence === undefined) throw new Error(`Machine ${machine.id} is not among the known machines`);
    return { machine, sequence };
  });
  return placed.sort((left, right) => left.sequence - right.sequence);
}

function* machineRows(placed: readonly Placed[]): Generator<Cell[]> {
  for (const { machine, sequence } of placed) yield machineRow(machine, sequence);
}

function machineRow(machine: Machine, sequence: number): Cell[] {
  const { id, name, kind, subscriptionId, resourceId } = machine;
  return [sequence, id, naturalKey(name), kind, subscriptionId, resourceId, JSON.stringify(machine)];
}

/** As given to `writeInventory`. */
export function readCoverage<Scope extends object>(project: Project): Scope[] {
  const rows = statement(project, "SELECT json FROM inventory_part WHERE part = 'coverage' ORDER BY position").all();
  return rows.map(first<Scope>);
}

type Part = (typeof PARTS)[number];

function readPart<P extends Part>(project: Project, part: P): Inventory[P] {
  const rows = statement(project, 'SELECT json FROM inventory_part WHERE part = ? ORDER BY position').all(part);
  return rows.map(first<Inventory[P][number]>) as unknown as Inventory[P];
}

function first<T>(row: readonly Cell[]): T {
  return fromJson<T>(row[0]);
}
