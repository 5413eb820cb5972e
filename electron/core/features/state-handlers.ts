import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { encodeSnapshot } from '../../../shared/snapshot/index.ts';
import type { Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import type { Projects } from '../projects.ts';
import { readEvidence, readEvidenceFindings, readInventory, readMachines, readSnapshot } from '../store/index.ts';
import { machineDetails } from './inventory/details.ts';
import { requireMachine } from './machines.ts';
import { projectState } from './state.ts';

type StateHandlers = Pick<Handlers, 'project.state' | 'evidence.findings' | 'inventory.snapshot' | 'inventory.machine'>;

/** What a page holds of a project, and what it asks for when somebody looks closer. */
export function stateHandlers(projects: Projects, ports: Ports): StateHandlers {
  return {
    'project.state': ({ handle }, { language }) => projectState(projects.get(handle), ports.now(), language),

    'inventory.snapshot': ({ handle }) => {
      const { project, revision } = projects.get(handle);
      return {
        inventoryRevision: revision.inventory,
        snapshot: readSnapshot(project) ?? encodeSnapshot(readMachines(project)),
      };
    },

    'inventory.machine': ({ handle, machine }, { language }) => {
      const { project } = projects.get(handle);
      return machineDetails(project, requireMachine(project, machine), language);
    },

    'evidence.findings': ({ handle, evidence }, { language }) => {
      const { project } = projects.get(handle);
      const ids = evidence === undefined ? readEvidence(project).map(({ id }) => id) : [evidence];
      const findings = [
        ...(evidence === undefined ? readInventory(project).findings : []),
        ...ids.flatMap((id) => readEvidenceFindings(project, id)),
      ];
      return { findings: findings.map((found) => viewFinding(found, language)) };
    },
  };
}
