import type { PolicyInForce } from '../model/index.ts';

/** A built-in policy that changes Defender for Servers plans. Source: Azure/azure-policy, 2026-04-29. */
export interface PlanPolicy {
  readonly definitionId: string;
  readonly name: string;
  readonly effect: PolicyInForce['effect'];
  /** What it sets, or the parameter that says so. */
  readonly sets: 'P1' | 'off' | 'parameter' | 'P2';
  /** Machine types that it targets; a subscription-level policy targets none. */
  readonly targets: readonly ('vm' | 'arc' | 'vmss')[];
  readonly isByTag: boolean;
}

const PLAN_POLICIES: readonly PlanPolicy[] = [
  {
    definitionId: '5f57b753-04b4-4e5e-aa31-c8888984497a',
    name: 'Configure Microsoft Defender for Servers plan (P1 or P2)',
    effect: 'enforces-subscription-plan',
    sets: 'parameter',
    targets: [],
    isByTag: false,
  },
  {
    definitionId: '5eb6d64a-4086-4d7a-92da-ec51aed0332d',
    name: 'Configure Microsoft Defender for Servers plan (full features)',
    effect: 'clears-designated',
    sets: 'parameter',
    targets: [],
    isByTag: false,
  },
  {
    // Switches the plan on again, without `enforce`.
    definitionId: '8e86a5b6-b9bd-49d1-8e21-4bb8a0862222',
    name: 'Microsoft Defender for Servers should be enabled',
    effect: 'sets-subscription-plan',
    sets: 'P2',
    targets: [],
    isByTag: false,
  },
  {
    definitionId: '1b8c0040-b224-4ea1-be6a-47254dd5a207',
    name: 'Configure Defender for Servers P1 for all resources',
    effect: 'sets-machine-plan',
    sets: 'P1',
    targets: ['vm', 'arc'],
    isByTag: false,
  },
  {
    definitionId: '9e4879d9-c2a0-4e40-8017-1a5a5327c843',
    name: 'Configure Defender for Servers P1 for resources with a tag',
    effect: 'sets-machine-plan',
    sets: 'P1',
    targets: ['vm', 'arc'],
    isByTag: true,
  },
  {
    definitionId: 'f6ff485a-7630-4730-854d-cd3ad855435e',
    name: 'Disable Defender for Servers for all resources',
    effect: 'sets-machine-plan',
    sets: 'off',
    targets: ['vm', 'vmss', 'arc'],
    isByTag: false,
  },
  {
    definitionId: '080fedce-9d4a-4d07-abf0-9f036afbc9c8',
    name: 'Disable Defender for Servers for resources with a tag',
    effect: 'sets-machine-plan',
    sets: 'off',
    targets: ['vm', 'vmss', 'arc'],
    isByTag: true,
  },
];

/** The policy of a definition id (a GUID in any case); null when it does not touch our plans. */
export function planPolicy(definitionId: string): PlanPolicy | null {
  const id = definitionId.toLowerCase();
  return PLAN_POLICIES.find((policy) => policy.definitionId === id) ?? null;
}

/**
 * What built-in initiatives hold of these policies; empty: they only audit or deny. The first two are the Microsoft cloud
 * security benchmark, which Defender for Cloud assigns to every subscription, and its second version; the third is
 * "Configure Microsoft Defender for Cloud plans". Source: Azure/azure-policy, policySetDefinitions/Security Center, 2026-04-29.
 */
const BUILT_IN_INITIATIVES: Readonly<Record<string, readonly string[]>> = {
  '1f3afdf9-d0c9-4c3d-847f-89da613e70a8': [],
  'e3ec7e09-768c-4b64-882c-fcada3772047': [],
  'f08c57cd-dbd6-49a4-a85e-9ae77ac959b0': ['5eb6d64a-4086-4d7a-92da-ec51aed0332d'],
};

/** Ids of the plan policies that a built-in initiative holds; null for an initiative that is not known. */
export function initiativeMembers(initiativeId: string): readonly string[] | null {
  return BUILT_IN_INITIATIVES[initiativeId.toLowerCase()] ?? null;
}
