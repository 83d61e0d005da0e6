import { listRevealsFor, revealQuery } from '#server/services/privacy/list-reveals.ts';
import { reads } from '../../http/handle.ts';
import { answer, notFound } from '../../http/problem.ts';

/** Who looked at the full numbers of customers and why, and who does so often (PRIV-01). */
export const GET = reads(revealQuery, async ({ viewer, services, query }) => {
  const read = await listRevealsFor(services, viewer, query);
  return read ? answer(read) : notFound('list');
});
