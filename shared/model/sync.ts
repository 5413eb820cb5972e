import type { Finding } from './finding.ts';

/** How somebody signs in to Azure. */
export const SIGN_IN_METHODS = ['cli', 'device', 'browser'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

export const AZURE_CLOUDS = ['public', 'us-government'] as const;
export type AzureCloudName = (typeof AZURE_CLOUDS)[number];

/** How a run signed in; no secret is in it, so that the next run can offer the same. */
export interface SignInChoice {
  readonly method: SignInMethod;
  /** The customer's own app registration; null: Azure CLI's public client. */
  readonly clientId: string | null;
  readonly cloud: AzureCloudName;
}

/**
 * `open`: not everything was read yet, the next sync goes on with it. `complete`: everything that was asked for.
 * `partial`: ended, but some of it could not be read; the next sync tries only that again.
 */
export const SYNC_STATES = ['open', 'complete', 'partial'] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** So many days after its beginning a run is gone on with; older answers would be mixed with new ones: better a new run. */
export const SYNC_GOES_ON_DAYS = { open: 7, partial: 1, complete: 0 } as const satisfies Record<SyncState, number>;

/** One reading of one tenant. */
export interface SyncRun {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string | null;
  readonly signIn: SignInChoice;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly state: SyncState;
  readonly subscriptions: readonly { readonly id: string; readonly name: string | null }[];
  /** Also asked for: the plan of every machine, Defender for Endpoint, network resources. */
  readonly asks: SyncAsks;
  /** Ids of what was made of it; empty while nothing was. */
  readonly evidence: readonly string[];
  /** Requests sent so far. */
  readonly requests: number;
  /** Of the run as a whole. */
  readonly findings: readonly Finding[];
}

/** Headers of evidence that came by a sync: no imported file takes its place, and it takes none's. */
export const SYNC_HEADERS = 'sync';

export interface SyncAsks {
  readonly machinePlans: boolean;
  readonly defender: boolean;
  readonly network: boolean;
}

export const SYNC_PART_KINDS = ['graph', 'plans', 'settings', 'machine-plans', 'defender'] as const;
export type SyncPartKind = (typeof SYNC_PART_KINDS)[number];

/** One thing that a run reads by itself, page after page. */
export interface SyncPart {
  readonly kind: SyncPartKind;
  /** Of a Resource Graph part: the id of its query. */
  readonly query: string | null;
  /** The subscriptions that are asked; none: the tenant as a whole. */
  readonly subscriptions: readonly string[];
  /** `skipped`: need not be asked, since the answer follows from another part. */
  readonly state: 'open' | 'done' | 'failed' | 'skipped';
  /** Where the next page begins. */
  readonly token: string | null;
  readonly rows: number;
  /** Rows that the service said there are; null: it did not say. */
  readonly total: number | null;
  /** Of a query for machines: how many came, by subscription. */
  readonly machines: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}
