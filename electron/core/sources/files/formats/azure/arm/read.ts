import type { MachineRecord } from '../../../../../../../shared/model/index.ts';
import { guidOf, lowerOf, textOf } from '../../values.ts';
import { embeddedExtensions, extension } from './extensions.ts';
import { at, isObject, type JsonObject, property, type Resource, resourceOf } from './item.ts';
import { arcMachine, mdeServer, scaleSet, virtualMachine } from './machines.ts';
import type { Notes } from './notes.ts';
import { connector, pricing } from './plans.ts';
import { policyAssignment, policyExemption, policyKind } from './policies.ts';

/** What an item is about, as far as this room reads it. */
export type ItemKind =
  | 'vm'
  | 'vmss'
  | 'arc'
  | 'mde-server'
  | 'pricing'
  | 'connector'
  | 'extension'
  | 'policy'
  | 'subscription'
  | 'assessment'
  | 'other-resource'
  | 'masked'
  | 'none';

const KINDS: ReadonlyMap<string, ItemKind> = new Map([
  ['microsoft.compute/virtualmachines', 'vm'],
  ['microsoft.classiccompute/virtualmachines', 'vm'],
  ['microsoft.compute/virtualmachinescalesets', 'vmss'],
  ['microsoft.hybridcompute/machines', 'arc'],
  ['microsoft.security/mdeservers', 'mde-server'],
  ['microsoft.security/pricings', 'pricing'],
  ['microsoft.security/securityconnectors', 'connector'],
  ['microsoft.security/assessments', 'assessment'],
  ['microsoft.compute/virtualmachines/extensions', 'extension'],
  ['microsoft.hybridcompute/machines/extensions', 'extension'],
  ['microsoft.compute/virtualmachinescalesets/extensions', 'extension'],
  ['microsoft.resources/subscriptions', 'subscription'],
]);

/**
 * Microsoft's estimator counts direct-onboarded servers by the rows of this assessment; the rows may be gone since the
 * grouped recommendations were removed, so they are a cross-check only.
 * Azure/Microsoft-Defender-for-Cloud, AzureAssetsDiscovery.ps1, 2026-06.
 */
const DIRECT_ASSESSMENT = '44d12760-2cf2-4e6d-8613-8451c11c1abc';

/** Tells what an item is, by its id first: a flattened writer may put another thing under `type`. */
export function kindOf(value: unknown): ItemKind {
  if (!isObject(value)) return 'none';
  if (policyKind(value) !== null) return 'policy';
  if (isSubscription(value)) return 'subscription';
  const resource = resourceOf(value);
  if (resource === 'masked') return 'masked';
  if (resource === 'no-id') return 'none';
  return KINDS.get(resource.type) ?? 'other-resource';
}

/** What a masked item would be; its type stands beside the id. */
export function kindOfType(value: unknown): ItemKind | undefined {
  return KINDS.get(lowerOf(at(value, 'type')) ?? '');
}

/** Reads one item into records and findings; what is not for us is counted. */
export function readItem(value: unknown, row: number, notes: Notes): void {
  const kind = kindOf(value);
  if (kind === 'none' || !isObject(value)) {
    notes.sink.finding('azure-item-not-understood', { keys: keysOf(value) }, row);
  } else if (kind === 'masked') {
    notes.passOver('azure-id-masked', row, textOf(at(value, 'name')) ?? textOf(at(value, 'id')));
  } else if (kind === 'policy') {
    readPolicy(value, row, notes);
  } else if (kind === 'subscription') {
    readSubscription(value, row, notes);
  } else {
    const resource = resourceOf(value);
    if (typeof resource === 'object') readResource(kind, resource, row, notes);
  }
}

function readResource(kind: ItemKind, resource: Resource, row: number, notes: Notes): void {
  const tenantId = guidOf(at(resource.item, 'tenantId'));
  notes.subscription(row, resource.subscriptionId, textOf(at(resource.item, 'subscriptionName')), tenantId);
  const read = READERS[kind];
  if (read) read({ resource, row, tenantId, notes });
  else notes.passOver('azure-other-resources', row, resource.type);
}

