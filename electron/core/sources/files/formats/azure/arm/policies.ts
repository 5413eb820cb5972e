import { initiativeMembers, planPolicy } from '../../../../../../../shared/matrix/policy-definitions.ts';
import type { PolicyAssignmentRecord, PolicyExemptionRecord } from '../../../../../../../shared/model/index.ts';
import { lowerOf, parseDate, textOf } from '../../values.ts';
import { at, isObject, type JsonObject, listOf, property } from './item.ts';
import type { Notes } from './notes.ts';

/** Whether an item is a policy assignment or exemption; both may belong to a management group, whose id is no resource's. */
export function policyKind(item: JsonObject): 'assignment' | 'exemption' | null {
  const id = lowerOf(at(item, 'id')) ?? lowerOf(at(item, 'resourceId')) ?? '';
  if (id.includes('/providers/microsoft.authorization/policyassignments/')) return 'assignment';
  return id.includes('/providers/microsoft.authorization/policyexemptions/') ? 'exemption' : null;
}

/**
 * A policy assignment; null for one whose definition does not touch Defender for Servers.
 * An initiative is kept with what it holds, where that is known; most files do not say it.
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
  const members = isInitiative ? membersOf(item, definitionId) : undefined;
  const concernsServers = isInitiative ? members?.length !== 0 : planPolicy(definitionId) !== null;
  if (!concernsServers) {
    notes.passOver('azure-policy-others', row, name);
    return null;
  }
  if (isInitiative && members === undefined) notes.count('azure-policy-initiatives', row, name);
  return {
    type: 'policy-assignment',
    row,
    assignmentId,
    name,
    definitionId,
    isInitiative,
    memberDefinitionIds: members,
    scope: lowerOf(property(item, 'scope')) ?? scopeOf(assignmentId),
    notScopes: listOf(property(item, 'notScopes')).flatMap((scope) => lowerOf(scope) ?? []),
    parameters: parametersOf(property(item, 'parameters')),
    isEnforced: lowerOf(property(item, 'enforcementMode')) !== 'donotenforce',
  };
}

/**
 * The plan policies inside an initiative: as our query tells them beside its assignment (ids parted by spaces, none for an
 * assignment of another kind), else as the built-in ones are known.
 */
function membersOf(item: JsonObject, initiativeId: string): readonly string[] | undefined {
  const told =
    lowerOf(at(item, 'memberDefinitionIds'))
      ?.split(/\s+/)
      .filter((id) => planPolicy(id) !== null) ?? [];
  return told.length > 0 ? told : (initiativeMembers(initiativeId) ?? undefined);
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
