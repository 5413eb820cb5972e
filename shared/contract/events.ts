import type { Failure } from './failures.ts';

/** What a host tells the page without being asked. */
export type HostEvent =
  /** The core ended by itself or was ended because it did not answer; calls in flight have failed with `core-stopped`. */
  | { readonly kind: 'core-stopped' }
  /**
   * A new core answers. Handles stay what they were; what a page holds of a project may be older than the file, so it
   * asks for `project.state` again.
   */
  | { readonly kind: 'core-restarted'; readonly projects: readonly RestoredProject[] }
  /** The core cannot be started at all. The next call tries once more. */
  | { readonly kind: 'core-failed'; readonly detail: string }
  /** Another page changed a project that this page has open too. */
  | { readonly kind: 'project-changed'; readonly handle: string }
  /** The user chose something in the menus of the system. */
  | { readonly kind: 'menu'; readonly command: MenuCommand };

/** What the menus of the system leave to the page. Named like its shortcuts where both lead to the same. */
export type MenuCommand =
  | 'newProject'
  | 'openFiles'
  | 'saveProjectAs'
  | 'closeProject'
  | 'undo'
  | 'redo'
  | 'filter'
  | 'search'
  | 'help'
  | 'goStart'
  | 'goConnect'
  | 'goEvidence'
  | 'goInventory'
  | 'goRequirements'
  | 'goSubscriptions'
  | 'goDirect'
  | 'goCost'
  | 'goCompare'
  | 'goExport'
  | 'goSettings'
  | 'goAbout';

/** A project that was open when the core stopped. */
export interface RestoredProject {
  readonly handle: string;
  readonly path: string;
  /** Null: open again, under the same handle. Otherwise the handle is closed. */
  readonly failure: Failure | null;
}

/** Takes the subscription back. */
export type Unsubscribe = () => void;
