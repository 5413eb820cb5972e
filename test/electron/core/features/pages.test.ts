import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorkplace } from '../../cli/support.ts';

const SUB = '11111111-1111-4111-8111-111111111111';

function page(vm: string, isCut: boolean): string {
  const id = `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${vm}`;
  return JSON.stringify({ value: [{ id, name: vm, properties: {} }], ...(isCut && { nextLink: 'https://x' }) });
}

describe('an answer saved page by page', () => {
  const warnings = async (pages: Readonly<Record<string, boolean>>) => {
    const { folder, run, json } = aWorkplace();
    await run('new', 'a.dfsplan', '--name', 'A');
    for (const [name, isCut] of Object.entries(pages)) writeFileSync(join(folder, name), page(`vm-${name}`, isCut));
    const view = await json<{ evidence: { file: string; findings: { code: string; message: string }[] }[] }>(
      'import',
      'a.dfsplan',
      ...Object.keys(pages),
    );
    return view.evidence.flatMap(({ file, findings }) =>
      findings.filter(({ code }) => code.startsWith('azure-answer')).map(({ code }) => `${file} ${code}`),
    );
  };

  it.each([
    [
      { 'vm-10.json': false, 'vm-9.json': true, 'vm-8.json': true },
      ['vm-9.json azure-answer-page', 'vm-8.json azure-answer-page'],
    ],
    [
      { 'export.json': true, 'export (1).json': true, 'export (2).json': false },
      ['export.json azure-answer-page', 'export (1).json azure-answer-page'],
    ],
  ])('warns of nothing when all pages are there: %o', async (pages, expected) => {
    expect((await warnings(pages)).sort()).toEqual(expected.toSorted());
  });

  it.each([
    [{ 'vm-1.json': true, 'vm-2.json': true }, ['vm-1.json azure-answer-page', 'vm-2.json azure-answer-cut']],
    [{ 'vm-1.json': true, 'vm-3.json': false }, ['vm-1.json azure-answer-cut']],
    [{ 'tokyo.json': true, 'osaka.json': false }, ['tokyo.json azure-answer-cut']],
    [{ 'only.json': true }, ['only.json azure-answer-cut']],
  ])('and of the last one, or a page by itself, when more is missing: %o', async (pages, expected) => {
    expect(await warnings(pages)).toEqual(expected);
  });
});
