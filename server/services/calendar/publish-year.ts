import { z } from 'zod';
import { aliveOrders } from '#db/query/order.ts';
import { workYearRows, writeWorkYear } from '#db/query/work-year.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { type DaysFault, readYearDays } from '#domain/time/year-days.ts';
import { provisionalYears } from '#domain/timer/recompute.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { said } from '#protocol/schema-base.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { forbidden, invalid } from '../command/refusal.ts';
import type { Services } from '../context.ts';
import { settleOrder } from '../order/settle-due.ts';

const LONGEST_LIST = 4_000;
const PAGE = 500;

/** A year's days as they are typed or pasted; `source` names the notice that they are from. */
export const yearSchema = z.strictObject({
  year: z.number().int().min(2000).max(2199),
  off: z.string().max(LONGEST_LIST),
  work: z.string().max(LONGEST_LIST).default(''),
  source: said(200),
});
export type YearGiven = z.infer<typeof yearSchema>;

/** What came of it: the version of the year, and how many running orders have other deadlines on record by it. */
export interface YearPublished {
  ok: true;
  year: number;
  version: number;
  recomputed: number;
}

/** Who keeps the calendar (service-standard §26). */
export const mayPublish = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'admin' || role === 'system';

/**
 * Publishes the working days of a year (ARITH-04): orders that are taken in from now on count by them, and running ones whose deadlines
 * were counted by weekdays are recomputed once, each with an event in its log (E-08). The same days once more change nothing; days of a
 * year that was published before are a correction for new orders alone (ARITH-11).
 */
export async function publishYear(
  services: Services,
  viewer: Viewer,
  { year, off, work, source }: YearGiven,
): Promise<YearPublished | CommandRefused> {
  if (!mayPublish(viewer)) return forbidden('calendar');
  const read = readYearDays(year, { off, work });
  if (!read.ok) return invalid({ field: read.fault.list, message: messageOf(year, read.fault) });
  const { sql } = services.database;
  const row = { year, ...read.days, source, publishedAt: services.now(), publishedBy: viewer.personId };
  const written = await writeWorkYear(sql, row);
  const recomputed = await recomputeProvisional(services);
  if (written)
    services.log.info({ year, by: viewer.personId, recomputed }, 'working days of a year were published');
  const [latest] = await workYearRows(sql, [year]);
  return { ok: true, year, version: latest?.version ?? 1, recomputed };
}

/** Recomputes every running order that was counted by weekdays in a year that is published now; returns how many there were. */
async function recomputeProvisional(services: Services): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const page = await aliveOrders(services.database.sql, after, PAGE);
    const last = page.at(-1);
    if (!last) return count;
    after = last.id;
    for (const order of page) {
      if (provisionalYears(order, standardOf(order), services.now()).length === 0) continue;
      if (await settleOrder(services, order)) count += 1;
    }
  }
}

function messageOf(year: number, { why, word }: DaysFault): string {
  const at = JSON.stringify(word);
  switch (why) {
    case 'unreadable':
      return `${at} is no day: expected such as ${year}-01-01, 1月1日 or 2月5日至11日`;
    case 'other_year':
      return `${at} is not in ${year}`;
    case 'too_long':
      return `${at} is longer than any holiday`;
    case 'worked_weekday':
      return `${at} is a weekday, which is worked anyhow: make-up days lie on weekends`;
    case 'both':
      return `${at} is among the days off, too`;
    case 'empty':
      return `no weekday of ${year} is among the days off`;
  }
}
