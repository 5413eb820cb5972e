import { PlannerError } from '../../../../shared/contract/index.ts';
import type { IdentityDecision, Machine } from '../../../../shared/model/index.ts';
import { anchorOf } from '../../identity/index.ts';
import type { OpenProject } from '../../projects.ts';
import { addIdentityDecision, findRecords, type Project, readKnownMachines } from '../../store/index.ts';
import { editIdentity } from '../edit.ts';
import { requireMachine } from '../machines.ts';

type Rebuilt = ReturnType<typeof editIdentity>;

/** Two machines are one, whatever their keys say; the older id stays. */
export function mergeMachines(opened: OpenProject, references: readonly [string, string], now: string): Rebuilt {
  const { project } = opened;
  const [first, second] = references.map((reference) => requireMachine(project, reference));
  if (!first || !second || first.id === second.id) {
    throw new PlannerError('wrong-use', { detail: `${references.join(' = ')}` });
  }
  const decision: IdentityDecision = {
    kind: 'merge',
    anchors: [requireAnchor(project, first), requireAnchor(project, second)],
  };
  return editIdentity(opened, { command: 'identity.merge', at: now, count: 2 }, () =>
    addIdentityDecision(project, decision),
  );
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
