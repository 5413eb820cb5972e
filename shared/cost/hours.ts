import { Exact, ONE, type Pair, share, ZERO } from './exact.ts';

const HOURS_OF_A_WEEK = 24 * 7;

/**
 * The hours a month of a schedule: a number of hours ("200"), or hours a day by days a week ("10x5").
 * Never more than the month has. Null when the text is neither.
 */
export function scheduledHours(schedule: string, monthHours: Exact): Exact | null {
  const match = /^\s*(\d{1,3}(?:\.\d+)?)\s*(?:[x×*]\s*(\d(?:\.\d+)?)\s*)?$/iu.exec(schedule.normalize('NFKC'));
  const [, first, days] = match ?? [];
  if (first === undefined) return null;
  const hours =
    days === undefined ? new Exact(first) : share(monthHours.times(first).times(days), new Exact(HOURS_OF_A_WEEK));
  return Exact.min(hours, monthHours);
}

/** How long a machine is billed in a month, in units of a meter, and how much of it lies in a trial. */
export interface BilledUnits {
  readonly units: Pair;
  readonly trial: Pair;
}

/**
 * Units of a meter for a month: hours, or the share of a month where the meter is monthly.
 * @param running hours a month that it runs while its state is billed; null: the whole month.
 * @param isBilled what today's state says; an unknown state counts as not billed here.
 */
export function billedUnits(
  unit: '1/Hour' | '1/Month',
  monthHours: Exact,
  running: Exact | null,
  isBilled: boolean,
  trialDays: number,
): BilledUnits {
  const whole = unit === '1/Hour' ? monthHours : ONE;
  const part = running === null ? whole : unit === '1/Hour' ? running : share(running, monthHours);
  const now = isBilled ? part : ZERO;
  const trialShare = Exact.min(ONE, share(new Exact(24 * trialDays), monthHours));
  const trialOf = (units: Exact) =>
    unit === '1/Hour' && units.equals(monthHours) ? Exact.min(monthHours, 24 * trialDays) : units.times(trialShare);
  return { units: { now, always: whole }, trial: { now: trialOf(now), always: trialOf(whole) } };
}
