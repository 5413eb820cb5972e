import { EventEmitter } from 'node:events';

/** Electron as far as the shell uses it: it records what it is told, and tests play the system and the page. */

export interface FakeFrame {
  url: string;
  origin: string;
  parent: FakeFrame | null;
}

/** A window's contents. `emit` plays Chromium. */
export class FakeContents extends EventEmitter {
  readonly mainFrame: FakeFrame = { url: 'app://planner/', origin: 'app://planner', parent: null };
  readonly sent: unknown[][] = [];
  zoom = 1;
  prints = 0;
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  isGone = false;

  send(...values: unknown[]): void {
    this.sent.push(values);
  }
  setZoomFactor(zoom: number): void {
    this.zoom = zoom;
  }
  setWindowOpenHandler(handler: FakeContents['openHandler']): void {
    this.openHandler = handler;
  }
  print(_options: unknown, done: () => void): void {
    this.prints += 1;
    done();
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  /** @returns whether it was prevented */
  attempt(event: string, ...values: unknown[]): boolean {
    return attempt(this, event, ...values);
  }
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = [];
  static focused: FakeWindow | null = null;
  static getAllWindows = (): FakeWindow[] => FakeWindow.all;
  static getFocusedWindow = (): FakeWindow | null => FakeWindow.focused;
  readonly webContents = new FakeContents();
  readonly options: Rectangle & { webPreferences: Record<string, unknown> };
  readonly loaded: string[] = [];
  title = '';
  isShown = false;
  isBig = false;
  isSmall = false;
  isGone = false;

  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
    FakeWindow.focused = this;
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  }
  setTitle(title: string): void {
    this.title = title;
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    FakeWindow.focused = this;
    this.emit('focus');
  }
  maximize(): void {
    this.isBig = true;
  }
  isMaximized(): boolean {
    return this.isBig;
  }
  isMinimized(): boolean {
    return this.isSmall;
  }
  restore(): void {
    this.isSmall = false;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  getBounds(): Rectangle {
    const { x, y, width, height } = this.options;
    return { x, y, width, height };
  }
  getNormalBounds(): Rectangle {
    return this.getBounds();
  }
  close(): void {
    if (!attempt(this, 'close')) this.destroy();
  }
  destroy(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.webContents.isGone = true;
    FakeWindow.all = FakeWindow.all.filter((one) => one !== this);
    if (FakeWindow.focused === this) FakeWindow.focused = FakeWindow.all.at(-1) ?? null;
    this.emit('closed');
    if (FakeWindow.all.length === 0) app.emit('window-all-closed');
  }
}

class FakeApp extends EventEmitter {
  paths: Record<string, string> = {};
  locale = 'en-US';
  hasLock = true;
  lockData: unknown = null;
  isSandboxed = false;
  hasQuit = false;
  recent: string[] = [];
  readonly commandLine = { hasSwitch: () => false };

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path;
  }
  getPath(name: string): string {
    return this.paths[name] ?? `/${name}`;
  }
  getLocale(): string {
    return this.locale;
  }
  requestSingleInstanceLock(data: unknown): boolean {
    this.lockData = data;
    return this.hasLock;
  }
  async whenReady(): Promise<void> {}
  addRecentDocument(path: string): void {
    this.recent.unshift(path);
  }
  clearRecentDocuments(): void {
    this.recent = [];
  }
  quit(): void {
    this.emit('before-quit');
    for (const window of [...FakeWindow.all]) window.close();
    if (FakeWindow.all.length > 0 || attempt(this, 'will-quit')) return;
    this.hasQuit = true;
  }
}

class FakeSession extends EventEmitter {
  readonly handlers: Record<string, (...values: never[]) => unknown> = {};
  readonly schemes: Record<string, (request: { method: string; url: string }) => Response> = {};
  hasSpellChecker = true;
  spellCheckerLanguages: readonly string[] = ['en-US'];
  readonly protocol = {
    handle: (scheme: string, handler: FakeSession['schemes'][string]) => {
      this.schemes[scheme] = handler;
    },
  };
  readonly webRequest = {
    onBeforeRequest: (handler: (...values: never[]) => unknown) => {
      this.handlers.request = handler;
    },
  };
  setPermissionRequestHandler(handler: (...values: never[]) => unknown): void {
    this.handlers.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: (...values: never[]) => unknown): void {
    this.handlers.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: (...values: never[]) => unknown): void {
    this.handlers.devicePermission = handler;
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    this.spellCheckerLanguages = languages;
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.hasSpellChecker = isEnabled;
  }
}

