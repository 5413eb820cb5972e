import { createDispatch, type Dispatch } from './dispatch.ts';
import { appHandlers } from './features/app.ts';
import { collectorHandlers } from './features/collector.ts';
import { evidenceHandlers } from './features/evidence/index.ts';
import { exportHandlers } from './features/export.ts';
import { historyHandlers } from './features/history.ts';
import { inventoryHandlers } from './features/inventory/index.ts';
import { keepsakeHandlers } from './features/keepsakes.ts';
import { planningHandlers } from './features/planning/index.ts';
import { projectHandlers } from './features/project.ts';
import { requirementHandlers } from './features/requirements.ts';
import { sampleHandlers } from './features/sample.ts';
import { stateHandlers } from './features/state-handlers.ts';
import { syncHandlers } from './features/sync/index.ts';
import type { Ports } from './ports.ts';
import { createProjects } from './projects.ts';
import type { ProjectMode } from './store/index.ts';

export { nodePorts, type Ports } from './ports.ts';

/** The application core: every method of the contract, behind one door. */
export interface Core {
  readonly dispatch: Dispatch;
  /** Opens a project again under the handle that it had before the core stopped. Rejects as `project.open` fails. */
  reopen(project: { readonly handle: string; readonly path: string; readonly mode: ProjectMode }): Promise<void>;
  /** Closes every project; what was acknowledged is in the files. */
  close(): void;
}

/** Wires the rooms. */
export function createCore(ports: Ports): Core {
  const projects = createProjects(ports);
  const evidence = evidenceHandlers(projects, ports);
  const requirements = requirementHandlers(projects, ports);
  return {
    dispatch: createDispatch({
      ...appHandlers(ports),
      ...projectHandlers(projects, ports),
      ...stateHandlers(projects, ports),
      ...historyHandlers(projects, ports),
      ...keepsakeHandlers(projects, ports),
      ...evidence,
      ...inventoryHandlers(projects, ports),
      ...requirements,
      ...planningHandlers(projects, ports),
      ...exportHandlers(projects, ports),
      ...collectorHandlers(),
      ...syncHandlers(projects, ports),
      ...sampleHandlers(projects, { ...evidence, ...requirements }),
    }),
    reopen: async ({ handle, path, mode }) => {
      await projects.open(path, mode, handle);
    },
    close: () => projects.closeAll(),
  };
}
