import type { PolicyAssignmentRecord, PolicyExemptionRecord } from '../../../../../../../shared/model/index.ts';
import { lowerOf, parseDate, textOf } from '../../values.ts';
import { at, isObject, type JsonObject, listOf, property } from './item.ts';
import type { Notes } from './notes.ts';

/**
 * Built-in definitions that set or watch Defender for Servers plans.
 * Azure/azure-policy, built-in-policies/policyDefinitions, "Security Center" and "Security Center - Granular Pricing", 2026-04.
 */
const SERVERS_DEFINITIONS = new Set([
  '5f57b753-04b4-4e5e-aa31-c8888984497a',
  '5eb6d64a-4086-4d7a-92da-ec51aed0332d',
  '8e86a5b6-b9bd-49d1-8e21-4bb8a0862222',
  '1b8c0040-b224-4ea1-be6a-47254dd5a207',
  '9e4879d9-c2a0-4e40-8017-1a5a5327c843',
  'f6ff485a-7630-4730-854d-cd3ad855435e',
  '080fedce-9d4a-4d07-abf0-9f036afbc9c8',
]);

/** Whether an item is a policy assignment or exemption; both may belong to a management group, whose id is no resource's. */
export function policyKind(item: JsonObject): 'assignment' | 'exemption' | null {
  const id = lowerOf(at(item, 'id')) ?? lowerOf(at(item, 'resourceId')) ?? '';
  if (id.includes('/providers/microsoft.authorization/policyassignments/')) return 'assignment';
  return id.includes('/providers/microsoft.authorization/policyexemptions/') ? 'exemption' : null;
}

/**
 * A policy assignment; null for one whose definition does not touch Defender for Servers.
 * An initiative is kept: its file does not say what is inside it.
 */
export function policyAssignment(item: JsonObject, row: number, notes: Notes): PolicyAssignmentRecord | null {
  const assignmentId = lowerOf(at(item, 'id')) ?? '';
  const definition = lowerOf(property(item, 'policyDefinitionId'));
  const name = textOf(property(item, 'displayName')) ?? textOf(at(item, 'name')) ?? assignmentId;
  if (definition === undefined) {
    notes.sink.finding('azure-policy-without-definition', { name }, row);
    return null;
  }
  const definitionId = definition.split('/').at(-1) ?? definition;
  const isInitiative = definition.includes('/policysetdefinitions/');
  if (isInitiative) notes.count('azure-policy-initiatives', row, name);
  if (!isInitiative && !SERVERS_DEFINITIONS.has(definitionId)) {
    notes.passOver('azure-policy-others', row, name);
    return null;
  }
  return {
    type: 'policy-assignment',
    row,
    assignmentId,
    name,
    definitionId,
    isInitiative,
    scope: lowerOf(property(item, 'scope')) ?? scopeOf(assignmentId),
    notScopes: listOf(property(item, 'notScopes')).flatMap((scope) => lowerOf(scope) ?? []),
    parameters: parametersOf(property(item, 'parameters')),
    isEnforced: lowerOf(property(item, 'enforcementMode')) !== 'donotenforce',
  };
}

/** An exemption from a policy assignment, with the scope that its id names. */
export function policyExemption(item: JsonObject, row: number, notes: Notes): PolicyExemptionRecord | null {
  const id = lowerOf(at(item, 'id')) ?? '';
  const assignmentId = lowerOf(property(item, 'policyAssignmentId'));
  if (assignmentId === undefined) {
    notes.sink.finding('azure-exemption-without-assignment', { name: textOf(at(item, 'name')) ?? id }, row);
    return null;
  }
  return {
    type: 'policy-exemption',
    row,
    assignmentId,
    scope: scopeOf(id),
    expiresOn: parseDate(property(item, 'expiresOn')),
    definitionReferenceIds: listOf(property(item, 'policyDefinitionReferenceIds')).flatMap((id) => textOf(id) ?? []),
  };
}

/** The id of what an assignment or exemption hangs on: all that stands before its own provider. */
function scopeOf(policyId: string): string {
  return policyId.split('/providers/microsoft.authorization/')[0] ?? policyId;
}

function parametersOf(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).map(([name, parameter]) => {
    const given = at(parameter, 'value');
    return [name, typeof given === 'string' ? given : JSON.stringify(given ?? null)] as const;
  });
  return Object.fromEntries(entries);
}
