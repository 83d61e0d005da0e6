import { isWeekday } from '#domain/time/working-day.ts';
import { datesIn } from '#domain/time/year-days.ts';
import { addDays, type LocalDate } from '#domain/time/zone.ts';

/** The days of a list as they are read: 01-01, 02-16–02-23. Days off with nothing but a weekend between them are one run. */
export function runsOf(year: number, list: string): readonly string[] {
  const runs: { first: LocalDate; last: LocalDate }[] = [];
  for (const date of datesIn(year, list)) {
    const run = runs.at(-1);
    if (run && nextWeekday(run.last) === date && isWeekday(date)) run.last = date;
    else runs.push({ first: date, last: date });
  }
  return runs.map(({ first, last }) =>
    first === last ? first.slice(5) : `${first.slice(5)}–${last.slice(5)}`,
  );
}

function nextWeekday(date: LocalDate): LocalDate {
  const next = addDays(date, 1);
  return isWeekday(next) ? next : nextWeekday(next);
}
