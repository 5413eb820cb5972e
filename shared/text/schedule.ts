/** When a machine runs: so many hours a month, or hours a day on so many days a week. */
export type Schedule =
  | { readonly kind: 'month'; readonly hours: string }
  | { readonly kind: 'week'; readonly hoursOfDay: string; readonly days: string };

const SCHEDULE = /^\s*(\d{1,3}(?:\.\d{1,4})?)\s*(?:[x×*]\s*([1-7])\s*)?$/iu;

/**
 * Reads what people write: `200` (hours a month, at most 744), or `10x5` (hours a day by days a week; also `10×5`, full width).
 * Null when it is neither, or more hours than a day or month has.
 */
export function parseSchedule(text: string): Schedule | null {
  const [, hours, days] = SCHEDULE.exec(text.normalize('NFKC')) ?? [];
  if (hours === undefined) return null;
  if (days === undefined) return Number(hours) <= 744 ? { kind: 'month', hours } : null;
  return Number(hours) <= 24 ? { kind: 'week', hoursOfDay: hours, days } : null;
}
