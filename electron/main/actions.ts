import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron';
import type { ShellActions } from '../../shared/contract/bridge.ts';
import { type FilePurpose, isExternalLink } from '../../shared/contract/host.ts';
import { DIALOG_TEXTS, type DialogText } from '../../shared/i18n/menu/index.ts';
import type { Language } from '../../shared/model/index.ts';
import { isFileContent, isFilePurpose, isLanguage, isName, isPath } from './shape.ts';

/** Where an action happens. */
export interface ActionPlace {
  readonly window: BrowserWindow;
  readonly language: Language;
  /** Shows the window that has this project, if another one has. @returns whether one has */
  readonly showOther: (path: string) => boolean;
  readonly setLanguage: (language: Language) => void;
}

/** One native wish: the shape of its arguments, and what is done. */
interface Action {
  readonly takes: readonly ((value: unknown) => boolean)[];
  run(place: ActionPlace, values: readonly never[]): Promise<unknown>;
}

const ACTIONS: { readonly [Name in keyof ShellActions]: Action } = {
  chooseFiles: action([isFilePurpose], chooseFiles),
  chooseFolder: action([], async ({ window, language }) => {
    const title = DIALOG_TEXTS.chooseFolder[language];
    const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
    return firstOf(chosen);
  }),
  chooseProject: action([], async (place) => {
    const path = await askForProject(place.window, place.language);
    return path === null || place.showOther(path) ? null : path;
  }),
  chooseProjectToSave: action([isName], (place, name: string) =>
    askWhereToSave(place, 'saveProject', `${fileName(name)}.dfsplan`, [projectFilter(place.language)]),
  ),
  saveFile: action([isName, isFileContent], saveFile),
  reveal: action([isPath], async (_place, path: string) => shell.showItemInFolder(path)),
  openExternal: action([isLink], (_place, url: string) => shell.openExternal(url)),
  print: action([], ({ window }) => printPage(window)),
  setMenuLanguage: action([isLanguage], async ({ setLanguage }, language: Language) => setLanguage(language)),
};

/** @returns null for an action that there is not, or arguments that it does not take */
export function readAction(name: unknown, values: unknown): ((place: ActionPlace) => Promise<unknown>) | null {
  const isKnown = typeof name === 'string' && Object.hasOwn(ACTIONS, name);
  if (!isKnown || !Array.isArray(values)) return null;
  const { takes, run } = ACTIONS[name as keyof ShellActions];
  if (values.length !== takes.length || !takes.every((fits, at) => fits(values[at]))) return null;
  return (place) => run(place, values as never[]);
}

/** @returns null: nothing was chosen */
export async function askForProject(window: BrowserWindow | null, language: Language): Promise<string | null> {
  const options = { title: DIALOG_TEXTS.chooseProject[language], filters: [projectFilter(language)] };
  return firstOf(await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)));
}

/** Whether a window may be closed over a running import. The answer that keeps everything is the one at hand. */
export async function askToClose(window: BrowserWindow, language: Language): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: DIALOG_TEXTS.importRuns[language],
    detail: DIALOG_TEXTS.importRunsDetail[language],
    buttons: [DIALOG_TEXTS.keepOpen[language], DIALOG_TEXTS.closeAnyway[language]],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

export function printPage(window: BrowserWindow): Promise<void> {
  // Without a printer, or when the user says no, there is nothing more to do.
  return new Promise((resolve) => window.webContents.print({ printBackground: true }, () => resolve()));
}

/** What the dialog for each purpose says, and the files that it shows first. */
const PURPOSES: Readonly<Record<FilePurpose, { title: DialogText; kind: DialogText; extensions: readonly string[] }>> =
  {
    evidence: {
      title: 'chooseEvidence',
      kind: 'evidenceFiles',
      extensions: ['csv', 'tsv', 'txt', 'json', 'jsonl', 'xlsx', 'zip'],
    },
    'column-map': { title: 'chooseMap', kind: 'jsonFiles', extensions: ['json'] },
    prices: { title: 'choosePrices', kind: 'priceFiles', extensions: ['json', 'csv'] },
  };

async function chooseFiles({ window, language }: ActionPlace, purpose: FilePurpose): Promise<readonly string[] | null> {
  const { title, kind, extensions } = PURPOSES[purpose];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: DIALOG_TEXTS[title][language],
    filters: [{ name: DIALOG_TEXTS[kind][language], extensions: [...extensions] }, allFiles(language)],
    properties: purpose === 'evidence' ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

async function saveFile(place: ActionPlace, name: string, bytes: Uint8Array): Promise<string | null> {
  const path = await askWhereToSave(place, 'saveFile', fileName(name), [allFiles(place.language)]);
  if (path !== null) await writeFile(path, bytes);
  return path;
}

async function askWhereToSave(
  { window, language }: ActionPlace,
  title: DialogText,
  name: string,
  filters: FileFilter[],
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: DIALOG_TEXTS[title][language],
    defaultPath: join(app.getPath('documents'), name),
    filters,
  });
  return canceled || !filePath ? null : filePath;
}

function firstOf({ canceled, filePaths }: { readonly canceled: boolean; readonly filePaths: readonly string[] }) {
  return canceled ? null : (filePaths[0] ?? null);
}

function projectFilter(language: Language): FileFilter {
  return { name: DIALOG_TEXTS.projectFiles[language], extensions: ['dfsplan'] };
}

function allFiles(language: Language): FileFilter {
  return { name: DIALOG_TEXTS.allFiles[language], extensions: ['*'] };
}

/** A name alone, without what no file system takes. */
function fileName(name: string): string {
  return basename(name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')).replace(/^\.+/, '') || '_';
}

function isLink(value: unknown): boolean {
  return isPath(value) && isExternalLink(value);
}

/** Types the arguments by what is done with them; `takes` is what makes sure of them. */
function action<Values extends readonly unknown[]>(
  takes: { readonly [At in keyof Values]: (value: unknown) => boolean },
  run: (place: ActionPlace, ...values: Values) => Promise<unknown>,
): Action {
  return { takes, run: (place, values) => run(place, ...(values as unknown as Values)) };
}
