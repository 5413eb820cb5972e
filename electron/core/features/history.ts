import { PlannerError, type ProjectState } from '../../../shared/contract/index.ts';
import type { Call, Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import type { OpenProject, Projects } from '../projects.ts';
import { type Edit, redo, undo } from '../store/index.ts';
import { inventoryChanged } from './edit.ts';
import { rebuildInventory } from './inventory/rebuild.ts';
import { projectState } from './state.ts';

/** Every edit can be taken back and done again, also after the project was closed. */
export function historyHandlers(projects: Projects, ports: Ports): Pick<Handlers, 'history.undo' | 'history.redo'> {
  return {
    'history.undo': ({ handle }, call) => step(projects.get(handle), undo, ports, call),
    'history.redo': ({ handle }, call) => step(projects.get(handle), redo, ports, call),
  };
}

function step(opened: OpenProject, move: typeof undo, ports: Ports, call: Call): ProjectState {
  const { project } = opened;
  const joins = ({ params }: Edit): boolean => params?.joins === 1;
  const done = move(project, (edit) => joins(edit) && rebuildInventory(project, ports.now()));
  if (!done) throw new PlannerError('nothing-to-undo');
  if (joins(done)) inventoryChanged(opened);
  else opened.revision.all += 1;
  return projectState(opened, ports.now(), call.language);
}
