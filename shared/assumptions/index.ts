import { type Assumptions, DEFAULT_ASSUMPTIONS, type Language } from '../model/index.ts';
import { ASSUMPTION_KEYS } from './keys.ts';
import { AssumptionProblem } from './values.ts';

export { AssumptionProblem } from './values.ts';

export interface AssumptionView {
  readonly key: string;
  readonly value: string;
  readonly meaning: string;
  readonly source: string;
}

/** Every assumption with value, meaning and source; keys with a `*` appear once for each value that is set. */
export function listAssumptions(assumptions: Assumptions, language: Language): AssumptionView[] {
  return ASSUMPTION_KEYS.flatMap(({ list, meaning, source }) =>
    list(assumptions).map(([key, value]) => ({ key, value, meaning: meaning[language], source: source[language] })),
  );
}

/** The keys that can be set, `*` for a part of one's own. */
export function assumptionPatterns(): string[] {
  return ASSUMPTION_KEYS.map(({ pattern }) => pattern);
}

/**
 * The assumptions with one key set.
 * @param key as listed, e.g. `hours`, `subscription.<id>.bases`.
 * @throws AssumptionProblem when the key is unknown or the value is none of the key.
 */
export function withAssumption(assumptions: Assumptions, key: string, value: string): Assumptions {
  for (const { pattern, set } of ASSUMPTION_KEYS) {
    const path = matchPattern(pattern, key);
    if (path) return set(assumptions, value, path);
  }
  throw new AssumptionProblem(assumptionPatterns().join(', '));
}

/**
 * Only what the given keys set: what a scenario assumes of its own, also where that is the default.
 * @throws AssumptionProblem
 */
export function ownAssumptions(values: readonly (readonly [key: string, value: string])[]): Partial<Assumptions> {
  const nothing: Readonly<Record<string, unknown>> = { ...EMPTY };
  const set: Readonly<Record<string, unknown>> = {
    ...values.reduce((own, [key, value]) => withAssumption(own, key, value), EMPTY as Assumptions),
  };
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => value !== nothing[name]));
}

/** The keys and values that give these assumptions again: the opposite of `ownAssumptions`. */
export function assumptionValues(own: Partial<Assumptions>): (readonly [key: string, value: string])[] {
  const all: Assumptions = { ...DEFAULT_ASSUMPTIONS, ...own };
  return ASSUMPTION_KEYS.flatMap(({ list }) =>
    list(all).filter(([key, value]) => Object.keys(ownAssumptions([[key, value]])).some((name) => name in own)),
  );
}

/** What a scenario assumes of its own, laid over the project's; of tables (rates, prices, scopes) line by line. */
export function layAssumptions(base: Assumptions, own: Partial<Assumptions>): Assumptions {
  return {
    ...base,
    ...own,
    rates: { ...base.rates, ...own.rates },
    prices: { ...base.prices, ...own.prices },
    tenants: layScopes(base.tenants, own.tenants),
    subscriptions: layScopes(base.subscriptions, own.subscriptions),
  };
}

function layScopes<Scope>(
  base: Readonly<Record<string, Scope>>,
  own: Readonly<Record<string, Scope>> = {},
): Readonly<Record<string, Scope>> {
  const laid = Object.entries(own).map(([id, scope]) => [id, { ...base[id], ...scope }]);
  return { ...base, ...Object.fromEntries(laid) };
}

/** What a setter of a table's line needs to find. */
const EMPTY: Partial<Assumptions> = { rates: {}, prices: {}, tenants: {}, subscriptions: {} };

/** What the stars stand for; null when the key is another. A segment in the middle may itself hold dots or slashes. */
function matchPattern(pattern: string, key: string): string[] | null {
  const parts = pattern.split('*');
  const expression = new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('(.+)')}$`, 'i');
  const match = expression.exec(key);
  return match ? match.slice(1).map((part) => part.toLowerCase()) : null;
}
