import { planPolicy } from '../../../shared/matrix/policy-definitions.ts';
import type { PolicyAssignmentRecord, PolicyExemptionRecord, PolicyInForce } from '../../../shared/model/index.ts';

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
    const isExempted = exemptions.some((exemption) => exempts(exemption, assignment, subscriptionId, asOf));
    const { assignmentId, name, definitionId } = assignment;
    return effectsOf(assignment)
      .filter((effect) => mayApply(assignment, subscriptionId, effect))
      .map((effect) => ({ assignmentId, name, definitionId, effect, isExempted }));
  });
}

type Effect = PolicyInForce['effect'];

/** None for a policy that does not touch our plans, or that changes nothing as it is assigned; of an initiative each once. */
function effectsOf(assignment: PolicyAssignmentRecord): readonly Effect[] {
  const { isEnforced, isInitiative, definitionId, memberDefinitionIds } = assignment;
  if (!isEnforced) return [];
  if (isInitiative && memberDefinitionIds === undefined) return ['unknown-initiative'];
  const parameters = new Map(Object.entries(assignment.parameters).map(([name, value]) => [name.toLowerCase(), value]));
  const effect = parameters.get('effect');
  if (effect !== undefined && !DEPLOYS.test(effect)) return [];
  const effects = (memberDefinitionIds ?? [definitionId]).flatMap((id) => definitionEffect(id, parameters) ?? []);
  return [...new Set(effects)];
}

function definitionEffect(definitionId: string, parameters: ReadonlyMap<string, string>): Effect | null {
  const policy = planPolicy(definitionId);
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

function mayApply(assignment: PolicyAssignmentRecord, subscriptionId: string, effect: Effect): boolean {
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
