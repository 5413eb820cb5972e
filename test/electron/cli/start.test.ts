import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build, stateOfBuild } from '../../../electron/cli/build.ts';
import { desktopObstacle, fetchElectron, findElectron } from '../../../electron/cli/desktop.ts';
import { createHttpTransport } from '../../../renderer/host/http-transport.ts';
import { createClient } from '../../../shared/contract/index.ts';
import { until, unwrap } from '../../support/core-process.ts';
import { browserFetch } from '../../support/web-host.ts';

/** The real commands as processes of their own. The first of them builds the page where it is missing or old. */

interface Running {
  readonly child: ChildProcess;
  readonly text: () => string;
  /** Waits for the address. */
  readonly address: () => Promise<{ base: string; token: string }>;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

const running: Running[] = [];
afterEach(async () => {
  for (const { child, end } of running.splice(0)) if (child.exitCode === null) await end('SIGKILL');
});

function run(
  script: 'start.mjs' | 'dfs-planner.mjs',
  argv: readonly string[],
  env: Record<string, string> = {},
): Running {
  const home = mkdtempSync(join(tmpdir(), 'dfs-start-'));
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...surroundings } = process.env;
  const child = spawn(process.execPath, [`electron/cli/${script}`, ...argv], {
    env: { ...surroundings, DFS_PLANNER_HOME: home, INIT_CWD: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const started: Running = {
    child,
    text: () => text,
    async address() {
      await until(() => /#token=[\w-]{43}/.test(text) || child.exitCode !== null);
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]{43})/.exec(text);
      if (!found) throw new Error(text);
      return { base: found[1] ?? '', token: found[2] ?? '' };
    },
    end: (signal) =>
      new Promise((resolve) => {
        child.once('close', (code) => resolve(code));
        child.kill(signal);
      }),
  };
  running.push(started);
  return started;
}

describe('npm start', () => {
  it('without a display serves the page, says why, and ends cleanly on Ctrl+C', async () => {
    const start = run('start.mjs', ['--lang', 'en']);
    const { base } = await start.address();
    expect(start.text()).toMatch(/no display here/);
    const page = await fetch(base);
    expect(await page.text()).toMatch(/<meta name="csp-nonce"[\s\S]*<script type="module"/);
    expect(await start.end('SIGINT')).toBe(0);
    await expect(fetch(base)).rejects.toThrow();
  }, 120_000);

  it('offers the whole way over its page, and ends cleanly on SIGTERM', async () => {
    const start = run('start.mjs', ['--host', 'web', '--lang', 'ja']);
    const { base, token } = await start.address();
    expect(start.text()).toMatch(/このコンピューター専用/);
    const page = createHttpTransport({ token, page: 'start-test-page', base, fetch: browserFetch(base) });
    const client = createClient(page, () => 'ja');
    const { projectsFolder } = unwrap(await client.call('app.info', {}));
    expect(unwrap(await client.call('app.projects', {})).projects).toEqual([]);
    const path = join(projectsFolder, 'sample.dfsplan');
    expect(unwrap(await client.call('project.createSample', { path })).project.machines).toBeGreaterThan(50);
    expect(await start.end('SIGTERM')).toBe(0);
  }, 120_000);

  it('takes a Ctrl+C that npm passes on a second time as one', async () => {
    const start = run('start.mjs', ['--host', 'web']);
    await start.address();
    start.child.kill('SIGINT');
    expect(await start.end('SIGINT')).toBe(0);
  }, 120_000);

  it('takes the port that it is given, and says when it is taken', async () => {
    const first = run('start.mjs', ['--host', 'web']);
    const { base } = await first.address();
    const second = run('start.mjs', ['--host', 'web', '--lang', 'en', '--port', base.split(':').at(-1) ?? '']);
    await until(() => second.child.exitCode !== null);
    expect([second.child.exitCode, second.text()]).toEqual([4, expect.stringContaining('in use by another program')]);
  }, 120_000);

  it('refuses a window where there can be none, when one was asked for', async () => {
    const start = run('start.mjs', ['--host', 'desktop', '--lang', 'en']);
    await until(() => start.child.exitCode !== null);
    expect([start.child.exitCode, start.text()]).toEqual([4, expect.stringContaining('no display')]);
  });

  it.each([['--port', '70000'], ['--port', 'abc'], ['--host', 'cloud'], ['--keyboard']])(
    'refuses %s %s',
    async (...argv) => {
      const start = run('start.mjs', argv);
      await until(() => start.child.exitCode !== null);
      expect(start.child.exitCode).toBe(2);
    },
  );
});

describe('serve', () => {
  it('opens the project that it is given, as one JSON document', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dfs-serve-'));
    const file = join(folder, '顧客.dfsplan');
    const made = run('dfs-planner.mjs', ['new', file, '--name', 'Contoso JP']);
    await until(() => made.child.exitCode !== null);
    const serve = run('dfs-planner.mjs', ['serve', file, '--json']);
    const { base, token } = await serve.address();
    expect(JSON.parse(serve.text())).toEqual({
      schema: 'dfs-planner/serve/1',
      address: `${base}/#token=${token}`,
      project: file,
    });
    const page = createHttpTransport({ token, page: 'serve-test-page', base, fetch: browserFetch(base) });
    expect(await page.facts()).toEqual({ kind: 'web', project: file });
    const project = unwrap(await createClient(page, () => 'en').call('project.open', { path: file }));
    expect(project.name).toBe('Contoso JP');
    expect(await serve.end('SIGINT')).toBe(0);
    rmSync(folder, { recursive: true });
  }, 120_000);
});

it('says that the core could not be started, and how it ended', async () => {
  const serve = run('dfs-planner.mjs', ['serve', '--lang', 'en'], { DFS_PLANNER_CORE_EXEC: '/bin/false' });
  await until(() => serve.child.exitCode !== null);
  expect(serve.child.exitCode).toBe(4);
  expect(serve.text()).toMatch(/core could not be started: 1[\s\S]*core-failed/);
}, 60_000);

describe('a window', () => {
  const here = { env: {}, platform: 'linux', userId: 1000 } as const;
  it.each([
    [{ ...here }, 'desktopNoDisplay'],
    [{ ...here, env: { DISPLAY: ':0' } }, null],
    [{ ...here, env: { WAYLAND_DISPLAY: 'wayland-0' } }, null],
    [{ ...here, env: { DISPLAY: ':0' }, userId: 0 }, 'desktopRoot'],
    [{ ...here, platform: 'win32', userId: null } as const, null],
    [{ ...here, platform: 'darwin' } as const, null],
  ])('%j: %s', (surroundings, obstacle) => {
    expect(desktopObstacle(surroundings)).toBe(obstacle);
  });

  it('needs the program of Electron, wherever it lies', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dfs-electron-'));
    expect(findElectron('/nowhere', { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeNull();
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
    writeFileSync(join(folder, name), '');
    expect(findElectron('/nowhere', { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(join(folder, name));
  });

  it('that cannot be fetched is told in one line', async () => {
    const detail = await fetchElectron('/nowhere', new AbortController().signal);
    expect(detail).toMatch(/\S/);
    expect(detail).not.toContain('\n');
  });
});

describe('a build', () => {
  it('is missing, old, or ready', () => {
    const root = mkdtempSync(join(tmpdir(), 'dfs-build-'));
    expect(stateOfBuild(root)).toBe('missing');
    const write = (file: string, time: number): void => {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), '');
      utimesSync(join(root, file), time, time);
    };
    for (const file of ['renderer/index.html', 'main/index.cjs', 'preload/index.cjs', 'core/package.json']) {
      write(`out/${file}`, 2_000);
    }
    write('shared/model/words.ts', 1_000);
    expect(stateOfBuild(root)).toBe('ready');
    write('renderer/views/new.tsx', 3_000);
    expect(stateOfBuild(root)).toBe('old');
  });

  it('that another process makes is waited for; a lock that was left behind is taken over', async () => {
    const root = mkdtempSync(join(tmpdir(), 'dfs-build-'));
    const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
    mkdirSync(dirname(tool), { recursive: true });
    writeFileSync(
      tool,
      `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
      appendFileSync('log', 'begin ');
      setTimeout(() => {
        for (const file of ['renderer/index.html', 'main/index.cjs', 'preload/index.cjs', 'core/package.json']) {
          mkdirSync('out/' + file.split('/')[0], { recursive: true });
          writeFileSync('out/' + file, '');
        }
        appendFileSync('log', 'end ');
      }, 300);`,
    );
    mkdirSync(join(root, 'out'));
    const ended = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(root, 'out/.building'), String(ended.pid));
    const { signal } = new AbortController();
    expect(await Promise.all([build(root, signal), build(root, signal)])).toEqual([null, null]);
    expect(readFileSync(join(root, 'log'), 'utf8')).toBe('begin end ');
    expect(existsSync(join(root, 'out/.building'))).toBe(false);
  });
});
