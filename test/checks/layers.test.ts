import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A small tree with the project's rooms, checked by the project's own rules: each rule has to be able to fail. */
const VIOLATIONS: readonly (readonly [rule: string, file: string, text: string, target?: string | undefined])[] = [
  ['shared-uses-itself', 'shared/model/bad.ts', "import '../../electron/core/thing.ts';\n", 'electron/core/thing.ts'],
  ['plan-is-pure', 'shared/plan/bad.ts', "import '../cost/thing.ts';\n", 'shared/cost/thing.ts'],
  ['cost-is-pure', 'shared/cost/bad.ts', "import '../plan/thing.ts';\n", 'shared/plan/thing.ts'],
  ['model-is-words', 'shared/model/bad.ts', "import '../text/thing.ts';\n", 'shared/text/thing.ts'],
  ['core-without-electron', 'electron/core/bad.ts', "import '../main/thing.ts';\n", 'electron/main/thing.ts'],
  ['sqlite-in-store-only', 'electron/core/features/bad.ts', "import 'better-sqlite3';\n"],
  ['azure-in-its-room', 'electron/core/features/bad.ts', "import '@azure/identity';\n"],
  [
    'sources-before-identity',
    'electron/core/sources/bad.ts',
    "import '../identity/thing.ts';\n",
    'electron/core/identity/thing.ts',
  ],
  [
    'identity-before-store',
    'electron/core/identity/bad.ts',
    "import '../store/thing.ts';\n",
    'electron/core/store/thing.ts',
  ],
  [
    'store-knows-no-feature',
    'electron/core/store/bad.ts',
    "import '../features/thing.ts';\n",
    'electron/core/features/thing.ts',
  ],
  ['core-without-electron', 'electron/core/bad.ts', "import '../launcher/thing.ts';\n", 'electron/launcher/thing.ts'],
  ['launcher-is-plain-node', 'electron/launcher/bad.ts', "import '../core/app.ts';\n", 'electron/core/app.ts'],
  [
    'launcher-is-plain-node',
    'electron/launcher/bad.ts',
    "import '../../shared/contract/schemas.ts';\n",
    'shared/contract/schemas.ts',
  ],
  ['launcher-is-plain-node', 'electron/launcher/bad.ts', "import 'better-sqlite3';\n"],
  ['hosts-start-the-core', 'electron/web/bad.ts', "import '../core/app.ts';\n", 'electron/core/app.ts'],
  ['web-knows-no-other-host', 'electron/web/bad.ts', "import '../cli/io.ts';\n", 'electron/cli/io.ts'],
  ['desktop-knows-no-other-host', 'electron/main/bad.ts', "import '../web/host.ts';\n", 'electron/web/host.ts'],
  ['renderer-uses-shared', 'renderer/bad.ts', "import '../electron/core/thing.ts';\n", 'electron/core/thing.ts'],
  ['no-cycles', 'shared/text/bad.ts', "import './bad2.ts';\n"],
];

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'layers-'));
  cpSync('.dependency-cruiser.mjs', join(root, '.dependency-cruiser.mjs'));
  for (const name of ['better-sqlite3', '@azure/identity']) {
    write(`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`);
    write(`node_modules/${name}/index.js`, '');
  }
  writeFileSync(
    join(root, 'package.json'),
    '{"type":"module","dependencies":{"better-sqlite3":"*","@azure/identity":"*"}}',
  );
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the layer check', () => {
  it.each(VIOLATIONS)('finds a violation of %s', (rule = '', file = '', text = '', target = undefined) => {
    for (const room of ['shared', 'electron', 'renderer']) rmSync(join(root, room), { recursive: true, force: true });
    for (const room of ['shared', 'electron', 'renderer']) mkdirSync(join(root, room));
    write(file, text);
    if (target) write(target, 'export {};\n');
    if (rule === 'no-cycles') write('shared/text/bad2.ts', "import './bad.ts';\n");
    const run = cruise(root);
    expect(run.status).not.toBe(0);
    expect(`${run.stdout}${run.stderr}`).toContain(rule);
  });

  it('sees the modules of this project: a check that sees none passes on everything', () => {
    const out = execFileSync(
      depcruise(),
      ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'shared', 'electron'],
      {
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      },
    );
    const { summary } = JSON.parse(out) as { summary: { totalCruised: number } };
    expect(summary.totalCruised).toBeGreaterThan(100);
  });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function cruise(cwd: string) {
  return spawnSync(depcruise(), ['--config', '.dependency-cruiser.mjs', 'shared', 'electron', 'renderer'], {
    cwd,
    encoding: 'utf8',
  });
}

function depcruise(): string {
  return join(process.cwd(), 'node_modules/.bin/depcruise');
}
