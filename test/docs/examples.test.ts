import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '../../electron/cli/main.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { withAssumption } from '../../shared/assumptions/index.ts';
import { ASSUMPTION_KEYS } from '../../shared/assumptions/keys.ts';
import { DEFAULT_ASSUMPTIONS } from '../../shared/model/index.ts';
import { aWorkplace } from '../electron/cli/support.ts';
import { aFleet } from '../support/azure-server/connected.ts';
import { seamTo } from '../support/azure-server/seam.ts';
import { startAzure } from '../support/azure-server/server.ts';
import { mentionedCommands, mentionedScripts, type Step, stepsOf } from '../support/docs/examples.ts';
import { ASSUMPTION_EXAMPLES } from '../support/docs/tables.ts';

const DOCUMENTS = ['README.md', 'docs/user-guide.en.md', 'docs/user-guide.ja.md'];
const SAMPLE_FILES = 'electron/core/demo/files';
const LONG = 600_000;

/** A folder with the sample's files where the documents have them, and a tenant to sync beside it. */
async function aReader() {
  const { folder } = aWorkplace();
  cpSync(SAMPLE_FILES, join(folder, SAMPLE_FILES), { recursive: true });
  const server = await startAzure(aFleet([{ vms: 1, enforce: true, name: 'minato-prod' }], { devices: 1 }));
  onTestFinished(() => server.close());
  const azure = seamTo(server);
  const run = async (argv: readonly string[]) => {
    const told = { out: '', err: '' };
    const code = await runCommandLine(argv, {
      out: (text) => {
        told.out += text;
      },
      err: (text) => {
        told.err += text;
      },
      folder,
      env: { DFS_PLANNER_HOME: join(folder, 'home'), DFS_PLANNER_LANG: 'en' },
      isTerminal: false,
      columns: null,
      signal: new AbortController().signal,
      azure,
    });
    return { code, ...told };
  };
  return { folder, run };
}

describe('what the documents print can be done', () => {
  it.each(DOCUMENTS)('%s, from its first command to its last', { timeout: LONG }, async (document) => {
    const { folder, run } = await aReader();
    const printed: string[] = [];
    let commands = 0;
    const take = async (step: Step): Promise<void> => {
      if (step.kind === 'file') writeFileSync(join(folder, step.name), step.text);
      else if (step.kind === 'output') for (const line of step.lines) expect(printed.join('')).toContain(line);
      else {
        const { code, out, err } = await run(step.argv);
        printed.push(out);
        commands += 1;
        expect({ command: step.argv.join(' '), isDone: code <= 1, err: code <= 1 ? '' : err }).toEqual({
          command: step.argv.join(' '),
          isDone: true,
          err: '',
        });
      }
    };
    for (const step of stepsOf(document)) await take(step);
    expect(commands).toBeGreaterThan(7);
  });

  it.each(DOCUMENTS)('%s names verbs and options that are there', { timeout: LONG }, async (document) => {
    const { run } = await aReader();
    for (const [verb = '', ...words] of mentionedCommands(document).filter(([verb = '']) => /^[a-z]+$/.test(verb))) {
      const { code, out } = await run([verb, '--help']);
      expect({ verb, code }).toEqual({ verb, code: 0 });
      for (const option of words.filter((word) => word.startsWith('--'))) expect(out).toContain(option);
    }
  });

  it.each(DOCUMENTS)('%s names scripts that are there', (document) => {
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining([...mentionedScripts(document)]));
  });

  it('the examples of the table of assumptions can be set, each key of it', () => {
    for (const { pattern } of ASSUMPTION_KEYS) {
      const [key = '', value = ''] = (ASSUMPTION_EXAMPLES[pattern] ?? '').split('=');
      expect(() => withAssumption(DEFAULT_ASSUMPTIONS, key, value), pattern).not.toThrow();
    }
  });
});
