import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LANGUAGES, type Language } from '../../../shared/model/index.ts';
import { aWorkplace, runIn } from './support.ts';

/** Wide enough for a terminal beside a window of notes. */
const COLUMNS = 100;

/** The day that the sample customer is looked at. */
const DAY = new Date('2026-11-24T09:00:00Z');

const DEMO_FILES = resolve('electron/core/demo/files');

const PROJECT = join('demo', 'sample.dfsplan');

/** What each page is called, and the command that prints it. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  demo: ['demo', '--out', 'demo'],
  inspect: ['inspect', DEMO_FILES],
  machines: ['machines', PROJECT],
  'machines-columns': ['machines', PROJECT, '--columns', 'name,group,keys', '--where', '{"name":"erp*"}'],
  plan: ['plan', PROJECT],
  'explain-a8': ['plan', PROJECT, '--explain', 'sandbox01'],
  'explain-n4': ['plan', PROJECT, '--explain', 'dmz-proxy01'],
  cost: ['cost', PROJECT],
  'cost-compare': ['cost', PROJECT, '--scenario', 'As is', 'p1-all', 'p2-all', 'recommended'],
  coverage: ['coverage', PROJECT],
  requirements: ['requirements', PROJECT],
  assume: ['assume', PROJECT],
  export: ['export', PROJECT, '--to', 'out'],
};

describe.each(LANGUAGES)('what people read (%s)', (language) => {
  const { folder } = aWorkplace();

  beforeAll(async () => {
    vi.useFakeTimers({ now: DAY, toFake: ['Date'] });
    await runIn(folder, ['new', 'import.dfsplan', '--name', 'Import']);
  });

  afterAll(() => vi.useRealTimers());

  it.each(Object.entries(PAGES))('%s', async (name, argv) => {
    const { out } = await page(folder, argv, language);
    await expect(out).toMatchFileSnapshot(resolve(`test/golden/cli/${name}.${language}.txt`));
  });

  it('import', async () => {
    const { out } = await page(folder, ['import', 'import.dfsplan', DEMO_FILES], language);
    await expect(out).toMatchFileSnapshot(resolve(`test/golden/cli/import.${language}.txt`));
  });
});

async function page(folder: string, argv: readonly string[], language: Language): Promise<{ out: string }> {
  const { out, err } = await runIn(folder, [...argv, '--lang', language], undefined, COLUMNS);
  return { out: `${out}${err}`.replaceAll(folder, '/folder') };
}
