/** A value that cannot be taken, with what would be taken instead. */
export class AssumptionProblem extends Error {
  readonly expected: string;

  constructor(expected: string) {
    super(expected);
    this.name = 'AssumptionProblem';
    this.expected = expected;
  }
}

const YES = new Set(['yes', 'true', 'on', '1']);
const NO = new Set(['no', 'false', 'off', '0']);

export function boolean(value: string): boolean {
  const folded = value.trim().toLowerCase();
  if (YES.has(folded)) return true;
  if (NO.has(folded)) return false;
  throw new AssumptionProblem('yes, no');
}

export function onOff(value: boolean): string {
  return value ? 'yes' : 'no';
}

/** A decimal number as text, unrounded, within bounds. */
export function decimal(value: string, least: number, most: number): string {
  const text = value.normalize('NFKC').trim();
  if (!/^\d{1,15}(\.\d{1,12})?$/.test(text) || Number(text) < least || Number(text) > most) {
    throw new AssumptionProblem(`${least} … ${most}`);
  }
  return text;
}

export function whole(value: string): number {
  const text = decimal(value, 0, 1_000_000);
  if (text.includes('.')) throw new AssumptionProblem('0, 1, 2, …');
  return Number(text);
}

export function oneOf<const T extends readonly string[]>(value: string, words: T): T[number] {
  const folded = value.trim().toLowerCase();
  const found = words.find((word) => word.toLowerCase() === folded);
  if (found === undefined) throw new AssumptionProblem(words.join(', '));
  return found;
}

export function list(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** ISO 4217 code. */
export function currency(value: string): string {
  const code = value.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new AssumptionProblem('USD, JPY, EUR, …');
  return code;
}

/** Region name as in the Retail Prices API: `japaneast`. */
export function region(value: string): string {
  return value.toLowerCase().replace(/\s+/g, '');
}

/** `155.2@2026-11-20`. */
export function rate(value: string): { rate: string; date: string } {
  const [number = '', date = ''] = value.split('@');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new AssumptionProblem('RATE@YYYY-MM-DD');
  const text = decimal(number, 0, 1e9);
  if (Number(text) === 0) throw new AssumptionProblem('RATE@YYYY-MM-DD');
  return { rate: text, date };
}
