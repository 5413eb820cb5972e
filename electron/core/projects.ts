import { join } from 'node:path';
import { PlannerError } from '../../shared/contract/index.ts';
import { rememberProject } from './app-data.ts';
import type { Ports } from './ports.ts';
import {
  closeProject,
  createProject,
  openVerified,
  type Project,
  type ProjectMode,
  readFacts,
  rememberClosed,
} from './store/index.ts';

/** The projects that this core has open, by handle. */
export interface Projects {
  create(path: string, name: string): OpenProject;
  open(path: string, mode: ProjectMode): Promise<OpenProject>;
  /** @throws PlannerError `not-found` for a handle that is not open. */
  get(handle: string): OpenProject;
  close(handle: string): void;
  closeAll(): void;
}

export interface OpenProject {
  readonly handle: string;
  readonly project: Project;
  /** Counts the changes since it was opened, so that a page knows what it holds. */
  readonly revision: { all: number; inventory: number };
}

export function createProjects(ports: Ports): Projects {
  const open = new Map<string, OpenProject>();
  const backups = join(ports.home, 'backups');
  const trust = join(ports.home, 'trust');
  let last = 0;
  const keep = (project: Project): OpenProject => {
    last += 1;
    const opened = { handle: `p${last}`, project, revision: { all: 1, inventory: 1 } };
    open.set(opened.handle, opened);
    rememberProject(ports.home, { path: project.path, name: readFacts(project).name, openedAt: ports.now() });
    return opened;
  };
  const close = ({ project }: OpenProject): void => {
    closeProject(project);
    rememberClosed(trust, project.path);
  };
  return {
    create: (path, name) => keep(createProject(path, { name, now: ports.now() })),
    open: async (path, mode) => keep(await openVerified(path, { mode, now: ports.now(), backups, trust })),
    get(handle) {
      const opened = open.get(handle);
      if (!opened) throw new PlannerError('not-found', { name: handle });
      return opened;
    },
    close(handle) {
      const opened = open.get(handle);
      if (!opened) return;
      open.delete(handle);
      close(opened);
    },
    closeAll() {
      for (const opened of open.values()) close(opened);
      open.clear();
    },
  };
}
