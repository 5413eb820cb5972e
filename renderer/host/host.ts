import type { Client } from '../../shared/contract/client.ts';
import type { HostActions, HostKind } from '../../shared/contract/host.ts';

/** The surroundings of the page: the way to the core, and what only a desktop or a browser can do. */
export interface Host extends Client {
  readonly kind: HostKind;
  readonly actions: HostActions<File>;
}
