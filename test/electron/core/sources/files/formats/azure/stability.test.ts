import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AZURE_TABLE_FORMATS } from '../../../../../../../electron/core/sources/files/formats/azure/index.ts';
import { TABLE_FORMATS } from '../../../../../../../electron/core/sources/files/formats/index.ts';
import { type FileResult, readInputs } from '../../../../../../../electron/core/sources/files/index.ts';
import type { FormatId, SourceRecord } from '../../../../../../../shared/model/index.ts';
import { readTable } from '../../../../../../support/formats.ts';

const SUB = '11111111-1111-4111-8111-111111111111';
const VM = `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web01`;

/** One header and one row of every table format. */
const TABLES: readonly (readonly [FormatId, Readonly<Record<string, string>>])[] = [
  [
    'portal-vm-list',
    {
      NAME: 'web01',
      SUBSCRIPTION: 'Prod',
      'RESOURCE GROUP': 'rg',
      LOCATION: 'Japan East',
      STATUS: 'Running',
      SIZE: 'Standard_B2s',
      DISKS: '1',
    },
  ],
  [
    'portal-vm-list',
    { 名前: 'web01', サブスクリプション: '本番', 'リソース グループ': 'rg', 状態: '実行中', サイズ: 'Standard_B2s' },
  ],
  [
    'arc-machines',
    {
      NAME: 'sql01',
      SUBSCRIPTION: 'Prod',
      'RESOURCE GROUP': 'rg',
      'ARC AGENT STATUS': 'Connected',
      'OPERATING SYSTEM': 'Windows',
    },
  ],
  [
    'resource-graph',
    { id: VM, name: 'web01', type: 'microsoft.compute/virtualmachines', subscriptionId: SUB, powerState: 'VM running' },
  ],
  [
    'defender-plan-report',
    { SubscriptionId: SUB, ResourceName: 'web01', ResourceId: VM, SubPlan: 'P1', Scope: 'VM', Error: '' },
  ],
  [
    'ari',
    {
      Subscription: 'Prod',
      'Resource Group': 'rg',
      'VM Name': 'web01',
      'OS Type': 'Linux',
      'Power State': 'VM running',
      'Resource U': '1',
      'Tag Name': 'env',
      'Tag Value': 'prod',
    },
  ],
  ['azqr', { 'Subscription Id': SUB, 'Subscription Name': 'Prod', Name: 'VirtualMachines', Tier: 'Free' }],
  [
    'azqr',
    {
      'Subscription Id': SUB,
      'Resource Group': 'rg',
      'Resource Type': 'Microsoft.Compute/virtualMachines',
      'Resource Name': 'web01',
      'Sku Name': '',
      'Sku Tier': '',
      'Resource Id': VM,
    },
  ],
  [
    'mde-extension-report',
    {
      Subscription: 'Prod',
      'VM Name': 'web01',
      'VM Extension': 'MDE.Windows',
      OS: 'Windows',
      'VM Extension Status': 'Failed',
      'Error Code': '1',
      ' VM Extension Error Details': 'x',
    },
  ],
  ['arc-bulk-list', { ServerName: 'sql01', ResourceGroup: 'rg', Location: 'japaneast', Tags: 'env=prod;team=a' }],
  [
    'cost-details',
    {
      SubscriptionId: SUB,
      Date: '11/20/2026',
      ResourceId: VM,
      MeterCategory: 'Microsoft Defender for Cloud',
      MeterSubCategory: 'Microsoft Defender for Servers',
      MeterName: 'Standard P2 Node',
      Quantity: '24',
      CostInBillingCurrency: '0.48',
      BillingCurrency: 'USD',
    },
  ],
];

/** Cells that files really hold, good and bad. */
const cell = fc.constantFrom(
  '',
  '-',
  'x',
  VM,
  SUB,
  'VM running',
  'Stopped (deallocated)',
  '11/20/2026',
  '1.500,00',
  'VirtualMachines',
  'Free',
  '"',
  '=1+1',
  '{"a":1',
  'xxxxxxxx-xxxx-xxxx-xxxx-xxxxx1111111',
  'a;b=c',
  '　',
  '\u0000',
);

const disguise = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
  (text: string) =>
    [...text].map((sign) => (/[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)).join(''),
);

describe('recognition', () => {
  it.each(TABLES)(
    '%s stays itself under shuffled columns, other case and width, and further columns',
    (id, columns) => {
      const plain = recordsOf(Object.entries(columns));
      expect(plain.format).toBe(id);
      fc.assert(
        fc.property(
          fc.shuffledSubarray(Object.entries(columns), { minLength: Object.keys(columns).length }),
          // A query's own column names are its code: they are not written in full width.
          id === 'resource-graph' ? fc.constant((text: string) => text) : disguise,
          fc.array(fc.constantFrom('備考', 'Owner', 'Cost center', '担当'), { maxLength: 3 }),
          (shuffled, dress, more) => {
            const dressed = shuffled.map(([name, value]) => [dress(name), value] as const);
            const reading = recordsOf([...dressed, ...more.map((name) => [name, 'x'] as const)]);
            expect(reading.format).toBe(id);
            expect(reading.records.map(withoutTags)).toEqual(plain.records.map(withoutTags));
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

describe('rows', () => {
  it.each(TABLES)('%s answers every row with a record or a finding', (_, columns) => {
    const names = Object.keys(columns);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { maxLength: 8 }),
        (cells) => {
          const filled = cells.filter((row) => row.some((text) => text.trim() !== ''));
          const rows = [names, Object.values(columns), ...filled].map((row, index) => ({ row: index + 1, cells: row }));
          expect(readTable(rows, AZURE_TABLE_FORMATS).unanswered).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are all answered when the files come through the reader', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'azure-formats-'));
    try {
      TABLES.forEach(([, columns], index) => {
        const csv = [Object.keys(columns), Object.values(columns), Object.keys(columns).map(() => 'x')]
          .map((row) => row.map((text) => `"${text}"`).join(','))
          .join('\r\n');
        writeFileSync(join(folder, `${String(index).padStart(2, '0')}.csv`), csv);
      });
      const results = await readAll(folder);
      expect(results.map(({ format }) => format)).toEqual(TABLES.map(([id]) => id));
      expect(results.flatMap(({ findings }) => findings).filter(({ code }) => code === 'row-not-understood')).toEqual(
        [],
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** A column that somebody added to a portal list becomes a tag. */
function withoutTags(record: SourceRecord) {
  return { ...record, tags: undefined };
}

function recordsOf(columns: readonly (readonly [string, string])[]) {
  const rows = [columns.map(([name]) => name), columns.map(([, value]) => value)].map((cells, index) => ({
    row: index + 1,
    cells,
  }));
  return readTable(rows, TABLE_FORMATS);
}

async function readAll(folder: string): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  const records: SourceRecord[] = [];
  await readInputs(
    [folder],
    { tables: AZURE_TABLE_FORMATS },
    {
      open: () => ({ begin: () => undefined, record: (record) => void records.push(record) }),
      close: (result) => void results.push(result),
    },
  );
  expect(records.length).toBeGreaterThan(TABLES.length);
  return results;
}
