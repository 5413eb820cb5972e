import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { safeName } from '../../../electron/web/uploads.ts';
import type { HttpTransport } from '../../../renderer/host/http-transport.ts';
import { type Client, createClient, type HostEvent } from '../../../shared/contract/index.ts';
import { until, unwrap } from '../../support/core-process.ts';
import { type RunningHost, startHost } from '../../support/web-host.ts';

const GRACE_MS = 150;
const LIMITS = { uploadBytes: 3_000_000, uploadTotalBytes: 4_000_000, graceMs: GRACE_MS, beatMs: 50 };

let host: RunningHost;
let elsewhere: string;
const opened: HttpTransport[] = [];

beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'dfs-elsewhere-'));
  host = await startHost({ limits: LIMITS, file: join(elsewhere, 'given.dfsplan') });
  mkdirSync(host.projects, { recursive: true });
});
afterAll(() => host.close());
afterEach(() => {
  for (const page of opened.splice(0)) page.close();
});

let pages = 0;
function aPage(id = `page-number-${++pages}`): { page: HttpTransport; client: Client; events: HostEvent[] } {
  const page = host.page(id);
  opened.push(page);
  const events: HostEvent[] = [];
  page.onEvent((event) => events.push(event));
  return { page, client: createClient(page, () => 'en'), events };
}

const projectPath = (name: string) => join(host.projects, `${name}.dfsplan`);

describe('what a page may reach', () => {
  const outside: readonly (readonly [string, () => string])[] = [
    ['another folder', () => join(elsewhere, 'other.dfsplan')],
    ['a way up', () => join(host.projects, '..', 'other.dfsplan')],
    ['a way up that is not tidied', () => `${host.projects}/x/../../other.dfsplan`],
    ['a folder below', () => join(host.projects, 'below', 'other.dfsplan')],
    ['a relative path', () => 'other.dfsplan'],
    ['another ending', () => join(host.projects, 'other.txt')],
    ['a zero byte', () => `${join(host.projects, 'other')}\0.dfsplan`],
    ['a link to another folder', () => linkTo(elsewhere)],
    ['a file of the system', () => '/etc/passwd'],
  ];

  it.each(outside)('no project in %s', async (_what, path) => {
    const { client } = aPage();
    for (const reply of [
      await client.call('project.create', { path: path(), name: 'x' }),
      await client.call('project.open', { path: path() }),
      await client.call('project.createSample', { path: path() }),
      await client.call('project.check', { path: path() }),
    ]) {
      expect(reply).toMatchObject({ ok: false, failure: { code: 'path-not-allowed' } });
    }
    expect(readdirSync(elsewhere).filter((name) => name.startsWith('other'))).toEqual([]);
  });

  it.each(['/etc/passwd', '/etc', './package.json', '../..'])(
    'no file to read that was not dropped: %s',
    async (path) => {
      const { client } = aPage();
      for (const method of ['evidence.inspect', 'evidence.preview'] as const) {
        const reply = await client.call(method, { inputs: [path] });
        expect(reply).toMatchObject({ ok: false, failure: { code: 'path-not-allowed' } });
      }
    },
  );

  it('no folder to write into: the page saves what is rendered', async () => {
    const { client } = aPage();
    const reply = await client.call('collector.write', { to: join(host.projects, 'collector') });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'path-not-allowed' } });
  });

  it('the projects folder, and the file that the host was given, wherever it lies', async () => {
    const { client } = aPage();
    const given = join(elsewhere, 'given.dfsplan');
    for (const path of [projectPath('mine'), given]) {
      const { handle } = unwrap(await client.call('project.create', { path, name: 'x' }));
      unwrap(await client.call('project.close', { handle }));
    }
    const listed = unwrap(await client.call('app.projects', {})).projects.map(({ path }) => path);
    expect(listed).toEqual(expect.arrayContaining([projectPath('mine'), given]));
  });

  it('no list of projects that it cannot open', async () => {
    const other = join(elsewhere, 'unlisted.dfsplan');
    const { handle } = unwrap(await host.client.call('project.create', { path: other, name: 'x' }));
    unwrap(await host.client.call('project.close', { handle }));
    const listed = unwrap(await aPage().client.call('app.projects', {})).projects.map(({ path }) => path);
    expect(listed).not.toContain(other);
  });

  it('says what it is', async () => {
    expect(await aPage().page.facts()).toEqual({ kind: 'web', project: join(elsewhere, 'given.dfsplan') });
  });
});

