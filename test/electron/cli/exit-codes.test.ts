import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorkplace, runIn, sample } from './support.ts';

describe('exit codes', () => {
  it('0: done, nothing to look at', async () => {
    const { run } = aWorkplace();
    expect((await run('new', 'a.dfsplan', '--name', 'A')).code).toBe(0);
    expect((await run('import', 'a.dfsplan', sample('az-connectedmachine-list.json'))).code).toBe(0);
    expect((await run('machines', 'a.dfsplan')).code).toBe(0);
    expect((await run('check', 'a.dfsplan')).code).toBe(0);
  });

  it('1: done, with a warning', async () => {
    const { run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    expect((await run('import', 'a.dfsplan', sample('arm-vm-list.json'))).code).toBe(1);
  });

  it('2: wrong use says what is right', async () => {
    const { run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    for (const argv of [
      ['nonsense'],
      ['new', 'b.dfsplan'],
      ['plan', 'missing.dfsplan'],
      ['plan', 'a.dfsplan', '--scenario', 'no such'],
      ['plan', 'a.dfsplan', '--edition', 'no-such'],
      ['plan', 'a.dfsplan', '--explain', 'nobody'],
      ['machines', 'a.dfsplan', '--where', '{"nmae":"x"}'],
      ['machines', 'a.dfsplan', '--where', 'no json'],
      ['assume', 'a.dfsplan', 'hours=many'],
      ['machines', 'a.dfsplan', '--columns', 'name,nonsense'],
      ['assume', 'a.dfsplan', 'side-costs=typo'],
      ['assume', 'a.dfsplan', 'no-such=1'],
      ['override', 'a.dfsplan', 'nobody', '--want', 'P1', '--why', 'x'],
      ['override', 'a.dfsplan', 'nobody', '--want', 'P3', '--why', 'x'],
      ['requirements', 'a.dfsplan', '--set', 'missing.json'],
      ['export', 'a.dfsplan', '--to', 'out', '--format', 'pdf-of-the-future'],
      ['import', 'a.dfsplan', sample('target.csv'), '--as', 'no-format'],
    ]) {
      const { code, out, err } = await run(...argv);
      expect({ argv, code, out }).toEqual({ argv, code: 2, out: '' });
      expect(err.length).toBeGreaterThan(10);
    }
  });

  it('2: an ambiguous name lists the candidates', async () => {
    const { folder, run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    const vm = (group: string) => ({
      id: `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/web01`,
      name: 'web01',
      type: 'microsoft.compute/virtualmachines',
      location: 'japaneast',
      resourceGroup: group,
      properties: {},
    });
    writeFileSync(join(folder, 'vms.json'), JSON.stringify([vm('rg-a'), vm('rg-b')]));
    await run('import', 'a.dfsplan', 'vms.json');
    const { code, err } = await run('override', 'a.dfsplan', 'web01', '--want', 'none', '--why', 'x');
    expect(code).toBe(2);
    expect(err).toContain('rg-a');
    expect(err).toContain('rg-b');
  });

  it('3: no input could be read', async () => {
    const { folder, run, json } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    writeFileSync(join(folder, 'noise.bin'), Buffer.from([0, 1, 2, 3, 250, 251, 0, 9]));
    for (const input of ['noise.bin', 'not-there.csv']) {
      const { code, err } = await run('import', 'a.dfsplan', input);
      expect({ input, code }).toEqual({ input, code: 3 });
      expect(err).toContain(input);
    }
    expect((await run('inspect', 'noise.bin')).code).toBe(3);
    expect((await json<{ machines: unknown[] }>('machines', 'a.dfsplan')).machines).toEqual([]);
  });

  it('3 is for nothing at all: one unreadable among others is a finding', async () => {
    const { folder, run, json } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    writeFileSync(join(folder, 'noise.bin'), Buffer.from([0, 1, 2, 3, 250, 251, 0, 9]));
    const view = await json<{ machines: number; evidence: { file: string; findings: { severity: string }[] }[] }>(
      'import',
      'a.dfsplan',
      'noise.bin',
      sample('az-vm-list-d.json'),
    );
    expect(view.machines).toBeGreaterThan(0);
    const noise = view.evidence.find(({ file }) => file === 'noise.bin');
    expect(noise?.findings.some(({ severity }) => severity !== 'info')).toBe(true);
  });

  it('4: refused, and nothing is overwritten', async () => {
    const { folder, run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    expect((await run('new', 'a.dfsplan', '--name', 'B')).code).toBe(4);
    writeFileSync(join(folder, 'fake.dfsplan'), 'not a project');
    expect((await run('plan', 'fake.dfsplan')).code).toBe(4);
    expect(readFileSync(join(folder, 'fake.dfsplan'), 'utf8')).toBe('not a project');
  });

  it('4: a damaged file is found, and check says so', async () => {
    const { folder, run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    await run('import', 'a.dfsplan', sample('az-vm-list-d.json'));
    const path = join(folder, 'a.dfsplan');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('web01-jp');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect((await run('plan', 'a.dfsplan')).code).toBe(4);
    const check = await run('check', 'a.dfsplan', '--json');
    expect({ code: check.code, ok: (JSON.parse(check.out) as { ok: boolean }).ok }).toEqual({ code: 1, ok: false });
  });
});

describe('what a command leaves behind', () => {
  it('prints one JSON document on stdout and nothing else', async () => {
    const { run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    for (const [verb, ...rest] of [['machines'], ['plan'], ['cost'], ['coverage'], ['requirements'], ['assume']]) {
      const { out } = await run(verb ?? '', 'a.dfsplan', ...rest, '--json');
      expect((JSON.parse(out) as { schema: string }).schema).toBe(`dfs-planner/${verb}/1`);
    }
  });

  it('leaves the project as it was when it is cancelled', async () => {
    const { folder, run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    const before = readFileSync(join(folder, 'a.dfsplan'));
    const lines = Array.from({ length: 60_000 }, (_, row) => `srv-${row},rg,japaneast,env=prod`);
    writeFileSync(join(folder, 'many.csv'), ['ServerName,ResourceGroup,Location,Tags', ...lines].join('\n'));
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 250);
    const { code, err } = await runIn(folder, ['import', 'a.dfsplan', 'many.csv'], cancel.signal);
    expect(code).toBe(130);
    expect(err).toContain('as it was before');
    expect(readFileSync(join(folder, 'a.dfsplan')).equals(before)).toBe(true);
    expect((await run('machines', 'a.dfsplan')).code).toBe(0);
  });

  it('speaks Japanese when asked', async () => {
    const { run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A', '--lang', 'ja');
    const { out } = await run('import', 'a.dfsplan', sample('az-vm-list-d.json'), '--lang', 'ja');
    expect(out).toContain('プロジェクトのサーバー');
    expect((await run('plan', 'missing.dfsplan', '--lang', 'ja')).err).toContain('がありません');
    expect((await run('--help', '--lang', 'ja')).out).toContain('計画');
  });

  it('writes the collector', async () => {
    const { folder, run } = aWorkplace();
    expect((await run('collector', '--to', 'kit')).code).toBe(0);
    expect(existsSync(join(folder, 'kit/README.ja.md'))).toBe(true);
  });

  it('names a target file of an earlier export that would still be run', async () => {
    const { folder, json, run } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/target.old.vm.off.csv'), 'TargetVM,TargetResourceGroup\r\nx,y');
    const { findings } = await json<{ findings: { code: string; file: string }[] }>(
      'export',
      'a.dfsplan',
      '--to',
      'out',
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'export-stale-target', file: 'target.old.vm.off.csv' }),
    );
  });
});
