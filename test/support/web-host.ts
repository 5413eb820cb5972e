import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWebHost, type WebHost, type WebHostOptions } from '../../electron/web/host.ts';
import { createHttpTransport, type HttpTransport } from '../../renderer/host/http-transport.ts';
import { type RunningCore, startCore } from './core-process.ts';

/** A web host over a core of its own, with a small page instead of the built one. */
export interface RunningHost extends RunningCore {
  readonly host: WebHost;
  /** `http://127.0.0.1:port` */
  readonly base: string;
  readonly token: string;
  readonly projects: string;
  /** A page of its own, as a browser would send its requests. */
  readonly page: (id: string) => HttpTransport;
  readonly close: () => Promise<void>;
}

export async function startHost(options: Partial<WebHostOptions> = {}): Promise<RunningHost> {
  const core = startCore();
  const projects = join(mkdtempSync(join(tmpdir(), 'dfs-web-')), 'projects');
  const page = smallPage();
  const host = await startWebHost({ launcher: core.launcher, page, projects, ...options });
  const base = `http://127.0.0.1:${host.port}`;
  const token = host.address.split('#token=')[1] ?? '';
  return {
    ...core,
    host,
    base,
    token,
    projects,
    page: (id) => createHttpTransport({ token, page: id, base, fetch: browserFetch(base) }),
    close: async () => {
      await host.close();
      await core.launcher.close();
    },
  };
}

/** What a build makes, as small as can be, and a file that is no part of it. */
function smallPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dfs-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html>\n<html lang="en">\n  <head>\n    <title>Small page</title>\n' +
      '    <script type="module" src="./assets/small.js"></script>\n  </head>\n  <body></body>\n</html>\n',
  );
  writeFileSync(join(folder, 'assets/small.js'), 'document.body.textContent = "small";\n');
  writeFileSync(join(folder, 'notes.bak'), 'not handed out\n');
  return folder;
}

/** What a browser adds to the requests of a page and the page cannot change. */
export function browserFetch(origin: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Sec-Fetch-Site', 'same-origin');
    if (init?.method === 'POST') headers.set('Origin', origin);
    return fetch(input, { ...init, headers });
  };
}