describe('dropped files', () => {
  it('arrive whole under their own names, readable by this user alone', async () => {
    const { page } = aPage();
    const bytes = new Uint8Array(2_000_000).map((_, at) => at % 251);
    const { path } = unwrap(await page.upload(new File([bytes], '売上 #1 100%.csv'), 'en'));
    expect(path.endsWith('/売上 #1 100%.csv')).toBe(true);
    expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true);
  });

  it('of one name do not meet', async () => {
    const { page } = aPage();
    const paths = await Promise.all(
      ['a', 'b', 'c'].map(async (text) => unwrap(await page.upload(new File([text], 'same.csv'), 'en')).path),
    );
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['a', 'b', 'c']);
  });

  it('are refused when they are too large, in words, and leave nothing behind', async () => {
    const { page } = aPage();
    const reply = await page.upload(new File([new Uint8Array(LIMITS.uploadBytes + 1)], 'large.csv'), 'ja');
    expect(reply).toMatchObject({ ok: false, failure: { code: 'file-too-large' } });
    expect(reply.ok || reply.failure.message).toMatch(/large\.csv.*超えています/);
  });

  it('are refused when all together are too many bytes', async () => {
    const own = await startHost({ limits: { uploadBytes: 3_000, uploadTotalBytes: 4_000 } });
    const page = own.page('a-page-with-much');
    const codes: string[] = [];
    for (const name of ['first.csv', 'second.csv']) {
      const reply = await page.upload(new File([new Uint8Array(2_500)], name), 'en');
      codes.push(reply.ok ? 'ok' : reply.failure.code);
    }
    await own.close();
    expect(codes).toEqual(['ok', 'file-too-large']);
  });

  it('go when the last project is closed', async () => {
    const { page, client } = aPage();
    const { handle } = unwrap(await client.call('project.create', { path: projectPath('dropping'), name: 'x' }));
    const { path } = unwrap(await page.upload(new File(['NAME\nsrv1\n'], 'a.csv'), 'en'));
    unwrap(await client.call('evidence.inspect', { inputs: [path] }));
    expect(existsSync(path)).toBe(true);
    unwrap(await client.call('project.close', { handle }));
    expect(existsSync(path)).toBe(false);
  });

  it('go when their page goes', async () => {
    const { page, client } = aPage();
    unwrap(await client.call('app.info', {}));
    const { path } = unwrap(await page.upload(new File(['x'], 'a.csv'), 'en'));
    page.close();
    await until(() => !existsSync(path));
  });

  it('go with the host', async () => {
    const own = await startHost();
    const page = own.page('a-page-of-its-own');
    const { path } = unwrap(await page.upload(new File(['x'], 'a.csv'), 'en'));
    await own.close();
    expect(existsSync(dirname(dirname(dirname(path))))).toBe(false);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\sato\\一覧.xlsx', '一覧.xlsx'],
    ['..', '_'],
    ['', '_'],
    ['CON.csv', '_CON.csv'],
    ['a\u0000b\n.csv', 'a_b_.csv'],
    ['trailing. . ', 'trailing'],
    ['a<b>|?.csv', 'a_b___.csv'],
  ])('have a safe name: %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('keep their ending when the name is long', () => {
    const name = safeName(`${'長'.repeat(300)}.xlsx`);
    expect(name.endsWith('.xlsx')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThan(400);
  });
});

