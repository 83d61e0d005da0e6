import { aliveOrders } from '#db/query/order.ts';
import { type WorkYearRow, workYearRows } from '#db/query/work-year.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import { provisionalYears } from '#domain/timer/recompute.ts';
import { seesArea, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

const PAGE = 500;

/** The calendar of working days as somebody looks it up (ARITH-04). */
export interface CalendarRead {
  /** Known years, earliest first. */
  years: readonly WorkYearRow[];
  /** The year that it is, by the standard's zone. */
  year: number;
  /** This year and the next, as far as they are not published, with the running orders whose deadlines are provisional for it. */
  missing: readonly { year: number; orders: number }[];
}

/** Which years are published, and which are not although deadlines of the viewer's areas may reach them. */
export async function readCalendar(services: Services, viewer: Viewer): Promise<CalendarRead> {
  const years = await workYearRows(services.database.sql);
  const year = Number(localDate(services.now(), resolveStandard('base').get('tz')).slice(0, 4));
  const known = new Set(years.map((row) => row.year));
  const counts = await provisionalCounts(services, viewer);
  const missing = [...new Set([year, year + 1, ...counts.keys()])]
    .filter((one) => !known.has(one))
    .toSorted((a, b) => a - b)
    .map((one) => ({ year: one, orders: counts.get(one) ?? 0 }));
  return { years, year, missing };
}

async function provisionalCounts(services: Services, viewer: Viewer): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  const now = services.now();
  for (let after = ''; ; ) {
    const page = await aliveOrders(services.database.sql, after, PAGE);
    const last = page.at(-1);
    if (!last) return counts;
    after = last.id;
    for (const order of page.filter(({ areaId }) => seesArea(viewer, areaId)))
      for (const year of provisionalYears(order, standardOf(order), now))
        counts.set(year, (counts.get(year) ?? 0) + 1);
  }
}
