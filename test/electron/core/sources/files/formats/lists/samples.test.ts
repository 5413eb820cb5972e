import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCsvText, readTable } from '../../../../../../support/formats.ts';
import { goldenReading } from '../../../../../../support/golden-reading.ts';
import { readAll } from '../../../../../../support/read-all.ts';

const SAMPLES = fileURLToPath(new URL('../../../../../../fixtures/samples/', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../../../../../../golden/formats/', import.meta.url));

describe('lists with a header of their own', () => {
  it.each([
    ['rvtools-tabvInfo.csv', 'rvtools'],
    ['azure-migrate-import.csv', 'azure-migrate'],
    ['target.csv', 'target-csv'],
  ])('%s is read as %s, whole', async (file, format) => {
    const read = await readAll([SAMPLES + file]);
    expect(read[0]?.format).toBe(format);
    await expect(goldenReading(read)).toMatchFileSnapshot(`${GOLDEN}${file}.txt`);
  });

  it('reads the older spelling of RVTools', () => {
    const read = readCsvText(
      [
        'vInfoVMName,vInfoPowerstate,vInfoTemplate,vInfoGuestHostName,vInfoCPUs,vInfoOS,vInfoOSTools,vInfoUUID',
        'APP01,poweredOff,False,app01.corp.contoso.example,"1,024",CentOS 7 (64-bit),,421e9a3b-5c6d-7e8f-90a1-b2c3d4e5f607',
        'srm01,poweredOff,False,srm01,2,CentOS 7 (64-bit),,',
      ].join('\n'),
    );
    expect(read.format).toBe('rvtools');
    expect(read.records).toEqual([
      {
        type: 'machine',
        source: 'vmware',
        row: 2,
        name: 'APP01',
        smbiosUuid: '421e9a3b-5c6d-7e8f-90a1-b2c3d4e5f607',
        fqdn: 'app01.corp.contoso.example',
        osText: 'CentOS 7 (64-bit)',
        power: 'off',
        cores: 1024,
      },
      { type: 'machine', source: 'vmware', row: 3, name: 'srm01', osText: 'CentOS 7 (64-bit)', power: 'off', cores: 2 },
    ]);
  });

  it('leaves placeholders of Site Recovery Manager out with their reason', () => {
    const read = readCsvText(
      'VM,Powerstate,Template,SRM Placeholder,DNS Name,SMBIOS UUID\nprot01,poweredOff,False,True,,\n',
    );
    expect(read.records).toMatchObject([{ name: 'prot01', notServer: 'placeholder' }]);
  });

  it.each(['vCPU', 'vNetwork', 'vMetaData', 'tabvDisk'])(
    'names the tab %s of RVTools and takes nothing from it',
    (sheet) => {
      const read = readTable(
        [
          {
            row: 1,
            cells: ['VM', 'Powerstate', 'Template', 'CPUs', 'OS according to the VMware Tools', 'VI SDK Server'],
          },
          { row: 2, cells: ['web01', 'poweredOn', 'False', '2', 'Windows', 'vcenter'] },
        ],
        undefined,
        sheet,
      );
      expect(read).toMatchObject({ format: 'rvtools', records: [], unanswered: [] });
      expect(read.findings).toMatchObject([{ code: 'rvtools-other-tab', severity: 'info', params: { tab: sheet } }]);
    },
  );

  it('a name on target.csv makes a list entry, never a machine; a row without one is told', () => {
    const read = readCsvText('TargetVM,TargetResourceGroup\r\nweb01,RG-Web\r\n,rg-x\r\n');
    expect(read.records).toEqual([
      { type: 'list-entry', row: 2, list: 'file', name: 'web01', resourceGroup: 'rg-web' },
    ]);
    expect(read.findings).toMatchObject([{ code: 'target-row-without-name', row: 3 }, { code: 'target-list' }]);
  });
});
