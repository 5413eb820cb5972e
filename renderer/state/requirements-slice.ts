import type { FilterAssumption, RequirementRule } from '../../shared/model/index.ts';
import { selectProjectState } from './selectors.ts';
import type { Slice } from './store.ts';

/** Something in an ordered list that is being edited; `key` stays with it when it moves. */
export interface Keyed<Value> {
  readonly key: number;
  readonly value: Value;
}

/** Rules and limits as somebody has them in mind; nothing is written before they are applied. */
export interface RequirementsDraft {
  /** Project that it belongs to. */
  readonly path: string;
  readonly rules: readonly Keyed<RequirementRule>[];
  readonly filters: readonly Keyed<FilterAssumption>[];
}

export interface RequirementsSlice {
  /** Null: as the project has them. It stays while the user looks at other screens. */
  readonly requirementsDraft: RequirementsDraft | null;
  setRequirementsDraft(draft: RequirementsDraft | null): void;
  /** Writes what differs from the project, as one step that can be taken back. */
  applyRequirements(): Promise<void>;
}

export const requirementsSlice: Slice<RequirementsSlice> = () => (set, get) => ({
  requirementsDraft: null,
  setRequirementsDraft: (requirementsDraft) => set({ requirementsDraft }),

  async applyRequirements() {
    const draft = get().requirementsDraft;
    const state = selectProjectState(get());
    if (!draft || !state || draft.path !== state.project.path) return;
    const rules = draft.rules.map(({ value }) => value);
    const filters = draft.filters.map(({ value }) => value);
    const isRulesChanged = JSON.stringify(rules) !== JSON.stringify(state.rules);
    const isFiltersChanged = JSON.stringify(filters) !== JSON.stringify(state.assumptions.filters);
    const limits = isFiltersChanged ? { filters: mutable(filters) } : {};
    if (isRulesChanged) {
      if (!(await get().edit('requirements.set', { rules: mutable(rules), ...limits }))) return;
    } else if (isFiltersChanged) {
      if (!(await get().edit('assumptions.set', { values: [], ...limits }))) return;
    }
    set({ requirementsDraft: null });
    get().tell('edited', { offersUndo: true });
  },
});

/** The contract's schemas give arrays that may be written to; nobody writes to these. */
type Mutable<Value> = Value extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
    : Value;

function mutable<Value>(value: Value): Mutable<Value> {
  return structuredClone(value) as Mutable<Value>;
}
