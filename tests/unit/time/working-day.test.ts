import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { dueAfter, dueWithPauses } from '#domain/time/deadline.ts';
import { addWorkdays, PUBLISHED_CALENDAR, unpublishedYears } from '#domain/time/working-day.ts';
import { addDays } from '#domain/time/zone.ts';
import { beijing, TZ } from '#tests/support/story.ts';

const reckoning = { tz: TZ, calendar: PUBLISHED_CALENDAR };

/** What the package's data say of a date; its own functions answer for the machine's zone, the data do not. */
function isPublishedWorkday(date: string): boolean {
  if (date in published.workdays) return true;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !(date in published.holidays);
}

describe('working days', () => {
  it('[ARITH-04] agree with the maintained calendar on every day of the published years', () => {
    const differing: string[] = [];
    for (let date = '2008-01-01'; date <= '2026-12-31'; date = addDays(date, 1))
      if (PUBLISHED_CALENDAR.isWorkday(date) !== isPublishedWorkday(date)) differing.push(date);
    expect(differing).toEqual([]);
  });

  // E-06
  it('[ARITH-04] Friday 26 September 2025 plus three is Tuesday 30, for Sunday 28 is worked', () => {
    expect(addWorkdays('2025-09-26', 3, PUBLISHED_CALENDAR)).toBe('2025-09-30');
    expect(addWorkdays('2025-09-26', 7, PUBLISHED_CALENDAR)).toBe('2025-10-13');
    expect(dueAfter(beijing('2025-09-26 10:00'), { workdays: 3 }, reckoning)).toBe(
      beijing('2025-09-30 24:00'),
    );
  });

  // E-08
  it('[ARITH-04] a year without published holidays is said to be provisional', () => {
    expect(unpublishedYears('2026-12-30', '2027-01-04', PUBLISHED_CALENDAR)).toEqual([2027]);
    expect(unpublishedYears('2025-12-30', '2026-01-04', PUBLISHED_CALENDAR)).toEqual([]);
  });
});

describe('limits', () => {
  it('[ARITH-02] hours run through the night', () => {
    expect(dueAfter(beijing('2026-03-09 21:30'), { hours: 24 }, reckoning)).toBe(beijing('2026-03-10 21:30'));
  });

  it('[ARITH-03] days leave out the start day and end at 24:00', () => {
    const late = dueAfter(beijing('2026-05-01 23:59'), { days: 1 }, reckoning);
    expect(late).toBe(beijing('2026-05-02 24:00'));
    expect(dueAfter(beijing('2026-05-01 09:00'), { days: 1 }, reckoning)).toBe(late);
  });

  const mon = beijing('2026-03-09 09:00');
  const pause = { from: beijing('2026-03-09 10:00'), until: beijing('2026-03-14 10:00') };

  it('[ARITH-07] what was left of the limit runs on when the pause ends', () => {
    expect(dueWithPauses(mon, { hours: 24 }, [pause], mon, reckoning)).toBe(beijing('2026-03-15 09:00'));
  });

  it('[ARITH-07] overlapping pauses are counted once', () => {
    const inside = { from: beijing('2026-03-10 10:00'), until: beijing('2026-03-11 10:00') };
    expect(dueWithPauses(mon, { hours: 24 }, [pause, inside], mon, reckoning)).toBe(
      beijing('2026-03-15 09:00'),
    );
  });

  it('[ARITH-07] a pause that begins after the deadline changes nothing', () => {
    const after = { from: beijing('2026-03-10 09:00:01'), until: beijing('2026-03-20 09:00') };
    expect(dueWithPauses(mon, { hours: 24 }, [after], mon, reckoning)).toBe(beijing('2026-03-10 09:00'));
  });

  it('[ARITH-07] an open pause is taken to last until now', () => {
    const open = { from: beijing('2026-03-09 10:00'), until: null };
    const now = beijing('2026-03-09 15:00');
    expect(dueWithPauses(mon, { hours: 24 }, [open], now, reckoning)).toBe(beijing('2026-03-10 14:00'));
  });

  it('[ARITH-07] working days left are counted on from the day on which the pause ends', () => {
    // three working days from Monday end on Thursday; two are left when the pause begins on Tuesday, and run on from Saturday
    const paused = { from: beijing('2026-03-10 10:00'), until: beijing('2026-03-14 10:00') };
    expect(dueWithPauses(mon, { workdays: 3 }, [paused], mon, reckoning)).toBe(beijing('2026-03-17 24:00'));
  });
});
