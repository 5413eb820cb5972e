import { BrowserWindow, type BrowserWindowConstructorOptions, Menu, nativeTheme, type Session } from 'electron';
import type { HostEvent } from '../../shared/contract/events.ts';
import type { HostFacts } from '../../shared/contract/host.ts';
import type { Language } from '../../shared/model/index.ts';
import { CHANNELS } from '../preload/channels.ts';
import { askToClose } from './actions.ts';
import { textMenuTemplate } from './menu.ts';
import { START_PAGE } from './origin.ts';
import type { PageCalls, PageCallsOptions } from './page-calls.ts';
import { PAGE_PREFERENCES } from './security.ts';
import { windowTitle } from './title.ts';
import { type Rectangle, SMALLEST } from './window-state.ts';

/** One window with its page and its project. */
export interface PlannerWindow {
  readonly window: BrowserWindow;
  readonly calls: PageCalls;
  readonly facts: () => HostFacts;
  /** Paths of what is open here or about to be. */
  projects(): readonly string[];
  /** Loads the page anew, with this project. */
  show(project: string): void;
  tell(event: HostEvent): void;
  focus(): void;
  setZoom(zoom: number): void;
  /** The title again, in the language of now. */
  showTitle(): void;
}

export interface PlannerWindowOptions {
  readonly session: Session;
  /** Path of the preload script. */
  readonly preload: string;
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
  readonly zoom: () => number;
  readonly project: string | null;
  readonly language: () => Language;
  /** Whether a running import may be closed over without a question. */
  readonly mayClose: () => boolean;
  readonly createCalls: (events: Pick<PageCallsOptions, 'onEvent' | 'onProject'>) => PageCalls;
  readonly onZoom: (step: 'in' | 'out') => void;
  /** The user was asked whether to close over a running import, and answered. */
  readonly onAsked: (isClosing: boolean) => void;
  readonly onChanged: () => void;
}

export function openPlannerWindow(options: PlannerWindowOptions): PlannerWindow {
  const window = new BrowserWindow(windowOptions(options));
  const { webContents } = window;
  /** What the page is to open when it is loaded; from then on what it has open. */
  let project = options.project;
  let name: string | null = null;
  const showTitle = (): void => {
    if (!window.isDestroyed()) window.setTitle(windowTitle(name, options.language()));
  };
  const tell = (event: HostEvent): void => {
    if (!webContents.isDestroyed()) webContents.send(CHANNELS.event, event);
  };
  const calls = options.createCalls({
    onEvent: tell,
    onProject(shown) {
      project = shown?.path ?? null;
      name = shown?.name ?? null;
      showTitle();
      options.onChanged();
    },
  });
  // What goes wrong while the page is loaded shows in the window; there is nobody to answer.
  const load = (): void => void window.loadURL(START_PAGE).catch(() => undefined);

  window.once('ready-to-show', () => {
    if (options.isMaximized) window.maximize();
    window.show();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('closed', () => void calls.close());
  webContents.on('did-finish-load', () => webContents.setZoomFactor(options.zoom()));
  webContents.on('zoom-changed', (_event, direction) => options.onZoom(direction));
  webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (!isEditable && selectionText === '') return;
    Menu.buildFromTemplate(textMenuTemplate(options.language())).popup({ window });
  });
  askBeforeClosing(window, calls, options);
  followPage(window, calls, load);
  load();

  return {
    window,
    calls,
    facts: () => ({ kind: 'desktop', project }),
    projects: () => [...(project === null ? [] : [project]), ...calls.projects()],
    show(path) {
      project = path;
      load();
    },
    tell,
    focus() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    setZoom: (zoom) => webContents.setZoomFactor(zoom),
    showTitle,
  };
}

function windowOptions({ bounds, preload, session, language }: PlannerWindowOptions): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: windowTitle(null, language()),
    // Until the page is there: no white flash on a dark wall.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#ffffff',
    webPreferences: { ...PAGE_PREFERENCES, preload, session },
  };
}

/** So often a page that crashed is loaded again; then its window closes. */
const RELOADS = 3;

/** A page that is loaded anew, by the user or after a crash, begins with nothing open. */
function followPage(window: BrowserWindow, calls: PageCalls, load: () => void): void {
  let isFirst = true;
  let crashes = 0;
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    if (!isFirst) calls.restart();
    isFirst = false;
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    if (crashes <= RELOADS) load();
    else window.destroy();
  });
}

function askBeforeClosing(window: BrowserWindow, calls: PageCalls, options: PlannerWindowOptions): void {
  let answer: 'none' | 'asking' | 'close' = 'none';
  window.on('close', (event) => {
    if (answer === 'close' || !calls.isImporting() || options.mayClose()) return;
    event.preventDefault();
    if (answer === 'asking') return;
    answer = 'asking';
    void askToClose(window, options.language()).then((isClosing) => {
      answer = isClosing ? 'close' : 'none';
      if (isClosing && !window.isDestroyed()) window.close();
      options.onAsked(isClosing);
    });
  });
}
