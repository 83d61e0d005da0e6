import { describe, expect, it } from 'vitest';
import {
  addInsideWindow,
  firstInside,
  insideClosed,
  lastInside,
  spanInside,
  startsInside,
} from '#domain/time/window.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { beijing, TZ } from '#tests/support/story.ts';

const VISIT = ['08:00', '20:00'] as const;
const CONTACT = ['08:00', '20:30'] as const;
const CALLBACK = [
  ['08:30', '12:00'],
  ['14:30', '20:30'],
] as const;

describe('daily windows', () => {
  it('[ARITH-09] a start at 08:00:00 is inside, at 20:00:00 outside', () => {
    expect(startsInside(beijing('2026-03-10 08:00:00'), VISIT, TZ)).toBe(true);
    expect(startsInside(beijing('2026-03-10 07:59:59'), VISIT, TZ)).toBe(false);
    expect(startsInside(beijing('2026-03-10 19:59:59'), VISIT, TZ)).toBe(true);
    expect(startsInside(beijing('2026-03-10 20:00:00'), VISIT, TZ)).toBe(false);
  });

  it('[ARITH-09] an end at 20:00:00 is inside, a span over midnight never', () => {
    const start = beijing('2026-03-10 18:00');
    expect(spanInside(start, beijing('2026-03-10 20:00:00'), VISIT, TZ)).toBe(true);
    expect(spanInside(start, beijing('2026-03-10 20:00:01'), VISIT, TZ)).toBe(false);
    expect(spanInside(start, beijing('2026-03-11 09:00'), VISIT, TZ)).toBe(false);
  });

  it('[CALL-05] both ends of the callback hours are inside', () => {
    expect(insideClosed(beijing('2026-03-10 12:00:00'), CALLBACK[0], TZ)).toBe(true);
    expect(insideClosed(beijing('2026-03-10 12:00:01'), CALLBACK[0], TZ)).toBe(false);
    expect(insideClosed(beijing('2026-03-10 14:30:00'), CALLBACK[1], TZ)).toBe(true);
  });

  it.each([
    ['2026-03-10 13:00', '2026-03-10 12:00'],
    ['2026-03-10 08:10', '2026-03-09 20:30'],
    ['2026-03-10 20:31', '2026-03-10 20:30'],
    ['2026-03-10 14:29', '2026-03-10 12:00'],
    ['2026-03-10 14:30', '2026-03-10 14:30'],
    ['2026-03-10 08:29:59', '2026-03-09 20:30'],
  ])('[CALL-05] the last callback instant up to %s is %s', (literal, usable) => {
    expect(lastInside(beijing(literal), CALLBACK, TZ)).toBe(beijing(usable));
  });

  it.each([
    ['2026-03-10 22:00', 120, '2026-03-11 10:00'],
    ['2026-03-10 19:45', 60, '2026-03-11 08:15'],
    ['2026-03-10 18:30', 120, '2026-03-10 20:30'],
    ['2026-03-10 18:30:01', 120, '2026-03-11 08:00:01'],
    ['2026-03-10 07:00', 60, '2026-03-10 09:00'],
  ])('[APPT-16] contact hours: %s plus %i min is %s', (start, minutes, due) => {
    expect(addInsideWindow(beijing(start), minutes * MINUTE, CONTACT, TZ)).toBe(beijing(due));
  });

  it('[PROG-02] a due time at night rolls forward to 08:00', () => {
    expect(firstInside(beijing('2026-03-10 20:30:00'), CONTACT, TZ)).toBe(beijing('2026-03-10 20:30:00'));
    expect(firstInside(beijing('2026-03-10 20:30:01'), CONTACT, TZ)).toBe(beijing('2026-03-11 08:00'));
    expect(firstInside(beijing('2026-03-10 03:00'), CONTACT, TZ)).toBe(beijing('2026-03-10 08:00'));
  });
});
