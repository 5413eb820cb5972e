import type { ExclusionReason } from '../../../shared/i18n/labels/exclusions.ts';
import type { ExcludedMachine, Machine, MachineRecord } from '../../../shared/model/index.ts';
import type { Cluster } from './clusters.ts';
import { believedRow, newestFirst } from './fields.ts';
import { displayName } from './machines.ts';
import { isOutsideAzure } from './placement.ts';
import { comparePlaces, compareText, type Located, type Row } from './rows.ts';

const OF_DISCARDED: Readonly<Record<NonNullable<MachineRecord['discarded']>, ExclusionReason>> = {
  merged: 'merged-device',
  duplicate: 'duplicate-device',
  excluded: 'excluded-device',
};

/** Rows that are no server, or that Defender itself does not count (X3): one entry for each row. */
export function excludedRows(outside: readonly Located<MachineRecord>[]): ExcludedMachine[] {
  return outside.toSorted(comparePlaces).map(({ record, evidence }) => ({
    name: record.name,
    rule: 'X3',
    reason: record.notServer ?? (record.discarded ? OF_DISCARDED[record.discarded] : 'device-type'),
    file: evidence.file,
    row: record.row,
  }));
}

/**
 * Flexible scale sets (by their own word, or because a VM says it is an instance): their instances are VMs of the list,
 * so the set itself is none (X3).
 */
export function isFlexibleSet(
  rows: readonly Row[],
  cluster: Cluster,
  withInstances: ReadonlyMap<string, number>,
): boolean {
  if (cluster.arm.set === undefined) return false;
  const told = believedRow(newestFirst(rows), 'orchestration')?.record.orchestration;
  return told === undefined ? withInstances.has(cluster.arm.set) : told === 'flexible';
}

/** Scale set id → how many VMs say that they are its instances. */
export function instancesOfSets(rows: readonly Row[]): ReadonlyMap<string, number> {
  const instances = new Map<string, Set<string>>();
  for (const { record, own, anchor } of rows) {
    if (record.scaleSetId === undefined) continue;
    const known = instances.get(record.scaleSetId) ?? new Set<string>();
    instances.set(record.scaleSetId, known.add(own?.id ?? anchor));
  }
  return new Map([...instances].map(([id, members]) => [id, members.size]));
}

/** A client outside Azure and Arc must be covered by a user licence: no server of ours (X2). */
export function isClientOutside(machine: Pick<Machine, 'placement' | 'os'>): boolean {
  return machine.os.role === 'client' && isOutsideAzure(machine.placement);
}

/** One entry for a whole machine, at the first of its places. */
export function excludedMachine(
  rows: readonly Row[],
  rule: ExcludedMachine['rule'],
  reason: ExclusionReason,
  id?: string,
): ExcludedMachine {
  const first = rows.toSorted(comparePlaces)[0];
  return {
    ...(id === undefined ? {} : { id }),
    name: displayName(newestFirst(rows)),
    rule,
    reason,
    file: first?.evidence.file ?? '',
    row: first?.record.row ?? 0,
  };
}

export function compareExcluded(left: ExcludedMachine, right: ExcludedMachine): number {
  return (
    compareText(left.file, right.file) ||
    left.row - right.row ||
    compareText(left.name, right.name) ||
    compareText(left.reason, right.reason)
  );
}
