import { existsSync } from 'node:fs';
import { PlannerError, type ProjectView } from '../../../shared/contract/index.ts';
import { DEFAULT_RULES } from '../../../shared/plan/index.ts';
import type { Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import type { OpenProject, Projects } from '../projects.ts';
import {
  checkProject,
  countMachines,
  inTransaction,
  readEvidence,
  readFacts,
  renameProject,
  saveProjectAs,
  writeRules,
} from '../store/index.ts';
import { projectState } from './state.ts';

type ProjectHandlers = Pick<
  Handlers,
  'project.create' | 'project.open' | 'project.close' | 'project.check' | 'project.rename' | 'project.saveAs'
>;

/** The project file: made, opened, closed, checked. */
export function projectHandlers(projects: Projects, ports: Ports): ProjectHandlers {
  return {
    'project.create': ({ path, name }) => {
      const opened = projects.create(path, name);
      inTransaction(opened.project, () => writeRules(opened.project, DEFAULT_RULES));
      return projectView(opened);
    },
    'project.open': async ({ path, mode }) => projectView(await projects.open(path, mode ?? 'write')),
    'project.close': ({ handle }) => {
      projects.close(handle);
      return null;
    },
    'project.rename': ({ handle, name }, { language }) => {
      const opened = projects.get(handle);
      inTransaction(opened.project, () => renameProject(opened.project, name));
      opened.revision.all += 1;
      return projectState(opened, ports.now(), language);
    },
    'project.saveAs': async ({ handle, path }) => {
      saveProjectAs(projects.get(handle).project, path);
      return projectView(await projects.open(path, 'write'));
    },
    'project.check': ({ path }, { language }) => {
      if (!existsSync(path)) throw new PlannerError('project-missing', { path });
      return checkProject(path, { language });
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
