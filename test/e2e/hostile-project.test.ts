import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCore } from '../../electron/core/app.ts';
import type { FailureCode } from '../../shared/contract/failures.ts';
import { tamper } from '../electron/core/store/hostile-files.ts';
import { goTo } from './support/screens.ts';
import { openSample } from './support/views.ts';
import { launchWeb, type Web } from './support/web.ts';
import { wordsOf } from './support/words.ts';

const ENDLESS = 'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c';

/** Project files from elsewhere, and the code with which each is refused. */
const FILES: readonly (readonly [string, string, FailureCode])[] = [
  ['a view named like a table', 'DROP TABLE scenario; CREATE VIEW scenario AS SELECT 1 AS id', 'project-hostile'],
  ['a query without end', `DROP TABLE scenario; CREATE VIEW scenario AS ${ENDLESS}`, 'project-hostile'],
  ['a newer version', 'PRAGMA user_version = 9999', 'project-newer'],
];

const en = wordsOf('en');
const home = mkdtempSync(join(tmpdir(), 'planner-hostile-'));
const fileOf = (name: string) => join(home, 'projects', `${name}.dfsplan`);
let web: Web;

beforeAll(async () => {
  await makeFiles();
  web = await launchWeb({ home });
});
afterAll(async () => {
  await web?.close();
  rmSync(home, { recursive: true, force: true });
});

it.each(FILES)('%s is refused with a sentence, and nothing else happens', async (name, _, code) => {
  const { page } = web;
  const before = readFileSync(fileOf(name));
  await page
    .getByRole('list', { name: en.start('recent') })
    .getByRole('button', { name, exact: true })
    .click();
  const alert = page.getByRole('alert');
  await alert.getByText(en.common('failure.code', { code })).waitFor({ timeout: 60_000 });
  expect(await alert.textContent()).toContain(en.start('failed.effect'));
  expect(readFileSync(fileOf(name)).equals(before)).toBe(true);
});

it('the app goes on', async () => {
  await openSample(web.page, en);
  await goTo(web.page, en, 'inventory');
  await web.page.getByRole('grid').waitFor();
  expect(web.problems).toEqual([]);
});

/** Projects that were opened before, and changed by somebody since. */
async function makeFiles(): Promise<void> {
  mkdirSync(join(home, 'projects'), { recursive: true });
  const core = createCore({ now: () => new Date().toISOString(), home });
  const context = { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
  for (const [name] of FILES) {
    const reply = await core.dispatch('project.create', { path: fileOf(name), name }, context);
    if (!reply.ok) throw new Error(reply.failure.message);
    await core.dispatch('project.close', { handle: reply.value.handle }, context);
  }
  core.close();
  for (const [name, sql] of FILES) tamper(fileOf(name), sql);
}
