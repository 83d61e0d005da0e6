import { rippleNow, rippleQuery } from '#server/services/plan/ripple-now.ts';
import { reads } from '../../http/handle.ts';
import { answer, notFound } from '../../http/problem.ts';

/** The visits of today that will not be as they should be if nothing is done, those that press first in front. */
export const GET = reads(rippleQuery, async ({ viewer, services, query }) => {
  const troubles = await rippleNow(services, viewer, query.area);
  return troubles ? answer({ troubles }) : notFound('area');
});
