/**
 * Characters with which a spreadsheet takes a text for a formula, or throws it away to find one behind it.
 * https://owasp.org/www-community/attacks/CSV_Injection names the ASCII ones and the full-width forms, which
 * East Asian versions of Excel read as the ASCII ones.
 */
const STARTERS = '=+\\-@\\t\\r\\n\\0＝＋－＠';

const DANGEROUS = new RegExp(`^'*[${STARTERS}]`, 'u');
const GUARDED = new RegExp(`^'+[${STARTERS}]`, 'u');

/** Puts `'` before a text that a spreadsheet would run. A text that already looks guarded gets one more, so that nothing is lost. */
export function guardFormula(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Takes the guard off again: `unguardFormula(guardFormula(text)) === text` for every text. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
