import type { Instant, PersonId } from '#domain/base/brand.ts';
import type { YearDays } from '#domain/time/published-days.ts';
import type { Queryable } from '../client.ts';

/** The working days of one year, as the latest version has them. */
export interface WorkYearRow extends YearDays {
  year: number;
  version: number;
  source: string;
  publishedAt: Instant;
  /** Null: carried with the program. */
  publishedBy: PersonId | null;
}

/** Every year that is known, or those asked for, by its latest version, earliest first. */
export async function workYearRows(sql: Queryable, years?: readonly number[]): Promise<WorkYearRow[]> {
  return sql<WorkYearRow[]>`
    select distinct on (year) year, version, off_days as off, worked_days as work, source,
      published_at as "publishedAt", published_by as "publishedBy"
    from work_year
    where ${years === undefined} or year = any(${(years ?? []) as number[]}::integer[])
    order by year, version desc`;
}

/**
 * Writes a further version of a year, unless its latest already says the same. Whoever comes second at the same instant waits for the
 * first. False when nothing was new.
 */
export async function writeWorkYear(sql: Queryable, row: Omit<WorkYearRow, 'version'>): Promise<boolean> {
  const { count } = await sql`
    with latest as (
      select version, off_days, worked_days from work_year where year = ${row.year} order by version desc limit 1)
    insert into work_year (year, version, off_days, worked_days, source, published_at, published_by)
    select ${row.year}, coalesce((select version from latest), 0) + 1, ${row.off}, ${row.work}, ${row.source},
      ${row.publishedAt}, ${row.publishedBy}
    where not exists (select from latest where off_days = ${row.off} and worked_days = ${row.work})
    on conflict (year, version) do nothing`;
  return count === 1;
}
