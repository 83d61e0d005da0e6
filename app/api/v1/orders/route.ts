import { listOrdersFor, orderQuery } from '#server/services/order/list.ts';
import { reads, writes } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';
import { send } from '../../http/send.ts';

/** Orders of the viewer's areas, newest first, in pages. */
export const GET = reads(orderQuery, async ({ viewer, services, query }) =>
  answer(await listOrdersFor(services, viewer, query)),
);

/** Takes an order in. Without an `orderId` the order gets the Idempotency-Key as its id, so that a repeated call is the same order. */
export const POST = writes(async (ask) => {
  const { orderId = ask.key } = ask.body;
  return send(ask, 'order.intake', { orderId }, 201);
});
