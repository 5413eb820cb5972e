import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import { findElectron } from '../../../electron/cli/desktop.ts';
// Declares `window.dfsPlanner`.
import type {} from '../../../renderer/host/desktop.ts';
import type { MenuCommand } from '../../../shared/contract/events.ts';
import type { Language } from '../../../shared/model/index.ts';
import { ensureDisplay } from './display.ts';
import { dropFiles } from './drop.ts';

/** The desktop shell under test: a real Electron, the built shell and page, the core beside it. */
export interface Desktop {
  readonly app: ElectronApplication;
  /** Of the first window. */
  readonly page: Page;
  /** `DFS_PLANNER_HOME` of this run. */
  readonly home: string;
  /** What pages wrote to the console as errors, policy violations too, and what they threw. */
  readonly problems: readonly string[];
  /** What the next dialogs of the system answer; null is the user's "no". */
  answerDialogs(answer: { readonly open?: readonly string[] | null; readonly save?: string | null }): Promise<void>;
  /** Chooses an entry of the menus. */
  chooseInMenu(command: MenuCommand): Promise<void>;
  /** Drops files from the disk on an element of the page. */
  drop(selector: string, paths: readonly string[]): Promise<void>;
  /** Starts the program again while it runs, as a double click on a project does. @returns its exit code */
  startAgain(project?: string): Promise<number>;
  close(): Promise<void>;
}

export interface DesktopOptions {
  /** Default: a new one, removed when the desktop closes. */
  readonly home?: string;
  /** A project to start with, as by a double click. */
  readonly project?: string;
  /** Of the system. */
  readonly language?: Language;
  readonly env?: Readonly<Record<string, string>>;
  /** The proxy that the system names: host and port. */
  readonly proxy?: string;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const LAUNCH_MS = 20_000;
const LAUNCHES = 3;

/** An older runtime needs the page built for its Chromium, and the core on this Node: its own cannot load the database. */
const OLDER_CHROMIUM = 'chrome114';

/**
 * Builds shell, page and core for the runtime under test, once: later launches, also in processes started from this
 * one, take what was built.
 * @returns the folder of the build
 */
export async function buildDesktop(): Promise<string> {
  if (process.env.DFS_PLANNER_E2E_BUILD) return process.env.DFS_PLANNER_E2E_BUILD;
  const out = join(ROOT, '.tmp/desktop');
  const tool = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js');
  const env = isOlderRuntime() ? { ...process.env, DFS_PLANNER_RENDERER_TARGET: OLDER_CHROMIUM } : process.env;
  await promisify(execFile)(process.execPath, [tool, 'build', '--outDir', out], { cwd: ROOT, env });
  process.env.DFS_PLANNER_E2E_BUILD = out;
  return out;
}

/** @throws Error when there is no Electron, no display, or the window does not open */
export async function launchDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const electron = findElectron(ROOT, process.env);
  if (!electron) throw new Error('No Electron here: install it, or name its folder in ELECTRON_OVERRIDE_DIST_PATH');
  const out = await buildDesktop();
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'planner-desktop-'));
  const env = await environment(home, options);
  const args = [...switches(options), join(out, 'main/index.cjs')];
  const app = await launch(electron, [...args, ...(options.project ? [options.project] : [])], env);
  const problems: string[] = [];
  app.on('window', (page) => watch(page, problems));
  const page = await app.firstWindow();
  watch(page, problems);
  await page.waitForLoadState('load');
  return {
    app,
    page,
    home,
    problems,
    answerDialogs: (answer) => answerDialogs(app, answer),
    async chooseInMenu(command) {
      await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
    },
    drop: (selector, paths) => dropFiles(page, selector, paths),
    startAgain: (project) => run(electron, [...args, ...(project ? [project] : [])], env),
    async close() {
      await app.close();
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** On a busy machine the debugger now and then misses the start of the program, which then waits for it for ever. */
async function launch(program: string, args: string[], env: Record<string, string>): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await _electron.launch({ executablePath: program, args, env, timeout: LAUNCH_MS });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === LAUNCHES) throw error;
    }
  }
}

function isOlderRuntime(): boolean {
  return Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH);
}

async function environment(home: string, { env }: DesktopOptions): Promise<Record<string, string>> {
  const display = await ensureDisplay();
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env as Record<string, string>;
  return {
    ...inherited,
    ...(display ? { DISPLAY: display } : {}),
    ...(isOlderRuntime() ? { DFS_PLANNER_CORE_EXEC: process.execPath } : {}),
    DFS_PLANNER_HOME: home,
    DFS_PLANNER_E2E: '1',
    ...env,
  };
}

function switches({ language = 'en', proxy }: DesktopOptions): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    `--lang=${language}`,
    ...(proxy ? [`--proxy-server=${proxy}`] : []),
  ];
}

const watched = new WeakSet<Page>();

function watch(page: Page, problems: string[]): void {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
}

async function answerDialogs(
  app: ElectronApplication,
  { open, save }: Parameters<Desktop['answerDialogs']>[0],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, answer) => {
      if (answer.open !== undefined) {
        const filePaths = [...(answer.open ?? [])];
        dialog.showOpenDialog = async () => ({ canceled: answer.open === null, filePaths });
      }
      if (answer.save !== undefined) {
        dialog.showSaveDialog = async () => ({ canceled: answer.save === null, filePath: answer.save ?? '' });
      }
    },
    { open, save },
  );
}

function run(program: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  return new Promise((fulfil) => {
    const child = execFile(program, args, { env }, () => undefined);
    child.once('close', (code) => fulfil(code ?? -1));
  });
}
