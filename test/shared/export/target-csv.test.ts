import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { targetFiles } from '../../../shared/export/index.ts';
import { aMachine } from '../cost/builders.ts';
import { anArc, anExport, aSubscriptionPlan, aVm, OTHER, SUBSCRIPTION, textOf } from './builders.ts';

const setP1 = { method: 'resource', steps: ['set-p1'], rules: ['A4'] } as const;
const setOff = { method: 'resource', plan: 'off', steps: ['set-off'], rules: ['A5'] } as const;
const bases = [aSubscriptionPlan({ base: 'off' }), aSubscriptionPlan({ id: OTHER, name: '開発/検証', base: 'P2' })];

function written(input: Parameters<typeof targetFiles>[0]) {
  const { files, findings } = targetFiles(input);
  return {
    files: Object.fromEntries(files.map((file) => [file.name, textOf(file)])),
    findings: findings.map(({ code, machineId }) => [code, machineId]),
  };
}

describe('target.csv', () => {
  it('looks like the sample that the script reads: no mark, CRLF, no final line end', () => {
    const sample = readFileSync(new URL('../../fixtures/samples/target.csv', import.meta.url), 'utf8');
    const machines = [
      aVm('m1', 'batch01', { resourceGroup: 'rg-batch' }),
      aVm('m2', 'dev02', { resourceGroup: 'rg-dev' }),
      aVm('m3', 'web01-jp', { resourceGroup: 'rg-web-prod' }),
    ];
    const { files } = written(
      anExport(
        machines.map((machine) => [machine, setP1]),
        { bases },
      ),
    );
    const sorted = (text: string) => text.split('\r\n').toSorted();
    expect(sorted(Object.values(files).join())).toEqual(sorted(sample));
  });

  it('one file for each subscription, kind and action', () => {
    const { files, findings } = written(
      anExport(
        [
          [aVm('m1', 'web01'), setP1],
          [aVm('m2', 'web02'), setOff],
          [anArc('m3', 'file01'), setP1],
          [aVm('m4', 'dev01', { subscriptionId: OTHER }), { ...setP1, rules: ['A3'] }],
          [aVm('m5', 'web05'), {}],
        ],
        { bases },
      ),
    );
    expect(files).toEqual({
      'target.Production-11111111.arc.enable-p1.csv': 'TargetVM,TargetResourceGroup\r\nfile01,rg-arc',
      'target.Production-11111111.vm.enable-p1.csv': 'TargetVM,TargetResourceGroup\r\nweb01,rg-web',
      'target.Production-11111111.vm.off.csv': 'TargetVM,TargetResourceGroup\r\nweb02,rg-web',
      'target.開発-検証-22222222.vm.downgrade-p1.csv': 'TargetVM,TargetResourceGroup\r\ndev01,rg-web',
    });
    expect(findings).toEqual([]);
  });

  it.each([
    ['a name that would be a formula', '=cmd()', 'rg-web'],
    ['a name with a comma', 'web,01', 'rg-web'],
    ['a Japanese name', 'サーバー01', 'rg-web'],
    ['a group with a quote', 'web01', 'rg"web'],
    ['a group that ends in a dot', 'web01', 'rg.'],
    ['a group that would be a formula', 'web01', '-1+cmd'],
  ])('leaves out %s, with a finding', (_, name, resourceGroup) => {
    const machine = aVm('m1', name, { resourceGroup, resourceId: null });
    expect(written(anExport([[machine, setP1]], { bases }))).toEqual({
      files: {},
      findings: [['export-target-name', 'm1']],
    });
  });

  it('says what the script cannot do: scale sets, machines not in Arc yet, removing a setting', () => {
    const { files, findings } = written(
      anExport(
        [
          [
            aVm('m1', 'scale', { placement: 'vmss-uniform', kind: 'vmss', resourceId: null }),
            { ...setOff, rules: ['A5', 'A9'] },
          ],
          [
            aMachine({ id: 'm2', name: 'onprem', placement: 'on-premises', kind: 'on-premises', resourceId: null }),
            { method: 'arc-then-resource', steps: ['connect-arc', 'set-p1'], subscriptionId: SUBSCRIPTION },
          ],
          [aVm('m3', 'web03'), { steps: ['remove-override'] }],
        ],
        { bases },
      ),
    );
    expect(files).toEqual({});
    expect(findings).toEqual([
      ['export-target-remove', undefined],
      ['export-target-kind', 'm1'],
      ['export-target-kind', 'm2'],
    ]);
  });

  it('two subscriptions of one name and beginning get files of their own', () => {
    const twin = '11111111-9999-4999-8999-999999999999';
    const input = anExport(
      [
        [aVm('m1', 'web01'), setP1],
        [aVm('m2', 'web02', { subscriptionId: twin }), setP1],
      ],
      { bases: [aSubscriptionPlan({ base: 'off' }), aSubscriptionPlan({ id: twin, base: 'off' })] },
    );
    expect(Object.keys(written(input).files)).toEqual([
      'target.Production-11111111.vm.enable-p1.csv',
      'target.Production-11111111.vm.enable-p1-2.csv',
    ]);
  });
});
