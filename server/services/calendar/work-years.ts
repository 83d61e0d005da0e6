import type { Queryable } from '#db/client.ts';
import { workYearRows, writeWorkYear } from '#db/query/work-year.ts';
import type { Instant } from '#domain/base/brand.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { PUBLISHED_DAYS, type YearDays } from '#domain/time/published-days.ts';
import type { WorkYears } from '#domain/time/working-day.ts';
import { sameDays } from '#domain/time/year-days.ts';
import { HOUR, localDate } from '#domain/time/zone.ts';
import type { Services } from '../context.ts';

/** What the years that are carried with the program are said to come from. */
export const CARRIED_SOURCE = 'chinese-days';
/** Deadlines of working days begin to reach a year about so long before it begins. */
const WARNED_AHEAD_MS = 30 * 24 * HOUR;

/** The working days of every year that the house knows: what was published here wins over what is carried with the program (ARITH-04). */
export async function houseYears(sql: Queryable, years?: readonly number[]): Promise<WorkYears> {
  const rows = await workYearRows(sql, years);
  return {
    ...PUBLISHED_DAYS,
    ...Object.fromEntries(rows.map(({ year, off, work }) => [year, { off, work }])),
  };
}

/**
 * Writes the years that are carried with the program into the calendar; a year that somebody has published here stays as it is. Done at
 * every start, so that a later version of the program brings its years.
 */
export async function seedCalendar({ database, now, log }: Pick<Services, 'database' | 'now' | 'log'>) {
  const known = new Map((await workYearRows(database.sql)).map((row) => [row.year, row]));
  const brought: number[] = [];
  for (const [name, days] of Object.entries(PUBLISHED_DAYS)) {
    const year = Number(name);
    if (!isNew(known.get(year), days)) continue;
    const row = { year, ...days, source: CARRIED_SOURCE, publishedAt: now(), publishedBy: null };
    if (await writeWorkYear(database.sql, row)) brought.push(year);
  }
  if (brought.length > 0) log.info({ years: brought }, 'working days were brought in with the program');
  const ahead = yearAt(now() + WARNED_AHEAD_MS);
  for (const year of new Set([yearAt(now()), ahead]))
    if (!brought.includes(year) && !known.has(year))
      log.warn({ year }, 'the working days of this year are not published: its deadlines are provisional');
}

/** The year that it is at an instant, by the standard's zone. */
function yearAt(at: Instant): number {
  return Number(localDate(at, resolveStandard('base').get('tz')).slice(0, 4));
}

function isNew(row: (YearDays & { publishedBy: string | null }) | undefined, days: YearDays): boolean {
  return row === undefined || (row.publishedBy === null && !sameDays(row, days));
}
