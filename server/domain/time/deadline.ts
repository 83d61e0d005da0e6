import type { Instant } from '../base/brand.ts';
import type { WorkCalendar } from './working-day.ts';
import { addWorkdays, countWorkdays } from './working-day.ts';
import { addDays, dayNumber, endOfLocalDate, HOUR, localDate, MINUTE } from './zone.ts';

/** A limit as the standard words it: elapsed (ARITH-02), calendar days (ARITH-03) or working days (ARITH-04). */
export type Limit = { minutes: number } | { hours: number } | { days: number } | { workdays: number };

/** A stop of the clock; `until: null` still runs (ARITH-07). */
export interface Interval {
  from: Instant;
  until: Instant | null;
}

/** The zone and the calendar in which a limit is counted. */
export interface Reckoning {
  tz: string;
  calendar: WorkCalendar;
}

/** `start` plus a limit, inclusive as a deadline: elapsed time as such, days to 24:00 with the start day not counted. */
export function dueAfter(start: Instant, limit: Limit, { tz, calendar }: Reckoning): Instant {
  if ('minutes' in limit) return start + limit.minutes * MINUTE;
  if ('hours' in limit) return start + limit.hours * HOUR;
  const date = localDate(start, tz);
  if ('days' in limit) return endOfLocalDate(addDays(date, limit.days), tz);
  return endOfLocalDate(addWorkdays(date, limit.workdays, calendar), tz);
}

/** The days that a day limit has left after the local date of `at`, when it ends at 24:00 of the date before `due`. */
function daysLeft(at: Instant, due: Instant, limit: Limit, { tz, calendar }: Reckoning): number {
  const from = localDate(at, tz);
  const last = localDate(due - 1, tz);
  if ('workdays' in limit) return countWorkdays(from, last, calendar);
  return Math.max(0, dayNumber(last) - dayNumber(from));
}

/**
 * The deadline with the pauses that began before it taken out: when a pause ends, what was left of the limit runs on
 * from there (ARITH-07, E-60). An open pause is taken to last until `now`. Never earlier than without the pauses.
 */
export function dueWithPauses(
  start: Instant,
  limit: Limit,
  pauses: readonly Interval[],
  now: Instant,
  reckoning: Reckoning,
): Instant {
  let due = dueAfter(start, limit, reckoning);
  let clockRunsFrom = start;
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(pause.from, clockRunsFrom);
    const until = Math.max(pause.until ?? now, from);
    if (until <= from || from > due) continue;
    if ('minutes' in limit || 'hours' in limit) due += until - from;
    else {
      const left = daysLeft(from, due, limit, reckoning);
      const rest: Limit = 'workdays' in limit ? { workdays: left } : { days: left };
      due = Math.max(due, dueAfter(until, rest, reckoning));
    }
    clockRunsFrom = until;
  }
  return due;
}
