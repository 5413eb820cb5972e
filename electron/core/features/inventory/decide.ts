import { PlannerError } from '../../../../shared/contract/index.ts';
import type { IdentityDecision, Machine } from '../../../../shared/model/index.ts';
import { anchorOf } from '../../identity/index.ts';
import type { OpenProject } from '../../projects.ts';
import {
  addIdentityDecision,
  findRecords,
  type Project,
  readIdentityDecisions,
  readInventoryParts,
  readKnownMachines,
  writeIdentityDecisions,
} from '../../store/index.ts';
import { editIdentity } from '../edit.ts';
import { requireMachine } from '../machines.ts';

type Rebuilt = ReturnType<typeof editIdentity>;

/** Several machines are one, whatever their keys say; the oldest id stays. */
export function mergeMachines(opened: OpenProject, references: readonly string[], now: string): Rebuilt {
  const { project } = opened;
  const [first = '', ...others] = requireSeveral(project, references).map((machine) => requireAnchor(project, machine));
  const step = { command: 'identity.merge', at: now, count: others.length + 1 } as const;
  return editIdentity(opened, step, () => {
    for (const other of others) addIdentityDecision(project, { kind: 'merge', anchors: [first, other] });
  });
}

/**
 * One piece of evidence leaves the machine that it was joined to, and stays a machine of its own.
 * @throws PlannerError `not-found` when it says nothing of this machine itself; `cannot-split` when all rows of the machine
 *   carry one and the same id, so that none of them can be another machine.
 */
export function splitMachine(opened: OpenProject, reference: string, evidenceId: string, now: string): Rebuilt {
  const { project } = opened;
  const machine = requireMachine(project, reference);
  const told = anchorsByEvidence(project, machine);
  const anchor = told.find((one) => one.evidenceId === evidenceId)?.anchor;
  if (anchor === undefined) throw new PlannerError('not-found', { name: evidenceId });
  if (told.every((one) => one.anchor === anchor)) throw new PlannerError('cannot-split', { name: machine.name });
  const decision: IdentityDecision = { kind: 'split', anchor };
  return editIdentity(opened, { command: 'identity.split', at: now }, () => addIdentityDecision(project, decision));
}

/** Several machines are not one, whatever they are called: nobody is asked again. */
export function declineOffer(opened: OpenProject, references: readonly string[], now: string): Rebuilt {
  const { project } = opened;
  const machines = requireSeveral(project, references);
  const decision: IdentityDecision = {
    kind: 'decline',
    anchors: machines.map((machine) => requireAnchor(project, machine)),
  };
  const step = { command: 'identity.decline', at: now, count: machines.length } as const;
  const rebuilt = editIdentity(opened, step, () => addIdentityDecision(project, decision));
  return { ...rebuilt, changed: machines.map(({ id }) => id) };
}

/** Takes back what was declined about two or more of these machines. @throws PlannerError `wrong-use` when nothing was */
export function offerAgain(opened: OpenProject, references: readonly string[], now: string): Rebuilt {
  const { project } = opened;
  const machines = requireSeveral(project, references);
  const ids = new Set(machines.map(({ id }) => id));
  const { declined } = readInventoryParts(project);
  const taken = declined.filter((offer) => offer.machines.filter((id) => ids.has(id)).length > 1);
  if (taken.length === 0) throw new PlannerError('wrong-use', { detail: references.join(' ≠ ') });
  const gone = new Set(taken.map(({ decision }) => decision));
  const kept = readIdentityDecisions(project).filter((_, position) => !gone.has(position));
  const step = { command: 'identity.offerAgain', at: now, count: machines.length } as const;
  const rebuilt = editIdentity(opened, step, () => writeIdentityDecisions(project, kept));
  return { ...rebuilt, changed: machines.map(({ id }) => id) };
}

function requireSeveral(project: Project, references: readonly string[]): Machine[] {
  const machines = new Map(
    references.map((reference) => requireMachine(project, reference)).map((one) => [one.id, one]),
  );
  if (machines.size < 2) throw new PlannerError('wrong-use', { detail: references.join(' = ') });
  return [...machines.values()];
}

/** The anchors of the rows that a machine was made of; a row that names several machines brings only this one's. */
function anchorsByEvidence(project: Project, machine: Machine): { evidenceId: string; anchor: string }[] {
  const own = new Set(readKnownMachines(project).find(({ id }) => id === machine.id)?.anchors);
  return machine.evidence.flatMap(({ id: evidenceId, row, format }) =>
    findRecords(project, { evidenceId, row }).flatMap((record) => {
      if (record.type !== 'machine') return [];
      const anchor = anchorOf(record, format as Parameters<typeof anchorOf>[1]);
      return own.has(anchor) ? [{ evidenceId, anchor }] : [];
    }),
  );
}

function requireAnchor(project: Project, machine: Machine): string {
  const anchor = readKnownMachines(project).find(({ id }) => id === machine.id)?.anchors[0];
  if (anchor === undefined) throw new PlannerError('not-found', { name: machine.id });
  return anchor;
}
