import { join } from 'node:path';
import { app, ipcMain, Menu, protocol, session, shell } from 'electron';
import type { ProjectsView } from '../../shared/contract/app-views.ts';
import type { Language } from '../../shared/model/index.ts';
import { createSessions, type Launcher } from '../launcher/index.ts';
import { askForProject, printPage } from './actions.ts';
import { answerPages } from './ipc.ts';
import { type MenuActs, menuTemplate } from './menu.ts';
import { SCHEME } from './origin.ts';
import { readPage, servePage } from './page.ts';
import { isProjectPath, projectOfArguments } from './project-path.ts';
import { guardContents, guardSession } from './security.ts';
import { createWindows, type Windows } from './windows.ts';

/** What the shell is started with. */
export interface ShellOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly argv: readonly string[];
  /** Folder of the build: `main/`, `preload/`, `renderer/`, `core/`. */
  readonly out: string;
  readonly startCore: (out: string, env: NodeJS.ProcessEnv) => Launcher;
}

/** Where the menu's link to the documentation leads. */
const DOCUMENTATION = 'https://learn.microsoft.com/azure/defender-for-cloud/plan-defender-for-servers';

/**
 * The desktop shell: one process for all windows, each window with its project. It shows, asks and passes on; the core
 * decides. Has to be called before Electron is ready.
 * @throws the file system's error when the page was not built
 */
export async function startShell(options: ShellOptions): Promise<void> {
  const { argv, env } = options;
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  // Tests on machines that have only root say `--no-sandbox`; every window asks for the sandbox all the same.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setPath('userData', join(env.DFS_PLANNER_HOME ?? join(app.getPath('appData'), 'dfs-planner'), 'desktop'));
  const wanted = projectOfArguments(argv, process.cwd());
  // A second start hands its project to the first one, and ends.
  if (!app.requestSingleInstanceLock({ project: wanted })) return app.quit();
  const early: (string | null)[] = [wanted];
  let show = (project: string | null): void => void early.push(project);
  app.on('second-instance', (_event, _argv, _folder, data) => show(projectOfData(data)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isProjectPath(path)) show(path);
  });
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  await app.whenReady();
  ({ show } = openShell(options));
  for (const project of early.some((one) => one !== null) ? early.filter((one) => one !== null) : [null]) show(project);
}

function openShell({ env, out, startCore }: ShellOptions): Windows {
  const launcher = startCore(out, env);
  const pageSession = session.fromPartition('planner', { cache: false });
  // The default session shows nothing, but would fetch a dictionary like any other.
  for (const each of [session.defaultSession, pageSession]) guardSession(each);
  servePage(pageSession, readPage(join(out, 'renderer')));
  let language: Language = app.getLocale().startsWith('ja') ? 'ja' : 'en';
  let recent: ProjectsView['projects'] = [];
  const ending = endWith(launcher);
  const windows: Windows = createWindows({
    session: pageSession,
    sessions: createSessions(launcher),
    preload: join(out, 'preload/index.cjs'),
    statePath: join(app.getPath('userData'), 'window.json'),
    language: () => language,
    mayClose: () => Boolean(env.DFS_PLANNER_E2E),
    onAsked: ending.asked,
    onChanged: () => showMenu(),
    onProjects({ projects }) {
      recent = projects;
      listRecent(projects);
      showMenu();
    },
  });
  const showMenu = keepMenu(windows, () => ({ language, recent }));
  answerPages(ipcMain, (contents) => {
    const planner = windows.of(contents);
    if (!planner) return null;
    const place = () => ({
      window: planner.window,
      language,
      showOther: (path: string) => windows.showOther(path, planner),
      setLanguage(chosen: Language) {
        language = chosen;
        windows.showTitles();
        showMenu();
      },
    });
    return { ...planner, place };
  });
  app.on('activate', () => windows.show(null));
  return windows;
}

/** The menus follow the windows. @returns brings them up to date; equal ones are left as they are */
function keepMenu(
  windows: Windows,
  state: () => { readonly language: Language; readonly recent: ProjectsView['projects'] },
): () => void {
  const acts: MenuActs = {
    command: (command) => windows.inFront()?.tell({ kind: 'menu', command }),
    openProject() {
      void askForProject(windows.inFront()?.window ?? null, state().language).then((path) => {
        if (path !== null) windows.show(path);
      });
    },
    openRecent: windows.show,
    newWindow: windows.openNew,
    print() {
      const front = windows.inFront();
      if (front) void printPage(front.window);
    },
    zoom: windows.zoom,
    openDocumentation: () => void shell.openExternal(DOCUMENTATION),
  };
  let shown = '';
  return () => {
    const hasProject = (windows.inFront()?.projects().length ?? 0) > 0;
    const next = { ...state(), platform: process.platform, hasWindow: windows.count() > 0, hasProject };
    if (JSON.stringify(next) === shown) return;
    shown = JSON.stringify(next);
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(next, acts)));
  };
}

/** The system's own list of recent documents says what the core says. */
function listRecent(projects: ProjectsView['projects']): void {
  app.clearRecentDocuments();
  for (const { path } of projects.filter(({ exists }) => exists).reverse()) app.addRecentDocument(path);
}

/**
 * The core ends after the last window and before the shell.
 * @returns what has to be told when a window asked its user before it closed: a "yes" goes on with quitting
 */
function endWith(launcher: Launcher): { asked(isClosing: boolean): void } {
  let isQuitting = false;
  let isOver = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isOver) return;
    event.preventDefault();
    void launcher.close().then(() => {
      isOver = true;
      app.quit();
    });
  });
  return {
    asked(isClosing) {
      if (isClosing && isQuitting) app.quit();
      isQuitting = false;
    },
  };
}

/** What a second start hands over; anything else counts as nothing. */
function projectOfData(data: unknown): string | null {
  const { project } = (data ?? {}) as { project?: unknown };
  return typeof project === 'string' && isProjectPath(project) ? project : null;
}
