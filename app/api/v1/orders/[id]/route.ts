import { z } from 'zod';
import { readOrder } from '#server/services/order/read.ts';
import { reads } from '../../../http/handle.ts';
import { answer, notFound } from '../../../http/problem.ts';

/** One order with its timeline, timers and promise ledger. */
export const GET = reads(z.strictObject({}), async ({ viewer, services, params }) => {
  const order = await readOrder(services, viewer, params.id ?? '');
  return order ? answer(order) : notFound('order');
});
