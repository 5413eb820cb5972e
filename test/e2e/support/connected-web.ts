import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build, stateOfBuild } from '../../../electron/cli/build.ts';
import { createCore } from '../../../electron/core/app.ts';
import { startWebHost } from '../../../electron/web/host.ts';
import type { CallOptions } from '../../../shared/contract/client.ts';
import type { Fleet } from '../../support/azure-server/fleet.ts';
import { seamTo, type TestSeam } from '../../support/azure-server/seam.ts';
import { type AzureServer, startAzure } from '../../support/azure-server/server.ts';
import { launchChromium } from './chromium.ts';
import { goTo } from './screens.ts';
import { wordsOf } from './words.ts';

/** The built page over a core that has a stand-in for Azure beside it. */
export interface ConnectedWeb {
  readonly page: Page;
  readonly server: AzureServer;
  /** What stands in the place of network, sign-in and clock; a test may put other parts in before somebody signs in. */
  readonly seam: TestSeam;
  readonly problems: string[];
  /** Host and core end and start again, as on another day; the page goes to the new address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectedOptions {
  readonly tokenTenant?: string;
  readonly timeoutMs?: number;
  readonly context?: BrowserContextOptions;
}

export async function launchConnectedWeb(fleet: Fleet, options: ConnectedOptions = {}): Promise<ConnectedWeb> {
  await ensureBuilt();
  const home = mkdtempSync(join(tmpdir(), 'planner-connected-'));
  const server = await startAzure(fleet);
  const seam = seamTo(server, options);
  const browser = await launchChromium();
  const page = await openPage(browser, options.context);
  let running = await startHost(home, seam);
  await page.goto(running.address);
  return {
    page,
    server,
    seam,
    problems: problemsOf(page),
    async restart() {
      await page.goto('about:blank');
      await running.close();
      running = await startHost(home, seam);
      await page.goto(running.address);
    },
    async close() {
      await browser.close();
      await running.close();
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const en = wordsOf('en');

/** Makes a project, and goes to the screen under test. */
export async function beginProject({ page }: Pick<ConnectedWeb, 'page'>): Promise<void> {
  await page.getByRole('button', { name: en.start('new'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('Contoso');
  await dialog.getByRole('textbox').first().press('Enter');
  await page.getByRole('button', { name: en.start('close') }).waitFor();
  await goTo(page, en, 'connect');
}

/** Signs in as Azure CLI does; the double answers in its place. */
export async function signIn({ page }: Pick<ConnectedWeb, 'page'>, words = en): Promise<void> {
  await page.getByRole('radio', { name: words.connect('method.cli') }).click();
  await page.getByRole('button', { name: words.connect('signIn.action'), exact: true }).click();
}

const ROOT = resolve(import.meta.dirname, '../../..');

/** What was built for a window before serves the page too. */
async function ensureBuilt(): Promise<void> {
  if (process.env.DFS_PLANNER_E2E_BUILD || stateOfBuild(ROOT) === 'ready') return;
  const problem = await build(ROOT, new AbortController().signal);
  if (problem !== null) throw new Error(problem);
}

async function startHost(home: string, seam: TestSeam): Promise<{ readonly address: string; close(): Promise<void> }> {
  const core = createCore({ now: () => new Date().toISOString(), home, azure: seam });
  const host = await startWebHost({
    launcher: {
      call: ({ method, params, language }, { signal, onProgress }) =>
        core.dispatch(method, params, {
          language,
          signal: abortSignal(signal),
          progress: (progress) => onProgress?.(progress),
        }),
      onEvent: () => () => undefined,
      close: async () => core.close(),
    },
    page: join(process.env.DFS_PLANNER_E2E_BUILD ?? join(ROOT, 'out'), 'renderer'),
    projects: join(home, 'projects'),
  });
  return {
    address: host.address,
    async close() {
      await host.close();
      core.close();
    },
  };
}

async function openPage(browser: Browser, context: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1366, height: 768 }, ...context });
  page.setDefaultTimeout(15_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page;
}

function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

/** The host's signal as the core takes it. */
function abortSignal(signal: CallOptions['signal']): AbortSignal {
  const controller = new AbortController();
  if (signal?.aborted) controller.abort();
  signal?.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
