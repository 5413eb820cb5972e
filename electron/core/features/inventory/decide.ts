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

/** One piece of evidence leaves the machine that it was joined to, and stays a machine of its own. */
export function splitMachine(opened: OpenProject, reference: string, evidenceId: string, now: string): Rebuilt {
  const { project } = opened;
  const machine = requireMachine(project, reference);
  const place = machine.evidence.find(({ id }) => id === evidenceId);
  if (!place) throw new PlannerError('not-found', { name: evidenceId });
  const record = findRecords(project, { evidenceId, row: place.row }).find(({ type }) => type === 'machine');
  if (record?.type !== 'machine') throw new PlannerError('not-found', { name: evidenceId });
  const format = place.format as Parameters<typeof anchorOf>[1];
  const decision: IdentityDecision = { kind: 'split', anchor: anchorOf(record, format) };
  return editIdentity(opened, { command: 'identity.split', at: now }, () => addIdentityDecision(project, decision));
}

function requireAnchor(project: Project, machine: Machine): string {
  const anchor = readKnownMachines(project).find(({ id }) => id === machine.id)?.anchors[0];
  if (anchor === undefined) throw new PlannerError('not-found', { name: machine.id });
  return anchor;
}
