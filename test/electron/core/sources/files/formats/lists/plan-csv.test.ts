import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAN_COLUMNS, type PlanColumnId } from '../../../../../../../shared/export/columns.ts';
import { guardFormula } from '../../../../../../../shared/export/formula.ts';
import { writeList, writePairs } from '../../../../../../../shared/export/pairs.ts';
import type { Language } from '../../../../../../../shared/model/index.ts';
import { readTable } from '../../../../../../support/formats.ts';

type Cells = Partial<Record<PlanColumnId, string>>;

function planCsv(language: Language, ...rows: readonly Cells[]) {
  const lines = [
    PLAN_COLUMNS.map(({ header }) => header[language]),
    ...rows.map((row) => PLAN_COLUMNS.map(({ id }) => guardFormula(row[id] ?? ''))),
  ];
  return readTable(lines.map((cells, index) => ({ row: index + 1, cells })));
}

const ARC: Cells = {
  name: 'sql01',
  kind: 'arc',
  placement: 'arc-connector',
  subscriptionName: 'Contoso Prod',
  subscriptionId: '11111111-1111-4111-8111-111111111111',
  tenantId: '99999999-9999-4999-8999-999999999999',
  connectorId: 'conn-1',
  resourceGroup: 'rg-arc',
  resourceId:
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourcegroups/rg-arc/providers/microsoft.hybridcompute/machines/sql01',
  state: 'connected',
  todayPlan: 'P1',
  todayExplicit: 'yes',
  wants: 'P2',
  method: 'blocked',
  plan: 'off',
  rules: 'A7',
  arcStatus: 'connected',
  hasEsu: 'yes',
  hasSoftwareAssurance: 'no',
  cores: '8',
  os: 'Windows Server 2019',
  ipAddresses: writeList(['10.0.0.1', '10.0.0.2']),
  tags: writePairs({ '=env': 'a;b', 環境: '本番' }),
  machineId: 'm1',
  evidenceDate: '2026-11-23',
};

describe('our own plan.csv', () => {
  it.each(['en', 'ja'] as const)('restores the machine, its state and its plan of today (%s)', (language) => {
    const read = planCsv(language, ARC);
    expect(read.format).toBe('plan-csv');
    expect(read.dates).toEqual(['2026-11-23']);
    expect(read.findings).toEqual([]);
    expect(read.records).toEqual([
      {
        type: 'machine',
        source: 'arc',
        row: 2,
        name: 'sql01',
        resourceId: ARC.resourceId,
        tenantId: ARC.tenantId,
        subscriptionId: ARC.subscriptionId,
        subscriptionName: 'Contoso Prod',
        resourceGroup: 'rg-arc',
        connectorId: 'conn-1',
        osText: 'Windows Server 2019',
        arcStatus: 'connected',
        hasEsu: true,
        hasSoftwareAssurance: false,
        cores: 8,
        ipAddresses: ['10.0.0.1', '10.0.0.2'],
        tags: { '=env': 'a;b', 環境: '本番' },
        plan: 'P1',
        isPlanExplicit: true,
        decided: { method: 'blocked', plan: 'off' },
      },
      {
        type: 'subscription',
        row: 2,
        subscriptionId: ARC.subscriptionId,
        subscriptionName: 'Contoso Prod',
        tenantId: ARC.tenantId,
      },
    ]);
  });

  it('keeps unknown apart from off, and gives back the placement', () => {
    const read = planCsv(
      'en',
      { name: 'pool', kind: 'vmss', placement: 'aks', capacity: '3', todayPlan: 'unknown', todayExplicit: 'unknown' },
      { name: 'set', kind: 'vmss', placement: 'vmss-uniform', capacity: '5', todayPlan: 'off' },
      { name: 'worker', kind: 'azure-vm', placement: 'databricks', todayPlan: 'P2', power: 'running' },
      {
        name: 'dc01',
        kind: 'mde-direct',
        mdeDeviceId: 'a'.repeat(40),
        sensorHealth: 'active',
        sensorOnboarding: 'onboarded',
      },
    );
    expect(read.records).toMatchObject([
      { source: 'vmss', capacity: 3, isAksNodePool: true, plan: 'unknown' },
      { source: 'vmss', capacity: 5, orchestration: 'uniform', plan: 'off' },
      { source: 'azure-vm', isDatabricks: true, plan: 'P2', power: 'running' },
      { source: 'mde-server', mdeDeviceId: 'a'.repeat(40), sensorHealth: 'active', sensorOnboarding: 'onboarded' },
    ]);
  });

  it('a row without name or with a kind that is none is told', () => {
    const read = planCsv('ja', { name: 'x', kind: 'toaster' }, { kind: 'arc' });
    expect(read.records).toEqual([]);
    expect(read.findings).toMatchObject([
      { code: 'plan-csv-row-not-read', row: 2 },
      { code: 'plan-csv-row-not-read', row: 3 },
    ]);
  });

  it('takes its own formula guard off exactly', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^['=+\-@\t ]{0,3}[a-z=' ]{1,6}$/), (name) => {
        const [record] = planCsv('en', { name, kind: 'arc' }).records;
        expect(record).toMatchObject({ name });
      }),
    );
  });
});
