import { describe, expect, it } from 'vitest';
import { filterAssumptions } from '../../../shared/contract/index.ts';
import { parseSchedule } from '../../../shared/text/schedule.ts';

describe('schedules', () => {
  it.each([
    ['200', { kind: 'month', hours: '200' }],
    ['10x5', { kind: 'week', hoursOfDay: '10', days: '5' }],
    [' 7.5 × 5 ', { kind: 'week', hoursOfDay: '7.5', days: '5' }],
    ['１０Ｘ５', { kind: 'week', hoursOfDay: '10', days: '5' }],
  ])('%s is read', (text, schedule) => {
    expect(parseSchedule(text)).toEqual(schedule);
  });

  it.each(['', 'weekdays', '25x5', '10x8', '10x0', '10x', '745', '-1', '10x5x2', '8760'])(
    'what is none is refused, and the rule is told: %s',
    (hours) => {
      expect(parseSchedule(hours)).toBeNull();
      const checked = filterAssumptions.safeParse([{ when: {}, hours }]);
      expect(checked.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
        ['0.hours', 'hours a month ("200") or hours a day by days a week ("10x5")'],
      ]);
    },
  );
});
