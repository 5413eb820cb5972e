import { AssumptionProblem, withAssumption } from '../../../shared/assumptions/index.ts';
import { DEFAULT_ASSUMPTIONS, EDITION_IDS, PLANS } from '../../../shared/model/index.ts';

/** How an assumption is typed: keys and values are those of the command line. */
export type AssumptionControl =
  | { readonly kind: 'number' | 'text' | 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Two numbers, `FIRST:SECOND`; the second may be left out where `isSecondOptional`. */
  | { readonly kind: 'pair'; readonly isSecondOptional: boolean }
  /** `RATE@DATE`. */
  | { readonly kind: 'rate' };

export const ASSUMPTION_CONTROLS = {
  edition: { kind: 'choice', options: EDITION_IDS },
  hours: { kind: 'number' },
  currency: { kind: 'text' },
  'price-book': { kind: 'choice', options: ['retail', 'list'] },
  tax: { kind: 'choice', options: ['without', 'with'] },
  'tax-rate': { kind: 'number' },
  region: { kind: 'text' },
  trial: { kind: 'switch' },
  discount: { kind: 'number' },
  prepurchase: { kind: 'pair', isSecondOptional: true },
  'licence-offset': { kind: 'pair', isSecondOptional: false },
  'exception-limit': { kind: 'number' },
  'new-machines': { kind: 'choice', options: ['none', ...PLANS] },
  rate: { kind: 'rate' },
} as const satisfies Record<string, AssumptionControl>;

export type AssumptionName = keyof typeof ASSUMPTION_CONTROLS;

/** Those that need more than their label. */
const HINTED = [
  'hours',
  'currency',
  'region',
  'trial',
  'prepurchase',
  'licence-offset',
  'new-machines',
] as const satisfies readonly AssumptionName[];

export function hintOf(name: AssumptionName): (typeof HINTED)[number] | null {
  return HINTED.find((hinted) => hinted === name) ?? null;
}

/** The key as it is set: a rate belongs to a currency. */
export function keyOf(name: AssumptionName, currency: string): string {
  return name === 'rate' ? `rate.${currency}` : name;
}

/** What would be taken instead of a value that cannot be; null: it can. */
export function problemOf(key: string, value: string): string | null {
  try {
    withAssumption(DEFAULT_ASSUMPTIONS, key, value);
    return null;
  } catch (error) {
    if (error instanceof AssumptionProblem) return error.expected;
    throw error;
  }
}

/** `FIRST:SECOND` taken apart, and put together again. */
export function splitPair(value: string, separator: ':' | '@'): readonly [string, string] {
  const at = value.indexOf(separator);
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}

export function joinPair(first: string, second: string, separator: ':' | '@'): string {
  return second.trim() === '' ? first : `${first}${separator}${second}`;
}
