import { Decimal } from 'decimal.js';
import type { Language } from '../../../shared/model/index.ts';

/** An exact amount as people read it: rounded here, and only here, to the currency's own decimals. */
export function money(amount: string, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(language === 'ja' ? 'ja-JP' : 'en-US', { style: 'currency', currency });
  // Intl takes decimal strings exactly since ES2023; its types still say number.
  return format.format(amount as unknown as number);
}

/** The exact sum, times a factor. */
export function total(amounts: readonly string[], factor = 1): string {
  return amounts
    .reduce((sum, amount) => sum.plus(amount), new Decimal(0))
    .times(factor)
    .toFixed();
}
