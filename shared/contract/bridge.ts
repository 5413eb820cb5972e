import type { Progress } from './api.ts';
import type { HostEvent, Unsubscribe } from './events.ts';
import type { HostActions, HostFacts } from './host.ts';

/** What the desktop shell does for its page; the rest of `HostActions` the page adds. */
export type ShellActions = Omit<HostActions, 'pathsOf' | 'can' | keyof HostFacts>;

/**
 * `window.dfsPlanner`: all that a page can reach of the desktop shell. On its way from the preload script to the page
 * every value is copied property by property, and an `AbortSignal` loses its methods: so calls travel as text.
 * @typeParam Dropped what a drop hands over: a browser's `File`
 */
export interface Bridge<Dropped = unknown> {
  readonly facts: HostFacts;
  readonly actions: ShellActions;
  /**
   * @param id of the page's own making: `cancel` names it
   * @param request a `CallRequest` as JSON
   * @returns a `Reply` as JSON. Rejects when the shell refuses the request.
   */
  call(id: string, request: string, onProgress: (progress: Progress) => void): Promise<string>;
  cancel(id: string): void;
  on(listener: (event: HostEvent) => void): Unsubscribe;
  /** Path of a dropped file or folder; empty when it comes from no disk. */
  pathOf(file: Dropped): string;
}
