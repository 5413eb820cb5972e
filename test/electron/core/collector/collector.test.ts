import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../../electron/core/app.ts';
import { writeCollector } from '../../../../electron/core/collector/index.ts';
import { MESSAGES } from '../../../../electron/core/collector/messages.ts';
import { QUERIES, readQuery } from '../../../../electron/core/sources/azure/queries/index.ts';
import type { ZipView } from '../../../../shared/contract/views.ts';
import { unbalanced } from '../../../support/powershell.ts';
import { unzip } from '../../../support/unzip.ts';

const TEMPLATES = join(import.meta.dirname, '../../../../electron/core/collector/files');
const SCRIPTS = ['collect.sh', 'collect-az.ps1', 'collect-module.ps1', 'collect-defender.ps1', 'common.ps1'];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'collector-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const template = (file: string) => readFileSync(join(TEMPLATES, file), 'utf8');
const written = (file: string) => readFileSync(join(directory, file), 'utf8');

describe('writeCollector', () => {
  it('writes what it says it writes, and nothing else', () => {
    const files = writeCollector(directory);
    const found = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
    expect(found.sort()).toEqual([...files].sort());
    expect(files).toEqual(
      expect.arrayContaining([
        'README.md',
        'README.ja.md',
        ...SCRIPTS,
        ...QUERIES.map(({ file }) => `queries/${file}`),
      ]),
    );
  });

  it('is the same in one zip, in the language of the call', async () => {
    const core = createCore({ now: () => '2026-11-24T00:00:00.000Z', home: directory });
    const call = { language: 'ja', signal: new AbortController().signal, progress: () => undefined } as const;
    const reply = await core.dispatch('collector.render', {}, call);
    core.close();
    const { name, base64 } = (reply.ok ? reply.value : {}) as ZipView;
    expect(name).toMatch(/^[\w-]+\.zip$/);
    const packed = await unzip(Buffer.from(base64, 'base64'));
    const folder = join(directory, 'folder');
    expect([...packed.keys()]).toEqual(writeCollector(folder, { language: 'ja' }));
    for (const [file, bytes] of packed) expect(bytes).toEqual(readFileSync(join(folder, file)));
  });

  it('hands out the very queries of the app', () => {
    writeCollector(directory);
    for (const query of QUERIES) expect(written(`queries/${query.file}`)).toBe(readQuery(query.id));
  });

  it('leaves no placeholder open, in either language', () => {
    for (const language of ['en', 'ja'] as const) {
      for (const file of writeCollector(directory, { language })) expect(written(file)).not.toContain('@@');
    }
  });

  it('speaks the language that was asked for while it runs; the read-me comes in both', () => {
    writeCollector(directory, { language: 'ja' });
    expect(written('collect.sh')).toContain(MESSAGES.done.ja);
    expect(written('common.ps1')).toContain(MESSAGES.done.ja);
    expect(written('README.md')).toContain('They **only read**');
    expect(written('README.ja.md')).toContain('読み取りのみ');
  });

  it('names in both read-mes every script, every query and the rights', () => {
    writeCollector(directory);
    for (const readMe of ['README.md', 'README.ja.md']) {
      for (const name of [...SCRIPTS, ...QUERIES.map(({ file }) => file), 'Machine.Read', 'ThreatHunting.Read.All']) {
        expect(written(readMe)).toContain(name);
      }
    }
    expect(written('README.md')).toMatch(/\*\*Reader\*\*[\s\S]*\*\*Security Reader\*\*/);
    expect(written('README.ja.md')).toMatch(/\*\*閲覧者\*\*[\s\S]*\*\*セキュリティ閲覧者\*\*/);
  });

  it('gives PowerShell a byte order mark and CRLF, so that Windows PowerShell 5.1 reads Japanese', () => {
    writeCollector(directory);
    for (const file of SCRIPTS.filter((name) => name.endsWith('.ps1'))) {
      expect(written(file).charCodeAt(0)).toBe(0xfeff);
      expect(written(file)).not.toMatch(/[^\r]\n/);
    }
    expect(written('collect.sh')).not.toContain('\r');
  });

  it('can be written again over an older one', () => {
    expect(writeCollector(directory)).toEqual(writeCollector(directory, { language: 'ja' }));
  });
});

