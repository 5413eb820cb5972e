import { BrowserWindow, type Session, screen, type WebContents } from 'electron';
import { createPageCalls, type PageCallsOptions } from './page-calls.ts';
import { openPlannerWindow, type PlannerWindow, type PlannerWindowOptions } from './planner-window.ts';
import { projectKey } from './project-path.ts';
import { placeWindow, readWindowState, type WindowState, writeWindowState } from './window-state.ts';
import { DEFAULT_ZOOM, nextZoom } from './zoom.ts';

/** All windows, each with its project. */
export interface Windows {
  /** Shows the window that has this project, else opens it in one. Null: shows any window, else an empty one. */
  show(project: string | null): void;
  openNew(): void;
  /** Shows the window that has this project, unless it is `asking`. @returns whether there is one */
  showOther(project: string, asking: PlannerWindow): boolean;
  /** The one with the focus, else the last opened. */
  inFront(): PlannerWindow | null;
  of(contents: WebContents): PlannerWindow | null;
  count(): number;
  zoom(step: ZoomStep): void;
  /** The titles again, in the language of now. */
  showTitles(): void;
}

type ZoomStep = 'in' | 'out' | 'reset';

export interface WindowsOptions
  extends Pick<PlannerWindowOptions, 'preload' | 'language' | 'mayClose' | 'onAsked' | 'onChanged'>,
    Pick<PageCallsOptions, 'sessions' | 'onProjects'> {
  readonly session: Session;
  /** File in which the place of a window is kept. */
  readonly statePath: string;
}

export function createWindows(options: WindowsOptions): Windows {
  const open = new Set<PlannerWindow>();
  let state: WindowState = readWindowState(options.statePath);
  const keep = (change: Partial<WindowState>): void => {
    state = { ...state, ...change };
    writeWindowState(options.statePath, state);
  };

  function find(project: string, except: PlannerWindow | null): PlannerWindow | undefined {
    const key = projectKey(project);
    return [...open].find((one) => one !== except && one.projects().some((path) => projectKey(path) === key));
  }

  function showOther(project: string, asking: PlannerWindow): boolean {
    const other = find(project, asking);
    other?.focus();
    return other !== undefined;
  }

  function zoom(step: ZoomStep): void {
    keep({ zoom: step === 'reset' ? DEFAULT_ZOOM : nextZoom(state.zoom, step) });
    for (const one of open) one.setZoom(state.zoom);
  }

  function openWindow(project: string | null): void {
    const planner: PlannerWindow = openPlannerWindow({
      ...options,
      project,
      bounds: placeWindow(
        state.bounds,
        [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea),
        [...open].map(({ window }) => window.getBounds()),
      ),
      isMaximized: state.isMaximized && open.size === 0,
      zoom: () => state.zoom,
      onZoom: zoom,
      createCalls: (events) =>
        createPageCalls({ ...options, ...events, showOther: (path) => showOther(path, planner) }),
    });
    const { window } = planner;
    open.add(planner);
    window.on('focus', options.onChanged);
    window.on('close', () => keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }));
    window.on('closed', () => {
      open.delete(planner);
      options.onChanged();
    });
    options.onChanged();
  }

  function inFront(): PlannerWindow | null {
    const focused = BrowserWindow.getFocusedWindow();
    return [...open].find(({ window }) => window === focused) ?? [...open].at(-1) ?? null;
  }

  return {
    show(project) {
      const there = project === null ? inFront() : find(project, null);
      const empty = there ? undefined : [...open].find((one) => one.projects().length === 0);
      if (project !== null) empty?.show(project);
      const shown = there ?? empty;
      if (shown) shown.focus();
      else openWindow(project);
    },
    openNew: () => openWindow(null),
    showOther,
    inFront,
    of: (contents) => [...open].find(({ window }) => window.webContents === contents) ?? null,
    count: () => open.size,
    zoom,
    showTitles() {
      for (const one of open) one.showTitle();
    },
  };
}
