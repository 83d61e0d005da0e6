import { PUBLISHED_DAYS, type YearDays } from './published-days.ts';
import type { LocalDate } from './zone.ts';
import { addDays, dayNumber } from './zone.ts';

/** Working days as published; `published(year)` false means that only weekdays are known of that year (ARITH-04). */
export interface WorkCalendar {
  published(year: number): boolean;
  isWorkday(date: LocalDate): boolean;
}

/** Years whose days are known, or (null) known not to be published. */
export type WorkYears = Readonly<Record<number, YearDays | null>>;

/** A calendar over published exceptions; a year without data answers by weekday and says so through `published`. */
export function workCalendar(days: Readonly<Record<number, YearDays>>): WorkCalendar {
  const off = new Set<LocalDate>();
  const work = new Set<LocalDate>();
  const dates = (year: string, list: string) =>
    list.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
  for (const [year, exceptions] of Object.entries(days)) {
    for (const date of dates(year, exceptions.off)) off.add(date);
    for (const date of dates(year, exceptions.work)) work.add(date);
  }
  return {
    published: (year) => year in days,
    isWorkday: (date) => {
      if (work.has(date)) return true;
      return isWeekday(date) && !off.has(date);
    },
  };
}

/** Monday to Friday. */
export function isWeekday(date: LocalDate): boolean {
  // day 0, 1 January 1970, was a Thursday
  const weekday = (((dayNumber(date) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The calendar with the days of some years as they are given here; one given as unpublished answers by weekday. */
export function withYears(calendar: WorkCalendar, years: WorkYears): WorkCalendar {
  if (Object.keys(years).length === 0) return calendar;
  const given = (date: LocalDate) => years[Number(date.slice(0, 4))];
  return {
    published: (year) => (years[year] === undefined ? calendar.published(year) : years[year] !== null),
    isWorkday: (date) => {
      const days = given(date);
      if (days === undefined) return calendar.isWorkday(date);
      const day = date.slice(5, 7) + date.slice(8, 10);
      if (days?.work.includes(day)) return true;
      return isWeekday(date) && !days?.off.includes(day);
    },
  };
}

/** The State Council's calendar of the years published so far. */
export const PUBLISHED_CALENDAR: WorkCalendar = workCalendar(PUBLISHED_DAYS);

/** The n-th working day after `date`, the start day not counted (ARITH-04). */
export function addWorkdays(date: LocalDate, n: number, calendar: WorkCalendar): LocalDate {
  let day = date;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`. */
export function countWorkdays(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}

/** Years between two dates of which no working days are published: their deadlines are provisional (ARITH-04). */
export function unpublishedYears(from: LocalDate, to: LocalDate, calendar: WorkCalendar): readonly number[] {
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (!calendar.published(year)) years.push(year);
  return years;
}
