/** Lists of rules met, each made once: there are few lists, and many machines that met them. */
export interface RuleList {
  readonly ids: readonly string[];
  /** Lists with the same rules have the same number; below `RULE_LISTS`. */
  readonly number: number;
}

/** More than there are lists of rules before a row in Azure is met. */
export const RULE_LISTS = 1_000;

const EXTENDED = new Map<string, RuleList>();

export const NO_RULES: RuleList = { ids: [], number: 0 };

/** The list with one more rule at its end. */
export function withRule(list: RuleList, id: string): RuleList {
  const key = `${list.number} ${id}`;
  const known = EXTENDED.get(key);
  if (known) return known;
  const made = { ids: [...list.ids, id], number: EXTENDED.size + 1 };
  EXTENDED.set(key, made);
  return made;
}
