import { describe, expect, it } from 'vitest';
import { formatInstant, formatInstantRange, parseInstant } from '#db/instant.ts';

describe('instants at the edge of the database', () => {
  it.each([
    ['1970-01-01 00:00:00+00', 0],
    ['2026-11-22 08:30:00.5+08', Date.UTC(2026, 10, 22, 0, 30, 0, 500)],
    ['2026-11-22 08:30:00.123456+00', Date.UTC(2026, 10, 22, 8, 30, 0, 123)],
    ['1900-01-01 00:00:00+05:30', Date.UTC(1899, 11, 31, 18, 30)],
    ['infinity', Number.POSITIVE_INFINITY],
    ['-infinity', Number.NEGATIVE_INFINITY],
  ])('read %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it('come back as they went', () => {
    for (const instant of [0, 1, -1, Date.UTC(2026, 10, 22, 23, 59, 59, 999), Number.POSITIVE_INFINITY]) {
      expect(parseInstant(formatInstant(instant))).toBe(instant);
    }
  });

  it('are refused when they are none', () => {
    expect(() => parseInstant('tomorrow')).toThrow(
      'The database gave "tomorrow" where an instant was expected',
    );
    expect(() => formatInstant(Number.NaN)).toThrow('NaN is not an instant');
  });

  it.each([
    [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1, 2), '[2026-01-01T00:00:00.000Z,2026-01-01T02:00:00.000Z)'],
    [Date.UTC(2026, 0, 1), Number.POSITIVE_INFINITY, '[2026-01-01T00:00:00.000Z,infinity)'],
    [Number.NEGATIVE_INFINITY, Date.UTC(2026, 0, 1, 2), '[-infinity,2026-01-01T02:00:00.000Z)'],
  ])('of a range are written from %s until %s', (from, until, text) => {
    expect(formatInstantRange({ from, until })).toBe(text);
  });
});
