import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesOf } from '../../../renderer/host/bytes.ts';
import { selectOpenProject } from '../../../renderer/state/selectors.ts';
import { LICENCES } from '../../../renderer/views/about/licences.ts';
import { fileUse, isRun } from '../../../renderer/views/export/file-uses.ts';
import type { RenderedView } from '../../../shared/contract/index.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

let page: TestPage;
beforeAll(async () => {
  page = openTestPage();
  await page.store.getState().createSample(join(page.folder, 'sample.dfsplan'));
});
afterAll(() => page.close());

it('says of every file of an export what it is for; lists that a script runs say so', async () => {
  const handle = selectOpenProject(page.store.getState())?.handle ?? '';
  const call = { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
  const reply = await page.core.dispatch('export.render', { handle, contents: [] }, call);
  const files = reply.ok ? (reply.value as RenderedView).files : [];
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter(({ name }) => fileUse(name) === null)).toEqual([]);
  expect(files.filter(({ name }) => isRun(fileUse(name)) !== name.startsWith('target.'))).toEqual([]);
  expect(files.every(({ base64 }) => base64 === null)).toBe(true);
});

it('hands bytes on unchanged', () => {
  expect([...bytesOf(Buffer.from([0xef, 0xbb, 0xbf, 0x00, 0xff]).toString('base64'))]).toEqual([239, 187, 191, 0, 255]);
});

it('names every package that the app is made with under its licence', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const listed = Object.entries(LICENCES).flatMap(([licence, names]) => names.map((name) => [name, licence] as const));
  const used = Object.keys(dependencies).map((name) => {
    const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { license: string };
    return [name, license] as const;
  });
  const sorted = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join(' ')).toSorted();
  expect(sorted(listed.filter(([name]) => name !== 'electron'))).toEqual(sorted(used));
});
