import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as azure from './azure.ts';
import * as defender from './defender.ts';
import * as lists from './lists.ts';
import { workbook } from './workbook.ts';

/** Where the sample customer's files stand. */
export const DEMO_FOLDER = join(import.meta.dirname, '../../../electron/core/demo/files');

/** Every file of the sample customer, by name: made from one fleet, so that hosts, ids and dates agree everywhere. */
export async function demoFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const texts: Readonly<Record<string, string>> = {
    'az-account-list.json': azure.accountList(),
    'az-graph-query.json': azure.graphAnswer(),
    'az-connectedmachine-list.json': azure.connectedMachines(),
    'azqr-inventory.csv': lists.maskedReview(),
    'cost-details-2026-10.csv': lists.costDetails(),
    'defender-machines.json': defender.machinesAnswer(),
    'defender-device-inventory.csv': defender.deviceInventory(),
    'machine-plans.jsonl': azure.machinePlans(),
    'policy-assignments.json': azure.policyAssignments(),
    'policy-exemptions.json': azure.policyExemptions(),
    'portal-vm-list-minato-plant.csv': lists.plantList(),
    'subscription-plans.json': azure.subscriptionPlans(),
    'target.csv': lists.targets(),
    'vm-extensions.json': azure.vmExtensions(),
    '仮想マシン一覧_minato-dev.csv': lists.developmentList(),
  };
  return new Map([
    ...Object.entries(texts).map(([name, text]): [string, Buffer] => [name, Buffer.from(text, 'utf8')]),
    ['RVTools_export_2026-11-18.xlsx', await workbook([{ sheet: 'vInfo', rows: lists.vmwareSheet() }])],
    [
      'サーバー一覧.xlsx',
      await workbook([
        { sheet: 'サーバー一覧', rows: lists.ownList(), merged: 11 },
        { sheet: '改訂履歴', rows: lists.revisions() },
      ]),
    ],
  ]);
}

// `node test/support/demo/generate.ts` writes the files anew; the tests compare them.
if (import.meta.main) {
  const files = await demoFiles();
  mkdirSync(DEMO_FOLDER, { recursive: true });
  for (const old of readdirSync(DEMO_FOLDER)) rmSync(join(DEMO_FOLDER, old));
  for (const [name, bytes] of files) writeFileSync(join(DEMO_FOLDER, name), bytes);
}
