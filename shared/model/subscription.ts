import type { Known, KnownPlan } from './words.ts';

/** An enforcing policy assignment that applies to a subscription, or may. */
export interface PolicyInForce {
  readonly assignmentId: string;
  readonly name: string;
  readonly definitionId: string;
  readonly effect:
    | 'enforces-subscription-plan'
    | 'sets-subscription-plan'
    | 'sets-machine-plan'
    | 'clears-designated'
    | 'unknown-initiative';
  readonly isExempted: boolean;
}

/** A subscription, or an AWS/GCP connector, which is a scope of its own. */
export interface Subscription {
  /** Lower-cased id of the subscription, or ARM id of the connector; `name:<lower-cased name>` when only a name is known. */
  readonly id: string;
  readonly name: string | null;
  readonly tenantId: string | null;
  readonly kind: 'subscription' | 'connector';
  /** True when the subscription is known by name only. */
  readonly isNameOnly: boolean;
  readonly plan: KnownPlan;
  readonly enforce: Known<boolean>;
  readonly coverage: 'FullyCovered' | 'PartiallyCovered' | 'NotCovered' | null;
  readonly trialDaysLeft: number | null;
  /** Direct onboarding's designated subscription (extension MdeDesignatedSubscription). */
  readonly isDesignated: Known<boolean>;
  /** Defender CSPM (plan CloudPosture) switched on. */
  readonly hasCspm: Known<boolean>;
  /** Policy assignments of this subscription were read. */
  readonly arePoliciesRead: boolean;
  readonly policies: readonly PolicyInForce[];
}
