import { z } from 'zod';
import { slug } from '#protocol/schema-base.ts';
import { readLog } from '#server/services/area/read-log.ts';
import { reads } from '../../http/handle.ts';
import { answer, notFound } from '../../http/problem.ts';

const query = z.strictObject({
  area: slug,
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

/** The event log of an area after `since`: ordered, `seq` without gaps. */
export const GET = reads(query, async ({ viewer, services, query: { area, since, limit } }) => {
  const log = await readLog(services, viewer, area, since, limit);
  return log ? answer(log) : notFound('area');
});
