import type {
  Confidence,
  CoverageScope,
  EvidenceView,
  ExcludedMachine,
  Explanation,
  FindingView,
  Known,
  MachineKey,
  MachineKind,
  PlanResult,
  RequirementRule,
  ScenarioCost,
  SubscriptionPlan,
  TodayPlan,
  Want,
} from '../model/index.ts';

/** What the methods answer; the same documents that `--json` prints. Absent is null, unknown is "unknown". */

export interface ProjectView {
  readonly handle: string;
  readonly path: string;
  readonly name: string;
  readonly createdAt: string;
  readonly version: number;
  readonly machines: number;
  readonly evidence: number;
}

export interface CheckView {
  readonly ok: boolean;
  readonly version: number | null;
  readonly digest: string | null;
  readonly problems: readonly string[];
}

export interface InspectView {
  readonly evidence: readonly EvidenceView[];
  readonly machines: number;
  readonly new: number;
  readonly merged: number;
  readonly excluded: number;
}

export interface ImportView extends InspectView {
  /** Of the inventory as a whole: identity, lists, coverage. */
  readonly findings: readonly FindingView[];
}

export interface SampleView {
  readonly project: ProjectView;
  readonly import: ImportView;
}

export interface EvidenceListView {
  readonly evidence: readonly (Omit<EvidenceView, 'findings'> & {
    readonly date: string;
    readonly tenantId: string | null;
    readonly importedAt: string;
    readonly findings: number;
  })[];
}

export interface MachineView {
  readonly id: string;
  readonly name: string;
  readonly kind: MachineKind;
  readonly placement: string;
  readonly capacity: number;
  readonly os: Known<string>;
  /** Name of the product where it was recognised, else `os`. */
  readonly osName: Known<string>;
  readonly state: string;
  readonly tenantId: string | null;
  readonly subscriptionId: string | null;
  readonly subscriptionName: string | null;
  readonly resourceGroup: string | null;
  readonly resourceId: string | null;
  readonly mdeDeviceId: string | null;
  readonly smbiosUuid: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly today: TodayPlan;
  readonly wants: Want;
  readonly keys: readonly MachineKey[];
  readonly evidence: readonly {
    readonly id: string;
    readonly file: string;
    readonly format: string;
    readonly row: number;
    readonly date: string;
  }[];
}

export interface MachinesView {
  readonly machines: readonly MachineView[];
  readonly offers: readonly {
    readonly machines: readonly string[];
    readonly key: string;
    readonly confidence: Confidence;
  }[];
  /** Offers that somebody declined. */
  readonly declined: readonly { readonly machines: readonly string[] }[];
  readonly excluded: readonly ExcludedMachine[];
}

export interface CoverageView {
  readonly scopes: readonly CoverageScope[];
}

export interface ChangedView {
  readonly machines: readonly string[];
  readonly findings: readonly FindingView[];
}

export interface RequirementsView {
  readonly rules: readonly (RequirementRule & { readonly matches: number })[];
  readonly lists: readonly {
    readonly name: string;
    readonly found: number;
    readonly missing: readonly string[];
    readonly several: readonly string[];
  }[];
}

export interface AssumptionsView {
  readonly assumptions: readonly {
    readonly key: string;
    readonly value: string;
    readonly meaning: string;
    readonly source: string;
  }[];
}

export interface PlanView extends Omit<PlanResult, 'findings' | 'subscriptions'> {
  /** Of the amounts. */
  readonly currency: string;
  readonly subscriptions: readonly (Omit<SubscriptionPlan, 'findings'> & {
    readonly findings: readonly FindingView[];
  })[];
  readonly findings: readonly FindingView[];
  readonly explain: (Explanation & { readonly machineId: string }) | null;
}

export interface CostView {
  readonly currency: string;
  readonly priceBook: { readonly id: string; readonly name: string };
  readonly scenarios: readonly ScenarioCost[];
  readonly findings: readonly FindingView[];
}

export interface ExportView {
  readonly files: readonly { readonly path: string; readonly rows: number }[];
  readonly findings: readonly FindingView[];
}

export interface CollectorView {
  readonly files: readonly string[];
}

/** A folder as one file, for a page that has no folders. */
export interface ZipView {
  readonly name: string;
  readonly base64: string;
}
