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
  return withIds(project, prefix, (next) => next());
}

/** The same for many ids of a kind: the counter is read and written once. Nothing else may ask for that kind meanwhile. */
export function withIds<T>(project: Project, prefix: string, use: (next: () => string) => T): T {
  const before = Number(getRow(project, 'counter', [prefix])?.[1] ?? 0);
  let value = before;
  const result = use(() => {
    value += 1;
    return `${prefix}${value}`;
  });
  if (value > before) putRow(project, 'counter', [prefix, value]);
  return result;
}
