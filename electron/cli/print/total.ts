import { Decimal } from 'decimal.js';

/** The exact sum, times a factor. */
export function total(amounts: readonly string[], factor = 1): string {
  return amounts
    .reduce((sum, amount) => sum.plus(amount), new Decimal(0))
    .times(factor)
    .toFixed();
}
