import { PlannerError, type ProjectState } from '../../../shared/contract/index.ts';
import type { Call, Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import type { OpenProject, Projects } from '../projects.ts';
import { type Edit, inTransaction, redo, undo } from '../store/index.ts';
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

function step(
  opened: OpenProject,
  move: (project: OpenProject['project']) => Edit | null,
  ports: Ports,
  call: Call,
): ProjectState {
  const { project } = opened;
  const done = move(project);
  if (!done) throw new PlannerError('nothing-to-undo');
  opened.revision.all += 1;
  if (done.params?.joins === 1) {
    inTransaction(project, () => rebuildInventory(project, ports.now()));
    inventoryChanged(opened);
  }
  return projectState(opened, ports.now(), call.language);
}
