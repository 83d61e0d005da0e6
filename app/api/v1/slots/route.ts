import { offeredSlots, slotQuery } from '#server/services/plan/offer-slots.ts';
import { reads } from '../../http/handle.ts';
import { answer, notFound } from '../../http/problem.ts';

/** The promises that could be given to an order as the plan stands, each with its cost and what the rules say of it. */
export const GET = reads(slotQuery, async ({ viewer, services, query }) => {
  const slots = await offeredSlots(services, viewer, query);
  return slots ? answer({ slots }) : notFound('order');
});
