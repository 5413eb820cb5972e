import type { IdentityDecision } from '../../../shared/model/index.ts';
import { fromJson } from './json.ts';
import { type Project, statement } from './project.ts';
import { deleteRow, insertRow, putRow, replaceRows } from './rows.ts';

/** People's word on which machine is which, in the order in which it was given. */
export function readIdentityDecisions(project: Project): IdentityDecision[] {
  return statement(project, 'SELECT json FROM identity_decision ORDER BY position')
    .all()
    .map(([json]) => fromJson<IdentityDecision>(json));
}

export function addIdentityDecision(project: Project, decision: IdentityDecision): void {
  const [last] = statement(project, 'SELECT coalesce(max(position), 0) FROM identity_decision').get() ?? [0];
  insertRow(project, 'identity_decision', [Number(last) + 1, JSON.stringify(decision)]);
}

export function writeIdentityDecisions(project: Project, decisions: readonly IdentityDecision[]): void {
  replaceRows(
    project,
    'identity_decision',
    decisions.map((decision, index) => [index + 1, JSON.stringify(decision)]),
  );
}

/** A list of machine names that somebody pasted. */
export interface PastedList {
  readonly name: string;
  readonly names: readonly string[];
}

export function readPastedLists(project: Project): PastedList[] {
  return statement(project, 'SELECT json FROM pasted_list ORDER BY name')
    .all()
    .map(([json]) => fromJson<PastedList>(json));
}

export function putPastedList(project: Project, list: PastedList): void {
  putRow(project, 'pasted_list', [list.name, JSON.stringify(list)]);
}

/** False when there was none. */
export function removePastedList(project: Project, name: string): boolean {
  return deleteRow(project, 'pasted_list', [name]);
}
