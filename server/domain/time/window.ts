import type { Instant } from '../base/brand.ts';
import type { ClockTime } from '../standard/parameter.ts';
import { addDays, clockMs, instantOf, localDate, localTimeOfDay } from './zone.ts';

/** A daily window of local clock times. */
export type DayWindow = readonly [ClockTime, ClockTime];

/** True when something may *start* at `at`: half-open `[start, end)` (ARITH-09). */
export function startsInside(at: Instant, window: DayWindow, tz: string): boolean {
  const time = localTimeOfDay(at, tz);
  return time >= clockMs(window[0]) && time < clockMs(window[1]);
}

/** True when `at` lies in the window with both ends closed (contact hours, callback hours, ends of visits). */
export function insideClosed(at: Instant, window: DayWindow, tz: string): boolean {
  const time = localTimeOfDay(at, tz);
  return time >= clockMs(window[0]) && time <= clockMs(window[1]);
}

/**
 * True when a promise `[start, end]` lies in the window on one local date: the start half-open, the end closed (ARITH-09, APPT-10).
 */
export function spanInside(start: Instant, end: Instant, window: DayWindow, tz: string): boolean {
  return (
    end >= start && startsInside(start, window, tz) && end <= instantOf(localDate(start, tz), window[1], tz)
  );
}

/** The last instant not after `at` that lies in one of the daily windows, both ends closed (ARITH-05). */
export function lastInside(at: Instant, windows: readonly DayWindow[], tz: string): Instant {
  let date = localDate(at, tz);
  for (let day = 0; day < 3; day += 1, date = addDays(date, -1)) {
    for (const [open, close] of windows.toReversed()) {
      const opens = instantOf(date, open, tz);
      if (opens > at) continue;
      return Math.min(at, instantOf(date, close, tz));
    }
  }
  return at;
}

/** The first instant not before `at` that lies in the window, both ends closed. */
export function firstInside(at: Instant, window: DayWindow, tz: string): Instant {
  if (insideClosed(at, window, tz)) return at;
  const date = localDate(at, tz);
  const opens = instantOf(date, window[0], tz);
  return opens > at ? opens : instantOf(addDays(date, 1), window[0], tz);
}

/**
 * `start` plus `ms` counted only while the window is open (APPT-16): 19:45 + 1 h over 08:00–20:30 is 08:15 of the next day.
 * A budget used up exactly at closing time ends there.
 */
export function addInsideWindow(start: Instant, ms: number, window: DayWindow, tz: string): Instant {
  let at = firstInside(start, window, tz);
  let left = ms;
  for (;;) {
    const closes = instantOf(localDate(at, tz), window[1], tz);
    if (at + left <= closes) return at + left;
    left -= closes - at;
    at = instantOf(addDays(localDate(at, tz), 1), window[0], tz);
  }
}
