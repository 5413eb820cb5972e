import type { Language } from '../model/index.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ja: 'ja-JP' };
const formats = new Map<string, Intl.NumberFormat>();

/** Digits that a unit price may need: $0.00672 an hour. */
const UNIT_PRICE_DIGITS = 6;

/**
 * An amount for people, in the currency's own number of digits: `$4.91`, `￥720`. The only place where money is rounded.
 * @param amount decimal string; null is "not found", never 0.
 */
export function formatMoney(amount: string | null, currency: string, language: Language): string {
  return amount === null
    ? notFound(language)
    : format(currency, language, null).format(amount as Intl.StringNumericLiteral);
}

/** A unit price with all its digits, up to six. */
export function formatUnitPrice(price: string | null, currency: string, language: Language): string {
  return price === null
    ? notFound(language)
    : format(currency, language, UNIT_PRICE_DIGITS).format(price as Intl.StringNumericLiteral);
}

/** What stands where a price is missing. */
export function notFound(language: Language): string {
  return language === 'ja' ? '見つかりません' : 'not found';
}

function format(currency: string, language: Language, digits: number | null): Intl.NumberFormat {
  const key = `${language} ${currency} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    ...(digits === null ? {} : { maximumFractionDigits: digits }),
  });
  formats.set(key, made);
  return made;
}
