/** Everything that a key does, in one list: the page, its menus and the sheet of shortcuts read it. */
export const SHORTCUTS = {
  help: { keys: ['?'], group: 'app' },
  search: { keys: ['Mod+k'], group: 'app' },
  undo: { keys: ['Mod+z'], group: 'app' },
  redo: { keys: ['Mod+y', 'Mod+Shift+z'], group: 'app' },
  nextPane: { keys: ['F6'], group: 'app' },
  previousPane: { keys: ['Shift+F6'], group: 'app' },
  back: { keys: ['Alt+ArrowLeft'], group: 'app' },
  forward: { keys: ['Alt+ArrowRight'], group: 'app' },
  openFiles: { keys: ['Mod+o'], group: 'app' },
  goStart: { keys: ['g s'], group: 'go' },
  goConnect: { keys: ['g n'], group: 'go' },
  goEvidence: { keys: ['g e'], group: 'go' },
  goInventory: { keys: ['g i'], group: 'go' },
  goRequirements: { keys: ['g r'], group: 'go' },
  goSubscriptions: { keys: ['g u'], group: 'go' },
  goDirect: { keys: ['g d'], group: 'go' },
  goCost: { keys: ['g c'], group: 'go' },
  goCompare: { keys: ['g m'], group: 'go' },
  goExport: { keys: ['g x'], group: 'go' },
  filter: { keys: ['/', 'Mod+f'], group: 'inventory' },
  details: { keys: ['Enter'], group: 'inventory' },
  closeDetails: { keys: ['Escape'], group: 'inventory' },
  move: { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], group: 'inventory' },
  page: { keys: ['PageUp', 'PageDown'], group: 'inventory' },
  ends: { keys: ['Mod+Home', 'Mod+End'], group: 'inventory' },
  selectRow: { keys: ['Space'], group: 'inventory' },
  extend: { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], group: 'inventory' },
  selectAll: { keys: ['Mod+a'], group: 'inventory' },
  copy: { keys: ['Mod+c'], group: 'inventory' },
  sort: { keys: ['Enter'], group: 'header' },
  resize: { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], group: 'header' },
} as const satisfies Record<string, { readonly keys: readonly string[]; readonly group: ShortcutGroup }>;

export type ShortcutId = keyof typeof SHORTCUTS;
export const SHORTCUT_GROUPS = ['app', 'go', 'inventory', 'header'] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

/** The parts of a `KeyboardEvent` that decide. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Chromium's code for a key that an input method swallowed; `isComposing` is already false for the Enter that ends it. */
const SWALLOWED_BY_INPUT_METHOD = 229;

/** Whether a key belongs to an input method: Japanese is typed with Enter, Space and arrows. */
export function isComposing({ isComposing: composing, keyCode }: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return composing || keyCode === SWALLOWED_BY_INPUT_METHOD;
}

/**
 * A key press as text, in the notation of the registry: `Mod+Shift+z`. Ctrl, or Command on a Mac, is `Mod`.
 * Shift is not named where it only makes another character, as in `?`.
 */
export function pressName({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  const isCharacter = key.length === 1 && key !== ' ' && !/[a-z]/i.test(key);
  return [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : '', shiftKey && !isCharacter ? 'Shift' : '', name]
    .filter((part) => part !== '')
    .join('+');
}

/**
 * Which shortcut a press is, after the press before it (`g` of `g i`).
 * @returns `wait` when it may be the first of two
 */
export function findShortcut(press: string, before: string | null): ShortcutId | 'wait' | null {
  const two = before === null ? null : byKeys(`${before} ${press}`);
  if (two) return two;
  return byKeys(press) ?? (LEADERS.has(press) ? 'wait' : null);
}

const BOUND = Object.entries(SHORTCUTS).flatMap(([id, { keys, group }]) =>
  // The grid handles its own keys, where the focus is.
  group === 'app' || group === 'go' || id === 'filter' ? keys.map((key) => [key, id as ShortcutId] as const) : [],
);
const BY_KEYS = new Map<string, ShortcutId>(BOUND);
const LEADERS = new Set(BOUND.flatMap(([key]) => (key.includes(' ') ? [key.split(' ')[0] ?? ''] : [])));

function byKeys(keys: string): ShortcutId | null {
  return BY_KEYS.get(keys) ?? null;
}
