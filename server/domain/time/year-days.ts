import { PUBLISHED_DAYS, type YearDays } from './published-days.ts';
import type { WorkYears } from './working-day.ts';
import { isWeekday } from './working-day.ts';
import { addDays, type LocalDate } from './zone.ts';

/** Why a year's days cannot be taken as they were given: the word that was not understood, or the rule that it breaks. */
export interface DaysFault {
  list: 'off' | 'work';
  why: 'unreadable' | 'other_year' | 'too_long' | 'worked_weekday' | 'both' | 'empty';
  word: string;
}

/** No holiday of the State Council is longer than this. */
const LONGEST_RUN = 15;
const DAY = String.raw`(?:(\d{4})[-/年.])?(\d{1,2})[-/月.](\d{1,2})日?`;
const RUN = new RegExp(
  `^${DAY}(?:(?:至|到|~|～|—|–|\\.\\.)(?:(?:(\\d{4})[-/年.])?(\\d{1,2})[-/月.])?(\\d{1,2})日?)?$`,
);

/**
 * The days of a year as somebody writes or pastes them: 2027-01-01, 1-1, 1月1日, runs such as 2月5日至11日, set apart by blanks, commas or
 * lines. Of the days off the weekends are left out, which are off anyhow; a make-up working day lies on a weekend.
 */
export function readYearDays(
  year: number,
  given: { off: string; work: string },
): { ok: true; days: YearDays } | { ok: false; fault: DaysFault } {
  const off = readDates(year, 'off', given.off);
  if (!off.ok) return off;
  const work = readDates(year, 'work', given.work);
  if (!work.ok) return work;
  const fault = faultOf(off.dates, work.dates);
  if (fault) return { ok: false, fault };
  return { ok: true, days: { off: written(off.dates.filter(isWeekday)), work: written(work.dates) } };
}

function faultOf(off: readonly LocalDate[], work: readonly LocalDate[]): DaysFault | null {
  const weekday = work.find(isWeekday);
  if (weekday !== undefined) return { list: 'work', why: 'worked_weekday', word: weekday };
  const both = work.find((date) => off.includes(date));
  if (both !== undefined) return { list: 'work', why: 'both', word: both };
  return off.some(isWeekday) ? null : { list: 'off', why: 'empty', word: '' };
}

type Dates = { ok: true; dates: readonly LocalDate[] } | { ok: false; fault: DaysFault };

function readDates(year: number, list: DaysFault['list'], text: string): Dates {
  const dates: LocalDate[] = [];
  for (const word of text.split(/[\s,，、;；]+/).filter((one) => one !== '')) {
    const run = readRun(year, word);
    if (typeof run === 'string') return { ok: false, fault: { list, why: run, word } };
    dates.push(...run);
  }
  return { ok: true, dates };
}

function readRun(year: number, word: string): readonly LocalDate[] | DaysFault['why'] {
  const found = RUN.exec(word);
  if (!found) return 'unreadable';
  const [, ownYear, month = '', day = '', lastYear, lastMonth, lastDay] = found;
  if ([ownYear, lastYear].some((one) => one !== undefined && Number(one) !== year)) return 'other_year';
  const first = dateOf(year, month, day);
  const last = lastDay === undefined ? first : dateOf(year, lastMonth ?? month, lastDay);
  if (first === null || last === null || last < first) return 'unreadable';
  const dates: LocalDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates.length > LONGEST_RUN ? 'too_long' : dates;
}

function dateOf(year: number, month: string, day: string): LocalDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d\d-\d\d$/.test(date) && addDays(date, 0) === date ? date : null;
}

function written(dates: readonly LocalDate[]): string {
  return [...new Set(dates)]
    .toSorted()
    .map((date) => date.slice(5, 7) + date.slice(8, 10))
    .join(' ');
}

/** The dates of a list as it is kept. */
export function datesIn(year: number, list: string): readonly LocalDate[] {
  return list === '' ? [] : list.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
}

/** Whether two lists say the same of a year. */
export function sameDays(a: YearDays, b: YearDays): boolean {
  return a.off === b.off && a.work === b.work;
}

/**
 * What an order keeps of the house's calendar, for the year of its intake and the next: years that the house knows otherwise than they are
 * carried with the rules, and (null) those that are not published. The rest it need not keep.
 */
export function yearsToKeep(year: number, house: WorkYears): WorkYears {
  const kept = [year, year + 1].flatMap((one): [number, YearDays | null][] => {
    const days = house[one] ?? null;
    const carried = PUBLISHED_DAYS[one];
    return days && carried && sameDays(days, carried) ? [] : [[one, days]];
  });
  return Object.fromEntries(kept);
}
