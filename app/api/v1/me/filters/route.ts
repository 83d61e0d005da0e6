import { z } from 'zod';
import { removeSavedFilter, savedFilters, writeSavedFilter } from '#db/query/saved-filter.ts';
import { FILTERS_MOST, savedFilterNameSchema, savedFilterSchema } from '#protocol/saved-filter.ts';
import { parse } from '#protocol/schema.ts';
import { reads, type Write, writes } from '../../../http/handle.ts';
import { answer, invalid } from '../../../http/problem.ts';

const listed = async ({ viewer, services }: Pick<Write, 'viewer' | 'services'>) =>
  answer({ filters: await savedFilters(services.database.sql, viewer.personId) });

/** The filters that the signed-in person has saved. */
export const GET = reads(z.strictObject({}), listed);

/** Saves one under its name. */
export const PUT = writes(async (ask) => {
  const parsed = parse(savedFilterSchema, ask.body);
  if (!parsed.ok) return invalid(parsed.fault.field, parsed.fault.message);
  const { viewer, services } = ask;
  const written = await writeSavedFilter(services.database.sql, viewer.personId, parsed.value, {
    at: services.now(),
    most: FILTERS_MOST,
  });
  if (!written) return invalid('name', `is one more than ${FILTERS_MOST} saved filters: remove one first`);
  return listed(ask);
});

/** Removes the one of that name. */
export const DELETE = writes(async (ask) => {
  const parsed = parse(savedFilterNameSchema, ask.body);
  if (!parsed.ok) return invalid(parsed.fault.field, parsed.fault.message);
  await removeSavedFilter(ask.services.database.sql, ask.viewer.personId, parsed.value.name);
  return listed(ask);
});
