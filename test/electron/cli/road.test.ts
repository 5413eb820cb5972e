import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aWorkplace, sample } from './support.ts';

interface PlanDocument {
  schema: string;
  machines: { id: string; name: string; method: string; plan: string; rules: string[]; wants: string }[];
  explain: { facts: unknown[]; rules: { id: string; source: string }[]; whatWouldChange: string[] } | null;
}

const SAMPLES = readdirSync('test/fixtures/samples').filter((name) => name !== 'README.md');

describe('the road from files to CSV', () => {
  const { folder, run, json } = aWorkplace();

  beforeAll(async () => {
    expect((await run('new', 'contoso.dfsplan', '--name', 'Contoso JP')).code).toBe(0);
    expect((await run('import', 'contoso.dfsplan', ...SAMPLES.map(sample))).code).toBe(1);
  });

  it('imports all samples as one row for each real server', async () => {
    const { machines, excluded } = await json<{ machines: { name: string }[]; excluded: { name: string }[] }>(
      'machines',
      'contoso.dfsplan',
    );
    const names = machines.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['sql01', 'web01-jp', '会計サーバー01', 'dc01']));
    expect(excluded.map(({ name }) => name).sort()).toEqual(['pc-win11-77', 'tmpl-ws2022', 'vCLS-0001', 'vmss-flex']);
  });

  it('plans every machine with a rule, and explains one with sources', async () => {
    const plan = await json<PlanDocument>('plan', 'contoso.dfsplan', '--explain', 'sql01');
    expect(plan.schema).toBe('dfs-planner/plan/1');
    expect(plan.machines.every(({ rules }) => rules.length > 0)).toBe(true);
    expect(plan.explain?.facts.length).toBeGreaterThan(3);
    expect(plan.explain?.rules.every(({ source }) => source !== '')).toBe(true);
    expect(plan.explain?.whatWouldChange.length).toBeGreaterThan(0);
  });

  it('changes a method when a requirement changes', async () => {
    const before = await json<PlanDocument>('plan', 'contoso.dfsplan');
    const rules = join(folder, 'rules.json');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(
      rules,
      JSON.stringify([
        { when: { name: 'web*' }, want: 'none' },
        { when: {}, want: 'P1' },
      ]),
    );
    expect((await run('requirements', 'contoso.dfsplan', '--set', 'rules.json')).code).toBe(0);
    const after = await json<PlanDocument>('plan', 'contoso.dfsplan');
    const wants = (plan: PlanDocument) => plan.machines.find(({ name }) => name === 'web01-jp')?.wants;
    expect([wants(before), wants(after)]).toEqual(['P2', 'none']);
  });

  it('prices every scenario, and its lines add up to the total', async () => {
    const cost = await json<{
      scenarios: {
        name: string;
        monthly: { now: string; always: string };
        lines: { amount: { always: string | null } }[];
      }[];
    }>('cost', 'contoso.dfsplan', '--scenario', 'As is', 'p1-all', 'p2-all', 'Recommended');
    expect(cost.scenarios.map(({ name }) => name)).toEqual([
      'As is',
      'Plan 1 for all',
      'Plan 2 for all',
      'Recommended',
    ]);
    for (const { monthly, lines } of cost.scenarios) {
      const sum = lines.reduce((total, { amount }) => total + Number(amount.always ?? 0), 0);
      expect(sum).toBeCloseTo(Number(monthly.always), 6);
    }
  });

  it('exports CSV that reads back as the same machines', async () => {
    const { files } = await json<{ files: { path: string; rows: number }[] }>(
      'export',
      'contoso.dfsplan',
      '--to',
      'out',
    );
    expect(files.map(({ path }) => path.slice(folder.length))).toEqual(
      expect.arrayContaining(['/out/plan.csv', '/out/cost.csv']),
    );
    expect(readFileSync(join(folder, 'out/plan.csv'), 'utf8').startsWith('\uFEFF')).toBe(true);
    await run('new', 'again.dfsplan', '--name', 'Again');
    await run('import', 'again.dfsplan', 'out/plan.csv');
    const machines = async (file: string) =>
      (
        await json<{ machines: { name: string; kind: string; state: string; today: unknown }[] }>('machines', file)
      ).machines
        .map(({ name, kind, state, today }) => ({ name, kind, state, today }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(await machines('again.dfsplan')).toEqual(await machines('contoso.dfsplan'));
  });

  it('says where an exported plan decided otherwise than the plan made now', async () => {
    // The rule on web* stands in the first project only.
    const { findings } = await json<{ findings: { code: string; message: string }[] }>('plan', 'again.dfsplan');
    const about = findings.filter(({ code }) => code === 'plan-differs').map(({ message }) => message);
    expect(about.some((message) => message.includes('web01-jp'))).toBe(true);
    expect(about.some((message) => message.includes('dev02'))).toBe(false);
  });

  it('changes nothing when the same files come again', async () => {
    const before = await json<{ machines: unknown[] }>('machines', 'contoso.dfsplan');
    const again = await json<{ new: number; evidence: { findings: { code: string }[] }[] }>(
      'import',
      'contoso.dfsplan',
      ...SAMPLES.map(sample),
    );
    expect(again.new).toBe(0);
    expect(again.evidence.every(({ findings }) => findings.some(({ code }) => code === 'evidence-known'))).toBe(true);
    expect(await json('machines', 'contoso.dfsplan')).toEqual(before);
  });

  it('gives the same plan whatever the order of the files', async () => {
    await run('new', 'reversed.dfsplan', '--name', 'Reversed');
    await run('import', 'reversed.dfsplan', ...SAMPLES.toReversed().map(sample));
    const rows = async (file: string) =>
      (
        await json<{ machines: { name: string; kind: string; today: unknown; keys: { key: string }[] }[] }>(
          'machines',
          file,
        )
      ).machines
        .map(({ name, kind, today, keys }) => ({ name, kind, today, keys: keys.map(({ key }) => key).sort() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(await rows('reversed.dfsplan')).toEqual(await rows('contoso.dfsplan'));
  });
});
