import { parseSchedule } from '../text/schedule.ts';
import { Exact, ONE, type Pair, share, ZERO } from './exact.ts';

const HOURS_OF_A_WEEK = 24 * 7;

/** Decimal places of hours, and of a share of a month; rounded once, before they meet a price. */
const HOUR_PLACES = 4;
const MONTH_PLACES = 6;

/**
 * The hours a month of a schedule. Hours a day by days a week are counted as their share of a week's 168 hours, over the
 * hours of a month: at 730 hours a month has 730 ÷ 168 weeks (365 ÷ 7 = 52.142857… a year), so `10x5` is 217.2619 hours.
 * Never more than the month has. Null when the text is no schedule.
 */
export function scheduledHours(schedule: string, monthHours: Exact): Exact | null {
  const read = parseSchedule(schedule);
  if (!read) return null;
  const hours =
    read.kind === 'month'
      ? new Exact(read.hours)
      : share(monthHours.times(read.hoursOfDay).times(read.days), new Exact(HOURS_OF_A_WEEK), HOUR_PLACES);
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
  const isHourly = unit === '1/Hour';
  const places = isHourly ? HOUR_PLACES : MONTH_PLACES;
  const whole = isHourly ? monthHours : ONE;
  const part = running === null ? whole : isHourly ? running : share(running, monthHours, places);
  const now = isBilled ? part : ZERO;
  // Whichever hours of the month are free, they are the first ones: of a part of the month, its share.
  const free = Exact.min(monthHours, 24 * trialDays);
  const trialOf = (units: Exact) =>
    units.equals(monthHours) ? free : Exact.min(units, share(units.times(free), monthHours, places));
  return { units: { now, always: whole }, trial: { now: trialOf(now), always: trialOf(whole) } };
}
