import { describe, expect, it } from 'vitest';
import {
  addDays,
  endOfLocalDate,
  instantOf,
  isoInZone,
  localClock,
  localDate,
  zoneOffset,
} from '#domain/time/zone.ts';

const TZ = 'Asia/Shanghai';
const HOUR = 3_600_000;

describe('the zone’s day', () => {
  // E-02
  it('[ARITH-01] an instant of 16:30 UTC belongs to the next local date', () => {
    const at = Date.parse('2026-03-10T16:30:00Z');
    expect(localDate(at, TZ)).toBe('2026-03-11');
    expect(localClock(at, TZ)).toBe('00:30:00');
  });

  it('[ARITH-01] follows the zone’s rules of the date: +09:00 on 1 July 1988, +08:00 today', () => {
    expect(zoneOffset(Date.parse('1988-07-01T00:00:00Z'), TZ)).toBe(9 * HOUR);
    expect(zoneOffset(Date.parse('2025-07-01T00:00:00Z'), TZ)).toBe(8 * HOUR);
    expect(instantOf('1988-07-01', '12:00', TZ)).toBe(Date.parse('1988-07-01T03:00:00Z'));
  });

  // E-01
  it('[ARITH-01] a typed 14:00 means 14:00 in Shanghai, two hours off Urumqi', () => {
    const typed = instantOf('2026-03-10', '14:00', TZ);
    expect(localClock(typed, 'Asia/Urumqi')).toBe('12:00:00');
    expect(isoInZone(typed, TZ)).toBe('2026-03-10T14:00:00+08:00');
  });

  it('[ARITH-03] 24:00 of a date is the first instant of the next', () => {
    expect(endOfLocalDate('2026-02-28', TZ)).toBe(instantOf('2026-03-01', '00:00', TZ));
    expect(instantOf('2026-02-28', '24:00', TZ)).toBe(instantOf('2026-03-01', '00:00', TZ));
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
