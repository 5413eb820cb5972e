import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorkplace } from '../../cli/support.ts';

const vm = (name: string, power: string) => ({
  id: `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`,
  name,
  type: 'microsoft.compute/virtualmachines',
  properties: { extended: { instanceView: { powerState: { code: `PowerState/${power}` } } } },
});

describe('importing', () => {
  const states = async (json: ReturnType<typeof aWorkplace>['json']) =>
    (await json<{ machines: { name: string; state: string }[] }>('machines', 'a.dfsplan')).machines.map(
      ({ name, state }) => `${name} ${state}`,
    );

  it('two exports of one source in one call: the newer counts, and the older is told', async () => {
    const { folder, run, json } = aWorkplace();
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ data: [vm('web01', 'running')] }));
    writeFileSync(join(folder, 'two.json'), JSON.stringify({ data: [vm('web01', 'deallocated')] }));
    await run('new', 'a.dfsplan', '--name', 'A');
    const view = await json<{ evidence: { findings: { code: string }[] }[] }>(
      'import',
      'a.dfsplan',
      'one.json',
      'two.json',
    );
    const codes = view.evidence.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes.filter((code) => code.startsWith('evidence-'))).not.toEqual([]);
    expect(await states(json)).toHaveLength(1);
  });

  it('a newer export says what appeared and disappeared, and nothing of the sort where the items are the same', async () => {
    const { folder, run, json } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    const said: string[] = [];
    for (const names of [
      ['web01', 'web02'],
      ['web02', 'web01'],
      ['web01', 'web02', 'web03'],
    ]) {
      writeFileSync(join(folder, 'vm.json'), JSON.stringify({ data: names.map((name) => vm(name, 'running')) }));
      const view = await json<{ evidence: { findings: { code: string }[] }[] }>('import', 'a.dfsplan', 'vm.json');
      said.push(view.evidence.flatMap(({ findings }) => findings.map(({ code }) => code)).join());
    }
    expect(said).toEqual(['', 'evidence-replaced-same', 'evidence-replaced']);
  });

  it('one machine read again does not stand for the list of two that it was in', async () => {
    const { folder, run, json } = aWorkplace();
    const row = (name: string) => ({ ...vm(name, 'running'), tenantId: '99999999-9999-4999-8999-999999999999' });
    writeFileSync(join(folder, 'both.json'), JSON.stringify({ data: [row('web01'), row('web02')] }));
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ data: [row('web02')] }));
    await run('new', 'a.dfsplan', '--name', 'A');
    await run('import', 'a.dfsplan', 'both.json', 'one.json');
    expect(await states(json)).toEqual(['web01 running', 'web02 running']);
  });

  it('a file that was replaced may come again, and what was taken back too', async () => {
    const { folder, run, json } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    for (const power of ['running', 'deallocated', 'running', 'stopped', 'deallocated', 'running']) {
      writeFileSync(join(folder, 'vm.json'), JSON.stringify({ data: [vm('web01', power)] }));
      const { code, err } = await run('import', 'a.dfsplan', 'vm.json');
      expect([code <= 1, err]).toEqual([true, '']);
      expect(await states(json)).toEqual([`web01 ${power}`]);
    }
  });
});

describe('files of several tenants', () => {
  const [CONTOSO, FABRIKAM] = ['99999999-9999-4999-8999-999999999999', '88888888-8888-4888-8888-888888888888'];
  const inTenant = (tenantId: string, name: string) => ({ ...vm(name, 'running'), tenantId });
  const csv = (...names: string[]) =>
    `サーバー名,OS\r\n${names.map((name) => `${name},Windows Server 2022\r\n`).join('')}`;

  async function aProject() {
    const place = aWorkplace();
    const write = (name: string, text: string) => writeFileSync(join(place.folder, name), text);
    const other = JSON.stringify({ data: [inTenant(FABRIKAM, 'web02')] });
    write('contoso.json', JSON.stringify({ data: [inTenant(CONTOSO, 'web01')] }));
    write(
      'fabrikam.json',
      other.replaceAll('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'),
    );
    await place.run('new', 'a.dfsplan', '--name', 'A');
    const unclear = async (...argv: string[]) => {
      const view = await place.json<{ findings: { code: string; file: string }[] }>('import', 'a.dfsplan', ...argv);
      return view.findings.flatMap(({ code, file }) => (code === 'identity-tenant-unclear' ? [file] : []));
    };
    const tenants = async () => {
      type Listed = { machines: { name: string; tenantId: string | null }[] };
      const { machines } = await place.json<Listed>('machines', 'a.dfsplan');
      return machines.map(({ name, tenantId }) => `${name} ${tenantId}`).sort();
    };
    return { ...place, write, unclear, tenants };
  }

  it('a file that does not say its own is told; imported again with its tenant, it belongs there', async () => {
    const { write, unclear, tenants } = await aProject();
    write('list.csv', csv('db01', 'db02'));
    expect(await unclear('contoso.json', 'fabrikam.json', 'list.csv')).toEqual(['list.csv']);
    expect(await unclear('list.csv', '--tenant', CONTOSO.toUpperCase())).toEqual([]);
    expect((await tenants()).slice(0, 2)).toEqual([`db01 ${CONTOSO}`, `db02 ${CONTOSO}`]);
  });

  it('a newer export of it belongs where the older one does, and takes its place', async () => {
    const { write, unclear, tenants } = await aProject();
    write('list.csv', csv('db01', 'db02'));
    await unclear('contoso.json', 'fabrikam.json');
    await unclear('list.csv', '--tenant', CONTOSO);
    write('list-new.csv', csv('db01', 'db02', 'db03'));
    expect(await unclear('list-new.csv')).toEqual([]);
    expect((await tenants()).slice(0, 3)).toEqual(['db01', 'db02', 'db03'].map((name) => `${name} ${CONTOSO}`));
  });

  it('of two lists alike in two tenants, a third that does not say its own replaces none', async () => {
    const { write, unclear, tenants } = await aProject();
    await unclear('contoso.json', 'fabrikam.json');
    write('c.csv', csv('dc01', 'dc02'));
    await unclear('c.csv', '--tenant', CONTOSO);
    write('f.csv', csv('dc02', 'dc01'));
    await unclear('f.csv', '--tenant', FABRIKAM);
    write('third.csv', csv('dc01', 'dc02', 'dc03'));
    expect(await unclear('third.csv')).toEqual(['third.csv']);
    expect((await tenants()).filter((machine) => machine.startsWith('dc01'))).toHaveLength(3);
  });
});