describe('only reads', () => {
  const AZ_COMMANDS = [
    'account list',
    'account show',
    'connectedmachine list',
    'extension show',
    'graph query',
    'policy assignment list',
    'policy exemption list',
    'rest',
    'vm list',
  ];

  it('collect.sh and collect-az.ps1 call the Azure CLI with lists, shows, GET and queries alone', () => {
    const bash = [...template('collect.sh').matchAll(/\baz ([a-z]+(?: [a-z]+)*)/g)].map((match) => match[1] ?? '');
    const powershell = [...template('collect-az.ps1').matchAll(/@\(((?:'[a-z]+', )+)'-/g)].map((match) =>
      (match[1] ?? '').replace(/[',]/g, '').trim(),
    );
    expect([...new Set(bash)].sort()).toEqual(AZ_COMMANDS);
    expect([...new Set(powershell)].sort()).toEqual(AZ_COMMANDS);
    const calls =
      `${template('collect.sh')}${template('collect-az.ps1')}`.match(/\brest'?,? '?--method'?,? '?\w+/g) ?? [];
    expect(calls.length).toBeGreaterThanOrEqual(5);
    for (const call of calls) expect(call).toMatch(/get$/);
  });

  it('the module scripts use GET, and POST for the two queries alone', () => {
    const calls = SCRIPTS.flatMap((file) => template(file).match(/Invoke-(?:AzRest|MgGraphRe)\w+ -Method.*/g) ?? []);
    expect(calls).toHaveLength(4);
    for (const call of calls.filter((text) => !text.includes('-Method GET'))) {
      expect(call).toMatch(/-Method POST .*(?:-Payload \$Query|security\/runHuntingQuery)/);
    }
    const queries = template('collect-module.ps1').match(/Invoke-Read '[^']+' \$body/g);
    expect(queries).toEqual([
      "Invoke-Read '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01' $body",
    ]);
  });

  it.each(SCRIPTS)('%s has no word that writes', (file) => {
    expect(template(file)).not.toMatch(/\b(?:PUT|PATCH|DELETE)\b/i);
    expect(template(file)).not.toMatch(/\b(?:Set|New|Remove|Update|Add|Enable|Disable)-(?:Az|Mg)/i);
    expect(template(file)).not.toMatch(/\baz\b[^\n]*\b(?:create|update|delete|assign|remove|add|invoke|login)\b/);
  });
});

describe('can be run', () => {
  it.each(['en', 'ja'] as const)('bash takes collect.sh (%s)', (language) => {
    writeCollector(directory, { language });
    execFileSync('bash', ['-n', join(directory, 'collect.sh')]);
  });

  it.each(SCRIPTS.slice(1).flatMap((file) => [[file, 'en'] as const, [file, 'ja'] as const]))(
    '%s (%s): every quote and bracket is closed',
    (file, language) => {
      writeCollector(directory, { language });
      expect(unbalanced(written(file))).toBeNull();
    },
  );

  it('the check of quotes and brackets can fail', () => {
    expect(unbalanced('Write-Host "a')).toContain('"');
    expect(unbalanced('if ($a) { @(1, 2 }')).toContain('}');
    expect(unbalanced("'it''s' # don't\n\"a $($b['c']) `\" \"")).toBeNull();
  });

  it.each(SCRIPTS.slice(1))(
    '%s: no method is called on a bare text in an argument, where PowerShell would not see it',
    (file) => {
      expect(template(file)).not.toMatch(/^\s*(?:if \([^)]*\) \{ )?[A-Z]\w+-\w+ [^(\n]*'\.\w+\(/m);
    },
  );

  it('no sentence can break out of the quotes that it stands in', () => {
    for (const message of Object.values(MESSAGES)) {
      for (const text of Object.values(message)) expect(text).not.toMatch(/["'$`@\\]|%/);
    }
  });

  it.each(SCRIPTS.slice(1))('%s: within a function, no variable differs from another in case alone', (file) => {
    const functions = template(file).split(/^(?=function )|(?<=^\}\n)/m);
    for (const body of functions) {
      const names = new Set((body.match(/\$\{?[A-Za-z]\w*/g) ?? []).map((name) => name.replace('{', '')));
      const clashes = [...Map.groupBy(names, (name) => name.toLowerCase()).values()].filter((same) => same.length > 1);
      expect(clashes).toEqual([]);
    }
  });
});
