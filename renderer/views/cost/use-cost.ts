import { useMemo } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { type LineSum, sumBy } from '../../../shared/cost/index.ts';
import type { Language, Machine } from '../../../shared/model/index.ts';
import { useLanguage } from '../../i18n/use-text.ts';
import { tagNames } from '../../state/inventory/columns.ts';
import { environmentTag } from '../../state/money/keys.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { selectMachines, selectPlanned, selectProjectState } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { scopeLabel } from '../../ui/scope-label.ts';

/** What the parts of the screen share. */
export interface CostGround {
  readonly planned: PlannedScenario;
  readonly machines: readonly Machine[];
  readonly state: ProjectState;
  readonly language: Language;
  readonly currency: string;
  /** Of all counted lines. */
  readonly total: LineSum;
  /** Tags of the machines, the likeliest environment first. */
  readonly tags: readonly string[];
  /** A subscription's name by its id. */
  readonly scope: (id: string) => string;
}

const NOTHING: LineSum = {
  monthly: { now: '0', always: '0' },
  atLeast: false,
  lines: 0,
  missing: 0,
  unknownPlans: 0,
  unknownStates: 0,
};

/** Null without a project. */
export function useCost(): CostGround | null {
  const machines = useApp(selectMachines);
  const planned = useApp(selectPlanned);
  const state = useApp(selectProjectState);
  const language = useLanguage();
  return useMemo(() => {
    if (!planned || !state) return null;
    const names = tagNames(machines);
    const first = environmentTag(names);
    const tags = first === null ? [] : [first, ...names.filter((name) => name !== first)];
    const byId = new Map(planned.planning.subscriptions.map(({ id, name }) => [id, name]));
    const scope = (id: string) => scopeLabel({ id, name: byId.get(id) ?? null }, language);
    const total = sumBy(planned.cost().lines, () => '').get('') ?? NOTHING;
    return { planned, machines, state, language, currency: planned.assumptions.currency, total, tags, scope };
  }, [planned, machines, state, language]);
}
