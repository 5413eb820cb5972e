import { EDITION_IDS, type EditionId, type Machine } from '../../../shared/model/index.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { isSame } from './differences.ts';

/** The edition that is not this one. */
export function otherEdition(edition: EditionId): EditionId {
  return EDITION_IDS.find((id) => id !== edition) ?? edition;
}

/** Positions of the machines that two readings of the rules plan otherwise. */
export function movesBetween(
  here: PlannedScenario,
  there: PlannedScenario,
  machines: readonly Machine[],
): readonly number[] {
  return machines.flatMap((_, position) =>
    isSame(here.planning.decided(position), there.planning.decided(position)) ? [] : [position],
  );
}
