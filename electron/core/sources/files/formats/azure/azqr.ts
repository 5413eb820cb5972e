import type { MachineSource } from '../../../../../../shared/model/index.ts';
import { parseArmId } from '../../../../../../shared/text/arm-id.ts';
import { guidOf, isMaskedId, parseCount, regionOf } from '../values.ts';
import { planNameOf } from './arm/plans.ts';
import { plainTable } from './table.ts';

/** Sheets of Azure Quick Review (Azure/azqr). It masks subscription ids unless `--mask=false` is given. */
const DEFENDER_COLUMNS = {
  subscriptionId: ['Subscription Id'],
  subscriptionName: ['Subscription Name'],
  name: ['Name'],
  tier: ['Tier'],
  resourceGroup: ['Resource Group'],
} as const satisfies Record<string, readonly string[]>;

/** Plans of subscriptions. The sheet has the tier but no sub-plan: what is on may be P1 or P2. */
export const AZQR_DEFENDER = plainTable<keyof typeof DEFENDER_COLUMNS>({
  id: 'azqr',
  columns: DEFENDER_COLUMNS,
  required: ['subscriptionId', 'subscriptionName', 'name', 'tier'],
  foreign: ['resourceGroup'],
  score: 90,
  row(row, header, notes) {
    const text = (column: keyof typeof DEFENDER_COLUMNS) => header.text(row, column);
    const planName = planNameOf(text('name'));
    if (planName === undefined) return notes.passOver('azure-plans-other', row.row, text('name'));
    const written = text('subscriptionId') ?? '';
    const subscriptionName = text('subscriptionName');
    if (isMaskedId(written)) return notes.passOver('azqr-ids-masked', row.row, subscriptionName);
    const subscriptionId = guidOf(written);
    if (subscriptionId === undefined)
      return notes.passOver('azure-row-without-subscription', row.row, subscriptionName);
    notes.subscription(row.row, subscriptionId, subscriptionName, undefined);
    const isOn = text('tier')?.toLowerCase() === 'standard';
    const isOff = text('tier')?.toLowerCase() === 'free';
    const plan = isOff ? 'off' : isOn && planName === 'CloudPosture' ? 'P2' : 'unknown';
    if (plan === 'unknown') notes.count('azure-plan-unknown', row.row, subscriptionName ?? subscriptionId);
    const scopeId = `/subscriptions/${subscriptionId}`;
    notes.sink.record({
      type: 'plan',
      row: row.row,
      scope: 'subscription',
      scopeId,
      subscriptionId,
      subscriptionName,
      planName,
      plan,
    });
    if (planName === 'VirtualMachines') notes.read('plans', row.row, subscriptionId);
  },
});

const INVENTORY_COLUMNS = {
  subscriptionId: ['Subscription Id'],
  resourceGroup: ['Resource Group'],
  location: ['Location'],
  type: ['Resource Type'],
  name: ['Resource Name'],
  skuName: ['Sku Name'],
  skuTier: ['Sku Tier'],
  capacity: ['Capacity'],
  kind: ['Kind'],
  sla: ['SLA'],
  resourceId: ['Resource Id'],
} as const satisfies Record<string, readonly string[]>;

const SOURCES: ReadonlyMap<string, MachineSource> = new Map([
  ['microsoft.compute/virtualmachines', 'azure-vm'],
  ['microsoft.compute/virtualmachinescalesets', 'vmss'],
  ['microsoft.hybridcompute/machines', 'arc'],
]);

/** All resources; VMs, scale sets and Arc machines are read. */
export const AZQR_INVENTORY = plainTable<keyof typeof INVENTORY_COLUMNS>({
  id: 'azqr',
  columns: INVENTORY_COLUMNS,
  required: ['subscriptionId', 'type', 'name', 'skuName', 'skuTier', 'resourceId'],
  score: 91,
  row(row, header, notes) {
    const text = (column: keyof typeof INVENTORY_COLUMNS) => header.text(row, column);
    const type = text('type')?.toLowerCase() ?? '';
    const source = SOURCES.get(type);
    if (source === undefined) return notes.passOver('azure-other-resources', row.row, type);
    const written = text('resourceId') ?? '';
    if (isMaskedId(written)) return notes.passOver('azqr-ids-masked', row.row, text('name'));
    const id = parseArmId(written);
    if (!id) return notes.sink.finding('azure-report-row-without-machine', { value: written }, row.row);
    notes.sink.record({
      type: 'machine',
      row: row.row,
      source,
      name: text('name') ?? id.name,
      resourceId: id.id,
      subscriptionId: id.subscriptionId,
      resourceGroup: id.resourceGroup ?? undefined,
      location: regionOf(text('location')),
      vmSize: source === 'vmss' ? text('skuName') : undefined,
      capacity: source === 'vmss' ? parseCount(text('capacity')) : undefined,
      cloudProvider: source === 'arc' ? undefined : 'azure',
    });
    if (source === 'azure-vm') notes.count('azure-power-state-missing', row.row, text('name'));
    if (source === 'arc') notes.count('azure-arc-status-missing', row.row, text('name'));
    notes.read('machines', row.row, id.subscriptionId);
  },
});
