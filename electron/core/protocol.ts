import type { CallRequest, Failure, Progress, Reply } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/model/index.ts';

/** What goes between a host and the core's process. Types only: the host imports nothing else of the core. */

/** A project as it has to be opened again after the core stopped. */
export interface KeptProject {
  readonly handle: string;
  readonly path: string;
  readonly mode: 'read' | 'write';
}

export type ToCore =
  | ({ readonly id: number } & CallRequest)
  | { readonly cancel: number }
  | { readonly reopen: KeptProject; readonly language: Language }
  /** Answered as soon as the core is free: a core that stays silent hangs. */
  | { readonly ping: number }
  /** The proxy that the system names; before a call that goes to Azure. Variables of the environment win. */
  | { readonly proxy: string | null }
  /** Close every project and end. */
  | { readonly end: true };

export type FromCore =
  | { readonly ready: true }
  | { readonly id: number; readonly reply: Reply<unknown> }
  | { readonly id: number; readonly progress: Progress }
  | { readonly reopened: string; readonly failure: Failure | null }
  | { readonly pong: number };
