import type { Finding } from './finding.ts';
import type { EditionId, Known, KnownPlan, Method, Plan, Step, Want } from './words.ts';

/** Another way that was looked at, and why it was not taken. */
export interface Alternative {
  readonly method: 'subscription' | 'resource' | 'direct';
  readonly plan: Plan;
  readonly whyNot: string;
}

/** What is planned for one machine, with the rules that led there. */
export interface Recommendation {
  readonly id: string;
  readonly name: string;
  /** Where the machine ends: a subscription's id, `new:P1`, `new:P2`, `new:direct`, or null. */
  readonly subscriptionId: string | null;
  readonly wants: Want;
  readonly method: Method;
  readonly plan: KnownPlan;
  readonly steps: readonly Step[];
  readonly rules: readonly string[];
  readonly reason: string;
  readonly prerequisites: readonly string[];
  readonly blockers: readonly string[];
  readonly alternatives: readonly Alternative[];
}

/** One base that a subscription could have. Money as decimal strings, null when a price is missing. */
export interface PostureCandidate {
  readonly base: Plan;
  readonly unmet: number;
  readonly exceptions: number;
  readonly changes: number;
  readonly monthly: { readonly now: string; readonly always: string } | null;
  /** What the next new machine costs by default, a month, always on. */
  readonly nextMachine: string | null;
  /** False when the limits, the designated role or the edition rule it out; it is shown all the same. */
  readonly allowed: boolean;
}

export interface SubscriptionPlan {
  readonly id: string;
  readonly name: string | null;
  readonly tenantId: string | null;
  readonly kind: 'subscription' | 'connector' | 'new';
  readonly today: { readonly plan: KnownPlan; readonly enforce: Known<boolean> };
  /** `unknown` only when today's state is kept and not known. */
  readonly base: KnownPlan;
  readonly exceptions: number;
  readonly unmet: number;
  readonly machines: number;
  readonly candidates: readonly PostureCandidate[];
  readonly findings: readonly Finding[];
}

/** Direct onboarding in one tenant: one switch for all. */
export interface DirectPlan {
  readonly tenantId: string | null;
  /** As far as evidence tells; the plan may keep it or change it. */
  readonly today: { readonly switch: Known<boolean>; readonly designated: string | null };
  readonly switch: boolean;
  /** Designated subscription; null when the switch is off. */
  readonly designated: string | null;
  /** The whole affected set, conflicts included. */
  readonly machines: readonly string[];
  readonly conflicts: readonly string[];
  readonly monthly: { readonly now: string; readonly always: string } | null;
  /** The same plan without the switch; null when the switch is off. */
  readonly without: {
    readonly machines: readonly {
      readonly id: string;
      readonly method: Method;
      readonly plan: KnownPlan;
      readonly rules: readonly string[];
    }[];
    readonly blocked: number;
    readonly monthly: { readonly now: string; readonly always: string } | null;
  } | null;
}

export interface PlanResult {
  readonly edition: EditionId;
  readonly scenario: string;
  readonly machines: readonly Recommendation[];
  readonly subscriptions: readonly SubscriptionPlan[];
  readonly direct: readonly DirectPlan[];
  readonly blocked: number;
  readonly findings: readonly Finding[];
}
