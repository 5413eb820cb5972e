import type { FormatId } from '../../../../../../shared/model/index.ts';
import type { RowReader, TableContext, TableFormat } from '../../format.ts';
import { findHeader } from '../headers.ts';

/** Files that hold counts or reference data, no machines: they are recognised, named, and nothing is taken from them. */
const NAMED: readonly { readonly id: FormatId; readonly kind: string; readonly headers: readonly string[] }[] = [
  {
    id: 'mdc-calculator',
    kind: 'calculator',
    headers: ['SubscriptionID', 'Plan', 'SubPlan', 'ResourcesCount', 'BillableUnits'],
  },
  {
    id: 'mdc-raw-billable',
    kind: 'raw-billable',
    headers: ['SubscriptionID', 'EnvironmentType', 'Servers', 'DCSPM_Servers'],
  },
  {
    id: 'p2-count',
    kind: 'p2-count',
    headers: ['subscriptionId', 'virtualMachinesResourcesCount', 'totalServersCount'],
  },
  { id: 'finops-data', kind: 'regions', headers: ['OriginalValue', 'RegionId', 'RegionName'] },
  {
    id: 'finops-data',
    kind: 'pricing-units',
    headers: ['UnitOfMeasure', 'AccountTypes', 'PricingBlockSize', 'DistinctUnits'],
  },
];

export const NAMED_ONLY: readonly TableFormat[] = NAMED.map(({ id, kind, headers }) => {
  const columns = Object.fromEntries(headers.map((header) => [header, [header]]));
  return {
    id,
    detect: (preview) => findHeader(preview, columns, headers, 95),
    reader: (context) => counter(context, kind),
  };
});

function counter({ sink }: TableContext, kind: string): RowReader {
  let count = 0;
  return {
    row: () => void count++,
    end: () => sink.finding(`azure-counts-only-${kind}`, { count }, 'all'),
  };
}
