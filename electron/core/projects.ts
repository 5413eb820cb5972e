import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  /**
   * A project that is open here already, in this mode or for writing, is answered as it is: a page that was loaded anew finds its project.
   * @param handle the one to use, when a project is opened again after the core had stopped
   */
  open(path: string, mode: ProjectMode, handle?: string): Promise<OpenProject>;
  /** @throws PlannerError `not-found` for a handle that is not open. */
  get(handle: string): OpenProject;
  close(handle: string): void;
  closeAll(): void;
}

export interface OpenProject {
  /** Never given twice, not even by another core: a late call cannot reach another project. */
  readonly handle: string;
  readonly project: Project;
  /** Grows with the changes, also from one opening to the next, so that a page knows what it holds. */
  readonly revision: { all: number; inventory: number };
}

export function createProjects(ports: Ports): Projects {
  const open = new Map<string, OpenProject>();
  const backups = join(ports.home, 'backups');
  const trust = join(ports.home, 'trust');
  const folder = join(ports.home, 'projects');
  const keep = (project: Project, handle: string = randomUUID()): OpenProject => {
    const now = Date.parse(ports.now());
    const opened = { handle, project, revision: { all: now, inventory: now } };
    open.set(handle, opened);
    rememberProject(ports.home, { path: project.path, name: readFacts(project).name, openedAt: ports.now() });
    return opened;
  };
  const find = (path: string, mode: ProjectMode): OpenProject | undefined => {
    const real = realPath(path);
    return [...open.values()].find(
      ({ project }) => project.path === real && (project.mode === mode || project.mode === 'write'),
    );
  };
  const close = ({ project }: OpenProject): void => {
    closeProject(project);
    rememberClosed(trust, project.path);
  };
  return {
    create(path, name) {
      // The app's own folder is made when the first project goes there; any other one is the user's matter.
      if (dirname(path) === folder) mkdirSync(folder, { recursive: true });
      return keep(createProject(path, { name, now: ports.now() }));
    },
    open: async (path, mode, handle) =>
      find(path, mode) ?? keep(await openVerified(path, { mode, now: ports.now(), backups, trust }), handle),
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

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
