import { PlannerError } from '../../../shared/contract/index.ts';
import type { Machine } from '../../../shared/model/index.ts';
import { fold } from '../../../shared/text/fold.ts';
import { findMachines, type Project, readInventory } from '../store/index.ts';

/** Candidates that the message of an ambiguous name lists. */
const LISTED = 8;

/**
 * The ids that overrides are kept under: of machines, and of clients outside Azure that were left out (X2) and that a
 * person takes in. `changesList`: a client comes in or goes out, so the list has to be made anew.
 * @throws PlannerError as `requireMachine` does.
 */
export function requireOverridable(
  project: Project,
  references: readonly string[],
): { readonly ids: readonly string[]; readonly changesList: boolean } {
  let clients: ReadonlyMap<string, string> | null = null;
  let changesList = false;
  const ids = references.map((reference) => {
    if (findMachines(project, reference).length === 0) {
      clients ??= excludedClients(project);
      const id = clients.get(fold(reference));
      if (id !== undefined) {
        changesList = true;
        return id;
      }
    }
    const machine = requireMachine(project, reference);
    if (machine.os.role === 'client' && machine.resourceId === null) changesList = true;
    return machine.id;
  });
  return { ids, changesList };
}

/** Ids of the clients that were left out, by id and by name. */
function excludedClients(project: Project): ReadonlyMap<string, string> {
  return new Map(
    readInventory(project).excluded.flatMap(({ id, name }): [string, string][] =>
      id === undefined
        ? []
        : [
            [fold(name), id],
            [fold(id), id],
          ],
    ),
  );
}

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