interface Reading {
  readonly resource: Resource;
  readonly row: number;
  readonly tenantId: string | undefined;
  readonly notes: Notes;
}

const READERS: Partial<Record<ItemKind, (reading: Reading) => void>> = {
  vm: (reading) => readMachine(virtualMachine(reading.resource, reading.row, reading.notes), reading),
  vmss: (reading) => readMachine(scaleSet(reading.resource, reading.row), reading),
  arc: (reading) => readMachine(arcMachine(reading.resource, reading.row, reading.notes), reading),
  'mde-server': ({ resource, row, tenantId, notes }) => {
    notes.sink.record(mdeServer(resource, row));
    notes.read('defender', row, resource.subscriptionId, tenantId);
  },
  pricing: readPricing,
  connector: ({ resource, row, notes }) => notes.sink.record(connector(resource, row)),
  extension: ({ resource, row, notes }) => notes.sink.record(extension(resource, row)),
  assessment: countAssessment,
};

function readMachine(machine: MachineRecord, { resource, row, tenantId, notes }: Reading): void {
  notes.sink.record(machine);
  for (const record of embeddedExtensions(resource, row)) notes.sink.record(record);
  notes.read('machines', row, resource.subscriptionId, tenantId);
}

function readPricing({ resource, row, tenantId, notes }: Reading): void {
  const record = pricing(resource, row, notes);
  if (record === null) return;
  notes.sink.record(record);
  if (record.planName !== 'VirtualMachines' || record.scope === 'connector') return;
  notes.read(record.scope === 'machine' ? 'machinePlans' : 'plans', row, resource.subscriptionId, tenantId);
}

function readPolicy(item: JsonObject, row: number, notes: Notes): void {
  const isAssignment = policyKind(item) === 'assignment';
  const record = isAssignment ? policyAssignment(item, row, notes) : policyExemption(item, row, notes);
  if (record !== null) notes.sink.record(record);
  // Assignments of a management group come along with a subscription's own: only those tell which one was asked.
  const scope = /^\/subscriptions\/([^/]+)/.exec((textOf(at(item, 'id')) ?? '').toLowerCase());
  if (isAssignment && scope?.[1] !== undefined) notes.read('policies', row, scope[1]);
}

/** `az account list`, Get-AzSubscription (a bare GUID as id), ARM and Resource Graph (`/subscriptions/…`). */
function isSubscription(item: JsonObject): boolean {
  const type = textOf(at(item, 'type'))?.toLowerCase();
  if (type !== undefined) return type === 'microsoft.resources/subscriptions';
  const id = textOf(at(item, 'id')) ?? '';
  const isNamed = textOf(at(item, 'displayName')) !== undefined || textOf(at(item, 'name')) !== undefined;
  const isId = guidOf(id) !== undefined || /^\/subscriptions\/[^/]+\/?$/i.test(id);
  return isId && isNamed && (at(item, 'tenantId') !== undefined || at(item, 'state') !== undefined);
}

function readSubscription(item: JsonObject, row: number, notes: Notes): void {
  const id = textOf(at(item, 'subscriptionId')) ?? textOf(at(item, 'id'))?.replace(/^\/subscriptions\//i, '');
  const subscriptionId = guidOf(id);
  const name = textOf(at(item, 'displayName')) ?? textOf(at(item, 'name'));
  if (subscriptionId === undefined) {
    notes.passOver('azure-id-masked', row, name);
    return;
  }
  const tenantId = guidOf(at(item, 'tenantId'));
  notes.sink.record({ type: 'subscription', row, subscriptionId, subscriptionName: name, tenantId });
}

function countAssessment({ resource, row, notes }: Reading): void {
  const isDirect = resource.name.toLowerCase() === DIRECT_ASSESSMENT;
  const server = textOf(property(resource.item, 'resourceDetails.Id'))?.split('/').at(-1);
  if (isDirect) notes.passOver('azure-direct-assessments', row, server);
  else notes.passOver('azure-other-resources', row, resource.type);
}

function keysOf(value: unknown): string {
  return isObject(value) ? Object.keys(value).slice(0, 6).join(', ') : typeof value;
}
