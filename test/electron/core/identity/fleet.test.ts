import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveInventory } from '../../../../electron/core/identity/index.ts';
import type { Inventory } from '../../../../shared/model/index.ts';
import { readFiles } from '../../../support/read-files.ts';
import { machineNamed } from './inventory.ts';

const SAMPLES = 'test/fixtures/samples';
/** The invented customer: the same hosts in file after file. */
const CONTOSO = [
  'portal-vm-list.classic.csv',
  'az-vm-list-d.json',
  'az-connectedmachine-list.json',
  'az-graph-query-servers.json',
  'mde-api-machines.json',
  'mdc-inventory.en.unverified-headers.csv',
  'rvtools-tabvInfo.csv',
  'azure-migrate-import.csv',
  'pricings-per-resource.json',
  'target.csv',
];

async function import_(files: readonly string[]): Promise<Inventory> {
  const read = await readFiles(files.map((file) => `${SAMPLES}/${file}`));
  let last = 0;
  return resolveInventory({ ...read, known: [], decisions: [], asOf: '2026-11-24', newId: () => `m${++last}` });
}

describe('the fleet of Contoso JP', () => {
  let inventory: Inventory;
  beforeAll(async () => {
    inventory = await import_(CONTOSO);
  });

  it('one row for each real server, with its placement', () => {
    expect(inventory.machines.map(({ name, placement, capacity }) => `${name} ${placement} ${capacity}`)).toEqual([
      '3f2a9c10workers1 databricks 1',
      '会計サーバー01 on-premises 1',
      'aks-nodepool1-31415926-vmss aks 3',
      'batch01 azure-vm 1',
      'dc01 mde-direct 1',
      'dev01 azure-vm 1',
      'dev02 azure-vm 1',
      'file01 arc 1',
      'file02 mde-direct 1',
      'gone01 arc 1',
      'ip-10-0-0-21 arc 1',
      'ip-10-0-0-22 mde-direct 1',
      'legacy08 on-premises 1',
      'old2012 arc 1',
      'print01 on-premises 1',
      'sql01 arc 1',
      'vmss-app vmss-uniform 4',
      'web01-jp azure-vm 1',
      'web02-jp azure-vm 1',
    ]);
    expect(inventory.offers).toEqual([]);
  });

  it('out with a reason: template, vCLS, client, flexible set', () => {
    expect(inventory.excluded.map(({ name, rule, reason }) => `${name} ${rule} ${reason}`)).toEqual([
      'vmss-flex X3 flexible-scale-set',
      'pc-win11-77 X2 client-os',
      'tmpl-ws2022 X3 template',
      'vCLS-0001 X3 vcls',
    ]);
  });

  it('sql01 is one server in seven files, and may be billed twice', () => {
    const sql = machineNamed(inventory, 'sql01');
    expect(sql.mayBeBilledTwice).toBe(true);
    expect(new Set(sql.evidence.map((ref) => ref.file)).size).toBe(7);
    expect(sql).toMatchObject({
      arcStatus: 'connected',
      power: 'on',
      fqdn: 'sql01.corp.contoso.example',
      mdeDeviceId: 'd2e7f82186bbfe223943909d51fdcbc5445b956d',
      today: { plan: 'P2', explicit: false },
    });
  });

  it("today's plans, states and names of subscriptions come from different files", () => {
    expect(machineNamed(inventory, 'batch01')).toMatchObject({
      power: 'deallocated',
      subscriptionName: 'Contoso Prod',
      today: { plan: 'P1', explicit: true },
    });
    expect(machineNamed(inventory, 'dev01').today).toEqual({ plan: 'off', explicit: true });
    expect(inventory.subscriptions.map(({ name, plan, isDesignated }) => [name, plan, isDesignated])).toEqual([
      ['Contoso Prod', 'P2', 'unknown'],
      ['Contoso Dev', 'unknown', 'unknown'],
      ['Contoso MDE Direct', 'unknown', true],
    ]);
  });

  it('target.csv is a list whose names are all found', () => {
    expect(inventory.lists).toMatchObject([{ found: 3, missing: [], several: [] }]);
  });

  it('every sample at once is the same fleet, and some more', async () => {
    const all = await import_(readdirSync(SAMPLES).filter((file) => !file.endsWith('.md')));
    const names = new Set(all.machines.map((machine) => machine.name));
    expect(inventory.machines.filter((machine) => !names.has(machine.name))).toEqual([]);
    expect(new Set(all.machines.map((machine) => machine.name)).size).toBe(all.machines.length);
  });
});
