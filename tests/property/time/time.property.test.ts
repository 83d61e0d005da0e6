import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '#domain/scenario/parse-time.ts';
import { dueAfter, dueWithPauses } from '#domain/time/deadline.ts';
import { addInsideWindow, firstInside, insideClosed, lastInside } from '#domain/time/window.ts';
import { PUBLISHED_CALENDAR } from '#domain/time/working-day.ts';
import { HOUR, instantOf, isoInZone, localClock, localDate, MINUTE } from '#domain/time/zone.ts';
import { beijing, TZ } from '#tests/support/story.ts';

const seconds = (from: string, to: string) =>
  fc.integer({ min: beijing(from) / 1000, max: beijing(to) / 1000 }).map((at) => at * 1000);
const at = seconds('2015-01-01 00:00', '2026-12-31 23:59');
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'Asia/Urumqi',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kathmandu',
);
const CONTACT = ['08:00', '20:30'] as const;
const CALLBACK = [
  ['08:30', '12:00'],
  ['14:30', '20:30'],
] as const;
const reckoning = { tz: TZ, calendar: PUBLISHED_CALENDAR };
const limit = fc.oneof(
  fc.integer({ min: 1, max: 72 }).map((hours) => ({ hours })),
  fc.integer({ min: 1, max: 10 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 10 }).map((workdays) => ({ workdays })),
);

describe('time in the standard’s zone', () => {
  it('[ARITH-01] a local date and clock in Shanghai lead back to the instant', () => {
    fc.assert(
      fc.property(at, (one) => {
        expect(instantOf(localDate(one, TZ), localClock(one, TZ), TZ)).toBe(one);
      }),
    );
  });

  it('[ARITH-01] what is written with its offset reads as the same instant in any zone', () => {
    fc.assert(
      fc.property(at, zone, (one, tz) => {
        expect(parseInstant(isoInZone(one, tz), TZ, null)).toBe(one);
      }),
    );
  });

  it('[ARITH-05] the last instant inside windows is inside one and never later', () => {
    fc.assert(
      fc.property(at, (one) => {
        const last = lastInside(one, CALLBACK, TZ);
        expect(last).toBeLessThanOrEqual(one);
        expect(CALLBACK.some((window) => insideClosed(last, window, TZ))).toBe(true);
        expect(one - last).toBeLessThan(13 * HOUR);
      }),
    );
  });

  it('[APPT-16] contact hours only ever add time, and end inside them', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 3000 }), (one, minutes) => {
        const due = addInsideWindow(one, minutes * MINUTE, CONTACT, TZ);
        expect(due).toBeGreaterThanOrEqual(one + minutes * MINUTE);
        expect(insideClosed(due, CONTACT, TZ)).toBe(true);
        expect(firstInside(due, CONTACT, TZ)).toBe(due);
      }),
    );
  });

  it('[ARITH-03] [ARITH-04] a day limit ends at local midnight, after its start day', () => {
    fc.assert(
      fc.property(at, limit, (one, asked) => {
        const due = dueAfter(one, asked, reckoning);
        expect(due).toBeGreaterThan(one);
        if (!('hours' in asked)) expect(localClock(due, TZ)).toBe('00:00:00');
      }),
    );
  });

  it('[ARITH-07] pausing never shortens, and a longer pause never shortens more', () => {
    const pauses = fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 200 }), lasts: fc.integer({ min: 0, max: 200 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(at, limit, pauses, fc.integer({ min: 0, max: 100 }), (start, asked, drawn, longer) => {
        const list = (more: number) =>
          drawn.map(({ after, lasts }) => ({
            from: start + after * HOUR,
            until: start + (after + lasts + more) * HOUR,
          }));
        const plain = dueAfter(start, asked, reckoning);
        const paused = dueWithPauses(start, asked, list(0), start, reckoning);
        expect(paused).toBeGreaterThanOrEqual(plain);
        expect(dueWithPauses(start, asked, list(longer), start, reckoning)).toBeGreaterThanOrEqual(paused);
      }),
    );
  });
});
