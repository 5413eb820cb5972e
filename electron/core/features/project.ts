import { existsSync } from 'node:fs';
import { type ProjectView, PlannerError } from '../../../shared/contract/index.ts';
import type { Handlers } from '../dispatch.ts';
import type { OpenProject, Projects } from '../projects.ts';
import { checkProject, countMachines, readEvidence, readFacts } from '../store/index.ts';

type ProjectHandlers = Pick<
  Handlers,
  'project.create' | 'project.open' | 'project.close' | 'project.check'
>;

/** The project file: made, opened, closed, checked. */
export function projectHandlers(projects: Projects): ProjectHandlers {
  return {
    'project.create': ({ path, name }) => projectView(projects.create(path, name)),
    'project.open': async ({ path, mode }) => projectView(await projects.open(path, mode ?? 'write')),
    'project.close': ({ handle }) => {
      projects.close(handle);
      return null;
    },
    'project.check': ({ path }) => {
      if (!existsSync(path)) throw new PlannerError('project-missing', { path });
      return checkProject(path);
    },
  };
}

/** What the user sees of an open project at once. */
export function projectView({ handle, project }: OpenProject): ProjectView {
  const { name, createdAt } = readFacts(project);
  return {
    handle,
    path: project.path,
    name,
    createdAt,
    version: project.version.now,
    machines: countMachines(project),
    evidence: readEvidence(project).length,
  };
}
