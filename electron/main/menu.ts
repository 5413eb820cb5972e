import type { MenuItemConstructorOptions } from 'electron';
import type { ProjectsView } from '../../shared/contract/app-views.ts';
import type { MenuCommand } from '../../shared/contract/events.ts';
import { MENU_TEXTS, type MenuText, PRODUCT_NAME } from '../../shared/i18n/menu/index.ts';
import type { Language } from '../../shared/model/index.ts';

/** What the menus follow from. */
export interface MenuState {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  readonly hasWindow: boolean;
  /** The window in front has a project. */
  readonly hasProject: boolean;
  readonly recent: ProjectsView['projects'];
}

/** What the entries do. */
export interface MenuActs {
  /** Left to the page of the window in front. */
  command(command: MenuCommand): void;
  openProject(): void;
  openRecent(path: string): void;
  newWindow(): void;
  print(): void;
  zoom(step: 'in' | 'out' | 'reset'): void;
  openDocumentation(): void;
}

type Items = MenuItemConstructorOptions[];

/** So many recent projects are offered. */
const RECENT = 10;
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The menus in one language. Keys that the page handles itself reach a menu only when the page left them alone,
 * so that the two agree: they are the page's shortcuts.
 */
export function menuTemplate(state: MenuState, acts: MenuActs): Items {
  const build = builder(state, acts);
  const isMac = state.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(state.language, build)] : []),
    { label: build.label('file'), submenu: fileMenu(state, acts, build) },
    { label: build.label('edit'), submenu: editMenu(state, build) },
    { label: build.label('view'), submenu: viewMenu(acts, build) },
    {
      role: 'window',
      label: build.label('window'),
      submenu: [
        build.role('minimize', 'minimize'),
        build.item('newWindow', acts.newWindow, { accelerator: 'CmdOrCtrl+Shift+N' }),
        ...(isMac ? [build.role('front', 'front')] : []),
      ],
    },
    { role: 'help', label: build.label('help'), submenu: helpMenu(acts, build) },
  ];
}

/** What a right click offers in a text. */
export function textMenuTemplate(language: Language): Items {
  const role = roleIn(language);
  return [role('cut', 'cut'), role('copy', 'copy'), role('paste', 'paste'), SEPARATOR, role('selectAll', 'selectAll')];
}

function fileMenu(state: MenuState, acts: MenuActs, { item, command, role, label }: Builder): Items {
  const recent = state.recent.slice(0, RECENT).map(
    ({ path, name, exists }): MenuItemConstructorOptions => ({
      // In a label, `&` would mark a letter.
      label: name.replaceAll('&', '&&'),
      enabled: exists,
      click: () => acts.openRecent(path),
    }),
  );
  return [
    command('newProject', 'newProject', { accelerator: 'CmdOrCtrl+N' }),
    item('openProject', acts.openProject, { accelerator: 'CmdOrCtrl+Shift+O' }),
    {
      label: label('openRecent'),
      submenu: recent.length > 0 ? recent : [{ label: label('noRecent'), enabled: false }],
    },
    SEPARATOR,
    command('openFiles', 'openFiles', { accelerator: 'CmdOrCtrl+O' }),
    command('saveProjectAs', 'saveProjectAs', { accelerator: 'CmdOrCtrl+Shift+S', enabled: state.hasProject }),
    command('export', 'goExport', { enabled: state.hasProject }),
    item('print', acts.print, { accelerator: 'CmdOrCtrl+P', enabled: state.hasWindow }),
    SEPARATOR,
    command('closeProject', 'closeProject', { enabled: state.hasProject }),
    role('close', 'closeWindow', { accelerator: 'CmdOrCtrl+W' }),
    ...(state.platform === 'darwin' ? [] : [SEPARATOR, role('quit', 'quit', { accelerator: 'CmdOrCtrl+Q' })]),
  ];
}

function editMenu(state: MenuState, { command, role }: Builder): Items {
  return [
    command('undo', 'undo', { accelerator: 'CmdOrCtrl+Z' }),
    command('redo', 'redo', { accelerator: state.platform === 'darwin' ? 'Cmd+Shift+Z' : 'Ctrl+Y' }),
    SEPARATOR,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('selectAll', 'selectAll'),
    SEPARATOR,
    command('filter', 'filter', { accelerator: 'CmdOrCtrl+F', enabled: state.hasProject }),
    command('search', 'search', { accelerator: 'CmdOrCtrl+K' }),
    command('settings', 'goSettings', { accelerator: 'CmdOrCtrl+,' }),
  ];
}

const SCREENS = [
  ['start', 'goStart'],
  ['connect', 'goConnect'],
  ['evidence', 'goEvidence'],
  ['inventory', 'goInventory'],
  ['requirements', 'goRequirements'],
  ['subscriptions', 'goSubscriptions'],
  ['direct', 'goDirect'],
  ['cost', 'goCost'],
  ['compare', 'goCompare'],
] as const satisfies readonly (readonly [MenuText, MenuCommand])[];

function viewMenu(acts: MenuActs, { item, command, role }: Builder): Items {
  return [
    ...SCREENS.map(([text, go]) => command(text, go)),
    SEPARATOR,
    item('zoomIn', () => acts.zoom('in'), { accelerator: 'CmdOrCtrl+Plus' }),
    // The same key without Shift, where plus stands above the equals sign.
    item('zoomIn', () => acts.zoom('in'), { accelerator: 'CmdOrCtrl+=', visible: false }),
    item('zoomOut', () => acts.zoom('out'), { accelerator: 'CmdOrCtrl+-' }),
    item('zoomReset', () => acts.zoom('reset'), { accelerator: 'CmdOrCtrl+0' }),
    SEPARATOR,
    role('togglefullscreen', 'fullScreen'),
  ];
}

function helpMenu(acts: MenuActs, { item, command }: Builder): Items {
  return [
    item('documentation', acts.openDocumentation),
    command('shortcuts', 'help'),
    SEPARATOR,
    command('about', 'goAbout'),
  ];
}

function appMenu(language: Language, { command, role }: Builder): MenuItemConstructorOptions {
  const submenu = [
    command('about', 'goAbout'),
    SEPARATOR,
    role('hide', 'hide'),
    role('hideOthers', 'hideOthers'),
    role('unhide', 'showAll'),
    SEPARATOR,
    role('quit', 'quit', { accelerator: 'Cmd+Q' }),
  ];
  return { label: PRODUCT_NAME[language], submenu };
}

type Builder = ReturnType<typeof builder>;

function builder({ language, hasWindow }: MenuState, acts: MenuActs) {
  const label = (text: MenuText): string => MENU_TEXTS[text][language];
  const item = (
    text: MenuText,
    click: () => void,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({
    label: label(text),
    click,
    ...more,
  });
  return {
    label,
    item,
    /** An entry that the page carries out; named by its command, so that tests find it in every language. */
    command: (text: MenuText, command: MenuCommand, more: MenuItemConstructorOptions = {}) =>
      item(text, () => acts.command(command), { id: command, enabled: hasWindow, ...more }),
    role: roleIn(language),
  };
}

function roleIn(language: Language) {
  return (
    role: NonNullable<MenuItemConstructorOptions['role']>,
    text: MenuText,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({ role, label: MENU_TEXTS[text][language], ...more });
}
