import type { MachineRecord, MachineSource } from '../../../shared/model/index.ts';
import { parseArmId } from '../../../shared/text/arm-id.ts';
import { foldName } from './names.ts';

/** What an ARM id of a machine can be: a VM, an Arc machine, a scale set. Two of one kind are never one machine. */
export type ArmKind = 'vm' | 'arc' | 'set';

/** The ARM resource that a record is, or (a Defender device) is linked to. */
export interface ArmResource {
  readonly id: string;
  readonly kind: ArmKind;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
}

const KIND_OF_SOURCE: Readonly<Partial<Record<MachineSource, ArmKind>>> = { 'azure-vm': 'vm', arc: 'arc', vmss: 'set' };

const KIND_OF_TYPE: ReadonlyMap<string, ArmKind> = new Map([
  ['microsoft.compute/virtualmachines', 'vm'],
  ['microsoft.classiccompute/virtualmachines', 'vm'],
  ['microsoft.hybridcompute/machines', 'arc'],
  ['microsoft.compute/virtualmachinescalesets', 'set'],
]);

/** An instance of a uniform scale set: the set is the row, the instance a part of it. */
const SET_INSTANCE = 'microsoft.compute/virtualmachinescalesets/virtualmachines';

const TYPE_OF_KIND: Readonly<Record<ArmKind, string>> = {
  vm: 'microsoft.compute/virtualmachines',
  arc: 'microsoft.hybridcompute/machines',
  set: 'microsoft.compute/virtualmachinescalesets',
};

/** The kind that a source's rows are; null for sources outside ARM. */
export function kindOfSource(source: MachineSource): ArmKind | null {
  return KIND_OF_SOURCE[source] ?? null;
}

/** The machine resource that an ARM id names; an instance of a uniform scale set is its set. Null for other resources. */
export function machineResource(id: string | undefined): ArmResource | null {
  const arm = id === undefined ? null : parseArmId(id);
  if (!arm) return null;
  if (arm.type === SET_INSTANCE) return machineResource(arm.parentId ?? undefined);
  const kind = KIND_OF_TYPE.get(arm.type);
  if (!kind) return null;
  const { subscriptionId, name } = arm;
  return { id: arm.id, kind, subscriptionId, resourceGroup: arm.resourceGroup ?? '', name };
}

/** The id that follows from subscription, group and name: a row that has all three needs no id to be sure. */
export function ownResource(record: MachineRecord): ArmResource | null {
  const kind = kindOfSource(record.source);
  if (!kind) return null;
  if (record.resourceId !== undefined) return machineResource(record.resourceId);
  const { subscriptionId, resourceGroup } = record;
  if (!subscriptionId || !resourceGroup) return null;
  const name = foldName(record.name);
  const id = `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/${TYPE_OF_KIND[kind]}/${name}`;
  return { id, kind, subscriptionId, resourceGroup, name };
}
