import type { JsonFormat, Sink } from '../files/format.ts';
import { at } from '../files/formats/azure/arm/item.ts';
import { takeNotes } from '../files/formats/azure/arm/notes.ts';
import { readItem } from '../files/formats/azure/arm/read.ts';
import { RETAIL_PRICES } from '../files/formats/azure/retail-prices.ts';
import { MDE_MACHINES } from '../files/formats/defender/mde-machines.ts';
import { textOf } from '../files/formats/values.ts';

/** What raw rows are of; each goes through the reader that an imported file of the kind goes through. */
export type RowSort = 'resources' | 'devices' | 'prices';

export interface RowReader {
  row(value: unknown, row: number): void;
  end(): void;
}

/** Reads raw rows of Azure into records and findings. Pure: what was kept of a sync can be read again anywhere. */
export function rowReader(sort: RowSort, file: string, sink: Sink): RowReader {
  if (sort === 'devices') return ofFormat(MDE_MACHINES, 'value', file, sink);
  if (sort === 'prices') return ofFormat(RETAIL_PRICES, 'Items', file, sink);
  const notes = takeNotes(sink);
  return { row: (value, row) => readItem(value, row, notes), end: () => notes.end() };
}

function ofFormat(format: JsonFormat, container: string, file: string, sink: Sink): RowReader {
  const reader = format.reader({ file, container, sink });
  return { row: (value, row) => reader.item({ row, value }), end: () => reader.end?.({}) };
}

/** Subscription that a raw row belongs to, lower-cased; null for what stands above subscriptions. */
export function subscriptionOfRow(row: unknown): string | null {
  const id = textOf(at(row, 'id')) ?? '';
  const found = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? textOf(at(row, 'subscriptionId'));
  return found?.toLowerCase() ?? null;
}

export function countBySubscription(rows: Iterable<unknown>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const id = subscriptionOfRow(row);
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** ARM id of a raw row as the service writes it. */
export function idOfRow(row: unknown): string | null {
  return textOf(at(row, 'id')) ?? null;
}

/** Whether every machine of the subscription has the subscription's plan, so that asking each would tell nothing new. */
export function coversEveryMachine(pricings: Iterable<unknown>): boolean {
  for (const row of pricings) {
    if (textOf(at(row, 'name'))?.toLowerCase() !== 'virtualmachines') continue;
    const told = (name: string) => textOf(at(row, `properties.${name}`))?.toLowerCase();
    // FullyCovered does not do: a machine that was taken down from P2 to P1 is covered too.
    return (
      told('enforce') === 'true' || (told('pricingTier') === 'free' && told('resourcesCoverageStatus') === 'notcovered')
    );
  }
  return false;
}

/** Whether the tenant's switch for direct onboarding is on in one of these subscriptions' plans. */
export function isDesignatedPlan(row: unknown): boolean {
  const extensions = at(row, 'properties.extensions');
  return (
    Array.isArray(extensions) &&
    extensions.some(
      (extension) =>
        textOf(at(extension, 'name')) === 'MdeDesignatedSubscription' &&
        textOf(at(extension, 'isEnabled'))?.toLowerCase() === 'true',
    )
  );
}

/** Whether a setting says that Defender for Endpoint is not deployed to the machines of its subscription. */
export function isIntegrationOff(row: unknown): boolean {
  const enabled = at(row, 'properties.enabled') ?? at(row, 'enabled');
  return textOf(at(row, 'name'))?.toUpperCase() === 'WDATP' && enabled === false;
}
