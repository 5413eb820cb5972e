import { join } from 'node:path';
import { PlannerError } from '../../shared/contract/index.ts';
import type { Ports } from './ports.ts';
import { closeProject, createProject, openProject, type Project, type ProjectMode } from './store/index.ts';

/** The projects that this core has open, by handle. */
export interface Projects {
  create(path: string, name: string): OpenProject;
  open(path: string, mode: ProjectMode): OpenProject;
  /** @throws PlannerError `not-found` for a handle that is not open. */
  get(handle: string): OpenProject;
  close(handle: string): void;
  closeAll(): void;
}

export interface OpenProject {
  readonly handle: string;
  readonly project: Project;
}

export function createProjects(ports: Ports): Projects {
  const open = new Map<string, OpenProject>();
  let last = 0;
  const keep = (project: Project): OpenProject => {
    last += 1;
    const opened = { handle: `p${last}`, project };
    open.set(opened.handle, opened);
    return opened;
  };
  return {
    create: (path, name) => keep(createProject(path, { name, now: ports.now() })),
    open: (path, mode) => keep(openProject(path, { mode, now: ports.now(), backups: join(ports.home, 'backups') })),
    get(handle) {
      const opened = open.get(handle);
      if (!opened) throw new PlannerError('not-found', { name: handle });
      return opened;
    },
    close(handle) {
      const opened = open.get(handle);
      if (!opened) return;
      open.delete(handle);
      closeProject(opened.project);
    },
    closeAll() {
      for (const { project } of open.values()) closeProject(project);
      open.clear();
    },
  };
}
