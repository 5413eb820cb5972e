import type { Machine } from '../../../shared/model/index.ts';
import type { Cluster } from './clusters.ts';
import type { ExtensionIndex } from './extensions.ts';
import type { Joined } from './join.ts';
import type { Prepared, Row } from './rows.ts';
import type { Scopes } from './subscriptions.ts';

/** One machine in the making. */
export interface Member {
  readonly root: number;
  readonly cluster: Cluster;
  readonly rows: readonly Row[];
  readonly anchors: readonly string[];
  /** Host names that its sources call it. */
  readonly shorts: readonly string[];
}

/** Everything that the findings are written from. */
export interface Resolved {
  readonly prepared: Prepared;
  readonly joined: Joined;
  readonly scopes: Scopes;
  readonly machines: readonly (Member & { readonly machine: Machine })[];
  readonly flexible: readonly Member[];
  /** Flexible set → VMs that say they are its instances. */
  readonly instances: ReadonlyMap<string, number>;
  readonly extensions: ExtensionIndex;
}
