import { NO_WHAT_IF, type WhatIf } from './planning.ts';
import type { Slice } from './store.ts';

/** Which scenario every screen shows, and what is only tried. Plans themselves are selectors: nothing derived is kept here. */
export interface PlanningSlice {
  readonly scenarioId: string;
  readonly whatIf: WhatIf;
  chooseScenario(id: string): void;
  /** Lays assumptions over those of all scenarios until the next call; nothing is written. */
  tryAssumptions(whatIf: WhatIf): void;
}

export const planningSlice: Slice<PlanningSlice> = () => (set) => ({
  scenarioId: 'recommended',
  whatIf: NO_WHAT_IF,
  chooseScenario: (scenarioId) => set({ scenarioId }),
  tryAssumptions: (whatIf) => set({ whatIf }),
});
