import type { Method } from '../../../shared/contract/index.ts';
import type { OpenProject } from '../projects.ts';
import { inTransaction, type Project, recordEdit } from '../store/index.ts';
import { rebuildAndCompare } from './inventory/rebuild.ts';

/** What a step of the history says about itself. */
export interface Step {
  /** Method of the contract. */
  readonly command: Method;
  /** ISO 8601. */
  readonly at: string;
  /** How many machines, rules, … it touches. */
  readonly count?: number;
}

/** One edit by a person: one transaction, one step that can be taken back. */
export function editProject<T>(opened: OpenProject, step: Step, change: (project: Project) => T): T {
  const { project } = opened;
  const result = inTransaction(project, () => recordEdit(project, nameOf(step), () => change(project)));
  opened.revision.all += 1;
  return result;
}

/** The same for an edit after which all machines are joined anew. */
export function editIdentity(
  opened: OpenProject,
  step: Step,
  change: (project: Project) => void,
): ReturnType<typeof rebuildAndCompare> {
  const { project } = opened;
  const rebuilt = inTransaction(project, () => {
    recordEdit(project, nameOf(step, { joins: 1 }), () => change(project));
    return rebuildAndCompare(project, step.at);
  });
  inventoryChanged(opened);
  return rebuilt;
}

export function inventoryChanged({ revision }: OpenProject): void {
  revision.all += 1;
  revision.inventory += 1;
}

/** @param more `joins`: after this step, and after taking it back, all machines are joined anew */
export function nameOf(
  { command, at, count = 1 }: Step,
  more: { readonly joins?: 1 } = {},
): Parameters<typeof recordEdit>[1] {
  return { command, at, params: { count, ...more } };
}
