import type { ChangedView, MachineView } from '../../../../shared/contract/index.ts';
import { viewFinding } from '../../../../shared/i18n/findings/index.ts';
import { osProduct } from '../../../../shared/matrix/operating-systems.ts';
import { type Language, type Machine, stateOf } from '../../../../shared/model/index.ts';
import { matchesWhen, type Planning } from '../../../../shared/plan/index.ts';
import type { Handlers } from '../../dispatch.ts';
import { type CoverageGaps, viewCoverage } from '../../identity/index.ts';
import type { Ports } from '../../ports.ts';
import type { Projects } from '../../projects.ts';
import { readCoverage } from '../../store/index.ts';
import { loadGround, planOf } from '../planning/load.ts';
import { declineOffer, mergeMachines, offerAgain, splitMachine } from './decide.ts';

type InventoryHandlers = Pick<
  Handlers,
  | 'inventory.machines'
  | 'inventory.coverage'
  | 'identity.merge'
  | 'identity.split'
  | 'identity.decline'
  | 'identity.offerAgain'
>;

/** The one list of servers, what was read for it, and people's word on which machine is which. */
export function inventoryHandlers(projects: Projects, ports: Ports): InventoryHandlers {
  return {
    'inventory.machines': ({ handle, where }, { language }) => {
      const { project } = projects.get(handle);
      const ground = loadGround(project, ports.now(), language);
      const { machines, offers, declined, excluded, lists } = ground.inventory;
      const { planning } = planOf(ground);
      const matches = where === undefined ? () => true : matchesWhen(where, lists);
      return {
        machines: machines.flatMap((machine, index) =>
          matches(machine) ? [machineView(machine, planning, index)] : [],
        ),
        offers,
        declined: declined.map(({ machines: ids }) => ({ machines: ids })),
        excluded,
      };
    },

    'inventory.coverage': ({ handle }, { language }) => {
      const scopes = readCoverage<CoverageGaps>(projects.get(handle).project);
      return { scopes: viewCoverage(scopes, language) };
    },

    'identity.merge': ({ handle, machines }, { language }) =>
      changedView(mergeMachines(projects.get(handle), machines, ports.now()), language),

    'identity.split': ({ handle, machine, evidence }, { language }) =>
      changedView(splitMachine(projects.get(handle), machine, evidence, ports.now()), language),

    'identity.decline': ({ handle, machines }, { language }) =>
      changedView(declineOffer(projects.get(handle), machines, ports.now()), language),

    'identity.offerAgain': ({ handle, machines }, { language }) =>
      changedView(offerAgain(projects.get(handle), machines, ports.now()), language),
  };
}

function changedView({ changed, inventory }: ReturnType<typeof mergeMachines>, language: Language): ChangedView {
  return { machines: changed, findings: inventory.findings.map((found) => viewFinding(found, language)) };
}

function machineView(machine: Machine, planning: Planning, index: number): MachineView {
  const { id, name, kind, placement, capacity, os, tenantId, subscriptionId, subscriptionName } = machine;
  const { resourceGroup, resourceId, mdeDeviceId, smbiosUuid, tags, today, keys, evidence } = machine;
  return {
    id,
    name,
    kind,
    placement,
    capacity,
    os: os.text ?? 'unknown',
    osName: osProduct(os.product)?.name ?? os.text ?? 'unknown',
    state: stateOf(machine),
    tenantId,
    subscriptionId,
    subscriptionName,
    resourceGroup,
    resourceId,
    mdeDeviceId,
    smbiosUuid,
    tags,
    today,
    wants: planning.recommendation(index).wants,
    keys,
    evidence: evidence.map((at) => ({ id: at.id, file: at.file, format: at.format, row: at.row, date: at.date })),
  };
}
