import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../../../electron/core/identity/index.ts';
import {
  type IdentityDecision,
  type LocatedRecord,
  MACHINE_SOURCES,
  type MachineRecord,
} from '../../../../shared/model/index.ts';
import { anEvidence, arcId, DEV, deviceId, OTHER_TENANT, PROD, TENANT, vmId } from '../../../support/records.ts';
import { inventoryOf } from './inventory.ts';

const EVIDENCE = [
  anEvidence({ id: 'e1', file: 'a.json', date: '2026-10-01T00:00:00Z', tenantId: TENANT }),
  anEvidence({ id: 'e2', file: 'b.csv', date: '2026-11-01T00:00:00Z' }),
  anEvidence({ id: 'e3', file: 'c.xlsx', date: '2026-11-01T00:00:00Z', tenantId: OTHER_TENANT }),
];

const some = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const UUID = '0000000%-2b12-517b-89f1-0984e272af34';

/** Few names and few keys, so that everything meets everything. */
const record: fc.Arbitrary<MachineRecord> = fc
  .record({
    source: fc.constantFrom(...MACHINE_SOURCES),
    name: fc.constantFrom('web01', 'WEB02', 'sql01.corp.example', 'db 01'),
    link: some(vmId('web01'), vmId('web02', DEV), arcId('sql01')),
    mdeDeviceId: some(deviceId('a'), deviceId('b')),
    vmId: some('1', '2'),
    smbiosUuid: some(UUID.replace('%', '1'), UUID.replace('%', '2')),
    fqdn: some('sql01.corp.example', 'web01.corp.example'),
    domain: some('corp.example'),
    subscriptionName: some('Contoso Prod', 'Contoso Dev'),
    subscriptionId: some(PROD, DEV),
    resourceGroup: some('rg-web', 'rg-arc'),
    ipAddresses: some(['10.0.0.1'], ['10.0.0.2', '10.0.0.1']),
    osText: some('Windows Server 2022', 'Windows 11', 'Linux'),
    sensorOnboarding: some('onboarded' as const, 'can-be-onboarded' as const),
    lastSeen: some('2026-10-10T00:00:00Z', '2026-10-11T00:00:00Z'),
    tags: some({ env: 'prod' }, { env: 'dev', a: '1' }),
    capacity: some(2, 3),
  })
  .map(({ link, ...fields }) => {
    const isResource = fields.source === 'azure-vm' || fields.source === 'arc';
    const matches = link?.includes(fields.source === 'arc' ? 'hybridcompute' : 'microsoft.compute') ?? false;
    return {
      type: 'machine' as const,
      row: 1,
      ...fields,
      ...(isResource && matches ? { resourceId: link } : {}),
      ...(fields.source === 'mde-device' ? { linkedResourceId: link } : {}),
    };
  });

const located: fc.Arbitrary<LocatedRecord[]> = fc
  .array(fc.tuple(fc.constantFrom('e1', 'e2', 'e3'), record), { maxLength: 14 })
  .map((entries) => entries.map(([evidenceId, one], index) => ({ evidenceId, record: { ...one, row: index + 1 } })));

function inventory(records: readonly LocatedRecord[], decisions: readonly IdentityDecision[] = []) {
  return inventoryOf(
    [
      { evidence: EVIDENCE[0] ?? anEvidence(), records },
      ...EVIDENCE.slice(1).map((evidence) => ({ evidence, records: [] })),
    ],
    {
      decisions,
    },
  );
}

describe('for every set of records', () => {
  it('the order of files and records changes nothing', () => {
    const shuffled = located.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    );
    fc.assert(
      fc.property(shuffled, ([records, other]) => {
        expect(inventory(other)).toEqual(inventory(records));
      }),
      { numRuns: 300 },
    );
  });

  it('every record is in exactly one machine, or out with a reason', () => {
    fc.assert(
      fc.property(located, (records) => {
        const { machines, excluded } = inventory(records);
        const rows = machines.flatMap((machine) => machine.evidence.map((ref) => ref.row)).sort((a, b) => a - b);
        expect(new Set(rows).size).toBe(rows.length);
        const outside = records.filter(({ record: one }) => !rows.includes(one.row));
        expect(outside.length === 0 || excluded.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('no machine holds two tenants, or two resources of one kind', () => {
    fc.assert(
      fc.property(located, (records) => {
        const byRow = new Map(records.map(({ record: one, evidenceId }) => [one.row, { one, evidenceId }]));
        for (const machine of inventory(records).machines) {
          const members = machine.evidence.flatMap((ref) => byRow.get(ref.row) ?? []);
          const tenants = new Set(
            members
              .map(({ evidenceId }) => EVIDENCE.find((entry) => entry.id === evidenceId)?.tenantId)
              .filter(Boolean),
          );
          expect(tenants.size).toBeLessThanOrEqual(1);
          for (const type of ['/virtualmachines/', '/machines/']) {
            const ids = members.flatMap(({ one }) =>
              one.type === 'machine' ? [one.resourceId, one.linkedResourceId].filter((id) => id?.includes(type)) : [],
            );
            expect(new Set(ids).size).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a second look at the same records gives the same ids', () => {
    fc.assert(
      fc.property(located, (records) => {
        const first = inventory(records);
        const again = inventoryOf(
          [
            { evidence: EVIDENCE[0] ?? anEvidence(), records },
            ...EVIDENCE.slice(1).map((evidence) => ({ evidence, records: [] })),
          ],
          { known: first.known },
        );
        expect(again).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  it('a record that a person split off stands alone', () => {
    const chosen = located
      .filter((records) => records.length > 0)
      .chain((records) => fc.tuple(fc.constant(records), fc.nat(records.length - 1)));
    fc.assert(
      fc.property(chosen, ([records, index]) => {
        const picked = records[index]?.record;
        if (picked?.type !== 'machine') return;
        const anchor = anchorOf(picked, 'unknown');
        const { machines } = inventory(records, [{ kind: 'split', anchor }]);
        const machine = machines.find((one) => one.evidence.some((ref) => ref.row === picked.row));
        const others =
          machine?.evidence.flatMap((ref) => records.find((one) => one.record.row === ref.row)?.record ?? []) ?? [];
        for (const other of others) expect(other.type === 'machine' && anchorOf(other, 'unknown')).toBe(anchor);
      }),
      { numRuns: 200 },
    );
  });
});
