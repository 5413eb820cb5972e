import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { coreOf } from './core-of.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const START_MS = 120_000;

/** The page under test: the host that `npm start` shows without a display, and a browser on its address. */
export interface Web {
  readonly browser: Browser;
  readonly page: Page;
  readonly address: string;
  readonly home: string;
  /** What pages wrote to the console as errors, policy violations too, and what they threw. */
  readonly problems: readonly string[];
  /** Another page on the same host, with its own language, theme or size. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** The process of the core that answers now. */
  core(): number;
  close(): Promise<void>;
}

export interface WebOptions {
  /** Default: a new one, removed at the end. */
  readonly home?: string;
  readonly context?: BrowserContextOptions;
  /** Texts 40 % longer than English. */
  readonly isPseudo?: boolean;
}

/** @throws Error when the host does not come up or there is no browser */
export async function launchWeb(options: WebOptions = {}): Promise<Web> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'planner-web-'));
  const host = spawn(process.execPath, [join(ROOT, 'electron/cli/start.mjs'), '--host', 'web', '--lang', 'en'], {
    cwd: ROOT,
    env: { ...process.env, DFS_PLANNER_HOME: home, INIT_CWD: ROOT },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = await addressOf(host);
  const address = options.isPseudo ? printed.replace('/#', '/?pseudo#') : printed;
  const browser = await launchChromium();
  const problems: string[] = [];
  const openPage = async (context: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1366, height: 768 }, ...context });
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(address);
    return page;
  };
  return {
    browser,
    page: await openPage(options.context),
    address,
    home,
    problems,
    openPage,
    core: () => coreOf(host.pid ?? 0),
    async close() {
      await browser.close();
      await end(host);
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((fulfil, refuse) => {
    let output = '';
    const timer = setTimeout(() => refuse(new Error(`No address within ${START_MS / 1000} s:\n${output}`)), START_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(output)?.[0];
      if (!address) return;
      clearTimeout(timer);
      fulfil(address);
    };
    host.stdout?.on('data', read);
    host.stderr?.on('data', read);
    host.once('exit', (code) => refuse(new Error(`The host ended with ${code}:\n${output}`)));
  });
}

function end(host: ChildProcess): Promise<void> {
  return new Promise((fulfil) => {
    if (host.exitCode !== null) return fulfil();
    host.once('exit', () => fulfil());
    host.kill('SIGINT');
  });
}
