import type { KnownPlan, MachineSource } from '../../../../../../shared/model/index.ts';
import { parseArmId } from '../../../../../../shared/text/arm-id.ts';
import { isMaskedId } from '../values.ts';
import { plainTable } from './table.ts';

const COLUMNS = {
  subscriptionId: ['SubscriptionId'],
  name: ['ResourceName'],
  resourceId: ['ResourceId'],
  subPlan: ['SubPlan'],
  scope: ['Scope'],
  error: ['Error'],
} as const satisfies Record<string, readonly string[]>;

/** `Standard` alone is what an API gave that named no sub-plan: with the version that this report asks, that is P2. */
const PLANS: ReadonlyMap<string, KnownPlan> = new Map([
  ['p1', 'P1'],
  ['p2', 'P2'],
  ['standard', 'P2'],
  ['free', 'off'],
  ['unknown', 'unknown'],
]);

const SOURCES: ReadonlyMap<string, MachineSource> = new Map([
  ['microsoft.compute/virtualmachines', 'azure-vm'],
  ['microsoft.compute/virtualmachinescalesets', 'vmss'],
  ['microsoft.hybridcompute/machines', 'arc'],
]);

/**
 * `server-defender-plan-report.csv`: the effective plan of every VM, scale set and Arc machine, read one by one
 * (api-version 2024-01-01). It does not say whether the plan is inherited.
 */
export const PLAN_REPORT = plainTable<keyof typeof COLUMNS>({
  id: 'defender-plan-report',
  columns: COLUMNS,
  required: ['resourceId', 'subPlan', 'scope', 'subscriptionId'],
  score: 95,
  row(row, header, notes) {
    const written = header.text(row, 'resourceId') ?? '';
    const name = header.text(row, 'name');
    if (isMaskedId(written)) return notes.passOver('azure-id-masked', row.row, name);
    const id = parseArmId(written);
    const source = SOURCES.get(id?.type ?? '');
    if (!id || !source) {
      return notes.sink.finding('azure-report-row-without-machine', { value: written || (name ?? '') }, row.row);
    }
    const place = { row: row.row, subscriptionId: id.subscriptionId };
    const resourceGroup = id.resourceGroup ?? undefined;
    notes.sink.record({ ...place, type: 'machine', source, name: name ?? id.name, resourceId: id.id, resourceGroup });
    const subPlan = header.text(row, 'subPlan') ?? '';
    const plan = PLANS.get(subPlan.toLowerCase());
    if (plan === undefined) {
      const error = header.text(row, 'error') ?? subPlan;
      return notes.sink.finding('azure-report-plan-not-read', { name: name ?? id.name, error }, row.row);
    }
    if (plan === 'unknown') notes.count('azure-plan-unknown', row.row, id.id);
    notes.sink.record({ ...place, type: 'plan', scope: 'machine', scopeId: id.id, planName: 'VirtualMachines', plan });
    notes.read('machinePlans', row.row, id.subscriptionId);
  },
});
