import { resolveInventory } from '../../../../electron/core/identity/index.ts';
import type { IdentityDecision, Inventory, KnownMachine, Machine } from '../../../../shared/model/index.ts';
import type { TestFile } from '../../../support/records.ts';

export interface Settings {
  readonly known?: readonly KnownMachine[];
  readonly decisions?: readonly IdentityDecision[];
  readonly overridden?: ReadonlySet<string>;
  readonly asOf?: string;
}

/** The inventory of some files; new machines are called `new1`, `new2`, …. */
export function inventoryOf(files: readonly TestFile[], settings: Settings = {}): Inventory {
  let last = 0;
  return resolveInventory({
    evidence: files.map((file) => file.evidence),
    records: files.flatMap((file) => file.records),
    known: settings.known ?? [],
    decisions: settings.decisions ?? [],
    overridden: settings.overridden,
    asOf: settings.asOf ?? '2026-11-24T00:00:00.000Z',
    newId: () => `new${++last}`,
  });
}

/** The one machine with that name. */
export function machineNamed(inventory: Inventory, name: string): Machine {
  const found = inventory.machines.filter((machine) => machine.name === name);
  const [machine] = found;
  if (!machine || found.length > 1) throw new Error(`${found.length} machines are called ${name}.`);
  return machine;
}

/** Names of machines with the keys that joined them. */
export function joinedBy(inventory: Inventory): readonly string[] {
  return inventory.machines.map(
    ({ name, keys, evidence }) => `${name}: ${keys.map((one) => one.key).join(' ')} (${evidence.length})`,
  );
}

export function codes(inventory: Inventory): readonly string[] {
  return inventory.findings.map((finding) => finding.code);
}
