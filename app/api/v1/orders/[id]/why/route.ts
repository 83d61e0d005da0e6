import { z } from 'zod';
import { explainOrder } from '#server/services/plan/explain-order.ts';
import { reads } from '../../../../http/handle.ts';
import { answer, notFound } from '../../../../http/problem.ts';

/** Why nobody takes an order, or who could: reasons by technician and the smallest repair that was tried and checked. */
export const GET = reads(z.strictObject({}), async ({ viewer, services, params }) => {
  const why = await explainOrder(services, viewer, params.id ?? '');
  return why ? answer(why) : notFound('order');
});
