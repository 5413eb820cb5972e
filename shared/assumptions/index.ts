import type { Assumptions, Language } from '../model/index.ts';
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

/** What the stars stand for; null when the key is another. A segment in the middle may itself hold dots or slashes. */
function matchPattern(pattern: string, key: string): string[] | null {
  const parts = pattern.split('*');
  const expression = new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('(.+)')}$`, 'i');
  const match = expression.exec(key);
  return match ? match.slice(1).map((part) => part.toLowerCase()) : null;
}
