import { z } from 'zod';
import { parse } from '#protocol/schema.ts';
import { publishYear, yearSchema } from '#server/services/calendar/publish-year.ts';
import { readCalendar } from '#server/services/calendar/read-calendar.ts';
import { reads, writes } from '../../http/handle.ts';
import { answer, invalid, problem } from '../../http/problem.ts';

/** The working days of every year that is known, and which years are not published (ARITH-04). */
export const GET = reads(z.strictObject({}), async ({ services, viewer }) =>
  answer(await readCalendar(services, viewer)),
);

/** Publishes the working days of a year; the same days once more change nothing. */
export const POST = writes(async ({ body, viewer, services }) => {
  const parsed = parse(yearSchema, body);
  if (!parsed.ok) return invalid(parsed.fault.field, parsed.fault.message);
  const published = await publishYear(services, viewer, parsed.value);
  if (!published.ok) return problem(published);
  const { ok: _, ...data } = published;
  return answer(data);
});
