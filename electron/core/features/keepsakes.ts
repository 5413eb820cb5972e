import { randomUUID } from 'node:crypto';
import { PlannerError } from '../../../shared/contract/index.ts';
import { BUILT_IN_SCENARIOS, type Scenario } from '../../../shared/model/index.ts';
import type { Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import type { Projects } from '../projects.ts';
import {
  putPastedList,
  putSavedView,
  putScenario,
  readPastedLists,
  removePastedList,
  removeSavedView,
  removeScenario,
} from '../store/index.ts';
import { editIdentity, editProject } from './edit.ts';
import { requireOwn } from './requirements.ts';
import { projectState } from './state.ts';

type KeepsakeHandlers = Pick<
  Handlers,
  'lists.get' | 'lists.set' | 'lists.remove' | 'scenarios.set' | 'scenarios.remove' | 'views.set' | 'views.remove'
>;

/** What a user makes and names in a project: lists of pasted names, scenarios, views. */
export function keepsakeHandlers(projects: Projects, ports: Ports): KeepsakeHandlers {
  return {
    'lists.set': ({ handle, name, names }, { language }) => {
      const opened = projects.get(handle);
      const given = names.map((each) => each.trim()).filter((each) => each !== '');
      editIdentity(opened, { command: 'lists.set', at: ports.now(), count: given.length }, (project) =>
        putPastedList(project, { name, names: given }),
      );
      return projectState(opened, ports.now(), language);
    },

    'lists.get': ({ handle, name }) => {
      const list = readPastedLists(projects.get(handle).project).find((each) => each.name === name);
      if (!list) throw new PlannerError('not-found', { name });
      return { names: list.names };
    },

    'lists.remove': ({ handle, name }, { language }) => {
      const opened = projects.get(handle);
      editIdentity(opened, { command: 'lists.remove', at: ports.now() }, (project) => {
        if (!removePastedList(project, name)) throw new PlannerError('not-found', { name });
      });
      return projectState(opened, ports.now(), language);
    },

    'scenarios.set': ({ handle, scenario: draft }, { language }) => {
      const opened = projects.get(handle);
      const scenario: Scenario = { ...draft, id: draft.id ?? randomUUID(), assumptions: requireOwn(draft.assumptions) };
      editProject(opened, { command: 'scenarios.set', at: ports.now() }, (project) => putScenario(project, scenario));
      return projectState(opened, ports.now(), language);
    },

    'scenarios.remove': ({ handle, id }, { language }) => {
      const opened = projects.get(handle);
      if (BUILT_IN_SCENARIOS.some((scenario) => scenario.id === id)) {
        throw new PlannerError('wrong-use', { detail: id });
      }
      editProject(opened, { command: 'scenarios.remove', at: ports.now() }, (project) => {
        if (!removeScenario(project, id)) throw new PlannerError('not-found', { name: id });
      });
      return projectState(opened, ports.now(), language);
    },

    'views.set': ({ handle, view }, { language }) => {
      const opened = projects.get(handle);
      const kept = { ...view, id: view.id ?? randomUUID() };
      editProject(opened, { command: 'views.set', at: ports.now() }, (project) => putSavedView(project, kept));
      return projectState(opened, ports.now(), language);
    },

    'views.remove': ({ handle, id }, { language }) => {
      const opened = projects.get(handle);
      editProject(opened, { command: 'views.remove', at: ports.now() }, (project) => {
        if (!removeSavedView(project, id)) throw new PlannerError('not-found', { name: id });
      });
      return projectState(opened, ports.now(), language);
    },
  };
}
