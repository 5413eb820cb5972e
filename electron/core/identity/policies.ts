import { planPolicy } from '../../../shared/matrix/policy-definitions.ts';
import type { PolicyAssignmentRecord, PolicyExemptionRecord, PolicyInForce } from '../../../shared/model/index.ts';

/**
 * "Microsoft Defender for Servers should be enabled": switches the subscription's plan on again, without `enforce`.
 * Source: Azure/azure-policy, `built-in-policies/policyDefinitions/Security Center`, 2026-04-29.
 */
const SERVERS_ENABLED = '8e86a5b6-b9bd-49d1-8e21-4bb8a0862222';

/** Effects that change something; `Audit…` and `Disabled` do not. */
const DEPLOYS = /^deployifnotexists$/i;
const SUBSCRIPTION_SCOPE = /^\/subscriptions\/([^/]+)$/;
const MANAGEMENT_GROUP = /^\/providers\/microsoft\.management\/managementgroups\//;

/**
 * The policies that apply to a subscription, or may: an assignment on a management group counts for every subscription
 * of the tenant, since the tree of groups is not read. Sorted by assignment id.
 * @param asOf ISO date; an exemption that ended before it is over.
 */
export function policiesOf(
  subscriptionId: string,
  assignments: readonly PolicyAssignmentRecord[],
  exemptions: readonly PolicyExemptionRecord[],
  asOf: string,
): readonly PolicyInForce[] {
  return assignments.flatMap((assignment) => {
    const effect = effectOf(assignment);
    if (effect === null || !mayApply(assignment, subscriptionId, effect)) return [];
    const { assignmentId, name, definitionId } = assignment;
    const isExempted = exemptions.some((exemption) => exempts(exemption, assignment, subscriptionId, asOf));
    return [{ assignmentId, name, definitionId, effect, isExempted }];
  });
}

/** Null for a policy that does not touch our plans, or that changes nothing as it is assigned. */
function effectOf(assignment: PolicyAssignmentRecord): PolicyInForce['effect'] | null {
  if (!assignment.isEnforced) return null;
  if (assignment.isInitiative) return 'unknown-initiative';
  const parameters = new Map(Object.entries(assignment.parameters).map(([name, value]) => [name.toLowerCase(), value]));
  const effect = parameters.get('effect');
  if (effect !== undefined && !DEPLOYS.test(effect)) return null;
  if (assignment.definitionId === SERVERS_ENABLED) return 'sets-subscription-plan';
  const policy = planPolicy(assignment.definitionId);
  if (policy?.effect !== 'clears-designated') return policy?.effect ?? null;
  // Its parameter is "false" unless the assignment says otherwise.
  const designated =
    parameters.get('mdedesignatedsubscription') ?? parameters.get('ismdedesignatedsubscriptionenabled');
  return designated?.toLowerCase() === 'true' ? 'sets-subscription-plan' : 'clears-designated';
}

/** The subscription that a scope lies in; null for a management group. */
export function subscriptionOfScope(scope: string): string | null {
  return scope.startsWith('/subscriptions/') ? (scope.split('/')[2] ?? null) : null;
}

function mayApply(
  assignment: PolicyAssignmentRecord,
  subscriptionId: string,
  effect: PolicyInForce['effect'],
): boolean {
  if (assignment.notScopes.some((scope) => SUBSCRIPTION_SCOPE.exec(scope)?.[1] === subscriptionId)) return false;
  if (MANAGEMENT_GROUP.test(assignment.scope)) return true;
  if (subscriptionOfScope(assignment.scope) !== subscriptionId) return false;
  // A subscription's plan cannot be reached from a resource group in it; a machine's can.
  return SUBSCRIPTION_SCOPE.test(assignment.scope) || effect === 'sets-machine-plan' || effect === 'unknown-initiative';
}

/** An exemption from some definitions of an initiative is not one from the whole: it does not count. */
function exempts(
  exemption: PolicyExemptionRecord,
  assignment: PolicyAssignmentRecord,
  subscriptionId: string,
  asOf: string,
): boolean {
  if (exemption.assignmentId !== assignment.assignmentId) return false;
  if (exemption.expiresOn !== undefined && Date.parse(exemption.expiresOn) <= Date.parse(asOf)) return false;
  if (assignment.isInitiative && exemption.definitionReferenceIds.length > 0) return false;
  return exemption.scope === assignment.scope || SUBSCRIPTION_SCOPE.exec(exemption.scope)?.[1] === subscriptionId;
}
