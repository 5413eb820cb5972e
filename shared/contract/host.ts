import type { Language } from '../model/index.ts';

/** Which surroundings the page runs in. */
export type HostKind = 'desktop' | 'web';

/** What this host can do; the page does not offer the rest. */
interface HostAbilities {
  /** Projects may lie anywhere (`chooseProject`, `chooseProjectToSave`); otherwise in the projects folder only. */
  readonly anyProjectPath: boolean;
  /** Files can be written into a folder (`chooseFolder`, then `export.write`); otherwise they are saved one by one. */
  readonly folders: boolean;
  /** A file can be shown in the system's file manager. */
  readonly reveal: boolean;
}

/** What a host says of itself when a page starts. */
export interface HostFacts {
  readonly kind: HostKind;
  /** Project to open at once: a double-clicked file, or the one that `serve` was given. */
  readonly project: string | null;
}

/**
 * Native wishes of the page; each host has its own answer. Paths are meant for the core and are only shown.
 * `null` is the user's "no": nothing was chosen, nothing was saved.
 * @typeParam Dropped what a drop hands over: a browser's `File`
 */
export interface HostActions<Dropped = unknown> extends HostFacts {
  readonly can: HostAbilities;
  /** Files for the core to read. The web host uploads what was chosen. */
  chooseFiles(purpose: FilePurpose): Promise<readonly string[] | null>;
  /** Paths of dropped files for the core. The web host uploads them; `onProgress` tells bytes. */
  pathsOf(files: readonly Dropped[], onProgress?: (done: number, total: number) => void): Promise<readonly string[]>;
  chooseFolder(): Promise<string | null>;
  /** A project file to open. */
  chooseProject(): Promise<string | null>;
  /** Where a new or copied project goes; `name` is a proposal without ending. */
  chooseProjectToSave(name: string): Promise<string | null>;
  /** Saves bytes under a name of the user's choice. Answers the path, or the name where a browser keeps the path. */
  saveFile(name: string, bytes: Uint8Array): Promise<string | null>;
  reveal(path: string): Promise<void>;
  /** Opens one of the allowed pages (`isExternalLink`) outside the app; anything else is refused. */
  openExternal(url: string): Promise<void>;
  print(): Promise<void>;
  /** Menus and dialogs of the system speak this language from now on. */
  setMenuLanguage(language: Language): Promise<void>;
}

/** Why files are chosen: it names the dialog and its filters. */
export type FilePurpose = 'evidence' | 'column-map' | 'prices';

/** Where links of the app lead: the sources of rules and prices, and the portals in which a plan is carried out. */
const EXTERNAL_HOSTS: ReadonlySet<string> = new Set([
  'learn.microsoft.com',
  'azure.microsoft.com',
  'portal.azure.com',
  'security.microsoft.com',
  'aka.ms',
  'github.com',
  // Where a device code is typed.
  'microsoft.com',
  'www.microsoft.com',
  'login.microsoft.com',
  'endoflife.date',
  'knowledge.broadcom.com',
]);

/** Whether a link may be opened outside the app: https, a known host, nothing hidden in it. */
export function isExternalLink(url: string): boolean {
  const found = /^https:\/\/([a-z0-9.-]+)(\/[^\s\\]*)?$/.exec(url);
  return found?.[1] !== undefined && EXTERNAL_HOSTS.has(found[1]);
}
