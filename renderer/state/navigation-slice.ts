import type { Slice } from './store.ts';

/** The screens, in the order of the navigation. */
export const SCREENS = [
  'start',
  'connect',
  'evidence',
  'inventory',
  'requirements',
  'subscriptions',
  'direct',
  'cost',
  'compare',
  'export',
  'settings',
  'about',
] as const;
export type Screen = (typeof SCREENS)[number];

/** Screens that say something without an open project. */
export const SCREENS_WITHOUT_PROJECT: ReadonlySet<Screen> = new Set(['start', 'settings', 'about']);

/** Where the user is. `focus` names the thing that a screen shows first: a machine's, subscription's or file's id. */
export interface Location {
  readonly screen: Screen;
  readonly focus: string | null;
}

export interface NavigationSlice {
  readonly location: Location;
  readonly past: readonly Location[];
  readonly future: readonly Location[];
  navigate(screen: Screen, focus?: string | null): void;
  /** As `navigate`, without a step of its own in the history: moving through a list is no travelling. */
  refocus(focus: string | null): void;
  back(): void;
  forward(): void;
}

/** Steps back that are kept. */
const KEPT = 50;

export const navigationSlice: Slice<NavigationSlice> = () => (set) => ({
  location: { screen: 'start', focus: null },
  past: [],
  future: [],

  navigate: (screen, focus = null) =>
    set(({ location, past }) => {
      if (location.screen === screen && location.focus === focus) return {};
      return { location: { screen, focus }, past: [...past, location].slice(-KEPT), future: [] };
    }),

  refocus: (focus) => set(({ location }) => (location.focus === focus ? {} : { location: { ...location, focus } })),

  back: () =>
    set(({ location, past, future }) => {
      const before = past.at(-1);
      return before ? { location: before, past: past.slice(0, -1), future: [location, ...future] } : {};
    }),

  forward: () =>
    set(({ location, past, future }) => {
      const [next, ...rest] = future;
      return next ? { location: next, past: [...past, location], future: rest } : {};
    }),
});
