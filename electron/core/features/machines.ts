import { PlannerError } from '../../../shared/contract/index.ts';
import type { Machine } from '../../../shared/model/index.ts';
import { findMachines, type Project } from '../store/index.ts';

/** Candidates that the message of an ambiguous name lists. */
const LISTED = 8;

/**
 * The machine that a user means: by id, resource id or name.
 * @throws PlannerError `not-found`, or `ambiguous` with the candidates.
 */
export function requireMachine(project: Project, reference: string): Machine {
  const found = findMachines(project, reference);
  const [machine] = found;
  if (!machine) throw new PlannerError('not-found', { name: reference });
  if (found.length > 1) {
    const candidates = found
      .slice(0, LISTED)
      .map(({ id, kind, subscriptionName, resourceGroup }) =>
        [id, kind, subscriptionName, resourceGroup].filter((part) => part !== null).join(' '),
      )
      .join('; ');
    throw new PlannerError('ambiguous', { name: reference, count: found.length, candidates });
  }
  return machine;
}
