import type { Instant } from '../base/brand.ts';
import { addDays, instantOf, localDate } from '../time/zone.ts';

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const STAMP = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?\s*(Z|[+-]\d{2}:?\d{2})?$/;

function isClock(clock: string): boolean {
  const parts = CLOCK.exec(clock);
  if (!parts) return false;
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  return (hours < 24 && minutes < 60 && seconds < 60) || (hours === 24 && minutes === 0 && seconds === 0);
}

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    addDays(text, 0) === text
  );
}

/**
 * An instant as scenarios write it: `YYYY-MM-DD HH:mm[:ss]` in the standard's zone, the same with an offset, or a bare clock time on
 * the date of `base`. Null when the text is none of these.
 */
export function parseInstant(text: string, tz: string, base: Instant | null): Instant | null {
  const trimmed = text.trim();
  if (isClock(trimmed)) return base === null ? null : instantOf(localDate(base, tz), trimmed, tz);
  const parts = STAMP.exec(trimmed);
  if (!parts) return null;
  const [, date, clock, fraction, offset] = parts;
  if (!date || !clock || !isDate(date) || !isClock(clock)) return null;
  const ms = Math.round(Number(`0.${fraction ?? 0}`) * 1000);
  if (offset === undefined) return instantOf(date, clock, tz) + ms;
  const wall = instantOf(date, clock, 'UTC') + ms;
  if (offset === 'Z') return wall;
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.slice(1).replace(':', '');
  return wall - sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
