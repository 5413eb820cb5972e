import type {
  Assumptions,
  AzureCloudName,
  CoverageScope,
  DeclinedOffer,
  Evidence,
  ExcludedMachine,
  FindingView,
  Language,
  Machine,
  MachineUsage,
  MergeOffer,
  NamedList,
  Override,
  PriceRecord,
  RequirementRule,
  Scenario,
  Subscription,
} from '../model/index.ts';
import type { Snapshot } from '../snapshot/index.ts';
import type { ColumnReason } from '../text/column-target.ts';
import type { THEMES } from './schemas.ts';

/** What only a screen asks for. */

export interface AppInfoView {
  readonly version: string;
  /** Where projects of the page are kept, and where new ones go by default. */
  readonly projectsFolder: string;
  readonly dataFolder: string;
}

export type Theme = (typeof THEMES)[number];

export interface SettingsView {
  readonly language: Language | 'system';
  readonly theme: Theme;
  /** Name that is written beside overrides; empty: none. */
  readonly by: string;
  /** App registration with which people sign in to Azure, unless they say otherwise; null: Azure CLI's. */
  readonly clientId: string | null;
  /** Cloud that is signed in to, unless they say otherwise. */
  readonly cloud: AzureCloudName;
}

export interface ProjectsView {
  readonly projects: readonly {
    readonly path: string;
    readonly name: string;
    /** ISO 8601. */
    readonly openedAt: string;
    /** False: moved or deleted; it is shown, greyed. */
    readonly exists: boolean;
  }[];
}

/** A step that can be taken back or again, named as its command was. */
export interface HistoryStep {
  readonly command: string;
  readonly at: string;
  /** How many machines, rules, … it touched. */
  readonly count: number;
}

/** Everything but the machines; with the snapshot it is what a plan follows from. */
export interface ProjectState {
  readonly project: { readonly path: string; readonly name: string; readonly createdAt: string };
  /** Grows with every change: two answers with one number are equal. */
  readonly revision: number;
  /** Grows when machines changed: the snapshot has to be fetched again. */
  readonly inventoryRevision: number;
  readonly asOf: string;
  readonly subscriptions: readonly Subscription[];
  readonly rules: readonly RequirementRule[];
  readonly overrides: readonly Override[];
  readonly lists: readonly NamedList[];
  readonly pastedLists: readonly string[];
  readonly assumptions: Assumptions;
  readonly scenarios: readonly Scenario[];
  readonly importedPrices: readonly PriceRecord[];
  readonly usage: readonly MachineUsage[];
  readonly offers: readonly MergeOffer[];
  readonly declined: readonly DeclinedOffer[];
  readonly excluded: readonly ExcludedMachine[];
  readonly evidence: readonly (Evidence & { readonly findings: number; readonly warnings: number })[];
  readonly findings: readonly FindingView[];
  readonly coverage: readonly CoverageScope[];
  readonly views: readonly SavedView[];
  readonly undo: HistoryStep | null;
  readonly redo: HistoryStep | null;
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
  readonly pills: readonly { readonly field: string; readonly values: readonly string[] }[];
  readonly sort: { readonly field: string; readonly descending: boolean } | null;
  readonly columns: readonly string[];
}

/** One machine, with everything that any source said of it. */
export interface MachineDetailView {
  readonly machine: Machine;
  /** For each field that some source tells: every value, the one that counts first. */
  readonly fields: readonly {
    readonly field: string;
    readonly values: readonly {
      readonly value: string;
      readonly isUsed: boolean;
      readonly evidenceId: string;
      readonly file: string;
      readonly sheet: string | null;
      readonly row: number;
      readonly date: string;
    }[];
  }[];
  readonly override: Override | null;
  readonly findings: readonly FindingView[];
  readonly usage: readonly MachineUsage[];
}

/** What the user confirms before a list of his own is read. */
export interface PreviewView {
  readonly tables: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly format: string;
    /** What a confirmed map is remembered by; null: no row reads like a header. */
    readonly fingerprint: string | null;
    /** 1-based; 0: none. */
    readonly headerRow: number;
    /** The first rows, the empty ones left out. */
    readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
    readonly columns: readonly {
      readonly header: string;
      readonly target: string;
      readonly confidence: 'sure' | 'guess';
      readonly why: ColumnReason;
    }[];
  }[];
}

export interface RenderedView {
  /** `base64` is null where the content was not asked for. */
  readonly files: readonly { readonly name: string; readonly rows: number; readonly base64: string | null }[];
  readonly findings: readonly FindingView[];
}

export interface SnapshotView {
  readonly inventoryRevision: number;
  readonly snapshot: Snapshot;
}
