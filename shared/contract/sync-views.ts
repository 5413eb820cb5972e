import type { FindingView, SignInChoice, SyncAsks, SyncState } from '../model/index.ts';
import type { ImportView } from './views.ts';

/** What connecting to Azure answers. No token and no secret is ever in it. */

export interface SignedInView {
  readonly account: string | null;
  readonly homeTenantId: string | null;
  readonly tenants: readonly { readonly id: string; readonly name: string | null; readonly domain: string | null }[];
}

/** What the account may read; null: it could not be found out. */
export interface RightsView {
  readonly resources: boolean;
  readonly plans: boolean;
  readonly policies: boolean;
}

export interface SubscriptionsView {
  readonly account: string | null;
  readonly tenantId: string;
  readonly subscriptions: readonly {
    readonly id: string;
    readonly name: string | null;
    /** As Azure says it: `Enabled`, `Disabled`, `Warned`, … */
    readonly state: string;
    /** Null: not asked for, or it could not be found out. */
    readonly rights: RightsView | null;
  }[];
}

/** One run: what was asked of which subscription, and how far it is. */
export interface SyncRunView {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string | null;
  readonly signIn: SignInChoice;
  readonly asks: SyncAsks;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly state: SyncState;
  /** Its rows are in the list of servers. */
  readonly isApplied: boolean;
  /** Its rows were in the list; newer ones have taken their place, or somebody took them out. */
  readonly isReplaced: boolean;
  /** Ids of the evidence that was made of it and counts. */
  readonly evidence: readonly string[];
  /** Raw rows that are kept. */
  readonly rows: number;
  readonly requests: number;
  readonly parts: { readonly done: number; readonly total: number; readonly failed: number };
  readonly subscriptions: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly machines: number;
    /** Parts that concern this subscription. */
    readonly done: number;
    readonly total: number;
  }[];
  readonly findings: readonly FindingView[];
}

export interface SyncStateView {
  /** Somebody is signed in, in the memory of this core. */
  readonly signedIn: boolean;
  readonly isRunning: boolean;
  /** The newest first. */
  readonly runs: readonly SyncRunView[];
}

/** A run that ended, and what it changed in the list of servers. */
export interface SyncView extends ImportView {
  readonly run: SyncRunView;
  /** Compared with the list before: ids. */
  readonly appeared: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

export interface PricesView {
  readonly prices: number;
  readonly evidence: string;
  readonly findings: readonly FindingView[];
}
