import { describe, expect, it } from 'vitest';
import { runsOf } from '#app/settings/calendar/day-runs.ts';
import { PUBLISHED_DAYS } from '#domain/time/published-days.ts';
import { PUBLISHED_CALENDAR, withYears } from '#domain/time/working-day.ts';
import { readYearDays, yearsToKeep } from '#domain/time/year-days.ts';

const faultOf = (off: string, work = '') => {
  const read = readYearDays(2027, { off, work });
  return read.ok ? null : [read.fault.list, read.fault.why, read.fault.word];
};

describe('the days of a year as somebody writes them', () => {
  it('[ARITH-04] are read as the notice has them, weekends among the days off left out', () => {
    const read = readYearDays(2027, {
      off: '1月1日至3日，2月5日至11日、2027-04-05 5/1\n2027-10-01..2027-10-03',
      work: '2月14日, 2027-02-20',
    });
    expect(read).toEqual({
      ok: true,
      days: { off: '0101 0205 0208 0209 0210 0211 0405 1001', work: '0214 0220' },
    });
  });

  it('[ARITH-04] say which word cannot be a day of the year', () => {
    expect(faultOf('2027-02-29')).toEqual(['off', 'unreadable', '2027-02-29']);
    expect(faultOf('1月1日 soon')).toEqual(['off', 'unreadable', 'soon']);
    expect(faultOf('2026-01-01')).toEqual(['off', 'other_year', '2026-01-01']);
    expect(faultOf('2月11日至5日')).toEqual(['off', 'unreadable', '2月11日至5日']);
    expect(faultOf('1-1..1-15')).toBeNull();
    expect(faultOf('1-1..1-16')).toEqual(['off', 'too_long', '1-1..1-16']);
    expect(faultOf('1-1', '1-4')).toEqual(['work', 'worked_weekday', '2027-01-04']);
    expect(faultOf('1-1..1-3', '1-2')).toEqual(['work', 'both', '2027-01-02']);
    expect(faultOf('1-2')).toEqual(['off', 'empty', '']);
    expect(faultOf('')).toEqual(['off', 'empty', '']);
  });

  it('[ARITH-04] carried years read back as they are written', () => {
    for (const [year, { off, work }] of Object.entries(PUBLISHED_DAYS)) {
      const words = (list: string) =>
        list
          .split(' ')
          .map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`)
          .join(' ');
      expect(readYearDays(Number(year), { off: words(off), work: words(work) }), year).toEqual({
        ok: true,
        days: { off, work },
      });
    }
  });

  it('are shown as runs over their weekends', () => {
    expect(runsOf(2026, PUBLISHED_DAYS[2026]!.off).slice(0, 3)).toEqual([
      '01-01–01-02',
      '02-16–02-23',
      '04-06',
    ]);
    expect(runsOf(2026, PUBLISHED_DAYS[2026]!.work).slice(0, 2)).toEqual(['01-04', '02-14']);
  });
});

describe('a calendar with years of its own', () => {
  const days = { off: '0101', work: '0109' };

  it('[ARITH-04] counts a published year by its days, one that is known to be unpublished by weekdays', () => {
    const calendar = withYears(PUBLISHED_CALENDAR, { 2027: days });
    expect([calendar.published(2027), calendar.published(2026), calendar.published(2028)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(['2027-01-01', '2027-01-04', '2027-01-09', '2027-01-10'].map(calendar.isWorkday)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const unknown = withYears(PUBLISHED_CALENDAR, { 2026: null });
    expect(unknown.published(2026)).toBe(false);
    expect(['2026-01-01', '2026-01-04', '2025-10-01'].map(unknown.isWorkday)).toEqual([true, false, false]);
  });

  it('[ARITH-04] an order keeps what differs from the years carried with the rules, and what is not published', () => {
    expect(yearsToKeep(2025, PUBLISHED_DAYS)).toEqual({});
    expect(yearsToKeep(2026, PUBLISHED_DAYS)).toEqual({ 2027: null });
    expect(yearsToKeep(2026, { ...PUBLISHED_DAYS, 2026: days, 2027: days })).toEqual({
      2026: days,
      2027: days,
    });
  });
});
