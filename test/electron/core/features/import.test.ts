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
