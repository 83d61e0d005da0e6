import { readTravel, travelQuery } from '#server/services/travel/read-travel.ts';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** How travel times come about: the estimate, what trips have taught, and the road servers. */
export const GET = reads(travelQuery, async ({ viewer, services, query }) =>
  answer(await readTravel(services, viewer, query)),
);
