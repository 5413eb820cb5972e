import { describe, expect, it } from 'vitest';
import { resolveCoverage, viewCoverage } from '../../../../electron/core/identity/index.ts';
import type { Language, SourceRecord } from '../../../../shared/model/index.ts';
import {
  aDevice,
  aFile,
  aPlanRecord,
  aRecord,
  aVm,
  DEV,
  PROD,
  TENANT,
  type TestFile,
  vmId,
} from '../../../support/records.ts';
import { inventoryOf } from './inventory.ts';

const DATE = '2026-11-20T00:00:00.000Z';
const LATER = '2026-11-22T00:00:00.000Z';

function coverageOf(files: readonly TestFile[]) {
  const records = files.flatMap((file) => file.records);
  return resolveCoverage({ evidence: files.map((file) => file.evidence), records, inventory: inventoryOf(files) });
}

function weakens(files: readonly TestFile[], language: Language) {
  return viewCoverage(coverageOf(files), language).map((scope) => [
    scope.name ?? scope.subscriptionId ?? 'tenant',
    ...scope.weakens,
  ]);
}

describe('coverage', () => {
  it('evidence that says it holds only a part proves no reading; older whole evidence does', () => {
    const partly: SourceRecord = {
      type: 'read',
      row: 1,
      what: 'machines',
      subscriptionId: PROD,
      tenantId: TENANT,
      isPartial: true,
    };
    const part = aFile({ file: 'part', date: LATER, tenantId: TENANT }, aVm('web01'), partly);
    const whole = aFile({ file: 'whole', date: DATE, tenantId: TENANT }, aVm('web01'));
    const readOf = (...files: readonly TestFile[]) =>
      coverageOf(files).find((scope) => scope.subscriptionId === PROD)?.read.machines;
    expect([readOf(part), readOf(part, whole)]).toEqual([null, DATE]);
  });

  it('what was read of a subscription, and of when: by its records', () => {
    const files = [
      aFile({ tenantId: TENANT }, aVm('web01', { subscriptionName: 'Contoso Prod' }), aPlanRecord()),
      aFile({ file: 'later', date: LATER }, aVm('web01')),
      aFile({ file: 'machines' }, aPlanRecord({ scope: 'machine', scopeId: vmId('web01') })),
    ];
    expect(coverageOf(files)).toEqual([
      {
        tenantId: TENANT,
        subscriptionId: null,
        name: null,
        read: { machines: LATER, plans: DATE, machinePlans: DATE, policies: null, defender: null },
        gaps: [{ gap: 'defender-unlisted', params: {} }],
      },
      {
        tenantId: TENANT,
        subscriptionId: PROD,
        name: 'Contoso Prod',
        read: { machines: LATER, plans: DATE, machinePlans: DATE, policies: null, defender: null },
        gaps: [{ gap: 'policies', params: { subscription: 'Contoso Prod', machines: 1 } }],
      },
    ]);
  });

  it('that it was asked counts, whatever came back: for one subscription, and for the tenant', () => {
    const asked = (
      what: 'machines' | 'policies' | 'plans' | 'machinePlans',
      subscriptionId?: string,
    ): SourceRecord => ({
      type: 'read',
      row: 1,
      what,
      tenantId: TENANT,
      subscriptionId,
    });
    const scopes = coverageOf([
      aFile(
        { tenantId: TENANT },
        aVm('web01'),
        aVm('dev01', { resourceId: vmId('dev01', DEV) }),
        asked('policies'),
        asked('plans', DEV),
      ),
    ]);
    expect(scopes.map(({ subscriptionId, read }) => [subscriptionId, read.policies, read.plans])).toEqual([
      [null, DATE, null],
      [PROD, DATE, null],
      [DEV, DATE, DATE],
    ]);
  });

  it('a file that names its subscription only by name counts for it', () => {
    const portal = aRecord({ name: 'web01', resourceGroup: 'rg', subscriptionName: 'Contoso Prod' });
    expect(coverageOf([aFile({}, portal)]).map(({ name, read }) => [name, read.machines])).toEqual([
      [null, DATE],
      ['Contoso Prod', DATE],
    ]);
  });

  it('says what the gaps weaken, in both languages', () => {
    const files = [aFile({ tenantId: TENANT }, aVm('web01'), aDevice('dc01'))];
    expect(weakens(files, 'en')).toEqual([
      ['tenant', expect.stringContaining('device groups can hide others')],
      [
        PROD,
        expect.stringContaining("today's state and cost of 1 machine"),
        expect.stringContaining('an exception of today is not seen (1 machine)'),
        expect.stringContaining('exceptions there cannot be checked against policy'),
      ],
    ]);
    expect(weakens(files, 'ja').flat()).toContainEqual(expect.stringContaining('ポリシー割り当てを読み取っていません'));
  });
});