type Listener = (event: never, ...values: unknown[]) => unknown;
interface MenuEntry {
  label?: string;
  id?: string;
  role?: string;
  enabled?: boolean;
  click?: () => void;
  submenu?: MenuEntry[];
}

export const app = new FakeApp();
export { FakeWindow as BrowserWindow };
export const Menu = {
  shown: [] as MenuEntry[],
  /** How often the menus were made anew. */
  times: 0,
  popups: [] as MenuEntry[][],
  buildFromTemplate: (template: MenuEntry[]) => ({ template, popup: () => Menu.popups.push(template) }),
  setApplicationMenu({ template }: { template: MenuEntry[] }): void {
    Menu.shown = template;
    Menu.times += 1;
  },
  /** Chooses an entry by its label or id. */
  choose(name: string): void {
    const entries = Menu.shown.flatMap(({ submenu = [] }) =>
      submenu.flatMap((entry) => [entry, ...(entry.submenu ?? [])]),
    );
    const entry = entries.find(({ label, id }) => label === name || id === name);
    if (!entry?.click) throw new Error(`No entry ${name}`);
    entry.click();
  },
};
interface Asked {
  readonly message?: string;
  readonly title?: string;
  readonly buttons?: readonly string[];
  readonly defaultPath?: string;
}
const asked: Asked[] = [];
export const dialog = {
  asked,
  open: { canceled: true, filePaths: [] as string[] },
  save: { canceled: true, filePath: '' },
  /** Which button the user presses. */
  pressed: 0,
  async showOpenDialog(...values: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    asked.push(values.at(-1) as Asked);
    return dialog.open;
  },
  async showSaveDialog(_window: unknown, options: Asked): Promise<{ canceled: boolean; filePath: string }> {
    asked.push(options);
    return dialog.save;
  },
  async showMessageBox(_window: unknown, options: Asked): Promise<{ response: number }> {
    asked.push(options);
    return { response: dialog.pressed };
  },
};
export const shell = {
  opened: [] as string[],
  revealed: [] as string[],
  async openExternal(url: string): Promise<void> {
    shell.opened.push(url);
  },
  showItemInFolder(path: string): void {
    shell.revealed.push(path);
  },
};
export const ipcMain = {
  handlers: new Map<string, Listener>(),
  listeners: new Map<string, Listener>(),
  handle: (channel: string, listener: Listener) => void ipcMain.handlers.set(channel, listener),
  on: (channel: string, listener: Listener) => void ipcMain.listeners.set(channel, listener),
};
export const protocol = {
  privileged: [] as unknown[],
  registerSchemesAsPrivileged: (schemes: unknown[]) => void protocol.privileged.push(...schemes),
};
export const session = {
  current: new FakeSession(),
  defaultSession: new FakeSession(),
  partition: '',
  options: {} as unknown,
  fromPartition,
};
export const screen = {
  areas: [{ x: 0, y: 0, width: 1_920, height: 1_040 }],
  getAllDisplays: () => screen.areas.map((workArea) => ({ workArea })),
  getPrimaryDisplay: () => ({ workArea: screen.areas[0] }),
};
export const nativeTheme = { shouldUseDarkColors: false };
export const utilityProcess = {};

function fromPartition(partition: string, options: unknown): FakeSession {
  Object.assign(session, { partition, options });
  return session.current;
}

/** As after a start. */
export function resetElectron(): void {
  app.removeAllListeners();
  Object.assign(app, { paths: {}, locale: 'en-US', hasLock: true, isSandboxed: false, hasQuit: false, recent: [] });
  FakeWindow.all = [];
  FakeWindow.focused = null;
  Object.assign(Menu, { shown: [], times: 0, popups: [] });
  asked.length = 0;
  Object.assign(dialog, {
    open: { canceled: true, filePaths: [] },
    save: { canceled: true, filePath: '' },
    pressed: 0,
  });
  Object.assign(shell, { opened: [], revealed: [] });
  ipcMain.handlers.clear();
  ipcMain.listeners.clear();
  protocol.privileged = [];
  Object.assign(session, { current: new FakeSession(), defaultSession: new FakeSession() });
  screen.areas = [{ x: 0, y: 0, width: 1_920, height: 1_040 }];
}

/** @returns whether a listener prevented it */
function attempt(emitter: EventEmitter, name: string, ...values: unknown[]): boolean {
  let isPrevented = false;
  emitter.emit(name, { preventDefault: () => (isPrevented = true) }, ...values);
  return isPrevented;
}
