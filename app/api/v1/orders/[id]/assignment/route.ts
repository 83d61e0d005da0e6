import { assignmentType } from '#server/services/order/assignment-type.ts';
import { writes } from '../../../../http/handle.ts';
import { commandAnswer } from '../../../../http/problem.ts';
import { send, submit } from '../../../../http/send.ts';

/** What a drag does: dispatches an order from the pool, moves one that somebody has. */
export const POST = writes(async (ask) => {
  const orderId = ask.params.id ?? '';
  const type = await assignmentType(ask.services, orderId);
  const result = await submit(ask, type, { orderId });
  if (result.ok || result.code !== 'key_reuse') return commandAnswer(result);
  // The first delivery of this id may have found the order still in the pool, or not any more.
  const other = type === 'order.dispatch' ? 'order.reassign' : 'order.dispatch';
  return commandAnswer(await submit(ask, other, { orderId }));
});

/** Takes the order back into the pool. */
export const DELETE = writes((ask) => send(ask, 'order.unassign', { orderId: ask.params.id }));
