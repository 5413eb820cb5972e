import type { PlannedMachine } from '../../../shared/model/index.ts';

/** A slider seldom changes a plan, and planning hands out the same objects again: then what was counted still holds. */
export function isSamePlan(before: readonly PlannedMachine[], now: readonly PlannedMachine[]): boolean {
  if (before.length !== now.length) return false;
  for (let position = 0; position < now.length; position += 1) if (before[position] !== now[position]) return false;
  return true;
}
