import { describe, expect, it } from 'vitest';
import {
  AZURE_JSON_FORMATS,
  AZURE_TABLE_FORMATS,
} from '../../../../../../../electron/core/sources/files/formats/azure/index.ts';
import { readCsvText, readJson, sample } from '../../../../../../support/formats.ts';

const TABLES = ['arc-bulk-servers.csv', 'finops-regions.csv', 'portal-vm-list.classic.csv'];

const DOCUMENTS = [
  'arm-arc-machines-list.json',
  'arm-sub-pricings-2018-06-01.json',
  'arm-vm-extensions.json',
  'arm-vm-instanceview.json',
  'arm-vm-list.json',
  'az-connectedmachine-list.json',
  'az-graph-query-servers.json',
  'az-vm-list-d.json',
  'pricings-per-resource.json',
  'pricings-put-partial-success.json',
  'pricings-resource-list.json',
  'pricings-resource-put-p1.json',
  'pricings-sub-get.json',
  'retail-prices-defender-servers.json',
];

/** Others' files in the same folder: no format of Azure takes them. */
const OTHERS = [
  'azure-migrate-import.csv',
  'mdc-inventory.en.unverified-headers.csv',
  'rvtools-tabvInfo.csv',
  'target.csv',
];

describe('public examples and the invented customer', () => {
  it.each(TABLES)('%s', async (name) => {
    await matchesGolden(name, readCsvText(sample(name), AZURE_TABLE_FORMATS));
  });

  it.each(DOCUMENTS)('%s', async (name) => {
    await matchesGolden(name, readJson(JSON.parse(sample(name)), AZURE_JSON_FORMATS));
  });

  it.each(OTHERS)('%s is left to its own format', (name) => {
    expect(readCsvText(sample(name), AZURE_TABLE_FORMATS).format).toBeNull();
  });

  it('leaves Defender for Endpoint machines to their own format', () => {
    expect(readJson(JSON.parse(sample('mde-api-machines.json')), AZURE_JSON_FORMATS).format).toBeNull();
  });
});

/** One line for each record and finding, so that a change is a difference that one can read. */
async function matchesGolden(name: string, reading: ReturnType<typeof readJson>): Promise<void> {
  const lines = [
    `format ${reading.format}, rows ${reading.rows}, date ${reading.dates.toSorted().at(-1) ?? '-'}`,
    ...reading.records.map((record) => JSON.stringify(record)),
    ...reading.findings.map((found) => JSON.stringify(found)),
  ];
  expect(reading.unanswered).toEqual([]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    `../../../../../../golden/formats/azure/${name.replace(/\.(csv|json)$/, '')}.txt`,
  );
}
