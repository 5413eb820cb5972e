import { fromJson } from './json.ts';
import type { Project } from './project.ts';
import { getRow, putRow } from './rows.ts';

export interface ProjectFacts {
  /** Random; the same in every copy of the project. */
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

export function readFacts(project: Project): ProjectFacts {
  return fromJson(getRow(project, 'fact', ['project'])?.[1]);
}

export function renameProject(project: Project, name: string): void {
  putRow(project, 'fact', ['project', JSON.stringify({ ...readFacts(project), name })]);
}

/** The next id of a kind, never given again: `nextId(project, 'e')` is `e1`, then `e2`. Inside a transaction. */
export function nextId(project: Project, prefix: string): string {
  const value = Number(getRow(project, 'counter', [prefix])?.[1] ?? 0) + 1;
  putRow(project, 'counter', [prefix, value]);
  return `${prefix}${value}`;
}