describe('pages', () => {
  it('find their project again when they are loaded anew', async () => {
    const path = projectPath('reloaded');
    const first = aPage();
    const { handle } = unwrap(await first.client.call('project.create', { path, name: 'x' }));
    first.page.close();
    const second = aPage();
    expect(unwrap(await second.client.call('project.open', { path })).handle).toBe(handle);
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS * 3));
    expect(unwrap(await second.client.call('project.state', { handle })).project.path).toBe(path);
  });

  it('that are gone hold no project', async () => {
    const path = projectPath('left');
    const { page, client } = aPage();
    unwrap(await client.call('project.create', { path, name: 'x' }));
    page.close();
    await until(() => !existsSync(`${path}-open`));
  });

  it('that lose their stream for a moment keep everything', async () => {
    const path = projectPath('moment');
    const first = aPage('the-same-page');
    const { handle } = unwrap(await first.client.call('project.create', { path, name: 'x' }));
    first.page.close();
    const second = aPage('the-same-page');
    unwrap(await second.client.call('app.info', {}));
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS * 3));
    unwrap(await second.client.call('project.state', { handle }));
  });

  it('hear when another one changes their project, and not when it only looks', async () => {
    const path = projectPath('shared');
    const one = aPage();
    const other = aPage();
    const { handle } = unwrap(await one.client.call('project.create', { path, name: 'x' }));
    unwrap(await other.client.call('project.open', { path }));
    unwrap(await one.client.call('project.state', { handle }));
    unwrap(await one.client.call('project.rename', { handle, name: 'y' }));
    await until(() => other.events.length > 0);
    expect(other.events).toEqual([{ kind: 'project-changed', handle }]);
    expect(one.events).toEqual([]);
  });

  it('whose connection breaks during a call cancel it', async () => {
    const { client } = aPage('breaking-page');
    const path = projectPath('broken');
    const { handle } = unwrap(await client.call('project.create', { path, name: 'x' }));
    const body = JSON.stringify({
      id: 'x',
      method: 'evidence.import',
      params: { handle, inputs: await many() },
      language: 'en',
    });
    const cancel = new AbortController();
    const answer = fetch(`${host.base}/api/call`, { ...post(body, 'breaking-page'), signal: cancel.signal });
    const { body: stream } = await answer;
    await stream?.getReader().read();
    cancel.abort();
    let reply = await client.call('project.rename', { handle, name: 'y' });
    while (!reply.ok && reply.failure.code === 'project-busy') {
      reply = await client.call('project.rename', { handle, name: 'y' });
    }
    expect(unwrap(reply).evidence).toEqual([]);

    async function many(): Promise<string[]> {
      const { page } = aPage('breaking-page');
      const rows = Array.from({ length: 20_000 }, (_, at) => `srv${at},prod`).join('\n');
      return [unwrap(await page.upload(new File([`NAME,ENV\n${rows}\n`], 'many.csv'), 'en')).path];
    }
  });

  it('are told that the core was replaced, and go on under their handles', async () => {
    const { client, events } = aPage();
    const path = projectPath('replaced');
    const { handle } = unwrap(await client.call('project.create', { path, name: 'x' }));
    host.process().kill();
    await until(() => events.some(({ kind }) => kind === 'core-restarted'));
    expect(events.map(({ kind }) => kind)).toEqual(['core-stopped', 'core-restarted']);
    expect(unwrap(await client.call('project.state', { handle })).project.name).toBe('x');
  });
});

it('brings an answer of many megabytes whole', async () => {
  const { client } = aPage('large-answer-page');
  const { handle } = unwrap(await client.call('project.create', { path: projectPath('large'), name: 'x' }));
  const names = Array.from({ length: 60_000 }, (_, at) => `server-${at}.contoso.example`);
  unwrap(await client.call('lists.set', { handle, name: 'many', names }));
  const { lists } = unwrap(await client.call('requirements.get', { handle }));
  expect(lists.map(({ missing }) => missing.toSorted())).toEqual([names.toSorted()]);
});

describe('a page whose host is gone', () => {
  it('answers its calls with what to do', async () => {
    const own = await startHost();
    const page = own.page('an-orphaned-page');
    await own.close();
    const reply = await createClient(page, () => 'en').call('app.info', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'host-gone' } });
  });
});

function post(body: string, page: string): RequestInit {
  return {
    method: 'POST',
    body,
    headers: {
      Origin: host.base,
      Authorization: `Bearer ${host.token}`,
      'Content-Type': 'application/json',
      'X-Page': page,
    },
  };
}

function linkTo(folder: string): string {
  const path = join(host.projects, `link-${++pages}.dfsplan`);
  symlinkSync(join(folder, 'other.dfsplan'), path);
  return path;
}
